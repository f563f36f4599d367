package org.rackvidd.lake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** What holds between a row that is {@code stored} and one that is {@code new}. */
final class Match {
  private static final String BATCH = "batch";

  private Match() {}

  static Column same(List<String> columns) {
    return columns.stream()
        .map(c -> functions.col("stored." + c).equalTo(functions.col("new." + c)))
        .reduce(functions.lit(true), Column::and);
  }

  /** As {@link #same}, of columns that may be NULL. */
  static Column alike(List<String> columns) {
    return columns.stream()
        .map(c -> functions.col("stored." + c).eqNullSafe(functions.col("new." + c)))
        .reduce(functions.lit(true), Column::and);
  }

  /** Whether the new row takes the stored one's place: always, where the table has no newest. */
  static Column isNewer(TableSpec spec) {
    return spec.newest().isEmpty()
        ? functions.lit(true)
        : functions
            .struct(columns("new", spec.newest()))
            .gt(functions.struct(columns("stored", spec.newest())));
  }

  /**
   * The row that takes a stored one's place, by column: the new one, but for the batch of a table
   * with provenance where it says nothing new.
   */
  static Map<String, Column> replacement(TableSpec spec) {
    Map<String, Column> row = new LinkedHashMap<>();
    spec.columnNames().forEach(name -> row.put(name, functions.col("new." + name)));
    if (!spec.provenance().isEmpty()) {
      List<String> said = new ArrayList<>(spec.columnNames());
      said.removeAll(spec.provenance());
      said.remove(BATCH);
      row.put(
          BATCH,
          functions
              .when(alike(said), functions.col("stored." + BATCH))
              .otherwise(functions.col("new." + BATCH)));
    }
    return row;
  }

  static Column[] columns(String alias, List<String> names) {
    return names.stream().map(name -> functions.col(alias + "." + name)).toArray(Column[]::new);
  }
}
