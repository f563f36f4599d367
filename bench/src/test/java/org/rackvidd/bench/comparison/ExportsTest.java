package org.rackvidd.bench.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportsTest {
  @TempDir private Path folder;
  private Exports exports;

  @BeforeEach
  void readFixture() throws IOException {
    Fixture.write(folder);
    exports = Exports.in(folder.resolve("exports"));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "facebook.csv, FACEBOOK",
        "x_12.csv, X",
        "meta_ads_days_2026-01.csv, AD_DAYS",
        "meta_ads_months_1.csv, AD_RANGES",
        "log_action.csv, PAGES",
        "log_link_visit_action_2026-01.csv, PAGE_VIEWS",
        "linkedin_1.xls, none",
        "google_ads_1.csv, none"
      })
  void areKnownByTheirNames(String name, Input input) {
    assertThat(Input.of(Path.of(name)).orElse(null)).isEqualTo(input);
  }

  @Test
  void areCounted() throws IOException {
    assertThat(exports.hasAll(Step.FUNNEL.inputs)).isTrue();
    assertThat(exports.newest()).isEqualTo(LocalDate.of(2026, 6, 2));
    assertThat(exports.rows()).isEqualTo(6 + 5 + 12 + 3 + 6 + 6 + 3 + 10);
  }

  @Test
  void areLinkedAsTheyAre() throws IOException {
    Path landing = folder.resolve("landing");
    exports.linkTo(landing);
    Exports linked = Exports.in(landing);
    assertThat(linked.files()).containsOnlyKeys(Input.values());
    assertThat(linked.bytes()).isEqualTo(exports.bytes());
    assertThat(landing.resolve("2026-06-01/youtube.csv")).doesNotExist();
  }

  @Test
  void haveAShorterHistory() throws IOException {
    Path landing = folder.resolve("shorter");
    // From the 28th of April on.
    new History(exports, exports.newest().minusDays(35)).writeTo(landing);
    Map<Input, Long> rows =
        Exports.in(landing).files().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    entry -> entry.getValue().stream().mapToLong(ExportsTest::rows).sum()));
    assertThat(rows)
        .containsEntry(Input.VISITS, 2L)
        .containsEntry(Input.CONVERSIONS, 2L)
        .containsEntry(Input.ASSIGNMENTS, 3L)
        .containsEntry(Input.APPLICATIONS, 1L)
        // Pages are of no day, and the total of the ads is of none either.
        .containsEntry(Input.PAGES, 3L)
        .containsEntry(Input.AD_DAYS, 1L)
        .doesNotContainKeys(Input.FACEBOOK, Input.X, Input.PAGE_VIEWS);
  }

  private static long rows(Path file) {
    try {
      return Files.readAllLines(file).size() - 1L;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
