package org.rackvidd.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rackvidd.LakeRows;
import org.rackvidd.cli.CommandRun;
import org.rackvidd.lake.Lake;

/**
 * Everything about single persons that the cases of formats hold, and the example of an applicant
 * system, from the landing folder to the lake by way of the command line.
 */
class PersonFactsTest {
  private static final Path EXAMPLE = Path.of("../data/examples/applicants");
  private static final String PERSONS = "ga4_events|matomo_|meta_leads";

  /** Names, addresses, numbers and ids that stand in the files, in lower case. */
  private static final List<String> NEVER_STORED =
      List.of(
          "anna",
          "lind@",
          "anna lind",
          "björn",
          "åkerlund",
          "cilla",
          "dan ek",
          "@",
          "0701740605",
          "46701740605",
          "0701740606",
          "174 06",
          "8c1d5e0f9a3b7246",
          "00f3ab129c44de01",
          "1029384756",
          "5647382910",
          "8800112233",
          "9900112233",
          "k-50",
          "a-100",
          "cj0kcq",
          "iwar0",
          "10.20.0.0",
          "0x0a14",
          "epost=",
          "jag heter",
          "i går");

  @TempDir private static Path folder;
  private static Path landing;
  private Lake lake;

  @BeforeAll
  static void ingestEverythingAboutPersons() throws Exception {
    landing = folder.resolve("landing");
    copy(Path.of(PersonFactsTest.class.getResource("/exports").toURI()), landing, PERSONS);
    copy(EXAMPLE.resolve("exports"), landing.resolve("applicants"), "");

    CommandRun run = ingest("lake", landing, configuration("config", "first.key", false));

    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  @BeforeEach
  void open() {
    lake = LakeRows.open(folder.resolve("lake"));
  }

  private static Path configuration(String name, String key, boolean keep) throws IOException {
    Path to = folder.resolve(name);
    copy(EXAMPLE.resolve("config"), to, "");
    Path organisation = to.resolve("organisation.yaml");
    String text = Files.readString(organisation);
    assertThat(text).contains("keep_person_files: true");
    text = keep ? text : text.replace("keep_person_files: true", "keep_person_files: false");
    if (key != null) {
      Path file = folder.resolve(key);
      Files.writeString(file, (key + "-").repeat(8));
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      text += "person_key_file: ../" + key + "\n";
    }
    Files.writeString(organisation, text);
    return to;
  }

  private static void copy(Path from, Path to, String names) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path relative = from.relativize(file);
        boolean wanted = names.isEmpty() || relative.toString().matches("(" + names + ").*");
        if (wanted && !file.endsWith("expect.yaml")) {
          Path target = to.resolve(relative.toString());
          Files.createDirectories(target.getParent());
          Files.copy(file, target);
        }
      }
    }
  }

  private static CommandRun ingest(String lakeName, Path from, Path configuration) {
    return CommandRun.of(
        "ingest",
        "--lake",
        folder.resolve(lakeName).toString(),
        "--landing",
        from.toString(),
        "--config",
        configuration.toString());
  }

  @Test
  void anAddressIsOnePersonInTwoFilesOfLeadsAndInAnApplication() {
    String events =
        """
        SELECT count(*), count(DISTINCT person), count(DISTINCT file_id) FROM facts.person_event
        WHERE collected_by = 'meta_leads' AND at = '2026-11-03 07:15:30'
          OR collected_by = 'applications' AND stage = 'Anställd'
        """;
    assertThat(row(events)).isEqualTo("[5,1,3]");
  }

  @Test
  void aNumberIsOnePersonHoweverItIsWritten() {
    String leads =
        """
        SELECT count(*), count(DISTINCT person) FROM facts.person_event
        WHERE collected_by = 'meta_leads' AND at = '2026-11-03 08:15:30'
        """;
    // The very same lead in both files is one event.
    assertThat(row(leads)).isEqualTo("[1,1]");
  }

  @Test
  void aVisitorIsOnePersonInTheInterfaceAndInTheRawTables() {
    String visitor =
        """
        SELECT count(DISTINCT person), count(DISTINCT session), count_if(event = 'visit'),
          count_if(page_id IS NOT NULL) > 0, count_if(event_name = 'outlink')
        FROM facts.person_event
        WHERE collected_by = 'matomo' AND at BETWEEN '2026-11-03 07:00:00' AND '2026-11-03 07:59:00'
        """;
    assertThat(row(visitor)).isEqualTo("[1,1,1,true,1]");
  }

  @Test
  void eventsOfOneMomentAreToldApartByTheirNumberInTheBatch() {
    String views =
        """
        SELECT count(*), count(DISTINCT source_event_id) FROM facts.person_event
        WHERE collected_by = 'ga4' AND at = '2026-11-02 09:00:00'
        """;
    assertThat(row(views)).isEqualTo("[2,2]");
  }

  @Test
  void anApplicationGivesAnEventForEachOfItsDates() {
    String applications =
        """
        SELECT event, subject, stage, channel, coalesce(string(is_paid), ''), at, at_precision
        FROM facts.person_event WHERE collected_by = 'applications' ORDER BY subject, at, stage
        """;
    assertThat(rows(lake, applications))
        .containsExactly(
            "[application,Förskollärare,Ny,direct,,2026-11-07T11:00:00Z,minute]",
            "[application,Lärare åk 4–6,Anställd,facebook,true,2026-11-05T07:15:00Z,minute]",
            "[application,Lärare åk 4–6,Intervju,direct,,2026-11-07T11:00:00Z,minute]",
            "[qualified,Lärare åk 4–6,Anställd,facebook,true,2026-11-10T00:00:00Z,day]",
            "[qualified,Lärare åk 4–6,Intervju,direct,,2026-11-13T00:00:00Z,day]",
            "[hired,Lärare åk 4–6,Anställd,facebook,true,2026-11-18T00:00:00Z,day]",
            "[application,Undersköterska,Avslutad,linkedin,,2026-11-06T20:40:00Z,minute]",
            "[rejected,Undersköterska,Avslutad,linkedin,,2026-11-12T00:00:00Z,day]");
  }

  @Test
  void noCellOfAnyTableHoldsWhatNamesAPerson() {
    List<String> tables = lake.existing().toList();
    assertThat(tables).contains("facts.person_event", "ops.rejected_row", "ops.file");
    for (String table : tables) {
      String cells = String.join("\n", LakeRows.of(lake, table)).toLowerCase(Locale.ROOT);
      assertThat(cells).as(table).doesNotContain(NEVER_STORED);
    }
    assertThat(LakeRows.of(lake, "ops.rejected_row")).isNotEmpty();
  }

  @Test
  void filesWithPersonsAreGoneUnlessARowWasRejected() throws IOException {
    try (Stream<Path> files = Files.walk(landing)) {
      assertThat(files.filter(Files::isRegularFile).map(f -> landing.relativize(f).toString()))
          .containsExactlyInAnyOrder(
              "ga4_events/plain/analytics_411200345/events_20261102.json",
              "matomo_visits/plain/Live.getLastVisitsDetails.json",
              "matomo_log_visit/plain/log_visit.csv",
              "matomo_log_link_visit_action/plain/matomo_log_link_visit_action.csv",
              "matomo_log_conversion/plain/log_conversion.csv",
              "matomo_log_action/plain/piwik_log_action.csv",
              "meta_leads/utf16/leads.csv",
              "meta_leads/resaved/leads omsparad.csv");
    }
  }

  @Test
  void withoutAKeyNothingIsReadAndTheFilesAreNamed() throws IOException {
    Map<String, Long> before = LakeRows.versions(lake);
    Path later = lead("without key");

    CommandRun run = ingest("lake", later.getParent(), configuration("no key", null, false));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("lead.csv", "Nothing was changed").doesNotContain("\tat ");
    assertThat(LakeRows.versions(lake)).isEqualTo(before);
    assertThat(later).exists();

    ingest("no lake yet", later.getParent(), folder.resolve("no key"));
    assertThat(LakeRows.open(folder.resolve("no lake yet")).existing()).isEmpty();
  }

  @Test
  void anotherKeyIsRefusedOnTheSameLake() throws IOException {
    Map<String, Long> before = LakeRows.versions(lake);
    Path later = lead("other key");

    CommandRun run = ingest("lake", later.getParent(), configuration("other", "second.key", false));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("another key", "Nothing was changed")
        .doesNotContain("second.key-", "first.key-", "\tat ");
    assertThat(LakeRows.versions(lake)).isEqualTo(before);
    assertThat(later).exists();
  }

  private static Path lead(String name) throws IOException {
    Path file = Files.createDirectory(folder.resolve(name)).resolve("lead.csv");
    return Files.writeString(
        file,
        """
        id,created_time,platform,form_id,email
        l:880011223344599,2026-11-09T08:00:00+01:00,fb,f:7,ny@solvik.example
        """);
  }

  @Test
  void underAnotherKeyTheExampleHasOtherPersonsAndItsFileStays() throws IOException {
    Path copy = folder.resolve("example");
    copy(EXAMPLE.resolve("exports"), copy, "");
    String persons = "SELECT DISTINCT person FROM facts.person_event";
    List<String> first = rows(lake, persons);

    CommandRun run =
        ingest("example lake", copy, configuration("example config", "third.key", true));

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(copy.resolve("Ansökningar 2026-11-20.csv")).exists();
    List<String> others = rows(LakeRows.open(folder.resolve("example lake")), persons);
    assertThat(others).hasSize(3).doesNotContainAnyElementsOf(first);
  }

  @Test
  void anExportOfAllApplicationsChangesTheDaysOfThoseThatChanged() throws IOException {
    Path exports = folder.resolve("nights");
    copy(EXAMPLE.resolve("exports"), exports, "");
    Path configuration = configuration("night config", "night.key", true);
    ingest("nights", exports, configuration);
    assertThat(buildReach("nights", configuration)).contains("persons of 7 days");
    String first = Files.readString(exports.resolve("Ansökningar 2026-11-20.csv"));
    String next = first.replace("2026-11-07 12:00;;;;Ny", "2026-11-07 12:00;;;2026-11-21;Avslutad");
    assertThat(next).isNotEqualTo(first);
    Files.writeString(exports.resolve("Ansökningar 2026-11-21.csv"), next);

    ingest("nights", exports, configuration);

    // The day it came in, whose event has its stage, too, and the day it was turned down.
    assertThat(buildReach("nights", configuration)).contains("persons of 2 days");
  }

  /** What the build says of itself. */
  private static String buildReach(String lakeName, Path configuration) {
    CommandRun run =
        CommandRun.of(
            "build",
            "reach",
            "--lake",
            folder.resolve(lakeName).toString(),
            "--config",
            configuration.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.out();
  }

  private String row(String query) {
    return rows(lake, query).get(0);
  }

  private static List<String> rows(Lake of, String query) {
    List<String> rows = new ArrayList<>();
    for (Row row : of.spark().sql(query).collectAsList()) {
      rows.add(row.toString());
    }
    return rows;
  }
}
