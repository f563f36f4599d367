package org.rackvidd.engagement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.rackvidd.build.BuildRun;
import org.rackvidd.build.Period;
import org.rackvidd.configuration.Account;
import org.rackvidd.lake.Lake;

/**
 * Builds results.engagement_post and results.engagement: posts with new figures, then the days they
 * were published on, then the longer periods those days are in, the latter from the sums that
 * results.engagement keeps per day.
 */
public final class Engagement {
  private static final String POSTS = "results.engagement_post";
  private static final String PERIODS = "results.engagement";
  private static final String FOLDER = "tables/results/engagement/";
  private static final String[] KEY = {"channel", "account_id", "post_id"};

  /**
   * With more days than this a full pass over the posts is cheaper than finding them one by one.
   */
  private static final int MOST_DAYS = 400;

  private final BuildRun run;
  private final Lake lake;
  private final SparkSession spark;

  private Engagement(BuildRun run) {
    this.run = run;
    this.lake = run.lake();
    this.spark = lake.spark();
  }

  /** Brings both tables up to date; a sentence says how many rows that took. */
  public static String build(BuildRun run) {
    return new Engagement(run).build();
  }

  private String build() {
    lake.create(List.of(POSTS, PERIODS));
    EngagementFunctions.register(spark, run.configuration().audiences().rules());
    run.declareZone();
    registerAccounts();
    return run.isFull() ? buildAll() : buildChanged();
  }

  private String buildAll() {
    lake.table("facts.post").createOrReplaceTempView("changed_post");
    lake.table("facts.post_metrics").createOrReplaceTempView("changed_post_metrics");
    boolean few = lake.expectsFew();
    Dataset<Row> posts = query("engagement_post");
    if (few) {
      posts.persist(StorageLevel.MEMORY_AND_DISK());
    }
    try {
      long count = lake.overwrite(POSTS, posts);
      long rows = buildAllPeriods(few ? posts : lake.table(POSTS));
      return "%,d posts, %,d rows of periods, from the beginning".formatted(count, rows);
    } finally {
      posts.unpersist();
    }
  }

  private long buildAllPeriods(Dataset<Row> posts) {
    return replacePeriods(posts, lake.table(PERIODS).limit(0), null, null);
  }

  /**
   * @param posts of the days that are built, and those without a day
   * @param standing what is stored of other days
   * @param periods those to replace beside all time, or null for the whole table
   * @param condition that rows of these periods meet, or null likewise
   */
  private long replacePeriods(
      Dataset<Row> posts, Dataset<Row> standing, Set<Period> periods, String condition) {
    posts.createOrReplaceTempView("changed_engagement_post");
    try (Rollup rollup = new Rollup(query("engagement_figure"), standing, periods)) {
      rollup.rows(spark).createOrReplaceTempView("engagement_totals");
      return lake.replace(PERIODS, query("engagement"), condition);
    }
  }

  private String buildChanged() {
    Dataset<Row> keys = changedKeys().persist(StorageLevel.MEMORY_AND_DISK());
    if (keys.isEmpty()) {
      keys.unpersist();
      return "nothing changed";
    }
    Standing standing = Standing.of(lake.table(POSTS).join(keys, KEY, "left_semi"));
    registerChanged(keys, standing);
    Dataset<Row> posts = query("engagement_post").persist(StorageLevel.MEMORY_AND_DISK());
    try {
      Set<LocalDate> days = new TreeSet<>(standing.days());
      posts
          .select("local_day")
          .distinct()
          .where("local_day IS NOT NULL")
          .collectAsList()
          .forEach(row -> days.add(row.getLocalDate(0)));
      long changed = lake.check(POSTS, posts);
      Dataset<Row> all = lake.table(POSTS).join(keys, KEY, "left_anti").unionByName(posts);
      long rows = days.size() > MOST_DAYS ? buildAllPeriods(all) : buildPeriods(all, days);
      // Last: while a post stands as it did, a run that is killed and done again finds the day it
      // is moved away from.
      lake.merge(POSTS, posts, standing.where());
      return "%,d changed posts, %,d rows of periods on %,d days"
          .formatted(changed, rows, days.size());
    } finally {
      posts.unpersist();
      keys.unpersist();
    }
  }

  private Dataset<Row> changedKeys() {
    Column isNew = functions.col("batch").gt(run.sinceBatch());
    Dataset<Row> keys =
        keys(lake.table("facts.post").filter(isNew))
            .union(keys(lake.table("facts.post_metrics").filter(isNew)))
            .union(keysByFollowers(isNew));
    if (run.from() != null || run.to() != null) {
      Column asked = functions.lit(true);
      if (run.from() != null) {
        asked = asked.and(functions.col("local_day").geq(functions.lit(run.from())));
      }
      if (run.to() != null) {
        asked = asked.and(functions.col("local_day").leq(functions.lit(run.to())));
      }
      keys = keys.union(keys(lake.table(POSTS).filter(asked)));
    }
    return keys.distinct();
  }

