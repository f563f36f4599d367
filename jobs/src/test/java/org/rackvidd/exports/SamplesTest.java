package org.rackvidd.exports;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rackvidd.LakeRows;
import org.rackvidd.cli.CommandRun;
import org.rackvidd.lake.Lake;

/**
 * An extra check with other people's files, which are no part of the project: exports of real
 * organisations and a published data set. It runs where they lie beside the project's folder.
 */
@EnabledIf("theyAreThere")
class SamplesTest {
  private static final Path SHARED = Path.of("../../shared").toAbsolutePath().normalize();
  private static final List<String> LANDED =
      List.of(
          "samples/meta_content",
          "samples/meta_ads",
          "samples/meta_overview",
          "samples/google_ads",
          "samples/youtube_sv",
          "samples/x",
          "samples/linkedin_page",
          "samples/tiktok",
          "datasets/facebook_metrics_moro");

  @TempDir private static Path folder;
  private static Lake lake;
  private static Map<String, Row> files;

  static boolean theyAreThere() {
    return LANDED.stream().allMatch(part -> Files.isDirectory(SHARED.resolve(part)));
  }

  @BeforeAll
  static void ingestsThemAll() throws IOException {
    for (String part : LANDED) {
      copy(SHARED.resolve(part), folder.resolve("landing").resolve(part));
    }
    write("config/organisation.yaml", "{id: samples, name: Samples, country: SE}\n");
    write(
        "config/mappings/moro.yaml",
        """
        description: Posts of a cosmetics brand's Facebook page in 2014 (Moro, Rita and Vala 2016).
        source: UCI Machine Learning Repository, Facebook metrics
        row: One post with its lifetime figures.
        certainty: A
        channel: facebook
        intake: post
        document: text
        recognise: {all: [platform_post_type, reach, _consumers]}
        columns:
          post_id: {else: [{line: true}]}
          followers: {headers: {en: [Page total likes]}}
          platform_post_type: {headers: {en: [Type]}}
          post_type:
            else: [{column: platform_post_type}]
            values: {photo: [Photo], text: [Status], link: [Link], video: [Video]}
          category: {headers: {en: [Category]}}
          reach: {headers: {en: [Lifetime Post Total Reach]}}
          impressions: {headers: {en: [Lifetime Post Total Impressions]}}
          comments: {headers: {en: [comment]}}
          reactions: {headers: {en: [like]}}
          shares: {headers: {en: [share]}}
          _consumers: {headers: {en: [Lifetime Post Consumers]}}
        ignore: [Post Month, Post Weekday, Post Hour, Paid, "Lifetime *", Total Interactions]
        """);
    String to = folder.resolve("lake").toString();
    String config = folder.resolve("config").toString();

    CommandRun ingest =
        CommandRun.of(
            "ingest",
            "--lake",
            to,
            "--landing",
            folder.resolve("landing").toString(),
            "--config",
            config);
    CommandRun build = CommandRun.of("build", "--lake", to, "--config", config);

    assertThat(ingest.exitCode()).as(ingest.err()).isZero();
    assertThat(build.exitCode()).as(build.err()).isZero();
    lake = LakeRows.open(folder.resolve("lake"));
    files =
        lake.table("ops.file").collectAsList().stream()
            .collect(
                Collectors.toMap(
                    row -> name(row.getAs("path")) + "#" + row.getAs("part"),
                    row -> row,
                    (first, same) -> first.getAs("status").equals("read") ? first : same));
  }

