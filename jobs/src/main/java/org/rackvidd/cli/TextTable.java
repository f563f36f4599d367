package org.rackvidd.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows in aligned columns, numbers to the right, shortened where the terminal is too narrow. */
final class TextTable {
  private static final String GAP = "  ";
  private static final int NARROWEST_COLUMN = 6;

  private final List<String> headers;
  private final boolean[] right;
  private final List<List<String>> rows = new ArrayList<>();
  private boolean keepsFirst;

  /**
   * @param headers a header that begins with > is of a column of numbers
   */
  TextTable(String... headers) {
    this(Arrays.asList(headers));
  }

  TextTable(List<String> headers) {
    this.right = new boolean[headers.size()];
    this.headers = new ArrayList<>();
    for (int i = 0; i < headers.size(); i++) {
      right[i] = headers.get(i).startsWith(">");
      this.headers.add(headers.get(i).replaceFirst("^>", ""));
    }
  }

  /** Has the first column, of names that are to be typed, never shortened. */
  TextTable keepFirst() {
    keepsFirst = true;
    return this;
  }

  TextTable row(List<String> cells) {
    rows.add(cells.stream().map(TextTable::onOneLine).toList());
    return this;
  }

  TextTable row(String... cells) {
    return row(Arrays.asList(cells));
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  private static String onOneLine(String cell) {
    // Control characters in a caption must not reach the terminal.
    return cell == null ? "" : cell.replaceAll("\\p{Cntrl}+", " ").strip();
  }

  /** Whether something must be shortened to fit. */
  boolean isTooWideFor(int columns) {
    return !Arrays.equals(widths(columns), widths(Integer.MAX_VALUE));
  }

  void print(PrintWriter out, int columns) {
    int[] widths = widths(columns);
    line(out, headers, widths);
    line(out, Arrays.stream(widths).mapToObj("─"::repeat).toList(), widths);
    rows.forEach(row -> line(out, row, widths));
  }

  private int[] widths(int columns) {
    int[] widths = new int[headers.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = length(headers.get(i));
      for (List<String> row : rows) {
        widths[i] = Math.max(widths[i], length(row.get(i)));
      }
    }
    long total =
        Arrays.stream(widths).asLongStream().sum() + (long) GAP.length() * (widths.length - 1);
    while (total > columns) {
      int widest = widest(widths);
      if (widest < 0) {
        break;
      }
      widths[widest]--;
      total--;
    }
    return widths;
  }

  /** The widest column that may be shortened: text before numbers, which would be wrong then. */
  private int widest(int[] widths) {
    int widest = -1;
    for (int i = keepsFirst ? 1 : 0; i < widths.length; i++) {
      if (!right[i] && widths[i] > NARROWEST_COLUMN && (widest < 0 || widths[i] > widths[widest])) {
        widest = i;
      }
    }
    return widest;
  }

  private void line(PrintWriter out, List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = fit(cells.get(i), widths[i]);
      String space = " ".repeat(Math.max(0, widths[i] - length(cell)));
      line.append(i == 0 ? "" : GAP).append(right[i] ? space + cell : cell + space);
    }
    out.println(line.toString().stripTrailing());
  }

  private static String fit(String cell, int width) {
    if (length(cell) <= width) {
      return cell;
    }
    int end =
        cell.offsetByCodePoints(
            0, Math.max(0, Math.min(width, cell.codePointCount(0, cell.length())) - 1));
    while (end > 0 && length(cell.substring(0, end)) > width - 1) {
      end = cell.offsetByCodePoints(end, -1);
    }
    return cell.substring(0, end) + "…";
  }

  /** Places the text takes on a terminal; emoji and East Asian characters take two. */
  private static int length(String text) {
    return text.codePoints().map(TextTable::places).sum();
  }

  private static int places(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || c == 0x200D) {
      return 0;
    }
    boolean wide =
        c >= 0x1100 && c <= 0x115F || c >= 0x2E80 && c <= 0xA4CF || c >= 0xAC00 && c <= 0xD7A3;
    return wide || c >= 0xF900 && c <= 0xFAFF || c >= 0x1F300 && c <= 0x1FAFF ? 2 : 1;
  }
}
