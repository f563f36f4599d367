package org.rackvidd.configuration;

import java.util.List;

/** A part of a YAML file that knows its line. Values are kept as they are written, as text. */
sealed interface YamlNode {
  int line();

  /** What it is, in a message to the user. */
  String kind();

  /** A single value; "no" is no boolean here and 0123 no octal number. */
  record Scalar(String text, int line) implements YamlNode {
    @Override
    public String kind() {
      return "'" + text + "'";
    }
  }

  /** A key without a value. */
  record Nothing(int line) implements YamlNode {
    @Override
    public String kind() {
      return "nothing";
    }
  }

  /** A list. */
  record Sequence(List<YamlNode> items, int line) implements YamlNode {
    @Override
    public String kind() {
      return "a list";
    }
  }

  /** Keys with their values, in the order of the file, no key twice. */
  record Mapping(List<Entry> entries, int line) implements YamlNode {
    @Override
    public String kind() {
      return "a map of keys";
    }
  }

  /** One key of a {@link Mapping}. */
  record Entry(String key, int line, YamlNode value) {}
}
