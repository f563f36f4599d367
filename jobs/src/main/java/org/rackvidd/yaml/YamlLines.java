package org.rackvidd.yaml;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** On which line of a text every key and every item of a list stands. */
public final class YamlLines {
  private static final YAMLFactory YAML = new YAMLFactory();

  private final Map<String, Integer> lines = new HashMap<>();

  private YamlLines() {}

  /**
   * @param text valid YAML
   */
  public static YamlLines of(String text) {
    YamlLines lines = new YamlLines();
    try (YAMLParser parser = YAML.createParser(text)) {
      parser.nextToken();
      lines.read(parser, "");
    } catch (IOException e) {
      throw new UncheckedIOException("The text has been read before", e);
    }
    return lines;
  }

  /** The line, from 1, of the last of these keys that is there; list items are keys from 0. */
  public int of(String... keys) {
    int line = 1;
    String path = "";
    for (String key : keys) {
      path = path + '\0' + key;
      line = lines.getOrDefault(path, line);
    }
    return line;
  }

  private void read(YAMLParser parser, String path) throws IOException {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String key = path + '\0' + parser.currentName();
        note(parser, key);
        parser.nextToken();
        read(parser, key);
      }
    } else if (parser.currentToken() == JsonToken.START_ARRAY) {
      for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
        String key = path + '\0' + i;
        note(parser, key);
        read(parser, key);
      }
    }
  }

  private void note(YAMLParser parser, String key) {
    lines.putIfAbsent(key, parser.currentTokenLocation().getLineNr());
  }
}
