package org.rackvidd.lake;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** Conditions between a row that is {@code stored} and one that is {@code new}. */
final class Match {
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

  static Column[] columns(String alias, List<String> names) {
    return names.stream().map(name -> functions.col(alias + "." + name)).toArray(Column[]::new);
  }
}
