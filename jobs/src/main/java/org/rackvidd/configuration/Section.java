package org.rackvidd.configuration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The keys of one map in a configuration file. What is asked for and is wrong goes to the problems
 * and comes back empty, so that reading can go on.
 */
final class Section {
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");

  private final String file;
  private final YamlNode.Mapping mapping;
  private final Problems problems;

  Section(String file, YamlNode.Mapping mapping, Problems problems) {
    this.file = file;
    this.mapping = mapping;
    this.problems = problems;
  }

  int line() {
    return mapping.line();
  }

  /** The line of a key, or where the section starts. */
  int line(String key) {
    return entry(key).map(YamlNode.Entry::line).orElse(line());
  }

  boolean has(String key) {
    return entry(key).isPresent();
  }

  List<YamlNode.Entry> entries() {
    return mapping.entries();
  }

  /** Any other key is a problem. */
  Section allow(String... keys) {
    List<String> known = Arrays.asList(keys);
    for (YamlNode.Entry entry : mapping.entries()) {
      if (!known.contains(entry.key())) {
        problem(
            entry.line(), "unknown key '%s'; %s", entry.key(), Suggestion.of(entry.key(), known));
      }
    }
    return this;
  }

  /** One value as text, without white space around it. */
  Optional<String> text(String key) {
    return entry(key).flatMap(this::text);
  }

  /** The same, and a problem if the key is missing. */
  Optional<String> required(String key, String example) {
    if (!has(key)) {
      problem(line(), "'%s' is missing; add it, as %s: %s", key, key, example);
    }
    return text(key);
  }

  Optional<String> text(YamlNode.Entry entry) {
    return scalar(entry).map(scalar -> scalar.text().strip());
  }

  /** A whole number that is no less than {@code smallest}. */
  OptionalLong whole(YamlNode.Entry entry, long smallest) {
    Optional<String> text = text(entry);
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    if (!WHOLE.matcher(text.get()).matches()) {
      problem(
          entry.value().line(),
          "'%s' must be a whole number in digits only, not '%s'",
          entry.key(),
          text.get());
      return OptionalLong.empty();
    }
    long number = Long.parseLong(text.get());
    if (number < smallest) {
      problem(
          entry.value().line(), "'%s' is %d; it must be %d or more", entry.key(), number, smallest);
      return OptionalLong.empty();
    }
    return OptionalLong.of(number);
  }

  OptionalLong whole(String key, long smallest) {
    return entry(key).map(entry -> whole(entry, smallest)).orElse(OptionalLong.empty());
  }

  /** Yes or no, written true or false. */
  Optional<Boolean> flag(String key) {
    Optional<String> text = entry(key).flatMap(this::text);
    if (text.isPresent() && !text.get().equals("true") && !text.get().equals("false")) {
      problem(line(key), "'%s' must be true or false, not '%s'", key, text.get());
      return Optional.empty();
    }
    return text.map(Boolean::valueOf);
  }

  /** The values of a list. */
  List<YamlNode.Scalar> values(String key) {
    return entry(key).map(this::values).orElse(List.of());
  }

  List<YamlNode.Scalar> values(YamlNode.Entry entry) {
    List<YamlNode.Scalar> values = new ArrayList<>();
    for (YamlNode item : items(entry)) {
      if (item instanceof YamlNode.Scalar scalar) {
        values.add(new YamlNode.Scalar(scalar.text().strip(), scalar.line()));
      } else if (item instanceof YamlNode.Nothing) {
        // What follows a # is a comment, so a hashtag leaves nothing behind.
        problem(
            item.line(),
            "a value of '%s' is empty; remove it, or put it in quotes if it starts with #",
            entry.key());
      } else {
        problem(item.line(), "'%s' lists single values, not %s", entry.key(), item.kind());
      }
    }
    return values;
  }

  /** The values of a list, each through a check that throws what is wrong with it. */
  List<String> values(String key, Function<String, String> check) {
    List<String> values = new ArrayList<>();
    for (YamlNode.Scalar value : values(key)) {
      try {
        values.add(check.apply(value.text()));
      } catch (IllegalArgumentException e) {
        problem(value.line(), "%s", e.getMessage());
      }
    }
    return values;
  }

  /** The maps of a list. */
  List<Section> sections(String key) {
    List<Section> sections = new ArrayList<>();
    for (YamlNode item : entry(key).map(this::items).orElse(List.of())) {
      if (item instanceof YamlNode.Mapping map) {
        sections.add(new Section(file, map, problems));
      } else {
        problem(
            item.line(), "'%s' lists maps of keys, not %s; write - key: value", key, item.kind());
      }
    }
    return sections;
  }

  /** The map under a key. */
  Optional<Section> section(String key) {
    return entry(key).flatMap(this::section);
  }

  Optional<Section> section(YamlNode.Entry entry) {
    if (entry.value() instanceof YamlNode.Mapping map) {
      return Optional.of(new Section(file, map, problems));
    }
    return wrong(entry, "a map of keys, indented below it");
  }

  void problem(int line, String text, Object... values) {
    problems.add(file, line, String.format(Locale.ROOT, text, values));
  }

  String file() {
    return file;
  }

  private Optional<YamlNode.Entry> entry(String key) {
    return mapping.entries().stream().filter(entry -> entry.key().equals(key)).findFirst();
  }

  private Optional<YamlNode.Scalar> scalar(YamlNode.Entry entry) {
    if (entry.value() instanceof YamlNode.Scalar scalar && !scalar.text().isBlank()) {
      return Optional.of(scalar);
    }
    return wrong(entry, "a single value");
  }

  private List<YamlNode> items(YamlNode.Entry entry) {
    if (entry.value() instanceof YamlNode.Sequence sequence) {
      return sequence.items();
    }
    wrong(entry, "a list, as [one, two]");
    return List.of();
  }

  private <T> Optional<T> wrong(YamlNode.Entry entry, String wanted) {
    boolean nothing =
        entry.value() instanceof YamlNode.Nothing
            || (entry.value() instanceof YamlNode.Scalar scalar && scalar.text().isBlank());
    if (nothing) {
      problem(entry.line(), "'%s' has no value; write %s, or remove it", entry.key(), wanted);
    } else {
      problem(entry.line(), "'%s' must be %s, not %s", entry.key(), wanted, entry.value().kind());
    }
    return Optional.empty();
  }
}
