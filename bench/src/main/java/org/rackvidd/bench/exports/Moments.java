package org.rackvidd.bench.exports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/** Dates and times as the platforms write them, spelled by hand so that no locale data matters. */
final class Moments {
  static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

  private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  private Moments() {}

  /** Meta's: the month first, in the time of California. */
  static String meta(Instant moment) {
    LocalDateTime time = LocalDateTime.ofInstant(moment, PACIFIC);
    StringBuilder text = new StringBuilder(16).append(american(time.toLocalDate())).append(' ');
    two(text, time.getHour());
    text.append(':');
    two(text, time.getMinute());
    return text.toString();
  }

  /** LinkedIn's: month, day, year. */
  static String american(LocalDate day) {
    StringBuilder text = new StringBuilder(10);
    two(text, day.getMonthValue());
    text.append('/');
    two(text, day.getDayOfMonth());
    return text.append('/').append(day.getYear()).toString();
  }

  /** X's: {@code Tue, Jul 14, 2026}. */
  static String withWeekday(LocalDate day) {
    return DAYS.get(day.getDayOfWeek().getValue() - 1) + ", " + spelled(day);
  }

  /** YouTube's: {@code Jul 14, 2026}. */
  static String spelled(LocalDate day) {
    return MONTHS.get(day.getMonthValue() - 1) + " " + day.getDayOfMonth() + ", " + day.getYear();
  }

  /** The earlier X's: {@code 2025-05-03 18:42 +0000}. */
  static String universal(Instant moment) {
    return moment.toString().substring(0, 16).replace('T', ' ') + " +0000";
  }

  private static void two(StringBuilder text, int number) {
    if (number < 10) {
      text.append('0');
    }
    text.append(number);
  }
}
