package org.rackvidd.restatement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;
import org.rackvidd.build.BuildRun;
import org.rackvidd.lake.Lake;

/**
 * Builds results.restatement: of all that was ever stated about an ad or a post, what differs from
 * the statement before. Of a batch, the statements of the days it tells of and of later ones are
 * compared anew; of those before only the last number counts.
 */
public final class Restatement {
  private static final String TABLE = "results.restatement";
  private static final LocalDate EVER = LocalDate.of(1, 1, 1);
  private static final List<String> AD =
      List.of(
          "channel",
          "account_id",
          "campaign_id",
          "ad_set_id",
          "ad_id",
          "period_start",
          "period_end",
          "breakdown");
  private static final List<String> POST = List.of("channel", "account_id", "post_id", "delivery");
  private static final List<String> THING =
      Stream.concat(
              Stream.of("organisation", "subject"),
              Stream.concat(AD.stream(), Stream.of("post_id", "delivery")))
          .toList();

  private final BuildRun run;
  private final Lake lake;

  private Restatement(BuildRun run) {
    this.run = run;
    this.lake = run.lake();
  }

  /** Brings the table up to date; a sentence says what was found. */
  public static String build(BuildRun run) {
    return new Restatement(run).build();
  }

  private String build() {
    lake.create(List.of(TABLE));
    // Whatever was stated twice has left something in the history; nothing else can have changed.
    Dataset<Row> ads = changed("facts.ad_history", AD);
    Dataset<Row> posts = changed("facts.post_metrics", POST);
    try {
      LocalDate earliest = earliest(ads, posts);
      if (earliest == null) {
        return nothing();
      }
      LocalDate since = run.isFull() ? EVER : earliest;
      said(ads(ads), "facts.ad_metrics", since)
          .unionByName(said(posts(posts), "facts.post_metrics", since))
          .createOrReplaceTempView("said");
      Dataset<Row> rows = lake.query("tables/results/restatement/restatement.sql");
      if (run.isFull()) {
        return "%,d changes, from the beginning".formatted(lake.replace(TABLE, rows, null));
      }
      return "%,d changes since %s of what was stated again"
          .formatted(
              lake.exchange(
                  TABLE,
                  rows.filter(functions.col("changed_on").geq(functions.lit(since))),
                  standing(ads, posts, since),
                  functions.col("stored.changed_on").geq(functions.lit(since))),
              since);
    } finally {
      ads.unpersist();
      posts.unpersist();
    }
  }

  private String nothing() {
    if (!run.isFull()) {
      return "nothing changed";
    }
    lake.delete(TABLE, functions.lit(true));
    return "nothing was stated twice";
  }

  /** Keys of what new batches tell of, and the earliest day of observation of each. */
  private Dataset<Row> changed(String table, List<String> key) {
    Dataset<Row> news = lake.table(table).filter(functions.col("batch").gt(run.sinceBatch()));
    if (run.isFull() && key.equals(POST)) {
      // On a first load nearly all accounts were seen on one day, and need no look at each thing.
      news =
          news.join(
              functions.broadcast(seenAgain(news, List.of("channel", "account_id"))),
              new String[] {"channel", "account_id"},
              "left_semi");
    }
    return (run.isFull() && key.equals(POST)
            ? seenAgain(news, key)
            : news.groupBy(columns(key)).agg(functions.min("observed_on").as("since")))
        .persist(StorageLevel.MEMORY_AND_DISK());
  }

  private static Dataset<Row> seenAgain(Dataset<Row> rows, List<String> key) {
    return rows.groupBy(columns(key))
        .agg(functions.min("observed_on").as("since"), functions.max("observed_on").as("last"))
        .filter("since < last")
        .drop("last");
  }

  private static LocalDate earliest(Dataset<Row> ads, Dataset<Row> posts) {
    return ads.select("since")
        .union(posts.select("since"))
        .agg(functions.min("since"))
        .head()
        .getLocalDate(0);
  }

  private Dataset<Row> ads(Dataset<Row> keys) {
    Row range = keys.agg(functions.min("period_start"), functions.max("period_start")).head();
    Column within =
        functions
            .col("period_start")
            .between(functions.lit(range.getLocalDate(0)), functions.lit(range.getLocalDate(1)));
    return lake.table("facts.ad_metrics")
        .unionByName(lake.table("facts.ad_history"))
        .filter(within)
        .join(keys, AD.toArray(String[]::new), "left_semi")
        .withColumn("subject", functions.lit("ad"))
        .withColumn("post_id", functions.lit(""))
        .withColumn("delivery", functions.lit(""));
  }

  private Dataset<Row> posts(Dataset<Row> keys) {
    return lake.table("facts.post_metrics")
        .join(keys, POST.toArray(String[]::new), "left_semi")
        .withColumn("subject", functions.lit("post"))
        .withColumn("campaign_id", functions.lit(""))
        .withColumn("ad_set_id", functions.lit(""))
        .withColumn("ad_id", functions.lit(""))
        .withColumn("period_start", functions.lit(null).cast("date"))
        .withColumn("period_end", functions.lit(null).cast("date"))
        .withColumn("breakdown", functions.lit(""));
  }

  /**
   * The numbers in the rows, each a row: of each day from {@code since} on the last that was
   * stated, and the last of all before.
   *
   * @param table whose additive columns and reach are wanted
   */
  private Dataset<Row> said(Dataset<Row> rows, String table, LocalDate since) {
    List<String> metrics = new ArrayList<>(lake.tables().get(table).additiveColumns());
    metrics.add("reach");
    Column order =
        functions.struct(columns(List.of("observed_on", "observed_at", "file_id", "line")));
    Column[] newest =
        metrics.stream()
            .map(
                metric ->
                    functions
                        .max_by(
                            functions.struct(
                                functions.col("observed_on"),
                                functions.col(metric).cast("decimal(28,6)").as("figure")),
                            functions.when(functions.col(metric).isNotNull(), order))
                        .as(metric))
            .toArray(Column[]::new);
    Column[] numbers =
        metrics.stream()
            .map(
                metric ->
                    functions.struct(
                        functions.lit(metric).as("metric"), functions.col(metric).as("statement")))
            .toArray(Column[]::new);
    List<Column> row = new ArrayList<>(List.of(columns(THING)));
    row.addAll(List.of(functions.col("number.metric"), functions.col("number.statement.*")));
    List<Column> day = new ArrayList<>(List.of(columns(THING)));
    day.add(
        functions
            .when(
                functions.col("observed_on").geq(functions.lit(since)),
                functions.col("observed_on"))
            .as("day"));
    return rows.groupBy(day.toArray(Column[]::new))
        .agg(newest[0], Arrays.copyOfRange(newest, 1, newest.length))
        // Not by unpivot: where rows made by it are kept and stand twice in a query, Spark computes
        // one of the two again.
        .withColumn("number", functions.explode(functions.array(numbers)))
        .filter("number.statement IS NOT NULL")
        .select(row.toArray(Column[]::new));
  }

  private Dataset<Row> standing(Dataset<Row> ads, Dataset<Row> posts, LocalDate since) {
    Dataset<Row> rows =
        lake.table(TABLE).filter(functions.col("changed_on").geq(functions.lit(since)));
    return rows.filter("subject = 'ad'")
        .join(ads, AD.toArray(String[]::new), "left_semi")
        .unionByName(
            rows.filter("subject = 'post'").join(posts, POST.toArray(String[]::new), "left_semi"));
  }

  private static Column[] columns(List<String> names) {
    return names.stream().map(functions::col).toArray(Column[]::new);
  }
}
