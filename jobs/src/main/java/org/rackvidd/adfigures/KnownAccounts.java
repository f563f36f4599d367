package org.rackvidd.adfigures;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.rackvidd.lake.Lake;

/**
 * The accounts that some exports give by name only while others say their id. A name stands for an
 * id where on its channel just one account was ever called so.
 */
final class KnownAccounts {
  private final List<Row> names;
  private final List<Row> resolvable;

  private KnownAccounts(List<Row> names) {
    this.names = names;
    this.resolvable =
        names.stream().filter(name -> !name.isNullAt(name.fieldIndex("known_id"))).toList();
  }

  /** By all that was ever said in the lake. */
  static KnownAccounts of(Lake lake) {
    lake.table("facts.ad_metrics").createOrReplaceTempView("ad_metrics");
    lake.table("facts.ad_history").createOrReplaceTempView("ad_history");
    return new KnownAccounts(
        lake.query("tables/results/ad_figures/known_account.sql").collectAsList());
  }

  /** Whether a name may have stood for something else when there was no more than this batch. */
  boolean areOtherThanAt(long batch) {
    return names.stream().anyMatch(name -> name.getLong(name.fieldIndex("batch")) > batch);
  }

  /**
   * @param rows with the account_id they were stated under
   * @return the rows with the account's id in its place, and beside it, as stated_account_id, what
   *     stood there
   */
  Dataset<Row> resolved(Dataset<Row> rows) {
    Dataset<Row> stated = rows.withColumn("stated_account_id", functions.col("account_id"));
    if (resolvable.isEmpty()) {
      return stated;
    }
    Dataset<Row> ids =
        rows.sparkSession().createDataFrame(resolvable, resolvable.get(0).schema()).drop("batch");
    return stated
        .as("row")
        .join(
            functions.broadcast(ids).as("known"),
            functions.expr(
                """
                row.channel = known.channel AND row.account_name = known.account_name
                AND row.account_id = row.account_name
                """),
            "left_outer")
        .select(functions.col("row.*"), functions.col("known_id"))
        .withColumn("account_id", functions.expr("coalesce(known_id, account_id)"))
        .drop("known_id");
  }

  /** The rows as they were before they were {@link #resolved}. */
  static Dataset<Row> asStated(Dataset<Row> resolved) {
    return resolved
        .withColumn("account_id", functions.col("stated_account_id"))
        .drop("stated_account_id");
  }
}
