package org.rackvidd.build;

import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.rackvidd.configuration.Configuration;
import org.rackvidd.lake.Lake;

/**
 * What one build of an area is to do.
 *
 * @param sinceBatch facts of later ingests are new to the area; -1 where all are
 * @param from first local day to build again, changed or not; null where only changes count
 * @param to last such day
 */
public record BuildRun(
    Lake lake, Configuration configuration, long sinceBatch, LocalDate from, LocalDate to) {

  /**
   * Declares {@code organisation_zone}, by which queries tell local days: a variable, not text put
   * into the query, as SQL is never made from data.
   */
  public void declareZone() {
    lake.spark().sql("DECLARE OR REPLACE VARIABLE organisation_zone STRING");
    lake.spark()
        .sql(
            "SET VAR organisation_zone = ?",
            new Object[] {configuration.organisation().timeZone().getId()});
  }

  /**
   * Rows of facts that are new to the area, or are asked for by their day.
   *
   * @param day column of the rows
   */
  public Column isChanged(String day) {
    Column changed = functions.col("batch").gt(sinceBatch);
    if (from == null && to == null) {
      return changed;
    }
    Column asked = functions.lit(true);
    if (from != null) {
      asked = asked.and(functions.col(day).geq(functions.lit(from)));
    }
    if (to != null) {
      asked = asked.and(functions.col(day).leq(functions.lit(to)));
    }
    return changed.or(asked);
  }

  /** Whether everything is built from the beginning. */
  public boolean isFull() {
    return sinceBatch < 0;
  }
}
