package org.rackvidd.exports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/**
 * Which contents of the landing folder hold persons, and which of those were read in full, as the
 * ledger tells it.
 */
final class PersonContents {
  /** The columns of the ledger that it takes to know. */
  static final String[] COLUMNS = {
    "path",
    "file_id",
    "part",
    "status",
    "format",
    "rows_rejected",
    "problem",
    "bytes",
    "modified_at",
    "batch"
  };

  /** A line of ops.file. */
  record Line(
      String path,
      String fileId,
      String part,
      String status,
      String format,
      long rowsRejected,
      String problem,
      long bytes,
      long modified,
      long batch) {
    static Line of(Row row) {
      return new Line(
          row.getString(0),
          row.getString(1),
          row.getString(2),
          row.getString(3),
          row.getString(4),
          row.isNullAt(5) ? 0 : row.getLong(5),
          row.getString(6),
          row.getLong(7),
          row.getInstant(8).toEpochMilli(),
          row.getLong(9));
    }

    boolean is(String wanted) {
      return status.equals(wanted);
    }
  }

  /**
   * What is known of a content.
   *
   * @param persons whether there are persons in it
   * @param problem why it counts as not read in full, or null
   */
  record Content(String fileId, boolean persons, String problem) {}

  private static final String ARCHIVE = "archive";
  private static final Content NOTHING = new Content("", false, null);

  private final Set<String> formats;

  /** By path; in its order, so that the entries of an archive follow the archive. */
  private final TreeMap<String, List<Line>> byPath = new TreeMap<>();

  private final Map<String, List<Line>> byContent = new HashMap<>();
  private final Map<String, Content> known = new HashMap<>();

  /**
   * @param formats names of the formats that hold persons
   */
  PersonContents(List<Line> lines, Set<String> formats) {
    this.formats = formats;
    for (Line line : lines) {
      byPath.computeIfAbsent(line.path(), path -> new ArrayList<>()).add(line);
      if (!line.is("same_content")) {
        byContent.computeIfAbsent(line.fileId(), id -> new ArrayList<>()).add(line);
      }
    }
  }

  /** The content of a file that lies there as it was ingested, if there are persons in it. */
  Optional<Content> of(SourceFile file) {
    List<Line> lines =
        byPath.getOrDefault(file.path(), List.of()).stream()
            .filter(l -> l.bytes() == file.bytes() && l.modified() == file.modifiedMillis())
            .toList();
    return newest(lines).stream()
        .findFirst()
        .map(line -> content(line.fileId()))
        .filter(Content::persons);
  }

  private Content content(String fileId) {
    Content content = known.get(fileId);
    if (content == null) {
      // An archive may contain itself.
      known.put(fileId, NOTHING);
      content = judge(fileId);
      known.put(fileId, content);
    }
    return content;
  }

  /** The content may have been seen under several paths; read in full under one is enough. */
  private Content judge(String fileId) {
    Map<String, List<Line>> paths = new TreeMap<>();
    for (Line line : byContent.getOrDefault(fileId, List.of())) {
      paths.computeIfAbsent(line.path(), path -> new ArrayList<>()).add(line);
    }
    List<Content> views = paths.values().stream().map(this::view).toList();
    boolean persons = views.stream().anyMatch(Content::persons);
    boolean inFull = views.stream().anyMatch(view -> view.problem() == null);
    String problem = inFull || views.isEmpty() ? null : views.get(0).problem();
    return new Content(fileId, persons, problem);
  }

  /** A content as it was seen under one path. */
  private Content view(List<Line> linesOfPath) {
    List<Line> lines = newest(linesOfPath);
    Line first = lines.get(0);
    if (lines.stream().anyMatch(line -> line.is(ARCHIVE))) {
      return archive(first);
    }
    boolean persons =
        lines.stream().anyMatch(line -> line.format() != null && formats.contains(line.format()));
    return new Content(first.fileId(), persons, problem(lines));
  }

  private static String problem(List<Line> lines) {
    for (Line line : lines) {
      String table = line.part().isEmpty() ? "it" : line.part();
      if (!line.is("read")) {
        return "%s was not read (%s)".formatted(table, line.status());
      } else if (line.problem() != null) {
        return "%s was not read to its end".formatted(table);
      }
    }
    long rejected = lines.stream().mapToLong(Line::rowsRejected).sum();
    if (rejected == 0) {
      return null;
    }
    return rejected == 1
        ? "one of its rows was rejected"
        : "%,d of its rows were rejected".formatted(rejected);
  }

  /** An archive holds persons if one of its entries does, and was read if all of them were. */
  private Content archive(Line archive) {
    boolean persons = false;
    String problem = null;
    String within = archive.path() + "/";
    Collection<List<Line>> entries =
        byPath.subMap(within, archive.path() + (char) ('/' + 1)).values();
    long earlier = earlierArchive(archive);
    for (List<Line> entry : entries) {
      // A file in an archive may have several tables.
      for (Line line : newest(entry)) {
        Content content = line.batch() > earlier ? content(line.fileId()) : NOTHING;
        persons |= content.persons();
        if (problem == null && content.problem() != null) {
          problem = line.path().substring(within.length()) + ": " + content.problem();
        }
      }
    }
    return new Content(archive.fileId(), persons, problem);
  }

  /** The batch of the last other archive of that path; entries up to then were in that one. */
  private long earlierArchive(Line archive) {
    return byPath.get(archive.path()).stream()
        .filter(line -> !line.fileId().equals(archive.fileId()) && line.batch() < archive.batch())
        .mapToLong(Line::batch)
        .max()
        .orElse(0);
  }

  private static List<Line> newest(List<Line> lines) {
    long batch = lines.stream().mapToLong(Line::batch).max().orElse(0);
    return lines.stream().filter(line -> line.batch() == batch).toList();
  }
}
