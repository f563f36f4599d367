package org.rackvidd;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rackvidd.cli.CommandRun;
import org.rackvidd.lake.Lake;

/** The demo's exports against what their maker knows of them ({@code data/demo/truth}). */
class EndToEndTest {
  private static final Path TRUTH = DemoLake.DATA.resolve("truth");

  private Lake lake;

  @BeforeAll
  static void theDemoRuns() {
    assertThat(DemoLake.run().err()).isEmpty();
    assertThat(DemoLake.run().exitCode()).isZero();
  }

  @BeforeEach
  void open() {
    lake = LakeRows.open(DemoLake.folder());
  }

  @Test
  void everyRowOfEveryFileIsAccountedFor() {
    String ledger =
        """
        SELECT path, part,
          CASE status WHEN 'same_content' THEN 'duplicate' ELSE status END,
          coalesce(rows_read, 0), coalesce(rows_accepted, 0), coalesce(rows_rejected, 0),
          coalesce(rows_set_aside, 0)
        FROM ops.file
        """;
    assertThat(keyed(rows(ledger), 2))
        .isEqualTo(
            keyed(
                truth(
                    "files.csv",
                    "file sheet outcome rows_read accepted rejected set_aside".split(" ")),
                2));
  }

  @Test
  void itIsKnownOfEveryReadFileWhatItsRowsBecame() {
    assertThat(rows("SELECT intake FROM ops.file WHERE format LIKE 'meta_%_posts' GROUP BY ALL"))
        .containsExactly(List.of("post"));
    assertThat(rows("SELECT intake FROM ops.file WHERE format = 'meta_ads' GROUP BY ALL"))
        .containsExactly(List.of("ad"));
    assertThat(rows("SELECT path FROM ops.file WHERE (intake IS NULL) = (status = 'read')"))
        .isEmpty();
  }

  @Test
  void everyRejectedRowIsKeptWithItsReason() {
    assertThat(rows("SELECT reason, count(*) FROM ops.rejected_row GROUP BY reason"))
        .containsExactlyInAnyOrder(
            List.of("bad_date", "1"),
            List.of("negative", "1"),
            List.of("too_few_fields", "1"),
            List.of("damaged_id", "1"));
  }

  @Test
  void sumsPerChannelAndMonthAreThoseOfTheLatestDownloads() {
    // LinkedIn's views are those of its videos; the truth leaves them out.
    String sums =
        """
        SELECT channel, account_id, date_format(local_day, 'yyyy-MM'), count(*),
          sum(impressions), sum(views) FILTER (WHERE channel <> 'linkedin'), sum(reach), sum(reactions), sum(comments), sum(shares),
          sum(saves), sum(clicks)
        FROM results.engagement_post GROUP BY ALL
        """;
    String[] columns =
        "channel account_id month posts impressions views reach_for_checking_only reactions comments shares saves clicks"
            .split(" ");
    assertThat(keyed(rows(sums), 3))
        .containsExactlyInAnyOrderEntriesOf(keyed(truth("posts.csv", columns), 3));
  }

  @Test
  void sumsOfAdsAreThoseOfTheReports() {
    String sums =
        """
        SELECT channel, account_id,
          CASE breakdown WHEN '' THEN 'none' ELSE 'age_gender' END AS cells,
          date_format(period_start, 'yyyy-MM') AS month, count(*), sum(spend), sum(impressions),
          sum(clicks), sum(link_clicks), sum(landing_page_views), sum(results)
        FROM facts.ad_metrics GROUP BY ALL
        """;
    String[] columns =
        "channel account_id breakdown month rows spend_sek impressions clicks link_clicks landing_page_views results"
            .split(" ");
    assertThat(keyed(rows(sums), 4)).isEqualTo(keyed(truth("ads.csv", columns), 4));
  }

  @Test
  void theSumsOfAllChannelsAreTheSumsOfThePosts() {
    String posts =
        """
        SELECT count(*), sum(interactions), sum(impressions), sum(reactions), sum(clicks)
        FROM results.engagement_post WHERE account_role = 'own'
        """;
    String cells =
        """
        SELECT posts, interactions, impressions, reactions, clicks FROM results.engagement
        WHERE period_kind = 'all' AND channel = 'all' AND audience = 'all' AND category = 'all'
          AND delivery = 'all'
        """;
    assertThat(rows(cells)).isEqualTo(rows(posts));
    String[] kinds = {"day", "week", "month", "quarter", "year"};
    for (String kind : kinds) {
      String periods =
          """
          SELECT sum(posts), sum(interactions), sum(impressions), sum(reactions), sum(clicks)
          FROM results.engagement WHERE period_kind = '%s' AND channel <> 'all'
            AND audience = 'all' AND category = 'all' AND delivery = 'all'
          """;
      assertThat(rows(periods.formatted(kind))).as(kind).isEqualTo(rows(posts));
    }
  }

  @Test
  void colleaguesInPortraitEngageMoreThanVacanciesAndTheIntervalsSayIt() {
    String rate =
        """
        SELECT engagement_rate_reach_low, engagement_rate_reach, engagement_rate_reach_high
        FROM results.engagement WHERE period_kind = 'all' AND channel = 'facebook'
          AND audience = 'all' AND category = '%s' AND delivery = 'organic'
        """;
    Row portrait = lake.spark().sql(rate.formatted("colleague_portrait")).head();
    Row vacancy = lake.spark().sql(rate.formatted("vacancy")).head();
    assertThat(portrait.getDouble(0)).isGreaterThan(vacancy.getDouble(2));
  }

  @Test
  void aSecondRunChangesNothing() {
    Map<String, Long> versions = LakeRows.versions(lake);
    CommandRun again =
        CommandRun.of(
            "demo", "--lake", DemoLake.folder().toString(), "--data", DemoLake.DATA.toString());
    assertThat(again.exitCode()).isZero();
    assertThat(again.out()).contains("Nothing new among 19 files.", "engagement: up to date");
    assertThat(LakeRows.versions(lake)).isEqualTo(versions);
  }

  private List<List<String>> rows(String query) {
    return lake.spark().sql(query).collectAsList().stream()
        .map(row -> IntStream.range(0, row.size()).mapToObj(i -> text(row.get(i))).toList())
        .toList();
  }

  private static String text(Object value) {
    if (value instanceof BigDecimal || value instanceof Double) {
      return plain(value.toString());
    }
    return value == null ? "" : value.toString();
  }

  /** A number without zeros at its end; other text as it is. */
  private static String plain(String text) {
    return text.matches("-?\\d+\\.\\d+(E\\d+)?")
        ? new BigDecimal(text).stripTrailingZeros().toPlainString()
        : text;
  }

  private static List<List<String>> truth(String file, String... columns) {
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().ofNamedCsvRecord(TRUTH.resolve(file))) {
      return csv.stream()
          .map(row -> List.of(columns).stream().map(c -> plain(row.getField(c))).toList())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<List<String>, List<String>> keyed(List<List<String>> rows, int key) {
    Function<List<String>, List<String>> values = row -> row.subList(key, row.size());
    return rows.stream()
        .collect(
            Collectors.toMap(
                row -> row.subList(0, key),
                values,
                (a, b) -> a,
                () -> new TreeMap<>(Comparator.comparing(List::toString))));
  }
}
