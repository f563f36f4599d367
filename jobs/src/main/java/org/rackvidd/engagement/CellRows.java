package org.rackvidd.engagement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Posts and stored days as totals of cells, and totals as rows. */
final class CellRows {
  private static final List<String> COUNTS =
      List.of(
          "impressions",
          "views",
          "reactions",
          "comments",
          "shares",
          "saves",
          "clicks",
          "interactions");
  private static final String PAIRS =
      "struct<n: bigint, x: decimal(38, 0), y: decimal(38, 0), xx: decimal(38, 0), yy: decimal(38, 0), xy: decimal(38, 0)>";
  private static final String INTERVAL = "struct<estimate: double, low: double, high: double>";

  /** Of the rows that are made: what they are about, their sums and what these estimate. */
  static final StructType SCHEMA =
      StructType.fromDDL(
          """
          organisation string, period_kind string, period_start date, period_days int,
          channel string, audience string, category string, delivery string,
          posts bigint, %s bigint, interaction_kinds array<string>,
          reach_sums struct<n: bigint, x: decimal(38, 0), xx: decimal(38, 0)>, by_post %s,
          """
                  .formatted(String.join(" bigint, ", COUNTS), INTERVAL)
              + Stream.of("reach", "impressions", "followers")
                  .map(of -> "pairs_%s %s, by_%s %s".formatted(of, PAIRS, of, INTERVAL))
                  .collect(Collectors.joining(", ")));

  private CellRows() {}

  static CellTotals none() {
    return new CellTotals(COUNTS.size());
  }

  /**
   * @param figure a row of engagement_figure.sql
   */
  static CellTotals ofPost(Row figure) {
    CellTotals post = counted(figure, 1, "local_day");
    Long reach = figure.getAs("reach");
    Long interactions = figure.getAs("interactions");
    if (reach != null) {
      post.reach().add(reach);
    }
    add(post.byReach(), reach, interactions);
    add(post.byImpressions(), figure.getAs("rated_impressions"), interactions);
    add(post.byFollowers(), figure.getAs("followers"), interactions);
    return post;
  }

  private static void add(PairTotals pairs, Long dividedBy, Long interactions) {
    if (dividedBy != null && dividedBy > 0 && interactions != null) {
      pairs.add(dividedBy, interactions);
    }
  }

  /**
   * @param stored a row of results.engagement, of a day
   */
  static CellTotals ofDay(Row stored) {
    CellTotals day = counted(stored, stored.<Long>getAs("posts"), "period_start");
    Row reach = stored.getAs("reach_sums");
    if (reach.getLong(0) > 0) {
      day.reach().add(new ValueSums(reach.getLong(0), reach.getDecimal(1), reach.getDecimal(2)));
    }
    add(day.byReach(), stored.getAs("pairs_reach"));
    add(day.byImpressions(), stored.getAs("pairs_impressions"));
    add(day.byFollowers(), stored.getAs("pairs_followers"));
    return day;
  }

  private static void add(PairTotals pairs, Row stored) {
    if (stored.getLong(0) > 0) {
      pairs.add(
          new PairSums(
              stored.getLong(0),
              stored.getDecimal(1),
              stored.getDecimal(2),
              stored.getDecimal(3),
              stored.getDecimal(4),
              stored.getDecimal(5)));
    }
  }

  private static CellTotals counted(Row row, long posts, String day) {
    CellTotals totals = none();
    totals.addPosts(posts);
    for (int i = 0; i < COUNTS.size(); i++) {
      Long count = row.getAs(COUNTS.get(i));
      if (count != null) {
        totals.addCount(i, count);
      }
    }
    totals.addKinds(row.getList(row.fieldIndex("interaction_kinds")));
    totals.addDay(row.<LocalDate>getAs(day));
    return totals;
  }

  /**
   * @param start first day of the period, or null
   * @param days of the period, or null
   */
  static Row row(Cell cell, LocalDate start, Integer days, CellTotals totals) {
    List<Object> values = new ArrayList<>();
    values.add(cell.organisation());
    values.add(cell.kind());
    values.add(start);
    values.add(days);
    values.add(cell.channel());
    values.add(cell.audience());
    values.add(cell.category());
    values.add(cell.delivery());
    values.add(totals.posts());
    for (int i = 0; i < COUNTS.size(); i++) {
      values.add(totals.count(i));
    }
    values.add(totals.kinds().toArray(String[]::new));
    ValueSums reach = totals.reach().sums();
    values.add(row(reach));
    values.add(row(reach.mean()));
    for (PairTotals pairs :
        List.of(totals.byReach(), totals.byImpressions(), totals.byFollowers())) {
      PairSums sums = pairs.sums();
      values.add(row(sums));
      values.add(row(sums.ratio()));
    }
    return RowFactory.create(values.toArray());
  }

  /** Sums of no post are NULL. */
  private static Row row(ValueSums sums) {
    return sums.n() == 0
        ? RowFactory.create(0L, null, null)
        : RowFactory.create(sums.n(), sums.x(), sums.xx());
  }

  private static Row row(PairSums sums) {
    return sums.n() == 0
        ? RowFactory.create(0L, null, null, null, null, null)
        : RowFactory.create(sums.n(), sums.x(), sums.y(), sums.xx(), sums.yy(), sums.xy());
  }

  private static Row row(Interval interval) {
    return RowFactory.create(interval.estimate(), interval.low(), interval.high());
  }
}
