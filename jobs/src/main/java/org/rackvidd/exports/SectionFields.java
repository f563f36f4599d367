package org.rackvidd.exports;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StringType;
import org.rackvidd.exports.ExportFormat.ColumnRule;
import org.rackvidd.exports.ExportFormat.Fallback;

/**
 * The columns of one section: each of the format's, bound to the cells it is read from and the slot
 * it is stored in, and those that the section itself fills.
 */
final class SectionFields {
  private static final ColumnRule NO_RULE =
      new ColumnRule(
          null, null, null, null, null, null, null, null, false, false, false, null, null);

  /** A column of the breakdown, by the name it has there. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Dimension(byte[] name, Field field) {}

  private final Section section;
  private final Intake intake;
  private final Binding binding;
  private final Map<String, Integer> slots;
  private final ZoneId zone;
  private final Map<String, Field> fields = new LinkedHashMap<>();
  private final List<Field> stored = new ArrayList<>();
  private final List<Field> metrics = new ArrayList<>();
  private final Map<String, LinkColumn> links = new HashMap<>();
  private final List<Dimension> dimensions;

  SectionFields(Section section, Intake intake, Binding binding) {
    this.section = section;
    this.intake = intake;
    this.binding = binding;
    this.slots = intake.slots();
    this.zone = ZoneId.of(Optional.ofNullable(section.format().timeZone()).orElse("UTC"));
    section.format().columns().forEach(this::addField);
    section.format().columns().forEach((name, rule) -> connect(fields.get(name)));
    section.format().metrics().forEach(this::addMetric);
    this.dimensions = dimensionsByName();
    addDefaults();
    fields.values().forEach(Field::complete);
  }

  Field get(String name) {
    return fields.get(name);
  }

  Collection<Field> all() {
    return fields.values();
  }

  /** Those that have a slot. */
  List<Field> stored() {
    return stored;
  }

  /** Those of which a row has each as a figure, or an event, of its own. */
  List<Field> metrics() {
    return metrics;
  }

  /** Of the breakdown, in alphabetical order. */
  List<Dimension> dimensions() {
    return dimensions;
  }

  /** What the dates read so far say of the order of day and month. */
  DayOrder.Signs dayOrder() {
    return Stream.concat(fields.values().stream(), metrics.stream())
        .filter(field -> field.times != null)
        .map(field -> field.times.dayOrder())
        .reduce(DayOrder.Signs.NONE, DayOrder.Signs::plus);
  }

  private void addField(String name, ColumnRule rule) {
    int slot = slots.getOrDefault(name, -1);
    if (slot < 0 && !name.startsWith("_")) {
      throw new IllegalStateException(
          "%s: the %s intake has no column %s"
              .formatted(section.format().name(), intake.name(), name));
    }
    ValueType type =
        rule.type() != null
            ? rule.type()
            : slot < 0 ? ValueType.TEXT : ValueType.of(intake.columns().apply(name).dataType());
    boolean isSpread = name.equals(section.format().spread());
    List<Integer> cells = isSpread ? List.of() : binding.cells().getOrDefault(name, List.of());
    Field field = new Field(name, slot, type, rule, cells, times(name, rule, type));
    field.isText = slot >= 0 && intake.columns().apply(name).dataType() instanceof StringType;
    fields.put(name, field);
    if (slot >= 0) {
      stored.add(field);
    }
  }

  private TimeText times(String name, ColumnRule rule, ValueType type) {
    Recognition recognition = section.recognition();
    return Field.times(
        rule, type, recognition.patterns().get(name), recognition.notation().days(), zone);
  }

  private List<Dimension> dimensionsByName() {
    Map<String, Field> byName = new TreeMap<>();
    fields.forEach(
        (name, field) -> {
          if (field.rule.dimension()
              && (field.cells.length > 0 || name.equals(section.format().spread()))) {
            byName.put(name.startsWith("_") ? name.substring(1) : name, field);
          }
        });
    List<Dimension> all = new ArrayList<>();
    byName.forEach(
        (name, field) -> all.add(new Dimension(name.getBytes(StandardCharsets.UTF_8), field)));
    return all;
  }

  private void connect(Field field) {
    field.instead = fields.get(field.rule.instead());
    if (field.rule.idTime() != null) {
      field.idField = fields.get(field.rule.idTime().column());
    }
    for (Fallback fallback : field.rule.fallbacks()) {
      Field other = fields.get(fallback.column());
      if (fallback.line()) {
        field.sources.add(Source.LINE);
      } else if (other != null && fallback.parameter() != null) {
        LinkColumn link = links.computeIfAbsent(fallback.column(), c -> new LinkColumn(other));
        field.sources.add(link.part(fallback.parameter()));
      } else if (!fallback.columns().isEmpty()) {
        List<Field> parts = fallback.columns().stream().map(fields::get).toList();
        field.sources.add(Source.join(parts, fallback.glue()));
      } else if (other != null && field.type == ValueType.PERSON && fallback.pattern() == null) {
        field.persons.add(other);
      } else if (other != null) {
        Pattern pattern = fallback.pattern() == null ? null : Pattern.compile(fallback.pattern());
        field.sources.add(Source.cut(other, pattern));
      } else if (field.constant == null) {
        ofTheFile(fallback)
            .map(text -> fallback.dayBefore() ? dayBefore(text) : text)
            .ifPresent(text -> field.constant = text);
      }
    }
  }

  /** A value that all rows of the section share. */
  private Optional<String> ofTheFile(Fallback fallback) {
    if (fallback.observed()) {
      return Optional.of(section.observed().on().toString());
    } else if (fallback.path() != null) {
      return Optional.of(Pattern.compile(fallback.path()).matcher(section.file().unpackedPath()))
          .filter(Matcher::find)
          .map(matcher -> matcher.group(1));
    }
    return fallback.fromAbove(section.recognition().above());
  }

  private static String dayBefore(String date) {
    try {
      return LocalDate.parse(date).minusDays(1).toString();
    } catch (DateTimeParseException impossible) {
      // Each row will say so when it is read.
      return date;
    }
  }

  private void addMetric(String name, ColumnRule rule) {
    List<Integer> cells = binding.cells().get(name);
    if (cells == null) {
      return;
    }
    ValueType usual = intake.isAboutPersons() ? ValueType.TIME : ValueType.COUNT;
    ValueType type = rule.type() == null ? usual : rule.type();
    metrics.add(new Field(name, -1, type, rule, cells, times(name, rule, type)));
  }

  private void addDefaults() {
    constant("channel", section.format().channel());
    constant("account_id", section.givenAccount());
    constant("currency", binding.currency());
    constant("delivery", "all");
    constant("collected_by", section.format().name());
    constant("source_event_id", "");
    if (section.personKey() != null) {
      constant("person_key_id", section.personKey().id());
    }
  }

  private void constant(String name, String value) {
    Integer slot = slots.get(name);
    if (slot == null || value == null) {
      return;
    }
    Field field = fields.get(name);
    if (field == null) {
      field = new Field(name, slot, ValueType.TEXT, NO_RULE, List.of(), null);
      fields.put(name, field);
      stored.add(field);
    }
    if (field.constant == null) {
      field.constant = value;
    }
  }
}
