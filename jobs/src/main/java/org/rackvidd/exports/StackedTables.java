package org.rackvidd.exports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.rackvidd.exports.Recogniser.SampleRow;
import org.rackvidd.exports.Recogniser.Table;

/**
 * Takes apart a text that holds several tables, one below the other. A table begins with its
 * header; lines of a single cell right above it, such as a title, are its own.
 */
final class StackedTables {
  private static final int LONGEST_TITLE = 10;

  /** Each is read on its own, from the beginning of the text. */
  static final int MOST_TABLES = 200;

  private final Recogniser recogniser;
  private final TextDialect dialect;
  private final List<Table> tables = new ArrayList<>();
  private final List<SampleRow> titles = new ArrayList<>();
  private List<SampleRow> sample = new ArrayList<>();
  private List<String> top = List.of();
  private long first;
  private long header;
  private List<String> headers = List.of();
  private boolean behindNarrowHeader;

  private StackedTables(Recogniser recogniser, TextDialect dialect) {
    this.recogniser = recogniser;
    this.dialect = dialect;
  }

  /**
   * @param rows all rows of the text, from the first
   * @throws IOException also where there are too many tables
   */
  static List<Table> of(Recogniser recogniser, TextDialect dialect, Rows rows) throws IOException {
    StackedTables stacked = new StackedTables(recogniser, dialect);
    for (Cells cells = next(rows); cells != null; cells = next(rows)) {
      stacked.add(new SampleRow(cells.line(), cells.texts()));
    }
    stacked.titles.forEach(stacked::keep);
    stacked.close(Long.MAX_VALUE);
    return stacked.tables;
  }

  private static Cells next(Rows rows) throws IOException {
    while (true) {
      try {
        return rows.next();
      } catch (BadRow skipped) {
        // It will be rejected, with its reason, when its table is read.
      }
    }
  }

  private void add(SampleRow row) throws IOException {
    String title = titles.isEmpty() ? "" : Table.textOf(titles.get(titles.size() - 1));
    boolean narrow = row.cells().stream().filter(cell -> !cell.isEmpty()).count() == 1;
    // Below a header of one cell, a single cell is data.
    boolean isTitle = narrow && !behindNarrowHeader;
    behindNarrowHeader = false;
    if (recogniser.isStackedHeader(row.cells(), title) || isOtherHeader(row.cells())) {
      begin(row);
      behindNarrowHeader = narrow;
    } else if (isTitle) {
      titles.add(row);
      if (titles.size() > LONGEST_TITLE) {
        keep(titles.remove(0));
      }
    } else {
      titles.forEach(this::keep);
      titles.clear();
      keep(row);
    }
  }

  /**
   * Whether all cells but one are those of the header above: it begins a table about something
   * nobody knows, whose rows must not pass for those of the other.
   */
  private boolean isOtherHeader(List<String> cells) {
    return cells.size() == headers.size()
        && cells.size() > 1
        && !cells.contains("")
        && IntStream.range(0, cells.size())
                .filter(i -> !cells.get(i).equals(headers.get(i)))
                .count()
            == 1;
  }

  private void begin(SampleRow row) throws IOException {
    if (tables.size() == MOST_TABLES) {
      throw new IOException(
          "The text holds more than %d tables. Take it apart.".formatted(MOST_TABLES));
    }
    long start = titles.isEmpty() ? row.line() : titles.get(0).line();
    if (header > 0) {
      close(start - 1);
      sample = new ArrayList<>();
      first = start;
    }
    titles.forEach(this::keep);
    if (header == 0) {
      for (int i = sample.size() - 1; i >= 0; i--) {
        top = new ArrayList<>(top);
        top.add(Table.textOf(sample.get(i)));
      }
    }
    titles.clear();
    header = row.line();
    headers = row.cells();
    keep(row);
  }

  private void keep(SampleRow row) {
    if (sample.size() < Recogniser.ROWS_LOOKED_AT) {
      sample.add(row);
    }
  }

  private void close(long last) {
    String part = tables.isEmpty() && last == Long.MAX_VALUE ? "" : "line " + header;
    tables.add(new Table(ExportFormat.Kind.TEXT, part, dialect, sample, top, first, last));
  }
}
