package org.rackvidd.configuration;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A hash of what records mean, whatever the file they came from looked like. */
final class Fingerprint {
  private Fingerprint() {}

  /** SHA-256 in hex over records, lists, maps with comparable keys, and values with a text form. */
  static String of(Object... values) {
    var text = new StringBuilder();
    write(Arrays.asList(values), text);
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(sha256.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void write(Object value, StringBuilder text) {
    if (value instanceof Record fields) {
      write(fieldsOf(fields), text);
    } else if (value instanceof Map<?, ?> map) {
      text.append('{');
      new TreeMap<Object, Object>(map).forEach((key, item) -> write(List.of(key, item), text));
      text.append('}');
    } else if (value instanceof List<?> list) {
      text.append('[');
      list.forEach(item -> write(item, text));
      text.append(']');
    } else {
      // The length in front keeps "ab" "c" apart from "a" "bc".
      String plain = value.toString();
      text.append(plain.length()).append(':').append(plain);
    }
  }

  private static Map<String, Object> fieldsOf(Record value) {
    Map<String, Object> fields = new TreeMap<>();
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      try {
        fields.put(component.getName(), component.getAccessor().invoke(value));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("cannot read " + component, e);
      }
    }
    return fields;
  }
}
