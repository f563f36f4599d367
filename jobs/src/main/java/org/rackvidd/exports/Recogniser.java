package org.rackvidd.exports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rackvidd.exports.ExportFormat.ColumnRule;
import org.rackvidd.exports.ExportFormat.Signature;

/** Tells from the first rows of a table which format it has. It never guesses: a tie is a tie. */
final class Recogniser {
  /** A header row is looked for in as many rows, and the way dates are written in those behind. */
  static final int ROWS_LOOKED_AT = 200;

  private static final int LAST_HEADER_ROW = 30;
  private static final int LEAST_BOUND = 2;

  /** A row and the line it starts on. */
  record SampleRow(long line, List<String> cells) {}

  private record Candidate(ExportFormat format, int row, Binding binding) {}

  private final Map<ExportFormat, Binding.Headers> formats = new LinkedHashMap<>();

  Recogniser(List<ExportFormat> formats) {
    formats.forEach(format -> this.formats.put(format, new Binding.Headers(format)));
  }

  /**
   * @param kind formats of this kind of document are considered
   * @param rows the first rows of the table
   */
  Recognition recognise(
      ExportFormat.Kind kind, String part, TextDialect dialect, List<SampleRow> rows) {
    List<Candidate> best = new ArrayList<>();
    Candidate nearest = null;
    for (int row = 0; row < Math.min(rows.size(), LAST_HEADER_ROW); row++) {
      for (var entry : formats.entrySet()) {
        if (entry.getKey().document() != kind) {
          continue;
        }
        Binding binding = Binding.of(entry.getValue(), rows.get(row).cells());
        Candidate candidate = new Candidate(entry.getKey(), row, binding);
        if (fits(entry.getKey().recognise(), binding)) {
          keepBest(best, candidate);
        } else if (nearness(candidate) > nearness(nearest)) {
          nearest = candidate;
        }
      }
    }
    if (best.size() == 1) {
      return recognised(best.get(0), part, dialect, rows);
    }
    return unrecognised(best, nearest, part, dialect, rows);
  }

  private static boolean fits(Signature signature, Binding binding) {
    return binding.size() >= LEAST_BOUND
        && signature.all().stream().allMatch(binding::has)
        && signature.any().stream().allMatch(group -> group.stream().anyMatch(binding::has))
        && signature.none().stream().noneMatch(binding::has)
        && (!signature.nothingElse() || binding.unknown().isEmpty());
  }

  private static void keepBest(List<Candidate> best, Candidate candidate) {
    int lead = best.isEmpty() ? 1 : candidate.binding().size() - best.get(0).binding().size();
    if (lead > 0) {
      best.clear();
    }
    // The same format further down is a repeated header, not a rival.
    if (lead >= 0
        && best.stream().noneMatch(c -> c.format().name().equals(candidate.format().name()))) {
      best.add(candidate);
    }
  }

  private static double nearness(Candidate candidate) {
    if (candidate == null || candidate.binding().size() < LEAST_BOUND) {
      return 0;
    }
    int missing = missing(candidate).size();
    return (double) candidate.binding().size() / (candidate.binding().size() + missing);
  }

  private static List<String> missing(Candidate candidate) {
    ExportFormat format = candidate.format();
    Signature signature = format.recognise();
    List<String> missing = new ArrayList<>();
    for (String column : signature.all()) {
      if (!candidate.binding().has(column)) {
        missing.add(header(format, column));
      }
    }
    for (List<String> group : signature.any()) {
      if (group.stream().noneMatch(candidate.binding()::has)) {
        missing.add(
            String.join(" or ", group.stream().map(column -> header(format, column)).toList()));
      }
    }
    return missing;
  }

  private static String header(ExportFormat format, String column) {
    ColumnRule rule = format.columns().get(column);
    rule = rule == null ? format.metrics().get(column) : rule;
    return rule == null
        ? column
        : rule.headers().values().stream().flatMap(List::stream).findFirst().orElse(column);
  }

  private static Recognition recognised(
      Candidate candidate, String part, TextDialect dialect, List<SampleRow> rows) {
    SampleRow header = rows.get(candidate.row());
    List<List<String>> sample =
        rows.subList(candidate.row() + 1, rows.size()).stream().map(SampleRow::cells).toList();
    Map<String, String> patterns = new LinkedHashMap<>();
    candidate
        .format()
        .columns()
        .forEach(
            (column, rule) -> {
              if (!rule.patterns().isEmpty()) {
                List<String> values = values(sample, candidate.binding().cells().get(column));
                values.addAll(values(sample, candidate.binding().cells().get(rule.instead())));
                patterns.put(column, TimeText.best(rule.patterns(), values));
              }
            });
    return new Recognition(
        part,
        dialect,
        candidate.format(),
        header.line(),
        header.cells(),
        candidate.binding().language(),
        decimalComma(sample, dialect),
        patterns,
        List.of(),
        null,
        List.of(),
        candidate.binding().unknown());
  }

  private static List<String> values(List<List<String>> rows, List<Integer> cells) {
    List<String> values = new ArrayList<>();
    for (List<String> row : rows) {
      for (int cell : cells == null ? List.<Integer>of() : cells) {
        if (cell < row.size() && !row.get(cell).isEmpty()) {
          values.add(row.get(cell));
        }
      }
    }
    return values;
  }

  private static boolean decimalComma(List<List<String>> rows, TextDialect dialect) {
    int commas = 0;
    int points = 0;
    for (List<String> row : rows) {
      for (String cell : row) {
        switch (NumberText.style(cell)) {
          case COMMA -> commas++;
          case POINT -> points++;
          case UNKNOWN -> {}
        }
      }
    }
    boolean semicolons = dialect != null && dialect.delimiter() == ';';
    return commas == points ? semicolons : commas > points;
  }

  private static Recognition unrecognised(
      List<Candidate> rivals,
      Candidate nearest,
      String part,
      TextDialect dialect,
      List<SampleRow> rows) {
    boolean near = rivals.isEmpty() && nearness(nearest) > 0;
    return new Recognition(
        part,
        dialect,
        null,
        0,
        List.of(),
        "",
        false,
        Map.of(),
        rivals.stream().map(c -> c.format().name()).sorted(Comparator.naturalOrder()).toList(),
        near ? nearest.format().name() : null,
        near ? missing(nearest) : List.of(),
        near ? strange(nearest, rows.get(nearest.row()).cells()) : List.of());
  }

  /** Headers the format does not know, or must not have. */
  private static List<String> strange(Candidate candidate, List<String> headers) {
    List<String> strange = new ArrayList<>(candidate.binding().unknown());
    for (String column : candidate.format().recognise().none()) {
      candidate
          .binding()
          .cells()
          .getOrDefault(column, List.of())
          .forEach(cell -> strange.add(headers.get(cell)));
    }
    return strange;
  }
}
