package org.rackvidd.bench.exports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.rackvidd.bench.world.Account;

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

  /** A database's, in UTC: {@code 2026-10-31 18:42:07}. */
  static String sql(long second) {
    LocalDateTime time = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
    StringBuilder text = minute(time).append(':');
    two(text, time.getSecond());
    return text.toString();
  }

  /** A Swedish system's, in local time and without seconds. */
  static String local(long second) {
    return minute(LocalDateTime.ofInstant(Instant.ofEpochSecond(second), Account.ZONE)).toString();
  }

  /** {@code 20261031}, in local time. */
  static String compact(long second) {
    LocalDate day = LocalDate.ofInstant(Instant.ofEpochSecond(second), Account.ZONE);
    StringBuilder text = new StringBuilder(8).append(day.getYear());
    two(text, day.getMonthValue());
    two(text, day.getDayOfMonth());
    return text.toString();
  }

  private static StringBuilder minute(LocalDateTime time) {
    StringBuilder text = new StringBuilder(19).append(time.toLocalDate()).append(' ');
    two(text, time.getHour());
    text.append(':');
    two(text, time.getMinute());
    return text;
  }

  private static void two(StringBuilder text, int number) {
    if (number < 10) {
      text.append('0');
    }
    text.append(number);
  }
}
