package org.rackvidd.bench.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rackvidd.bench.simulation.Simulate;
import picocli.CommandLine;

/** What the rivals' SQL finds in a simulated world is the world's truth: neither is wrong alone. */
class SimulatedTruthTest {
  private static final Map<String, String> CHANNELS =
      Map.of("referral", "website", "email", "nyhetsbrev", "google_ads", "google");

  private static final Map<String, String> STEPS =
      Map.of(
          "job_page", "job page",
          "application_start", "application started",
          "application", "application sent");

  @TempDir private static Path folder;
  private static Run duckDb;

  @BeforeAll
  static void runsAllStepsOnATown() throws Exception {
    Path world = folder.resolve("world");
    int code =
        new CommandLine(new Simulate())
            .execute("--out", world.toString(), "--people", "9000", "--days", "150");
    assertThat(code).isZero();
    duckDb =
        SideCommand.run(
            new Job(
                Contender.DUCKDB,
                world.resolve("exports"),
                world.resolve("config"),
                folder.resolve("duckdb"),
                2,
                "1g",
                List.of(Step.values()),
                System.currentTimeMillis()));
  }

  private static List<NamedCsvRecord> truth(String name) {
    Path file = folder.resolve("world/truth").resolve(name);
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      return csv.stream().toList();
    } catch (IOException e) {
      throw new AssertionError(file.toString(), e);
    }
  }

  private static double number(NamedCsvRecord row, String column) {
    return Double.parseDouble(row.getField(column));
  }

  private static String channel(NamedCsvRecord row) {
    return CHANNELS.getOrDefault(row.getField("channel"), row.getField("channel"));
  }

  @Test
  void peoplePerMonthAndChannelAndPerQuarter() {
    Map<String, Double> people = new TreeMap<>();
    for (NamedCsvRecord row : truth("web_reach.csv")) {
      String kind = row.getField("period_kind");
      boolean isAll = row.getField("channel").equals("all");
      if (row.getField("event").equals("visit")
          && (kind.equals("month") && !isAll || kind.equals("quarter") && isAll)) {
        people.put(
            String.join(" ", kind, row.getField("period_start"), channel(row)),
            number(row, "people"));
      }
    }
    assertThat(people).hasSizeGreaterThan(30).isEqualTo(duckDb.figures().get(Figure.REACH));
  }

  @Test
  void peoplePerStepOfTheFunnel() {
    Map<String, Double> people = new TreeMap<>();
    for (NamedCsvRecord row : truth("funnel.csv")) {
      String step = row.getField("step");
      people.put(
          String.join(
              " ", row.getField("month") + "-01", channel(row), STEPS.getOrDefault(step, step)),
          number(row, "people"));
    }
    assertThat(people).hasSizeGreaterThan(150).isEqualTo(duckDb.figures().get(Figure.FUNNEL));
    assertThat(people)
        .anySatisfy(
            (name, hired) -> {
              assertThat(name).endsWith("hired");
              assertThat(hired).isPositive();
            });
  }

  @Test
  void unitsAndConversionsOfExperiments() {
    Map<String, Double> counts = new TreeMap<>();
    for (NamedCsvRecord row : truth("experiments.csv")) {
      String arm = row.getField("experiment") + " " + row.getField("variant");
      counts.put(arm + " n", number(row, "recorded"));
      counts.put(arm + " conversions", number(row, "recorded_applied"));
    }
    Map<String, Double> found = new TreeMap<>(duckDb.figures().get(Figure.EXPERIMENTS));
    found.keySet().removeIf(name -> name.endsWith(" p"));
    assertThat(counts).hasSize(12).isEqualTo(found);
  }

  @Test
  void moneyAndImpressionsOfAds() {
    double rows = 0;
    double spend = 0;
    double impressions = 0;
    for (NamedCsvRecord row : truth("ads.csv")) {
      if (row.getField("breakdown").equals("age_gender")) {
        rows += number(row, "rows");
        spend += number(row, "spend_sek");
        impressions += number(row, "impressions");
      }
    }
    Map<String, Double> found = duckDb.figures().get(Figure.AD_FIGURES);
    assertThat(rows).isPositive().isEqualTo(found.get("rows"));
    assertThat(spend).isCloseTo(found.get("spend"), within(0.001));
    assertThat(impressions).isEqualTo(found.get("impressions"));
  }
}
