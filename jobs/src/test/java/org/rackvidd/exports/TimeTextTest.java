package org.rackvidd.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {
  private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

  @ParameterizedTest(name = "{1} read as {0} is {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "M/d/uuuu H:mm         | 09/24/2026 15:30          | 2026-09-24T22:30:00Z",
        "M/d/uuuu H:mm         | 1/2/2026 3:04             | 2026-01-02T11:04:00Z",
        "uuuu-M-d H:mm:ss      | 2026-09-24 15:30:17       | 2026-09-24T22:30:17Z",
        "uuuu-M-d H:mm Z       | 2015-09-29 23:17 +0000    | 2015-09-29T23:17:00Z",
        "uuuu-M-d'T'H:mm:ssZ   | 2026-05-19T15:15:37-0400  | 2026-05-19T19:15:37Z",
        "EEE, MMM d, uuuu      | Tue, Jul 14, 2026         | 2026-07-14T00:00:00Z",
        "EEE, MMM d, uuuu      | SUN, JUL 14, 2026         | 2026-07-14T00:00:00Z",
        "MMM d, uuuu           | Jan 1, 2026               | 2026-01-01T00:00:00Z",
        "d/M/uuuu              | 25/12/2026                | 2026-12-25T00:00:00Z",
      })
  void readsWallTimesOfTheZoneAndTimesWithAnOffset(String pattern, String text, Instant instant)
      throws BadRow {
    assertThat(times(PACIFIC, pattern).moment(text).instant()).isEqualTo(instant);
  }

  @Test
  void aTimeThatSpringSkipsIsMovedOn() throws BadRow {
    assertThat(times(PACIFIC, "uuuu-M-d H:mm").moment("2026-03-08 02:30").instant())
        .isEqualTo("2026-03-08T10:30:00Z");
  }

  @Test
  void aTimeThatAutumnShowsTwiceIsTheFirst() throws BadRow {
    assertThat(times(PACIFIC, "uuuu-M-d H:mm").moment("2026-11-01 01:30").instant())
        .isEqualTo("2026-11-01T08:30:00Z");
  }

  @Test
  void knowsWhetherThereWasATimeOfDay() throws BadRow {
    TimeText times = times(PACIFIC, "uuuu-M-d H:mm", "uuuu-M-d");

    assertThat(times.moment("2026-01-01 00:00").hasTime()).isTrue();
    assertThat(times.moment("2026-01-01").hasTime()).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "UTC",
        "America/Los_Angeles",
        "Europe/Stockholm",
        "Pacific/Kiritimati",
        "America/Sao_Paulo"
      })
  void aDateStandsAsItIsWrittenWhateverTheZone(String zone) throws BadRow {
    TimeText times = times(ZoneId.of(zone), "uuuu-M-d");

    // São Paulo's clocks skipped midnight on 4 November 2018.
    for (String date : List.of("2018-11-04", "2026-01-01", "2026-03-08", "2026-12-31")) {
      assertThat(date(times, date)).isEqualTo(LocalDate.parse(date));
    }
    assertThat(date(times, "46289")).isEqualTo("2026-09-24");
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({"20000, 1954-10-03", "43831, 2020-01-01", "46289, 2026-09-24", "80000, 2119-01-11"})
  void readsTheNumbersSpreadsheetsKeepDatesUnder(String serial, LocalDate date) throws BadRow {
    TimeText.Moment moment = times(ZoneId.of("UTC"), "M/d/uuuu").moment(serial);

    assertThat(moment.instant()).isEqualTo(date + "T00:00:00Z");
    assertThat(moment.hasTime()).isFalse();
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(
      strings = {
        "31/02/2026", "29/02/2026", "2026-02-03", "0/1/2026", "1/13/2026", "1/1/26",
            "1/1/2026 10:00",
        " 1/1/2026", "", "i går", "19999", "80001", "4628", "462890"
      })
  void refusesDatesThatAreNoneAndOtherPatterns(String text) {
    TimeText times = times(PACIFIC, "d/M/uuuu");

    assertThatExceptionOfType(BadRow.class)
        .isThrownBy(() -> times.moment(text))
        .satisfies(bad -> assertThat(bad.reason()).isEqualTo(Reason.BAD_DATE))
        .withMessageContaining("d/M/uuuu");
    // And again, since the last text is remembered.
    assertThatExceptionOfType(BadRow.class).isThrownBy(() -> date(times, text));
  }

  @Test
  void aFilesPatternIsTheOneThatReadsMostOfIt() {
    List<String> patterns = List.of("M/d/uuuu", "d/M/uuuu", "uuuu-M-d");

    assertThat(TimeText.best(patterns, List.of("1/2/2026", "13/2/2026", "14/2/2026")))
        .isEqualTo("d/M/uuuu");
    assertThat(TimeText.best(patterns, List.of("1/2/2026", "2/13/2026", "skräp")))
        .isEqualTo("M/d/uuuu");
    assertThat(TimeText.best(patterns, List.of("1/2/2026"))).isEqualTo("M/d/uuuu");
    assertThat(TimeText.best(patterns, List.of())).isEqualTo("M/d/uuuu");
  }

  @Test
  void yearsHaveFourDigits() {
    TimeText seconds = times(ZoneOffset.UTC, "epoch_seconds");
    TimeText years = times(ZoneOffset.UTC, "u-MM-dd");

    assertThatThrownBy(() -> seconds.moment("253402300800")).isInstanceOf(BadRow.class);
    assertThatThrownBy(() -> seconds.moment("9000000000000000")).isInstanceOf(BadRow.class);
    assertThatThrownBy(() -> years.moment("+123456-01-01")).isInstanceOf(BadRow.class);
    assertThatThrownBy(() -> years.moment("-1-01-01")).isInstanceOf(BadRow.class);
  }

  private static LocalDate date(TimeText times, String text) throws BadRow {
    return LocalDate.ofEpochDay(times.epochDay(text.toCharArray(), 0, text.length()));
  }

  private static TimeText times(ZoneId zone, String... patterns) {
    return new TimeText(List.of(patterns), zone);
  }
}