  private static String name(String path) {
    return path.substring(path.indexOf('/') + 1);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.write(copy, Files.readAllBytes(file));
      }
    }
  }

  private static void write(String path, String content) throws IOException {
    Files.createDirectories(folder.resolve(path).getParent());
    Files.writeString(folder.resolve(path), content);
  }

  @ParameterizedTest(name = "{0} is {1} in {2}: {3} rows, {4} accepted, {5} rejected")
  @CsvSource(
      delimiter = '|',
      value = {
        "meta_content/facebook_posts_en_2026.csv                  | meta_facebook_posts  | en | 2   | 2   | 0",
        "meta_content/instagram_posts_en_2026.csv                 | meta_instagram_posts | en | 1   | 1   | 0",
        "meta_ads/ads_adlevel_foundry_2026.csv                    | meta_ads             | en | 9   | 9   | 0",
        "meta_ads/age_gender_breakdown_fixture.csv                | meta_ads             | en | 5   | 5   | 0",
        "meta_overview/ig_reach_reconstructed_utf16.csv           | meta_overview        | en | 4   | 2   | 0",
        "google_ads/campaign_report_utf8_fixture.csv              | google_ads           | en | 6   | 3   | 0",
        "youtube_sv/Innehåll 2024-08-13_2024-09-10 AIgineer/Tabelldata.csv   | youtube_content | sv | 58  | 57 | 0",
        "youtube_sv/Innehåll 2024-08-13_2024-09-10 AIgineer/Diagramdata.csv  | youtube_chart   | sv | 140 | 0  | 0",
        "youtube_sv/Datum 2024-08-13_2024-09-10 AIgineer/Tabelldata.csv      | youtube_dates   | sv | 28  | 27 | 0",
        "youtube_sv/Datum 2024-08-13_2024-09-10 AIgineer/Totalt.csv          | youtube_totals  | sv | 28  | 28 | 0",
        "youtube_sv/Geografi 2024-08-13_2024-09-10 AIgineer/Tabelldata.csv   | youtube_audience | sv | 4  | 3  | 0",
        "youtube_sv/Geografi 2024-08-13_2024-09-10 AIgineer/Diagramdata.csv  | youtube_audience | sv | 84 | 84 | 0",
        "tiktok/tiktok_studio_content_fixture.csv                  | tiktok_content       | en | 2   | 2   | 0",
        "x/account_analytics_content_2026.csv                     | x_posts              | en | 3   | 3   | 0",
        "x/usctrials_tweet_activity_metrics_excel_damaged.csv     | x_posts_old          | en | 103 | 3   | 100",
        "linkedin_page/nplf_linkedin_q2_2020_redacted.xlsx#Update metrics (aggregated) | linkedin_page_days | en | 92 | 91 | 0",
        "linkedin_page/nplf_linkedin_q2_2020_redacted.xlsx#Update Engagement           | linkedin_posts     | en | 11 | 10 | 0",
        "linkedin_page/nplf_linkedin_q2_2020_redacted.xlsx#Visitor metrics | linkedin_visitors       | en | 91 | 91 | 0",
        "linkedin_page/nplf_linkedin_q2_2020_redacted.xlsx#Location        | linkedin_visitor_groups | en | 10 | 10 | 0",
        "linkedin_page/nplf_linkedin_q2_2020_redacted.xlsx#Job function    | linkedin_visitor_groups | en | 15 | 15 | 0",
        "linkedin_page/nplf_linkedin_q2_2020_redacted.xlsx#Seniority       | linkedin_visitor_groups | en | 7  | 7  | 0",
        "linkedin_page/nplf_linkedin_q2_2020_redacted.xlsx#Industry        | linkedin_visitor_groups | en | 27 | 27 | 0",
        "linkedin_page/nplf_linkedin_q2_2020_redacted.xlsx#Company size    | linkedin_visitor_groups | en | 8  | 8  | 0",
        "facebook_metrics_moro/dataset_Facebook.csv               | moro                 | en | 500 | 500 | 0",
      })
  void isRecognisedAndItsRowsAreCounted(
      String file, String format, String language, long read, long accepted, long rejected) {
    Row line = files.get(file.contains("#") ? file : file + "#");

    assertThat(line.<String>getAs("format")).isEqualTo(format);
    assertThat(line.<String>getAs("language")).isEqualTo(language);
    assertThat(line.<Long>getAs("rows_read")).isEqualTo(read);
    assertThat(line.<Long>getAs("rows_accepted")).isEqualTo(accepted);
    assertThat(line.<Long>getAs("rows_rejected")).isEqualTo(rejected);
  }

  @Test
  void idsThatASpreadsheetHasShortenedComeBackFromTheLinksWhereThereAreAny() {
    assertThat(
            lake.table("facts.post")
                .filter("permalink LIKE '%/USCTrials/status/%'")
                .select("post_id", "permalink")
                .collectAsList())
        .hasSize(3)
        .allSatisfy(post -> assertThat(post.getString(1)).endsWith("/status/" + post.getString(0)));
  }

  @Test
  void countriesStandOverThePeriodOfTheFolderAndOnEachOfItsDays() {
    assertThat(
            lake.table("facts.audience_day")
                .filter("dimension = 'country' AND value = 'SE' AND metric = 'views'")
                .groupBy(expr("period_start = day"))
                .agg(min("period_start"), max("day"), sum("figure"))
                .collectAsList())
        .extracting(Row::mkString)
        .containsExactlyInAnyOrder(
            "false2024-08-132024-09-091439.0", "true2024-08-132024-09-091439.0");
  }

  @Test
  void aDataSetThroughAMappingGivesItsPublishedFigures() {
    Row sums =
        lake.table("results.engagement_post")
            .filter("account_id = 'unnamed' AND channel = 'facebook'")
            .selectExpr(
                "count(*)",
                "count_if(post_type = 'photo')",
                "count_if(post_type = 'text')",
                "count_if(post_type = 'link')",
                "count_if(post_type = 'video')",
                "avg(reach)",
                "sum(interactions)")
            .head();

    assertThat(sums.getLong(0)).isEqualTo(500);
    assertThat(List.of(sums.getLong(1), sums.getLong(2), sums.getLong(3), sums.getLong(4)))
        .containsExactly(426L, 45L, 22L, 7L);
    assertThat(sums.getDouble(5)).isEqualTo(13_903.36);
    assertThat(sums.getLong(6)).isEqualTo(106_060);
  }
}
