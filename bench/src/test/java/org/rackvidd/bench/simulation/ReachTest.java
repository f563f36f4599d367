package org.rackvidd.bench.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rackvidd.Main;
import org.rackvidd.cli.Root;
import org.rackvidd.cli.Session;

/** What the commands say of a simulated town's reach holds what is really so, in every row. */
class ReachTest {
  @TempDir private static Path folder;
  private static SmallTown town;
  private static SparkSession spark;

  @BeforeAll
  static void ingestsAndBuilds() throws IOException {
    town = SmallTown.live(folder);
    Path config = folder.resolve("config");
    Files.writeString(
        config.resolve("organisation.yaml"),
        "person_key_file: " + folder.resolve("person.key") + "\n",
        StandardOpenOption.APPEND);
    spark = Main.session(new Session.Settings("reach", false));
    run("ingest", "--landing", town.exports().toString());
    run("build", "engagement", "ad_figures", "reach");
    for (String table : List.of("reach", "reach_overlap", "reach_frequency")) {
      spark
          .read()
          .format("delta")
          .load(folder.resolve("lake/results").resolve(table).toString())
          .createOrReplaceTempView(table);
    }
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  private static void run(String... words) {
    String[] command = Arrays.copyOf(words, words.length + 4);
    List<String> where =
        List.of(
            "--lake",
            folder.resolve("lake").toString(),
            "--config",
            folder.resolve("config").toString());
    for (int i = 0; i < where.size(); i++) {
      command[words.length + i] = where.get(i);
    }
    assertThat(Root.run(settings -> spark, command)).isZero();
  }

  private static String key(NamedCsvRecord row, String... columns) {
    return period(row.getField("period_kind"), row.getField("period_start"))
        + Arrays.stream(columns).map(row::getField).collect(Collectors.joining(" ", " ", ""));
  }

  /** All time begins with the first figure there is, which differs between tables. */
  private static String period(String kind, String start) {
    return kind.equals("all") ? kind : kind + " " + start;
  }

  private static String key(Row row, String... columns) {
    return period(row.getAs("period_kind"), row.getAs("period_start").toString())
        + Arrays.stream(columns)
            .map(column -> row.getAs(column).toString())
            .collect(Collectors.joining(" ", " ", ""));
  }

  private static void assertHolds(Row row, String low, String high, Number truth) {
    Number least = row.getAs(low);
    Number most = row.getAs(high);
    assertThat(least.doubleValue())
        .as("%s of %s", low, row)
        .isLessThanOrEqualTo(truth.doubleValue() + 1e-9);
    if (most != null) {
      assertThat(most.doubleValue())
          .as("%s of %s", high, row)
          .isGreaterThanOrEqualTo(truth.doubleValue() - 1e-9);
    }
  }

  @Test
  void theTruthIsWithinTheBoundsOfWhatPlatformsState() {
    String[] place = {"channel", "audience", "delivery"};
    Map<String, Long> truth = new HashMap<>();
    for (NamedCsvRecord row : town.truth("reach.csv")) {
      truth.put(key(row, place), Long.parseLong(row.getField("people")));
    }
    List<Row> rows =
        spark
            .sql(
                "SELECT * FROM reach WHERE event = 'impression' AND audience <> 'unassigned'"
                    + " AND reach_low IS NOT NULL")
            .collectAsList();
    assertThat(rows).hasSizeGreaterThan(1_000);
    for (Row row : rows) {
      assertHolds(row, "reach_low", "reach_high", truth.getOrDefault(key(row, place), 0L));
    }
    assertThat(rows).anyMatch(row -> row.getAs("reach_method").equals("reported"));
  }

  @Test
  void nothingThatReachedSomebodyIsLeftOut() {
    String[] place = {"channel", "audience", "delivery"};
    Set<String> rows =
        spark.sql("SELECT * FROM reach WHERE event = 'impression'").collectAsList().stream()
            .map(row -> key(row, place))
            .collect(Collectors.toSet());
    assertThat(town.truth("reach.csv")).allMatch(row -> rows.contains(key(row, place)));
  }

  @Test
  void visitorsAreCountedAsTheyCame() {
    Map<String, Long> truth = new HashMap<>();
    for (NamedCsvRecord row : town.truth("web_reach.csv")) {
      if (row.getField("event").equals("visit")) {
        truth.put(key(row, "channel"), Long.parseLong(row.getField("people")));
      }
    }
    List<Row> rows =
        spark
            .sql(
                "SELECT * FROM reach WHERE event = 'visit' AND audience = 'all'"
                    + " AND delivery = 'all' AND reach IS NOT NULL")
            .collectAsList();
    assertThat(rows).hasSizeGreaterThan(100);
    for (Row row : rows) {
      assertThat(row.<String>getAs("reach_method")).isEqualTo("exact");
      assertThat(row.<Long>getAs("reach"))
          .as(row.toString())
          .isEqualTo(truth.get(key(row, "channel")));
    }
  }

  @Test
  void theTruthIsWithinTheBoundsOfFrequency() {
    String[] place = {"channel", "audience", "times"};
    Map<String, Long> truth = new HashMap<>();
    for (NamedCsvRecord row : town.truth("frequency.csv")) {
      truth.put(key(row, place), Long.parseLong(row.getField("people")));
    }
    List<Row> rows =
        spark
            .sql(
                "SELECT * FROM reach_frequency WHERE event = 'impression'"
                    + " AND audience <> 'unassigned' AND people_low IS NOT NULL")
            .collectAsList();
    assertThat(rows).hasSizeGreaterThan(500);
    for (Row row : rows) {
      assertHolds(row, "people_low", "people_high", truth.getOrDefault(key(row, place), 0L));
    }
  }

  @Test
  void theTruthIsWithinTheBoundsOfOverlaps() {
    Map<String, Map<Set<String>, Long>> truth = new HashMap<>();
    for (NamedCsvRecord row : town.truth("overlap.csv")) {
      Set<String> channels =
          Arrays.stream(row.getField("exactly").split("\\+"))
              .map(way -> way.replaceFirst("/.*", ""))
              .collect(Collectors.toSet());
      truth
          .computeIfAbsent(key(row, "audience"), none -> new HashMap<>())
          .merge(channels, Long.parseLong(row.getField("people")), Long::sum);
    }
    List<Row> rows =
        spark
            .sql(
                "SELECT * FROM reach_overlap WHERE event = 'impression'"
                    + " AND audience <> 'unassigned' AND people_both_low IS NOT NULL")
            .collectAsList();
    assertThat(rows).hasSizeGreaterThan(500);
    for (Row row : rows) {
      Overlap overlap = Overlap.of(truth.get(key(row, "audience")), row);
      assertHolds(row, "people_both_low", "people_both_high", overlap.both);
      assertHolds(row, "people_a_only_low", "people_a_only_high", overlap.firstOnly);
      assertHolds(row, "people_b_only_low", "people_b_only_high", overlap.secondOnly);
      assertHolds(row, "incremental_low", "incremental_high", overlap.secondOnly);
      assertHolds(row, "people_union_low", "people_union_high", overlap.union());
      assertHolds(row, "jaccard_low", "jaccard_high", (double) overlap.both / overlap.union());
    }
  }

  private record Overlap(long both, long firstOnly, long secondOnly) {
    static Overlap of(Map<Set<String>, Long> exactly, Row row) {
      String first = row.getAs("channel_a");
      String second = row.getAs("channel_b");
      long both = 0;
      long firstOnly = 0;
      long secondOnly = 0;
      for (var people : exactly.entrySet()) {
        boolean isFirst = people.getKey().contains(first);
        boolean isSecond =
            second.equals("others")
                ? people.getKey().size() > (isFirst ? 1 : 0)
                : people.getKey().contains(second);
        both += isFirst && isSecond ? people.getValue() : 0;
        firstOnly += isFirst && !isSecond ? people.getValue() : 0;
        secondOnly += isSecond && !isFirst ? people.getValue() : 0;
      }
      return new Overlap(both, firstOnly, secondOnly);
    }

    long union() {
      return both + firstOnly + secondOnly;
    }
  }
}
