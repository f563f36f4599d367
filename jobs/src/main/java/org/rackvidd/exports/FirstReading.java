package org.rackvidd.exports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;

/**
 * A batch read once without storing anything, so that it is known what will become of every row.
 * What only the whole of a table tells, such as which of day and month its dates put first, has its
 * sections read again.
 */
final class FirstReading implements AutoCloseable {
  private static final long[] NONE = {};

  private final Function<List<Section>, JavaRDD<Accounting.Entry>> reader;
  private final List<JavaRDD<Accounting.Entry>> kept = new ArrayList<>();
  private List<Section> sections;
  private JavaRDD<Accounting.Entry> entries;
  private Map<String, Accounting.Counts> counts;

  private FirstReading(
      List<Section> sections, Function<List<Section>, JavaRDD<Accounting.Entry>> reader) {
    this.reader = reader;
    this.sections = sections;
    keep(reader.apply(sections));
  }

  /**
   * @param sections of large files the pieces
   * @param reader gives the entries of sections
   */
  static FirstReading of(
      List<Section> sections, Function<List<Section>, JavaRDD<Accounting.Entry>> reader) {
    FirstReading reading = new FirstReading(sections, reader);
    try {
      reading.readInOneGo(reading.withOtherHeaders());
      reading.readAgain(reading.inOtherNotation());
      reading.readAgain(reading.withRepeated());
      return reading;
    } catch (Throwable failure) {
      reading.close();
      throw failure;
    }
  }

  private void keep(JavaRDD<Accounting.Entry> read) {
    entries = read.persist(StorageLevel.MEMORY_AND_DISK());
    kept.add(entries);
    counts = new HashMap<>();
    entries
        .filter(Accounting.Counts.class::isInstance)
        .map(Accounting.Counts.class::cast)
        .collect()
        .forEach(c -> counts.put(c.section(), c));
  }

  private void readAgain(List<Section> again) {
    if (again.isEmpty()) {
      return;
    }
    Map<String, Section> byKey = new HashMap<>();
    again.forEach(section -> byKey.put(section.key(), section));
    sections = sections.stream().map(s -> byKey.getOrDefault(s.key(), s)).toList();
    Set<String> keys = new HashSet<>(byKey.keySet());
    keep(entries.filter(entry -> !keys.contains(entry.section())).union(reader.apply(again)));
  }

  /**
   * Tables in pieces with another header among the rows: those below it are not only in its piece.
   */
  private Set<String> withOtherHeaders() {
    return sections.stream()
        .filter(section -> section.piece() != null && counts.get(section.key()).otherHeader())
        .map(Section::wholeKey)
        .collect(Collectors.toSet());
  }

  private void readInOneGo(Set<String> tables) {
    if (tables.isEmpty()) {
      return;
    }
    Set<String> pieces =
        sections.stream()
            .filter(section -> tables.contains(section.wholeKey()))
            .map(Section::key)
            .collect(Collectors.toSet());
    List<Section> whole =
        sections.stream()
            .filter(section -> tables.contains(section.wholeKey()) && section.piece().from() == 0)
            .map(section -> section.withPiece(null))
            .toList();
    sections =
        Stream.concat(
                sections.stream().filter(section -> !pieces.contains(section.key())),
                whole.stream())
            .toList();
    keep(entries.filter(entry -> !pieces.contains(entry.section())).union(reader.apply(whole)));
  }

  /** Sections of tables whose rows say another notation than they were read in. */
  private List<Section> inOtherNotation() {
    Map<String, Notation.Signs> signs = new HashMap<>();
    for (Section section : sections) {
      signs.merge(section.wholeKey(), counts.get(section.key()).notation(), Notation.Signs::plus);
    }
    List<Section> other = new ArrayList<>();
    for (Section section : sections) {
      Notation read = section.recognition().notation();
      Notation said = signs.get(section.wholeKey()).notation(read);
      if (!said.equals(read)) {
        other.add(section.withNotation(said));
      }
    }
    return other;
  }

  /** Sections of tables in which several rows name one thing, whose rows must be refused. */
  private List<Section> withRepeated() {
    Map<String, long[]> repeated = new HashMap<>();
    counts.forEach((section, of) -> repeated.put(section, of.repeated()));
    if (sections.stream().anyMatch(section -> section.piece() != null)) {
      repeated.putAll(Pieces.repeated(grains()));
    }
    return sections.stream()
        .filter(section -> repeated.getOrDefault(section.wholeKey(), NONE).length > 0)
        .map(section -> section.withRepeated(repeated.get(section.wholeKey())))
        .toList();
  }

  private JavaRDD<Accounting.Grains> grains() {
    return entries.filter(Accounting.Grains.class::isInstance).map(Accounting.Grains.class::cast);
  }

  /** The refused rows; of no use after {@link #close}. */
  JavaRDD<Accounting.Refused> refused() {
    return entries.filter(Accounting.Refused.class::isInstance).map(Accounting.Refused.class::cast);
  }

  Accounted accounted() {
    long rows = counts.values().stream().mapToLong(Accounting.Counts::given).sum();
    Map<String, Accounting.Counts> ofTables = new HashMap<>(counts);
    sections.stream()
        .filter(section -> section.piece() != null)
        .forEach(s -> ofTables.merge(s.wholeKey(), counts.get(s.key()), Accounting.Counts::plus));
    return new Accounted(sections, ofTables, Contested.of(grains(), rows));
  }

  @Override
  public void close() {
    kept.forEach(JavaRDD::unpersist);
  }
}
