package org.rackvidd.bench.comparison;

import java.io.PrintWriter;
import java.util.List;

/**
 * What a measurement found.
 *
 * @param header of the table; the first column is text, the others are numbers
 * @param notes what to know when reading the table
 * @param disagreements what sides did not find alike; without any, the times are of equal work
 * @param raw everything it measured, for the JSON file
 */
record Finding(
    String title,
    List<String> header,
    List<List<String>> rows,
    List<String> notes,
    List<String> disagreements,
    Object raw) {

  /** Where there is no figure. */
  static final String NONE = "–";

  /** The table for people. */
  void print(PrintWriter out) {
    out.println();
    out.println(title);
    line(out, header);
    line(out, header.stream().map(name -> "─".repeat(name.length())).toList());
    rows.forEach(row -> line(out, row));
    notes.forEach(note -> out.println("  " + note));
    disagreements.forEach(sentence -> out.println("  DISAGREEMENT: " + sentence));
    out.flush();
  }

  private void line(PrintWriter out, List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String space = " ".repeat(width(i) - cells.get(i).length());
      line.append(i == 0 ? cells.get(i) + space : "  " + space + cells.get(i));
    }
    out.println(line);
  }

  private int width(int column) {
    int width = header.get(column).length();
    for (List<String> row : rows) {
      width = Math.max(width, row.get(column).length());
    }
    return width;
  }
}
