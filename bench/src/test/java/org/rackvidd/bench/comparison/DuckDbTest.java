package org.rackvidd.bench.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every query finds in the fixture, worked out by hand. */
class DuckDbTest {
  @TempDir private static Path folder;
  private static Run duckDb;

  @BeforeAll
  static void runsAllSteps() throws Exception {
    Fixture.write(folder);
    duckDb =
        SideCommand.run(
            new Job(
                Contender.DUCKDB,
                folder.resolve("exports"),
                folder.resolve("config"),
                folder.resolve("duckdb"),
                2,
                "1g",
                List.of(Step.values()),
                System.currentTimeMillis()));
  }

  @Test
  void haveEveryStep() {
    assertThat(duckDb.seconds()).containsOnlyKeys(Step.values());
    assertThat(duckDb.figures()).containsOnlyKeys(Figure.values());
    assertThat(duckDb.version()).startsWith("DuckDB v");
    // So few people are told apart by a sketch, too.
    assertThat(duckDb.figures().get(Figure.REACH_SKETCH))
        .isEqualTo(duckDb.figures().get(Figure.REACH));
  }

  @Test
  void readEveryRowOnce() {
    // The post with a reach below nobody is not read.
    assertThat(duckDb.figures().get(Figure.POSTS))
        .containsOnly(entry("facebook", 2.0), entry("instagram", 1.0), entry("x", 1.0));
    assertThat(duckDb.figures().get(Figure.PERSON_EVENTS))
        .containsOnly(entry("visits", 11.0), entry("page views", 6.0), entry("conversions", 6.0));
    assertThat(query("SELECT text FROM post WHERE post_id = '1001' ORDER BY observed_on"))
        .containsExactly("Vår!\nKom och \"fira\", du", "Vår!");
    assertThat(query("SELECT spend, first_day, last_day FROM ad_range"))
        .containsExactly("14.75 2026-04-01 2026-04-30");
    assertThat(query("SELECT published_at FROM post WHERE post_id = '1001'"))
        .containsOnly("2026-03-31 22:30:00.0");
  }

  @Test
  void countNewestFiguresOfEachPost() {
    assertThat(
            query(
                """
                SELECT channel, posts, interactions, views, impressions, saves
                FROM engagement
                WHERE period_kind = 'month' AND period_start = '2026-04-01'
                ORDER BY channel
                """))
        .containsExactly(
            "all 3 50 620 null 5", "facebook 2 20 320 null null", "instagram 1 30 300 null 5");
    assertThat(
            query(
                """
                SELECT DISTINCT period_kind, period_start
                FROM engagement
                WHERE channel = 'facebook'
                ORDER BY ALL
                """))
        .containsExactly(
            "all 2025-04-12",
            "day 2026-04-01",
            "day 2026-04-10",
            "month 2026-04-01",
            "quarter 2026-04-01",
            "week 2026-03-30",
            "week 2026-04-06",
            "year 2026-01-01");
    // Two posts in 30 days; 369 days from the first post to the last.
    assertThat(
            number(
                "SELECT posts_per_week FROM engagement WHERE period_kind = 'month' AND channel = 'facebook'"))
        .isEqualTo(2 * 7 / 30.0, within(1e-12));
    assertThat(
            number(
                "SELECT posts_per_week FROM engagement WHERE period_kind = 'all' AND channel = 'all'"))
        .isEqualTo(4 * 7 / 369.0, within(1e-12));
    assertThat(
            number(
                "SELECT engagement_rate_reach FROM engagement WHERE period_kind = 'all' AND channel = 'all'"))
        .isEqualTo((20 + 30) / (120 + 50 + 150.0), within(1e-12));
    assertThat(
            number(
                "SELECT engagement_rate_impressions FROM engagement WHERE period_kind = 'all' AND channel = 'all'"))
        .isEqualTo((20 + 30 + 10) / (240 + 80 + 300 + 1000.0), within(1e-12));
  }

  @Test
  void countMoneyOnceAndNeverTotals() {
    assertThat(duckDb.figures().get(Figure.AD_FIGURES))
        .containsOnly(entry("rows", 2.0), entry("spend", 15.25), entry("impressions", 1500.0));
    assertThat(query("SELECT gender, spend, cpm, cpc FROM ad_figures ORDER BY gender"))
        .containsExactly("female 11.00 11.0 2.2", "male 4.25 8.5 null");
  }

