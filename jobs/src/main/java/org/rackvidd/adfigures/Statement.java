package org.rackvidd.adfigures;

import java.util.Comparator;

/**
 * What was stated about an entity over a period in one cell.
 *
 * @param row number of the row it was made from
 * @param start first day, as days since 1970
 * @param end last day
 * @param breakdown its cell, empty for the whole
 * @param dimensions names of the cell's dimensions
 * @param observedAt microseconds since 1970
 * @param isWhole whether it stands for the cells of its dimensions without being one: it was stated
 *     for all of them together
 */
record Statement(
    int row,
    Entity entity,
    long start,
    long end,
    String breakdown,
    String dimensions,
    long observedAt,
    String fileId,
    long line,
    boolean isWhole,
    Figures figures) {

  /** The finest first: a day before a range, an ad before its campaign; among equals the newest. */
  static final Comparator<Statement> FINEST_FIRST =
      Comparator.comparingLong(Statement::days)
          .thenComparing(Comparator.comparingInt((Statement s) -> s.entity().depth()).reversed())
          .thenComparing(Comparator.comparingLong(Statement::observedAt).reversed())
          .thenComparing(Comparator.comparing(Statement::fileId).reversed())
          .thenComparing(Comparator.comparingLong(Statement::line).reversed())
          .thenComparingLong(Statement::start);

  Statement about(Entity other) {
    return new Statement(
        row, other, start, end, breakdown, dimensions, observedAt, fileId, line, isWhole, figures);
  }

  long days() {
    return end - start + 1;
  }

  boolean isAsFineAs(Statement other) {
    return days() == other.days() && entity.depth() == other.entity.depth();
  }
}
