package org.rackvidd.exports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.rackvidd.lake.Lake;

/** What ops.file knows: which files were seen and which contents were read. */
final class Ledger {
  static final String TABLE = "ops.file";

  /** Stands for the given account of contents whose facts are being put under another. */
  static final String MOVING = "";

  private static final String READ = "read";
  private static final String ARCHIVE = "archive";
  private static final String SAME = "same_content";

  /** A line of ops.file, as far as ingest decides by it. */
  private record Line(
      String path,
      String fileId,
      String status,
      long bytes,
      long modified,
      String version,
      String format,
      Landing.Observed observed,
      String givenAccount) {
    static Line of(Row row) {
      return new Line(
          row.getString(0),
          row.getString(1),
          row.getString(2),
          row.getLong(3),
          row.getInstant(4).toEpochMilli(),
          row.getString(5),
          row.getString(7),
          new Landing.Observed(row.getInstant(8), row.getLocalDate(9), row.getString(10)),
          row.getString(11));
    }

    boolean isOfReadContent() {
      return status.equals(READ) || status.equals(SAME);
    }

    boolean isFinal(String currentVersion) {
      return isDone() || version.equals(currentVersion);
    }

    boolean isDone() {
      return isOfReadContent() || status.equals(ARCHIVE);
    }
  }

  private final TreeMap<String, List<Line>> byPath = new TreeMap<>();
  private final Map<String, String> readContents = new LinkedHashMap<>();
  private final Map<String, Evidence> evidence = new HashMap<>();
  private final Map<String, Set<String>> contentsByFormat = new HashMap<>();
  private final long lastBatch;
  private final String version;

  private Ledger(List<Line> lines, long lastBatch, String version) {
    this.lastBatch = lastBatch;
    this.version = version;
    for (Line line : lines) {
      byPath.computeIfAbsent(line.path(), k -> new ArrayList<>()).add(line);
      if (line.status().equals(READ)) {
        readContents.putIfAbsent(line.fileId(), line.path());
        contentsByFormat
            .computeIfAbsent(line.format(), format -> new TreeSet<>())
            .add(line.fileId());
      }
      if (line.isOfReadContent()) {
        Evidence own = new Evidence(line.path(), line.observed());
        evidence.merge(line.fileId(), own, Evidence::orBetter);
      }
    }
  }

  /**
   * @param version fingerprint of the formats in use
   */
  static Ledger of(Lake lake, String version) {
    if (lake.isNew(TABLE)) {
      return new Ledger(List.of(), 0, version);
    }
    List<Row> rows =
        lake.table(TABLE)
            .select(
                "path",
                "file_id",
                "status",
                "bytes",
                "modified_at",
                "formats_version",
                "batch",
                "format",
                "observed_at",
                "observed_on",
                "observed_from",
                "given_account")
            .collectAsList();
    long last = rows.stream().mapToLong(row -> row.getLong(6)).max().orElse(0);
    return new Ledger(rows.stream().map(Line::of).toList(), last, version);
  }

  long nextBatch() {
    return lastBatch + 1;
  }

  /** Whether the file need not even be opened: it lies there as it did, and was dealt with. */
  boolean knows(SourceFile file) {
    List<Line> lines = unchanged(file).toList();
    return !lines.isEmpty()
        && lines.stream().allMatch(line -> line.isFinal(version))
        && inside(file).allMatch(line -> line.isFinal(version));
  }

  /** The lines of what lies in the file, as it is now, where it is an archive. */
  private Stream<Line> inside(SourceFile file) {
    // The character behind the slash ends the range of paths that begin with the file's and one.
    return byPath.subMap(file.path() + "/", file.path() + "0").values().stream()
        .flatMap(List::stream)
        .filter(line -> line.modified() == file.modifiedMillis());
  }

  private Stream<Line> unchanged(SourceFile file) {
    return byPath.getOrDefault(file.path(), List.of()).stream()
        .filter(l -> l.bytes() == file.bytes() && l.modified() == file.modifiedMillis());
  }

  /** Whether the file of that path had this very content and was dealt with for good. */
  boolean wasReadAs(String path, String fileId) {
    List<Line> lines =
        byPath.getOrDefault(path, List.of()).stream()
            .filter(line -> line.fileId().equals(fileId))
            .toList();
    // What cannot be opened has no content that could be the same.
    return !fileId.isEmpty()
        && !lines.isEmpty()
        && lines.stream().allMatch(line -> line.isFinal(version));
  }

  /** The path under which this content was read before, if it was, and in full. */
  Optional<String> earlierPath(String fileId) {
    return Optional.ofNullable(readContents.get(fileId)).filter(path -> wasReadAs(path, fileId));
  }

  /** What the moment of a content that was read was taken from: the best of all its paths. */
  Optional<Evidence> evidence(String fileId) {
    return Optional.ofNullable(evidence.get(fileId)).filter(e -> readContents.containsKey(fileId));
  }

  /** The formats that something was read of a content as. */
  Set<String> formats(String fileId) {
    return contentsByFormat.entrySet().stream()
        .filter(e -> e.getValue().contains(fileId))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The contents of which something was read as one of the formats. */
  Set<String> contents(Set<String> formats) {
    return contentsByFormat.entrySet().stream()
        .filter(e -> formats.contains(e.getKey()))
        .flatMap(e -> e.getValue().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What a file, or an archive, holds, as far as it lies there as it did and was read. */
  Set<String> contentsOf(SourceFile file) {
    return Stream.concat(unchanged(file), inside(file))
        .filter(Line::isOfReadContent)
        .map(Line::fileId)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Contents that still lie there and have rows under another account than is listed for these now.
   * Where none is, as in a run without its configuration, they stay where they are.
   *
   * @param listed id of the account that rows of a format, at a path, are given
   */
  Set<String> underAnotherAccount(
      List<SourceFile> files, BiFunction<String, String, Optional<String>> listed) {
    Set<String> other =
        byPath.values().stream()
            .flatMap(List::stream)
            .filter(line -> line.status().equals(READ) && line.givenAccount() != null)
            .filter(
                line ->
                    line.givenAccount().equals(MOVING)
                        || listed
                            .apply(line.format(), evidence.get(line.fileId()).path())
                            .filter(account -> !account.equals(line.givenAccount()))
                            .isPresent())
            .map(Line::fileId)
            .collect(Collectors.toCollection(TreeSet::new));
    if (!other.isEmpty()) {
      other.retainAll(
          files.stream().flatMap(file -> contentsOf(file).stream()).collect(Collectors.toSet()));
    }
    return other;
  }

  /** Files that still wait for somebody to name their headers, or to export them again. */
  long unread(List<SourceFile> files) {
    return files.stream()
        .flatMap(
            file ->
                Stream.concat(
                    byPath.getOrDefault(file.path(), List.of()).stream()
                        .filter(line -> line.modified() == file.modifiedMillis()),
                    inside(file)))
        .filter(line -> !line.isDone())
        .map(Line::path)
        .distinct()
        .count();
  }
}
