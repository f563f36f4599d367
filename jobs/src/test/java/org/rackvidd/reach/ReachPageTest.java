package org.rackvidd.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Encoders;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.rackvidd.LakeRows;
import org.rackvidd.Pipeline;
import org.rackvidd.build.Build;
import org.rackvidd.cli.CommandRun;
import org.rackvidd.configuration.Configuration;
import org.rackvidd.lake.Lake;

/** Every query of docs/REACH.md answers as the page says. */
class ReachPageTest {
  private static final Path PAGE = Path.of("../docs/REACH.md");

  private static final Pattern EXAMPLE =
      Pattern.compile("```sql\n(.*?)\n```\n\n```text\n(.*?)```", Pattern.DOTALL);

  @TempDir private static Path folder;

  @BeforeAll
  static void build() throws IOException {
    Path config = Files.createDirectory(folder.resolve("config"));
    Files.writeString(
        config.resolve("organisation.yaml"),
        "id: region\nname: Region\ncountry: SE\npopulation: {all: 245000}\n");
    Lake lake = LakeRows.open(folder.resolve("lake"));
    lake.create(lake.tables().names().stream().filter(n -> !n.startsWith("results.")).toList());
    append(
        lake,
        "facts.account_day",
        """
        {"organisation": "region", "channel": "facebook", "account_id": "region", "period_start": "2026-01-01",
         "day": "2026-01-31", "metric": "reach", "value": 24500}
        """);
    append(
        lake,
        "facts.post",
        """
        {"organisation": "town", "channel": "facebook", "account_id": "town", "post_id": "1",
         "published_at": "2026-01-12T08:00:00Z", "published_at_precision": "minute"}
        """);
    append(
        lake,
        "facts.post_metrics",
        """
        {"organisation": "town", "channel": "facebook", "account_id": "town", "post_id": "1", "delivery": "all",
         "observed_on": "2026-02-01", "views": 11900, "reach": 8500, "followers": 5600}
        """);
    append(lake, "facts.ad_metrics", ads().toArray(String[]::new));
    append(lake, "facts.person_event", visits().toArray(String[]::new));
    new Build(lake, Configuration.load(config), Pipeline.version(), line -> {})
        .run(Pipeline.AREAS, false, null, null);
  }

  private static void append(Lake lake, String table, String... rows) {
    List<String> lines = Stream.of(rows).map(row -> row.replace('\n', ' ')).toList();
    lake.append(
        table,
        lake.spark()
            .read()
            .schema(lake.tables().get(table).schema())
            .option("mode", "FAILFAST")
            .json(lake.spark().createDataset(lines, Encoders.STRING())));
  }

  /** The campaign of the page, and one whose ranges follow a curve, but for a tenth. */
  private static List<String> ads() {
    List<String> rows = new ArrayList<>();
    rows.add(ad("campaign", "2026-03", 1_637_842, 12_447.60, 284_889));
    double[] off = {1.05, 0.96, 1.08, 0.95, 1.02, 0.97};
    for (int i = 0; i < off.length; i++) {
      double impressions = 2_000 * Math.pow(2, i);
      double reach = 15_000 * -Math.expm1(-0.8 * impressions / 15_000) * off[i];
      rows.add(
          ad("curve", "2026-0" + (i + 1), (long) impressions, impressions / 100, (long) reach));
    }
    return rows;
  }

  private static String ad(
      String organisation, String month, long impressions, double spend, long reach) {
    return """
        {"organisation": "%1$s", "channel": "meta", "account_id": "%1$s", "campaign_id": "1", "ad_set_id": "",
         "ad_id": "", "breakdown": "", "period_start": "%2$s-01", "period_end": "%2$s-28", "impressions": %3$d,
         "spend": %4$s, "currency": "SEK", "reach": %5$d, "observed_on": "2026-11-01"}
        """
        .formatted(organisation, month, impressions, spend, reach);
  }

  /** People 1 to 900 by Facebook, every third of them twice; people 601 to 1400 by a search. */
  private static List<String> visits() {
    return Stream.of(
            IntStream.rangeClosed(1, 900).mapToObj(p -> visit("facebook", p, "2026-01-12")),
            IntStream.rangeClosed(1, 300).mapToObj(p -> visit("facebook", 3 * p, "2026-01-14")),
            IntStream.rangeClosed(601, 1400).mapToObj(p -> visit("search", p, "2026-01-20")))
        .flatMap(visits -> visits)
        .toList();
  }

  private static String visit(String channel, int person, String day) {
    return """
        {"organisation": "web", "channel": "%s", "person": %d, "day": "%3$s", "at": "%3$sT10:00:00Z",
         "at_precision": "minute", "event": "visit", "source_event_id": "1", "person_key_id": "k"}
        """
        .formatted(channel, person, day);
  }

  @TestFactory
  Stream<DynamicTest> queries() throws IOException {
    return EXAMPLE
        .matcher(Files.readString(PAGE))
        .results()
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.group(1).lines().findFirst().orElseThrow(),
                    () -> assertThat(answer(example.group(1))).isEqualTo(example.group(2))));
  }

  /** As the command prints it, without the number of rows. */
  private static String answer(String query) {
    CommandRun run = CommandRun.of("sql", "--lake", folder.resolve("lake").toString(), query);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.out()
        .lines()
        .filter(line -> !line.matches("\\d+ rows?"))
        .map(line -> line.stripTrailing() + "\n")
        .collect(Collectors.joining());
  }
}