  @Test
  void countPeopleAndNotVisits() {
    assertThat(duckDb.figures().get(Figure.REACH))
        .containsOnly(
            entry("month 2026-03-01 direct", 1.0),
            entry("month 2026-04-01 facebook", 3.0),
            entry("month 2026-04-01 search", 1.0),
            entry("month 2026-04-01 website", 1.0),
            entry("month 2026-04-01 instagram", 1.0),
            entry("month 2026-04-01 direct", 1.0),
            entry("month 2026-04-01 newsletter", 1.0),
            entry("month 2026-05-01 search", 1.0),
            entry("month 2026-05-01 direct", 1.0),
            entry("quarter 2026-01-01 all", 1.0),
            entry("quarter 2026-04-01 all", 7.0));
  }

  @Test
  void followPeopleAsFarAsTheyCame() {
    Map<String, Double> funnel = duckDb.figures().get(Figure.FUNNEL);
    assertThat(funnel).hasSize(5 * 6);
    assertThat(people(funnel, "facebook")).containsExactly(3.0, 2.0, 2.0, 1.0, 1.0, 1.0);
    assertThat(people(funnel, "search")).containsExactly(1.0, 1.0, 1.0, 0.0, 0.0, 0.0);
    for (String channel : List.of("website", "instagram", "newsletter")) {
      assertThat(people(funnel, channel)).containsExactly(1.0, 0.0, 0.0, 0.0, 0.0, 0.0);
    }
  }

  private static List<Double> people(Map<String, Double> funnel, String channel) {
    return List.of(
            "visit", "job page", "application started", "application sent", "qualified", "hired")
        .stream()
        .map(step -> funnel.get("2026-04-01 " + channel + " " + step))
        .toList();
  }

  @Test
  void creditTheVisitsBeforeAnApplication() {
    Map<String, Double> credit = duckDb.figures().get(Figure.ATTRIBUTION);
    for (String model :
        List.of("first_touch", "last_touch", "linear", "time_decay", "position_based")) {
      // Fay's application has no visit that could have led to it.
      assertThat(credit.get(model + " in all")).isEqualTo(2, within(1e-12));
    }
    assertThat(credit)
        .containsEntry("first_touch 2026-04-01 facebook", 1.0)
        .containsEntry("last_touch 2026-04-01 direct", 1.0)
        .containsEntry("linear 2026-04-01 facebook", 0.5)
        .containsEntry("position_based 2026-04-01 direct", 0.5)
        .containsEntry("position_based 2026-05-01 facebook", 0.4)
        .containsEntry("position_based 2026-05-01 search", 0.2)
        .containsEntry("position_based 2026-05-01 direct", 0.4)
        .containsEntry("first_touch 2026-05-01 facebook", 1.0)
        .containsEntry("last_touch 2026-05-01 facebook", 0.0);
    // 119 hours against 1 hour, at half the weight a week.
    assertThat(credit.get("time_decay 2026-04-01 facebook")).isEqualTo(0.380635111, within(1e-9));
    // 30 days, 5 days, 1 day.
    assertThat(credit.get("time_decay 2026-05-01 facebook")).isEqualTo(0.032729596, within(1e-9));
    assertThat(credit.get("time_decay 2026-05-01 search")).isEqualTo(0.389087943, within(1e-9));
  }

  @Test
  void compareVariantsWithTheFirst() {
    assertThat(
            query(
                "SELECT experiment, variant, baseline, n, conversions, difference FROM experiments ORDER BY ALL"))
        .containsExactly(
            "late A null 1 0 null",
            "late B A 1 1 1.0",
            "page A null 4 1 null",
            "page B A 4 2 0.25");
    assertThat(
            number("SELECT z FROM experiments WHERE baseline IS NOT NULL AND experiment = 'page'"))
        .isEqualTo(0.730296743, within(1e-9));
    assertThat(
            number(
                "SELECT p_value FROM experiments WHERE baseline IS NOT NULL AND experiment = 'page'"))
        .isEqualTo(0.465208818, within(2e-7));
    assertThat(
            number(
                "SELECT difference_low FROM experiments WHERE baseline IS NOT NULL AND experiment = 'page'"))
        .isEqualTo(-0.319557252, within(1e-9));
    assertThat(
            number(
                "SELECT difference_high FROM experiments WHERE baseline IS NOT NULL AND experiment = 'page'"))
        .isEqualTo(0.655286660, within(1e-9));
  }

  private static double number(String query) {
    return Double.parseDouble(query(query).get(0));
  }

  /** Rows with a space between their values. */
  private static List<String> query(String query) {
    List<String> rows = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("duckdb/lake.duckdb"));
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      int columns = found.getMetaData().getColumnCount();
      while (found.next()) {
        List<Object> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          row.add(found.getObject(i));
        }
        rows.add(row.stream().map(String::valueOf).collect(Collectors.joining(" ")));
      }
    } catch (SQLException e) {
      throw new AssertionError(query, e);
    }
    return rows;
  }
}
