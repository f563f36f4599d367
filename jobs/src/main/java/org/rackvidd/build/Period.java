package org.rackvidd.build;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.stream.Stream;

/**
 * A period of the calendar.
 *
 * @param kind day, week (ISO), month, quarter or year
 * @param start its first day
 */
public record Period(String kind, LocalDate start) implements Serializable {

  /** The periods a day is in. */
  public static Stream<Period> holding(LocalDate day) {
    return Stream.of(
        new Period("day", day),
        new Period("week", day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))),
        new Period("month", day.withDayOfMonth(1)),
        new Period("quarter", day.with(IsoFields.DAY_OF_QUARTER, 1)),
        new Period("year", day.withDayOfYear(1)));
  }

  /** The period of a kind that a day is in. */
  public static Period of(String kind, LocalDate day) {
    return holding(day).filter(period -> period.kind().equals(kind)).findFirst().orElseThrow();
  }

  /** The first day after it. */
  public LocalDate end() {
    return switch (kind) {
      case "day" -> start.plusDays(1);
      case "week" -> start.plusWeeks(1);
      case "month" -> start.plusMonths(1);
      case "quarter" -> start.plusMonths(3);
      case "year" -> start.plusYears(1);
      default -> throw new IllegalStateException("No period of the calendar: " + kind);
    };
  }

  public int days() {
    return Math.toIntExact(ChronoUnit.DAYS.between(start, end()));
  }
}
