package org.rackvidd.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads YAML into records; a misspelt or doubled key is an error, never ignored. */
public final class StrictYaml {
  private static final ObjectMapper MAPPER =
      YAMLMapper.builder(new YAMLFactory())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .build();

  private StrictYaml() {}

  /**
   * @throws JsonProcessingException with line and column where the text does not fit the type
   */
  public static <T> T read(String text, Class<T> type) throws JsonProcessingException {
    return MAPPER.readValue(text, type);
  }

  /** A resource of the jar as the given type; a fault in it is a fault of the program. */
  public static <T> T resource(String path, Class<T> type) {
    try {
      return read(resourceText(path), type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(path + ": " + e.getMessage(), e);
    }
  }

  /** The text of a resource of the jar. */
  public static String resourceText(String path) {
    try (InputStream in = StrictYaml.class.getResourceAsStream("/" + path)) {
      if (in == null) {
        throw new IllegalStateException("Missing resource " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  /** Whether the jar holds the resource. */
  public static boolean hasResource(String path) {
    return StrictYaml.class.getResource("/" + path) != null;
  }
}
