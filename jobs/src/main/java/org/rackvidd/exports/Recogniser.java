package org.rackvidd.exports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.rackvidd.exports.ExportFormat.ColumnRule;
import org.rackvidd.exports.ExportFormat.Signature;

/** Tells from the first rows of a table which format it has. It never guesses: a tie is a tie. */
final class Recogniser {
  /** A header row is looked for in as many rows, and the way dates are written in those behind. */
  static final int ROWS_LOOKED_AT = 200;

  private static final int LAST_HEADER_ROW = 30;
  private static final int LEAST_BOUND = 2;

  private static final int NEAR = 3;

  /** A row and the line it starts on. */
  record SampleRow(long line, List<String> cells) {}

  /**
   * A table whose format is sought.
   *
   * @param kind formats found in this kind of document are considered
   * @param rows its first rows
   * @param top what stands above the first table of the same document, nearest first
   * @param first line of the first row that belongs to it
   * @param last line of the last
   */
  record Table(
      ExportFormat.Kind kind,
      String part,
      TextDialect dialect,
      List<SampleRow> rows,
      List<String> top,
      long first,
      long last) {

    /** A document's only table. */
    static Table only(
        ExportFormat.Kind kind, String part, TextDialect dialect, List<SampleRow> rows) {
      return new Table(kind, part, dialect, rows, List.of(), 0, Long.MAX_VALUE);
    }

    /** What stands above a row, nearest first. */
    List<String> above(int row) {
      List<String> above = new ArrayList<>();
      for (int i = row - 1; i >= 0; i--) {
        above.add(textOf(rows.get(i)));
      }
      top.stream().filter(text -> !above.contains(text)).forEach(above::add);
      return above;
    }

    static String textOf(SampleRow row) {
      return String.join(", ", row.cells().stream().filter(cell -> !cell.isEmpty()).toList());
    }
  }

  /**
   * A row as the header of a format.
   *
   * @param nearness how near it comes to one, 0 being nothing like it
   */
  private record Candidate(ExportFormat format, int row, Binding binding, double nearness) {
    static Candidate of(ExportFormat format, int row, Binding binding) {
      int bound = binding.size();
      // Any header fits a spread.
      if (bound < LEAST_BOUND || format.spread() != null) {
        return new Candidate(format, row, binding, 0);
      }
      // Of two that lack as much, the one that knows more headers is nearer.
      double known = (double) bound / (bound + missing(format, binding).size());
      return new Candidate(format, row, binding, known + bound / 1e6);
    }
  }

  private final Map<ExportFormat, Binding.Headers> formats = new LinkedHashMap<>();

  Recogniser(List<ExportFormat> formats) {
    formats.forEach(format -> this.formats.put(format, new Binding.Headers(format)));
  }

  /**
   * Whether the row is the header of a table that may stand above others in one text.
   *
   * @param title text of the row right above, or empty
   */
  boolean isStackedHeader(List<String> cells, String title) {
    List<String> normal = Binding.normal(cells);
    return formats.entrySet().stream()
        .filter(entry -> entry.getKey().stacked())
        .anyMatch(
            entry -> fits(entry.getKey(), Binding.of(entry.getValue(), cells, normal), "", title));
  }

  Recognition recognise(Table table) {
    List<Candidate> best = new ArrayList<>();
    Map<String, Candidate> others = new LinkedHashMap<>();
    for (int row = 0; row < Math.min(table.rows().size(), LAST_HEADER_ROW); row++) {
      List<String> cells = table.rows().get(row).cells();
      List<String> normal = Binding.normal(cells);
      for (var entry : formats.entrySet()) {
        if (!entry.getKey().isFoundIn(table.kind())) {
          continue;
        }
        Binding binding = Binding.of(entry.getValue(), cells, normal);
        Candidate candidate = Candidate.of(entry.getKey(), row, binding);
        String title = row == 0 ? "" : Table.textOf(table.rows().get(row - 1));
        if (fits(entry.getKey(), binding, table.part(), title)) {
          keepBest(best, candidate);
        }
        others.merge(
            entry.getKey().name(), candidate, (a, b) -> b.nearness() > a.nearness() ? b : a);
      }
    }
    best.forEach(candidate -> others.remove(candidate.format().name()));
    List<Recognition.Near> near =
        others.values().stream()
            .filter(candidate -> candidate.nearness() > 0)
            .sorted(Comparator.comparingDouble(Candidate::nearness).reversed())
            .limit(NEAR)
            .map(candidate -> near(candidate, table.rows().get(candidate.row()).cells()))
            .toList();
    return best.size() == 1
        ? recognised(best.get(0), table, near)
        : unrecognised(best, near, table);
  }

  private static boolean fits(ExportFormat format, Binding binding, String part, String title) {
    Signature signature = format.recognise();
    return binding.size() >= (signature.titled() == null ? LEAST_BOUND : 1)
        && (signature.titled() == null || isWordOf(format, signature.titled(), title))
        && (signature.sheet() == null || Pattern.compile(signature.sheet()).matcher(part).find())
        && signature.all().stream().allMatch(binding::has)
        && signature.any().stream().allMatch(group -> group.stream().anyMatch(binding::has))
        && signature.none().stream().noneMatch(binding::has)
        && (!signature.nothingElse() || binding.unknown().isEmpty());
  }

  private static boolean isWordOf(ExportFormat format, String column, String text) {
    String normal = HeaderName.normal(text);
    return format.rule(column).values().values().stream()
        .flatMap(List::stream)
        .anyMatch(word -> HeaderName.normal(word).equals(normal));
  }