  /** Posts published on days for which a new number of followers may hold. */
  private Dataset<Row> keysByFollowers(Column isNew) {
    Dataset<Row> counts =
        lake.table("facts.account_day")
            .filter(isNew.and(functions.col("metric").equalTo("followers")))
            .select("channel", "account_id", "day")
            .as("count");
    LocalDate first = counts.agg(functions.min("day")).head().getLocalDate(0);
    Column since =
        first == null ? functions.lit(false) : functions.col("local_day").geq(functions.lit(first));
    return keys(
        lake.table(POSTS)
            .filter(since)
            .as("post")
            .join(
                counts,
                functions.expr(
                    """
                    post.channel = count.channel AND post.account_id = count.account_id
                    AND post.local_day BETWEEN count.day AND date_add(count.day, 92)
                    """),
                "left_semi"));
  }

  private static Dataset<Row> keys(Dataset<Row> rows) {
    return rows.select(KEY[0], KEY[1], KEY[2]);
  }

  /**
   * Newest figures are at least as new as those that stand, so older observations need not be read;
   * posts that do not stand yet have only observations of new batches.
   */
  private void registerChanged(Dataset<Row> keys, Standing standing) {
    Column needed = functions.col("batch").gt(run.sinceBatch());
    if (standing.oldestObservation() != null) {
      needed =
          needed.or(functions.col("observed_on").geq(functions.lit(standing.oldestObservation())));
    }
    lake.table("facts.post").join(keys, KEY, "left_semi").createOrReplaceTempView("changed_post");
    lake.table("facts.post_metrics")
        .filter(needed)
        .join(keys, KEY, "left_semi")
        .createOrReplaceTempView("changed_post_metrics");
  }

  private long buildPeriods(Dataset<Row> posts, Set<LocalDate> days) {
    Column onChangedDay = functions.col("local_day").isin(days.toArray());
    Column isStanding =
        functions
            .col("period_kind")
            .equalTo("day")
            .and(functions.not(functions.col("period_start").isin(days.toArray())));
    Set<Period> periods =
        days.stream().flatMap(Period::holding).collect(Collectors.toCollection(LinkedHashSet::new));
    return replacePeriods(
        posts.filter(onChangedDay.or(functions.col("local_day").isNull())),
        lake.table(PERIODS).filter(isStanding),
        periods,
        condition(periods));
  }

  /** The rows that the changed periods replace; `all` always changes. */
  private static String condition(Set<Period> periods) {
    String listed =
        periods.stream()
            .collect(
                Collectors.groupingBy(
                    Period::kind,
                    TreeMap::new,
                    Collectors.mapping(
                        period -> "DATE'" + period.start() + "'", Collectors.joining(", "))))
            .entrySet()
            .stream()
            .map(
                e ->
                    "period_kind = '%s' AND period_start IN (%s)"
                        .formatted(e.getKey(), e.getValue()))
            .collect(Collectors.joining(" OR "));
    return listed.isEmpty() ? "period_kind = 'all'" : "period_kind = 'all' OR " + listed;
  }

  /** What accounts.yaml says, as tables the queries can join. */
  private void registerAccounts() {
    List<Account> accounts = run.configuration().accounts();
    List<Row> followers = new ArrayList<>();
    List<Row> roles = new ArrayList<>();
    for (Account account : accounts) {
      String channel = account.channel();
      account
          .followers()
          .forEach(
              (day, count) -> followers.add(RowFactory.create(channel, account.id(), day, count)));
      roles.add(RowFactory.create(channel, account.id(), account.role().text()));
    }
    spark
        .createDataFrame(
            followers,
            StructType.fromDDL("channel string, account_id string, day date, followers bigint"))
        .createOrReplaceTempView("stated_followers");
    spark
        .createDataFrame(
            roles, StructType.fromDDL("channel string, account_id string, role string"))
        .createOrReplaceTempView("stated_role");
  }

  private Dataset<Row> query(String name) {
    return lake.query(FOLDER + name + ".sql");
  }

  /**
   * The stored rows of the posts that change.
   *
   * @param oldestObservation null where none is stored
   */
  private record Standing(LocalDate oldestObservation, List<LocalDate> days) {
    static Standing of(Dataset<Row> rows) {
      Row row = rows.agg(functions.min("observed_on"), functions.collect_set("local_day")).head();
      return new Standing(row.getLocalDate(0), row.getList(1));
    }

    Column where() {
      Column dated =
          days.isEmpty()
              ? functions.lit(false)
              : functions
                  .col("stored.local_day")
                  .between(Collections.min(days), Collections.max(days));
      return dated.or(functions.col("stored.local_day").isNull());
    }
  }
}
