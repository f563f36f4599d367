package org.rackvidd.exports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rackvidd.configuration.Aliases;
import org.rackvidd.configuration.Configuration;
import org.rackvidd.errors.Errors;
import org.rackvidd.exports.ExportFormat.ColumnRule;

/** The export formats in use: those of the jar with the user's own header names, and mappings. */
public final class Formats {
  private final List<ExportFormat> formats;
  private final Map<String, Intake> intakes;

  private Formats(List<ExportFormat> formats, Map<String, Intake> intakes) {
    this.formats = formats;
    this.intakes = intakes;
  }

  /**
   * @param names formats of the jar
   * @throws org.rackvidd.errors.UserError naming every fault in aliases.yaml and mappings
   */
  public static Formats of(List<String> names, List<Intake> intakes, Configuration configuration) {
    Map<String, ExportFormat> formats = new LinkedHashMap<>();
    names.forEach(name -> formats.put(name, ExportFormat.named(name)));
    List<String> problems = new ArrayList<>();
    for (Aliases.Alias alias : configuration.aliases().all()) {
      add(alias, formats, problems);
    }
    Map<String, Intake> byName = new LinkedHashMap<>();
    intakes.forEach(intake -> byName.put(intake.name(), intake));
    for (Path mapping : configuration.mappings()) {
      mapping(mapping, byName, problems)
          .ifPresent(
              format -> {
                if (names.contains(format.name())) {
                  problems.add(
                      "mappings/%s.yaml: an export format has this name; choose another"
                          .formatted(format.name()));
                }
                formats.put(format.name(), format);
              });
    }
    if (!problems.isEmpty()) {
      throw Errors.configuration(problems);
    }
    return new Formats(List.copyOf(formats.values()), byName);
  }

  /** A header of a column or metric, or, behind a point, a word for one of a column's values. */
  private static void add(
      Aliases.Alias alias, Map<String, ExportFormat> formats, List<String> problems) {
    int point = alias.column().indexOf('.');
    String column = point < 0 ? alias.column() : alias.column().substring(0, point);
    String value = point < 0 ? null : alias.column().substring(point + 1);
    ExportFormat format = formats.get(alias.format());
    ColumnRule rule = format == null ? null : format.rule(column);
    if (rule == null) {
      problems.add(
          "%s:%d: %s. `rackvidd formats` lists the formats and their columns."
              .formatted(
                  alias.file(),
                  alias.line(),
                  format == null
                      ? "no format is called " + alias.format()
                      : alias.format() + " has no column " + column));
    } else if (value == null) {
      formats.put(format.name(), format.withRule(column, r -> r.withHeader("own", alias.header())));
    } else if (!rule.values().containsKey(value)) {
      problems.add(
          "%s:%d: %s of %s has no value %s; it has %s"
              .formatted(
                  alias.file(),
                  alias.line(),
                  column,
                  format.name(),
                  value,
                  rule.values().keySet()));
    } else {
      formats.put(format.name(), format.withRule(column, r -> r.withWord(value, alias.header())));
    }
  }

  private static Optional<ExportFormat> mapping(
      Path file, Map<String, Intake> intakes, List<String> problems) {
    String name = file.getFileName().toString().replaceFirst("\\.yaml$", "");
    String shown = "mappings/" + file.getFileName();
    try {
      String text = Files.readString(file);
      ExportFormat format = ExportFormat.read(name, text);
      List<String> faults = MappingCheck.problems(shown, text, format, intakes);
      problems.addAll(faults);
      return faults.isEmpty() ? Optional.of(format) : Optional.empty();
    } catch (CharacterCodingException e) {
      problems.add(shown + ": is not UTF-8; save it as UTF-8");
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      problems.add("%s:%d: %s".formatted(shown, line, sentence(e)));
    } catch (IOException e) {
      throw new UncheckedIOException(shown, e);
    }
    return Optional.empty();
  }

  /** What is wrong with the text, without the names of classes. */
  private static String sentence(JsonProcessingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      return "no key is called %s here; there are %s"
          .formatted(
              unknown.getPropertyName(),
              unknown.getKnownPropertyIds().stream().map(String::valueOf).sorted().toList());
    } else if (e.getCause() instanceof IllegalArgumentException cause) {
      return cause.getMessage();
    } else if (e instanceof MismatchedInputException wrong && !wrong.getPath().isEmpty()) {
      return "%s is not written as it must be (%s)"
          .formatted(
              wrong.getPath().stream()
                  .map(step -> step.getFieldName() == null ? "-" : step.getFieldName())
                  .collect(Collectors.joining(".")),
              wrong.getTargetType() == null ? "" : kind(wrong.getTargetType()));
    }
    return e.getOriginalMessage().lines().findFirst().orElse("it is no YAML");
  }

  private static String kind(Class<?> type) {
    return Collection.class.isAssignableFrom(type)
        ? "a list"
        : type == String.class ? "a single value" : "keys with values";
  }

  public List<ExportFormat> all() {
    return formats;
  }

  public Optional<ExportFormat> find(String name) {
    return formats.stream().filter(format -> format.name().equals(name)).findFirst();
  }

  public Intake intake(ExportFormat format) {
    return intakes.get(format.intake());
  }

  /** Names of the formats whose rows are about single persons. */
  public Set<String> aboutPersons() {
    return formats.stream()
        .filter(format -> intake(format).isAboutPersons())
        .map(ExportFormat::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Changes whenever a file might be read otherwise than before; hexadecimal. */
  public String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      formats.forEach(format -> digest.update(format.toString().getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
