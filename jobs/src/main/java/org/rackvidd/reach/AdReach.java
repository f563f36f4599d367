package org.rackvidd.reach;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.rackvidd.build.BuildRun;
import org.rackvidd.lake.Lake;

/** Builds results.reach_campaign: what is known of the reach of campaigns and ad accounts. */
final class AdReach {
  static final String TABLE = "results.reach_campaign";
  private static final String FIGURES = "results.ad_figures";
  private static final String SET_ASIDE = "ops.ad_set_aside";

  /** Rows that are there in finer ones, and yet state a reach of their own. */
  private static final List<String> COARSER =
      List.of(
          "covered_by_days",
          "covered_by_shorter_periods",
          "covered_by_ads",
          "covered_by_ad_sets",
          "covered_by_campaigns",
          "overlaps");

  private final BuildRun run;
  private final Lake lake;

  AdReach(BuildRun run) {
    this.run = run;
    this.lake = run.lake();
  }

  /** Brings the table up to date. */
  void build() {
    Dataset<Row> stated =
        lake.table(FIGURES)
            .filter("origin = 'stated'")
            .unionByName(
                lake.table(SET_ASIDE).filter(functions.col("reason").isin(COARSER.toArray())),
                true);
    if (run.isFull() || hasOtherAccounts(stated)) {
      stated.createOrReplaceTempView("ad_statement");
      lake.replace(TABLE, query(), null);
      return;
    }
    Row changed = changed();
    if (!changed.isNullAt(0)) {
      Column within = between("period_start", changed);
      stated.filter(within).createOrReplaceTempView("ad_statement");
      lake.exchange(
          TABLE,
          query(),
          lake.table(TABLE).filter(within),
          between("stored.period_start", changed));
    }
  }

  /** An account that was known by its name only has come to be known by its id. */
  private boolean hasOtherAccounts(Dataset<Row> stated) {
    Dataset<Row> accounts = stated.select("channel", "account_id").distinct();
    Dataset<Row> standing = lake.table(TABLE).select("channel", "account_id").distinct();
    return !standing.except(accounts).isEmpty();
  }

  /** First and last beginning of a period of which something was stated anew. */
  private Row changed() {
    return lake.table("facts.ad_metrics")
        .select("period_start", "batch")
        .union(lake.table("facts.ad_history").select("period_start", "batch"))
        .filter(run.isChanged("period_start"))
        .agg(functions.min("period_start"), functions.max("period_start"))
        .head();
  }

  private static Column between(String column, Row dates) {
    LocalDate first = dates.getLocalDate(0);
    LocalDate last = dates.getLocalDate(1);
    return functions.col(column).between(functions.lit(first), functions.lit(last));
  }

  private Dataset<Row> query() {
    return lake.query(Reach.FOLDER + "reach_campaign.sql");
  }
}