  private static void keepBest(List<Candidate> best, Candidate candidate) {
    int lead = best.isEmpty() ? 1 : candidate.binding().size() - best.get(0).binding().size();
    if (lead > 0) {
      best.clear();
    }
    // The same format further down is a repeated header, another stacked one the next table.
    if (lead >= 0
        && best.stream()
            .noneMatch(
                c ->
                    c.format().name().equals(candidate.format().name())
                        || c.format().stacked()
                            && candidate.format().stacked()
                            && c.row() != candidate.row())) {
      best.add(candidate);
    }
  }

  private static Recognition.Near near(Candidate candidate, List<String> headers) {
    List<String> matched = new ArrayList<>();
    candidate.binding().cells().values().stream()
        .flatMap(List::stream)
        .sorted()
        .forEach(cell -> matched.add(headers.get(cell)));
    return new Recognition.Near(
        candidate.format().name(),
        matched,
        missing(candidate.format(), candidate.binding()),
        strange(candidate, headers));
  }

  private static List<String> missing(ExportFormat format, Binding binding) {
    Signature signature = format.recognise();
    List<String> missing = new ArrayList<>();
    for (String column : signature.all()) {
      if (!binding.has(column)) {
        missing.add(header(format, column));
      }
    }
    for (List<String> group : signature.any()) {
      if (group.stream().noneMatch(binding::has)) {
        missing.add(
            String.join(" or ", group.stream().map(column -> header(format, column)).toList()));
      }
    }
    return missing;
  }

  private static String header(ExportFormat format, String column) {
    ColumnRule rule = format.rule(column);
    return rule == null
        ? column
        : rule.headers().values().stream().flatMap(List::stream).findFirst().orElse(column);
  }

  private static Recognition recognised(
      Candidate candidate, Table table, List<Recognition.Near> near) {
    SampleRow header = table.rows().get(candidate.row());
    List<List<String>> sample =
        table.rows().subList(candidate.row() + 1, table.rows().size()).stream()
            .map(SampleRow::cells)
            .toList();
    List<String> above = table.above(candidate.row());
    Map<String, String> patterns = new LinkedHashMap<>();
    List<DayOrder.Signs> signs = new ArrayList<>();
    Map<String, ColumnRule> rules = new LinkedHashMap<>(candidate.format().columns());
    rules.putAll(candidate.format().metrics());
    rules.forEach(
        (column, rule) -> {
          if (!rule.patterns().isEmpty()) {
            List<String> values = new ArrayList<>();
            for (String source : sources(candidate.format(), column, new LinkedHashSet<>())) {
              values.addAll(values(sample, candidate.binding().cells().get(source)));
            }
            rule.fallbacks().forEach(f -> f.fromAbove(above).ifPresent(values::add));
            String pattern = TimeText.best(rule.patterns(), values);
            patterns.put(column, pattern);
            signs.add(TimeText.dayOrder(pattern, values));
          }
        });
    return new Recognition(
        table.part(),
        table.dialect(),
        candidate.format(),
        new Recognition.Place(table.first(), header.line(), table.last()),
        header.cells(),
        above,
        candidate.binding().language(),
        new Notation(
            table.kind() == ExportFormat.Kind.RECORDS
                ? DecimalSign.POINT
                : decimalSign(sample, table.dialect()),
            signs.stream().reduce(DayOrder.Signs.NONE, DayOrder.Signs::plus).order()),
        patterns,
        List.of(),
        near,
        candidate.binding().unknown());
  }

  /** The column and those its value may come from. */
  private static Set<String> sources(ExportFormat format, String column, Set<String> found) {
    ColumnRule rule = format.columns().get(column);
    if (rule != null && found.add(column)) {
      sources(format, rule.instead(), found);
      rule.fallbacks().forEach(fallback -> sources(format, fallback.column(), found));
    }
    return found;
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

  private static DecimalSign decimalSign(List<List<String>> rows, TextDialect dialect) {
    int commas = 0;
    int points = 0;
    for (List<String> row : rows) {
      for (String cell : row) {
        NumberText.Style style = NumberText.style(cell);
        commas += style == NumberText.Style.COMMA ? 1 : 0;
        points += style == NumberText.Style.POINT ? 1 : 0;
      }
    }
    boolean semicolons = dialect != null && dialect.delimiter() == ';';
    boolean isComma = commas == points ? semicolons : commas > points;
    return isComma ? DecimalSign.COMMA : DecimalSign.POINT;
  }

  private static Recognition unrecognised(
      List<Candidate> rivals, List<Recognition.Near> near, Table table) {
    List<Recognition.Near> shown = rivals.isEmpty() ? near : List.of();
    return new Recognition(
        table.part(),
        table.dialect(),
        null,
        new Recognition.Place(table.first(), 0, table.last()),
        likelyHeader(table.rows()),
        List.of(),
        "",
        new Notation(DecimalSign.POINT, DayOrder.USUAL),
        Map.of(),
        rivals.stream().map(c -> c.format().name()).sorted(Comparator.naturalOrder()).toList(),
        shown,
        shown.isEmpty() ? List.of() : shown.get(0).strange());
  }

  /** The first of the rows with the most words in them: shown to the user, never stored. */
  private static List<String> likelyHeader(List<SampleRow> rows) {
    return rows.stream()
        .limit(LAST_HEADER_ROW)
        .map(SampleRow::cells)
        .reduce(List.of(), (a, b) -> words(b) > words(a) ? b : a);
  }

  private static long words(List<String> cells) {
    return cells.stream().filter(c -> c.codePoints().anyMatch(Character::isLetter)).count();
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
