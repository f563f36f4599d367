package org.rackvidd.lake;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * What a table is to hold after a change. Where it is small, to compute and write all of it is one
 * query, where Delta's MERGE runs several: for the files, for the join, for what is rewritten.
 *
 * @param rows all it holds now
 */
record SmallTable(TableSpec spec, Dataset<Row> rows) {
  /** As {@link Lake#merge}. */
  Dataset<Row> merged(Dataset<Row> fresh) {
    Column isNew = functions.col("new").isNotNull();
    Column isAlone = functions.col("stored").isNull();
    Column[] replacement =
        Match.replacement(spec).entrySet().stream()
            .map(column -> column.getValue().as(column.getKey()))
            .toArray(Column[]::new);
    Column stays =
        functions
            .when(isNew.and(isAlone.or(Match.isNewer(spec))), functions.struct(replacement))
            .otherwise(functions.col("stored"));
    return whole(rows, "stored")
        .join(whole(fresh, "new"), Match.same(spec.grain()), "full_outer")
        .select(stays.as("stays"))
        .select("stays.*");
  }

  /** As {@link Lake#exchange}. */
  Dataset<Row> exchanged(Dataset<Row> fresh, Dataset<Row> standing) {
    Column[] grain = spec.grain().stream().map(functions::col).toArray(Column[]::new);
    Dataset<Row> gone = fresh.select(grain).unionByName(standing.select(grain));
    return rows.as("stored")
        .join(gone.as("new"), Match.alike(spec.grain()), "left_anti")
        .unionByName(fresh);
  }

  /** As {@link Lake#replace}. */
  Dataset<Row> replaced(Dataset<Row> fresh, String condition) {
    Column goes = functions.coalesce(functions.expr(condition), functions.lit(false));
    return rows.filter(functions.not(goes)).unionByName(fresh);
  }

  /** As {@link Lake#deleteLike}. */
  Dataset<Row> without(Dataset<Row> others, List<String> columns) {
    return rows.as("stored").join(others.as("new"), Match.same(columns), "left_anti");
  }

  private static Dataset<Row> whole(Dataset<Row> of, String name) {
    return of.select(functions.struct(functions.col("*")).as(name));
  }
}
