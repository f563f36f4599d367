package org.rackvidd.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
  @CsvSource({"32874, 1990-01-01", "43831, 2020-01-01", "46289, 2026-09-24", "73050, 2099-12-31"})
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
        " 1/1/2026", "", "i går", "32873", "73051", "4628", "462890"
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
    List<String> patterns = List.of("M/d/uuuu", "M/d/uuuu H:mm", "uuuu-M-d");

    assertThat(TimeText.best(patterns, List.of("2026-2-1", "2026-2-2", "1/2/2026")))
        .isEqualTo("uuuu-M-d");
    assertThat(TimeText.best(patterns, List.of("13/2/2026", "14/2/2026", "2026-2-1")))
        .isEqualTo("M/d/uuuu");
    assertThat(TimeText.best(patterns, List.of("1/2/2026", "2/13/2026", "skräp")))
        .isEqualTo("M/d/uuuu");
    assertThat(TimeText.best(patterns, List.of("1/2/2026"))).isEqualTo("M/d/uuuu");
    assertThat(TimeText.best(patterns, List.of())).isEqualTo("M/d/uuuu");
  }

  @ParameterizedTest(name = "{0} after {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "epoch_seconds | 0",
        "epoch_seconds | 4102444800",
        "epoch_seconds | 253402300800",
        "epoch_seconds | 9000000000000000",
        "u-MM-dd       | +123456-01-01",
        "u-MM-dd       | -1-01-01",
        "uuuu-M-d      | 1989-12-31",
        "uuuu-M-d      | 2100-01-01",
        "M/d/uuuu H:mm | 3/4/0026 10:00",
      })
  void refusesYearsNobodyExports(String pattern, String text) {
    assertThatExceptionOfType(BadRow.class)
        .isThrownBy(() -> times(ZoneOffset.UTC, pattern).moment(text));
  }

  @Test
  void saysThatAYearIsOutsideWhatIsExported() {
    assertThatExceptionOfType(BadRow.class)
        .isThrownBy(() -> times(ZoneOffset.UTC, "uuuu-M-d").moment("0026-03-04"))
        .withMessage("'0026-03-04' lies before 1990 or after 2099.");
  }

  @ParameterizedTest(name = "{0}: usual {1}, swapped {2}, either {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "3/4/2026 3/4/2026 3/5/2026   | 0 | 0 | 3 | USUAL",
        "3/25/2026 3/4/2026           | 1 | 0 | 1 | USUAL",
        "25/3/2026 25/3/2026 3/3/2026 | 0 | 2 | 0 | SWAPPED",
        "25/3/2026 3/4/2026           | 0 | 1 | 1 | SWAPPED",
        "25/3/2026 3/4/2026 3/5/2026  | 0 | 1 | 2 | MIXED",
        "25/3/2026 3/25/2026          | 1 | 1 | 0 | MIXED",
        "31/2/2026 13/13/2026 46289   | 0 | 0 | 0 | USUAL",
        "2026-03-25 2026-03-04        | 0 | 0 | 0 | USUAL",
        "25/3/0026 3/25/2126 3/4/1926 | 0 | 0 | 0 | USUAL",
      })
  void datesSayWhichOfDayAndMonthIsFirst(
      String dates, long usual, long swapped, long either, DayOrder order) {
    DayOrder.Signs expected = new DayOrder.Signs(usual, swapped, either);
    for (DayOrder readIn : DayOrder.values()) {
      TimeText times = new TimeText(List.of("M/d/uuuu", "uuuu-M-d"), readIn, ZoneOffset.UTC);
      for (String date : dates.split(" ")) {
        try {
          times.moment(date);
        } catch (BadRow refused) {
          assertThat(refused.reason()).isEqualTo(Reason.BAD_DATE);
        }
      }
      assertThat(times.dayOrder()).as("read as %s", readIn).isEqualTo(expected);
    }
    assertThat(TimeText.dayOrder("M/d/uuuu", List.of(dates.split(" ")))).isEqualTo(expected);
    assertThat(expected.order()).isEqualTo(order);
  }

  @ParameterizedTest(name = "{0} and {1}")
  @CsvSource({
    "M/d/uuuu, d/M/uuuu",
    "dd/MM/uuuu H:mm, MM/dd/uuuu H:mm",
    "d-M-uu, M-d-uu",
    "dd.MM.uuuu, MM.dd.uuuu"
  })
  void dayAndMonthAsNumbersBeforeTheYearCanBeSwapped(String pattern, String swapped) {
    assertThat(DayOrder.swapped(pattern)).isEqualTo(swapped);
    assertThat(DayOrder.swapped(swapped)).isEqualTo(pattern);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"uuuu-M-d", "MMM d, uuuu", "d MMMM uuuu", "M/d-uuuu", "MMM/dd/uuuu"})
  void otherPatternsHaveNoOtherOrder(String pattern) {
    assertThat(DayOrder.swapped(pattern)).isNull();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"M/d/uuuu", "M/d/uuuu H:mm", "M/d/uuuu h:mm:ss a"})
  void readsADateInTheOrderOfItsTable(String pattern) throws BadRow {
    String time = pattern.substring("M/d/uuuu".length()).replace("H:mm", "0:00");
    String rest = time.replace("h:mm:ss a", "12:00:00 AM");
    TimeText swapped = new TimeText(List.of(pattern), DayOrder.SWAPPED, ZoneOffset.UTC);
    TimeText mixed = new TimeText(List.of(pattern), DayOrder.MIXED, ZoneOffset.UTC);

    assertThat(date(swapped, "3/4/2026" + rest)).isEqualTo("2026-04-03");
    assertThat(date(swapped, "25/4/2026" + rest)).isEqualTo("2026-04-25");
    assertThat(date(mixed, "25/4/2026" + rest)).isEqualTo("2026-04-25");
    assertThat(date(mixed, "4/25/2026" + rest)).isEqualTo("2026-04-25");
    assertThat(date(mixed, "4/4/2026" + rest)).isEqualTo("2026-04-04");
    assertThatExceptionOfType(BadRow.class)
        .isThrownBy(() -> mixed.moment("3/4/2026" + rest))
        .withMessageContaining("may be two days");
    assertThatExceptionOfType(BadRow.class).isThrownBy(() -> swapped.moment("4/25/2026" + rest));
  }

  private static LocalDate date(TimeText times, String text) throws BadRow {
    return LocalDate.ofEpochDay(times.epochDay(text.toCharArray(), 0, text.length()));
  }

  private static TimeText times(ZoneId zone, String... patterns) {
    return new TimeText(List.of(patterns), zone);
  }
}
