package org.rackvidd.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rackvidd.SparkExtension;
import org.rackvidd.build.Period;

/** Held against sums made post by post, cell by cell, from the definition of each cell. */
@ExtendWith(SparkExtension.class)
class RollupTest {
  private static final StructType FIGURE =
      StructType.fromDDL(
          """
          organisation string, local_day date, channel string, audiences array<string>,
          category string, delivery string, interactions bigint, impressions bigint, views bigint,
          rated_impressions bigint, reach bigint, followers bigint, reactions bigint,
          comments bigint, shares bigint, saves bigint, clicks bigint,
          interaction_kinds array<string>
          """);
  private static final LocalDate FIRST = LocalDate.of(2025, 12, 20);

  private record Post(
      String organisation,
      LocalDate day,
      String channel,
      List<String> audiences,
      String category,
      Long interactions,
      Long reach,
      Long followers) {

    Row figure() {
      return RowFactory.create(
          organisation,
          day,
          channel,
          audiences.toArray(),
          category,
          "all",
          interactions,
          null,
          null,
          null,
          reach,
          followers,
          interactions,
          null,
          null,
          null,
          null,
          new String[] {channel + ":reactions"});
    }

    boolean isIn(Row cell) {
      return is(cell, "organisation", organisation)
          && (is(cell, "channel", channel) || is(cell, "channel", "all"))
          && (is(cell, "category", category) || is(cell, "category", "all"))
          && (audiences.contains(cell.<String>getAs("audience")) || is(cell, "audience", "all"))
          && (is(cell, "period_kind", "all")
              || isIn(cell.<LocalDate>getAs("period_start"), cell.<Integer>getAs("period_days")));
    }

    private boolean isIn(LocalDate start, int days) {
      return day != null && !day.isBefore(start) && day.isBefore(start.plusDays(days));
    }

    private static boolean is(Row cell, String column, String value) {
      return cell.getAs(column).equals(value);
    }
  }

  @Test
  void everyCellHoldsThePostsItIsAbout(SparkSession spark) {
    List<Post> posts = posts(new SplittableRandom(7), 150);
    List<Row> rows = rows(spark, figures(spark, posts, 3), null, null);
    for (Row row : rows) {
      List<Post> own = posts.stream().filter(post -> post.isIn(row)).toList();
      assertThat(row.<Long>getAs("posts")).as("%s", row).isEqualTo(own.size()).isPositive();
      assertThat(row.<Long>getAs("interactions")).isEqualTo(sum(own, Post::interactions));
      Row reach = row.getAs("reach_sums");
      List<Long> reached = own.stream().map(Post::reach).filter(r -> r != null).toList();
      assertThat(reach.getLong(0)).isEqualTo(reached.size());
      assertThat(reach.getDecimal(2)).isEqualTo(reached.isEmpty() ? null : squares(reached));
      List<Post> paired =
          own.stream()
              .filter(p -> p.followers() != null && p.followers() > 0 && p.interactions() != null)
              .toList();
      Row pairs = row.getAs("pairs_followers");
      assertThat(pairs.getLong(0)).isEqualTo(paired.size());
      assertThat(pairs.getDecimal(5))
          .isEqualTo(
              paired.stream()
                  .map(p -> BigDecimal.valueOf(p.followers() * p.interactions()))
                  .reduce(BigDecimal::add)
                  .orElse(null));
      assertThat(row.<String>getList(row.fieldIndex("interaction_kinds")))
          .isEqualTo(
              own.stream().map(p -> p.channel() + ":reactions").distinct().sorted().toList());
    }
    assertThat(rows).extracting(RollupTest::key).doesNotHaveDuplicates();
    // Every post is in its smallest cells: none is left out.
    for (Post post : posts) {
      long cells = post.day() == null ? 1 : 6;
      assertThat(rows)
          .filteredOn(row -> post.isIn(row) && row.getAs("channel").equals(post.channel()))
          .hasSize((int) (cells * 2 * (post.audiences().size() + 1)));
    }
  }

  @Test
  void allTimeIsFromTheFirstDayOfAnyPostToTheLast(SparkSession spark) {
    List<Post> posts = posts(new SplittableRandom(11), 40);
    Map<String, List<LocalDate>> days = new HashMap<>();
    posts.stream()
        .filter(post -> post.day() != null)
        .forEach(p -> days.computeIfAbsent(p.organisation(), o -> new ArrayList<>()).add(p.day()));
    assertThat(rows(spark, figures(spark, posts, 2), null, null))
        .filteredOn(row -> row.getAs("period_kind").equals("all"))
        .isNotEmpty()
        .allSatisfy(
            row -> {
              List<LocalDate> own = days.get(row.<String>getAs("organisation"));
              LocalDate first = own.stream().min(LocalDate::compareTo).orElseThrow();
              LocalDate last = own.stream().max(LocalDate::compareTo).orElseThrow();
              assertThat(row.<LocalDate>getAs("period_start")).isEqualTo(first);
              assertThat(row.<Integer>getAs("period_days"))
                  .isEqualTo((int) (last.toEpochDay() - first.toEpochDay() + 1));
            });
  }

  @Test
  void someDaysAnewAndTheOthersAsTheyStandGiveWhatAllOfThemGive(SparkSession spark) {
    List<Post> posts = posts(new SplittableRandom(3), 120);
    List<Row> all = rows(spark, figures(spark, posts, 2), null, null);
    Set<LocalDate> changed = Set.of(FIRST.plusDays(2), FIRST.plusDays(13));
    List<Row> standing =
        all.stream()
            .filter(row -> row.getAs("period_kind").equals("day"))
            .filter(row -> !changed.contains(row.<LocalDate>getAs("period_start")))
            .toList();
    Set<Period> periods =
        changed.stream().flatMap(Period::holding).collect(Collectors.toCollection(HashSet::new));
    List<Post> fresh =
        posts.stream().filter(p -> p.day() == null || changed.contains(p.day())).toList();
    List<Row> anew =
        rows(
            spark,
            figures(spark, fresh, 2),
            spark.createDataFrame(standing, all.get(0).schema()),
            periods);
    assertThat(anew)
        .hasSizeGreaterThan(50)
        .containsExactlyInAnyOrderElementsOf(
            all.stream()
                .filter(
                    row ->
                        row.getAs("period_kind").equals("all")
                            || periods.contains(
                                new Period(row.getAs("period_kind"), row.getAs("period_start"))))
                .toList());
  }

  private static Dataset<Row> figures(SparkSession spark, List<Post> posts, int partitions) {
    return spark
        .createDataFrame(posts.stream().map(Post::figure).toList(), FIGURE)
        .repartition(partitions);
  }

  private static List<Row> rows(
      SparkSession spark, Dataset<Row> figures, Dataset<Row> standing, Set<Period> periods) {
    try (Rollup none = new Rollup(figures.limit(0), figures.limit(0), null);
        Rollup rollup =
            new Rollup(figures, standing == null ? none.rows(spark).limit(0) : standing, periods)) {
      return rollup.rows(spark).collectAsList();
    }
  }

  private static List<Object> key(Row row) {
    return Stream.of(
            "organisation",
            "period_kind",
            "period_start",
            "channel",
            "audience",
            "category",
            "delivery")
        .map(row::getAs)
        .toList();
  }

  private static Long sum(List<Post> posts, Function<Post, Long> figure) {
    return posts.stream().map(figure).filter(v -> v != null).reduce(Long::sum).orElse(null);
  }

  private static BigDecimal squares(List<Long> values) {
    return values.stream()
        .map(v -> BigDecimal.valueOf(v).pow(2))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Posts of three weeks over a turn of the year, some without a day, reach or interactions. */
  private static List<Post> posts(SplittableRandom random, int count) {
    List<Post> posts = new ArrayList<>();
    List<List<String>> audiences =
        List.of(List.of("unassigned"), List.of("parents"), List.of("parents", "young"));
    for (int i = 0; i < count; i++) {
      posts.add(
          new Post(
              random.nextInt(4) == 0 ? "region" : "town",
              random.nextInt(12) == 0 ? null : FIRST.plusDays(random.nextInt(21)),
              random.nextBoolean() ? "facebook" : "instagram",
              audiences.get(random.nextInt(3)),
              random.nextBoolean() ? "jobs" : "events",
              random.nextInt(6) == 0 ? null : random.nextLong(500),
              random.nextInt(5) == 0 ? null : random.nextLong(90_000),
              random.nextInt(5) == 0 ? null : random.nextLong(3) * 1000));
    }
    return posts;
  }
}
