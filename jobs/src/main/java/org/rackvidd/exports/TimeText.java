package org.rackvidd.exports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Dates and times written after one of several patterns, with the zone of the wall times. A time
 * that a clock shows twice in autumn is taken as the first of the two; one that spring skips is
 * moved on by the hour skipped.
 *
 * <p>A date such as 3/4/2026 is read in the table's {@link DayOrder}; what the dates read so far
 * say of that is counted.
 *
 * <p>A pattern is one of java.time, with names of months in English or, behind a prefix such as
 * {@code sv:}, in another language; or epoch_seconds, epoch_millis or epoch_micros.
 */
final class TimeText {
  private static final String WEEKDAY = "EEE, ";
  private static final Map<String, ChronoUnit> EPOCHS =
      Map.of(
          "epoch_seconds", ChronoUnit.SECONDS,
          "epoch_millis", ChronoUnit.MILLIS,
          "epoch_micros", ChronoUnit.MICROS);
  private static final long SECONDS_A_DAY = 86_400;
  private static final int MOST_REMEMBERED = 20_000;
  private static final int LONGEST_REMEMBERED = 64;

  /** Years outside are slips of the pen: no platform is older, nothing is planned so far ahead. */
  private static final int FIRST = 1990;

  private static final int END = 2100;

  /** No month has a larger number. */
  private static final int MONTHS = 12;

  /** A moment or a day. */
  record Moment(Instant instant, boolean hasTime) {}

  /**
   * @param swapped formatter with day and month changed over, or null where there is no such
   */
  private record Pattern(
      String text,
      DateTimeFormatter formatter,
      DateTimeFormatter swapped,
      boolean weekday,
      ChronoUnit epoch) {

    static Pattern of(String text) {
      ChronoUnit epoch = EPOCHS.get(text);
      if (epoch != null) {
        return new Pattern(text, null, null, false, epoch);
      }
      boolean named = text.length() > 3 && text.charAt(2) == ':';
      Locale language = named ? Locale.forLanguageTag(text.substring(0, 2)) : Locale.ENGLISH;
      String written = named ? text.substring(3) : text;
      // A weekday that contradicts the date beside it (they occur) must not lose the row.
      boolean weekday = written.startsWith(WEEKDAY);
      String date = weekday ? written.substring(WEEKDAY.length()) : written;
      String swapped = DayOrder.swapped(date);
      return new Pattern(
          text,
          formatter(date, language),
          swapped == null ? null : formatter(swapped, language),
          weekday,
          null);
    }

    /** The text without its weekday, where the pattern has one. */
    String date(String text) {
      int comma = weekday ? text.indexOf(", ") : -1;
      return comma < 0 ? text : text.substring(comma + 2);
    }

    private static DateTimeFormatter formatter(String pattern, Locale language) {
      return new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern(pattern)
          .toFormatter(language)
          .withResolverStyle(ResolverStyle.STRICT);
    }
  }

  /**
   * What a text may be.
   *
   * @param usual the moment after the pattern as it stands, or null
   * @param swapped that with day and month changed over, or null
   * @param hasOrder whether the pattern has a day and a month that can be mistaken
   */
  private record Reading(Moment usual, Moment swapped, boolean hasOrder) {
    static Reading of(Moment moment) {
      return new Reading(moment, null, false);
    }

    boolean isSomething() {
      return usual != null || swapped != null;
    }

    Moment in(DayOrder order) {
      if (!hasOrder) {
        return usual;
      }
      return switch (order) {
        case USUAL -> usual;
        case SWAPPED -> swapped;
        case MIXED ->
            usual == null || usual.equals(swapped) ? swapped : swapped == null ? usual : null;
      };
    }

    DayOrder.Sign sign() {
      boolean isUsual = usual != null && isStorable(usual);
      boolean isSwapped = swapped != null && isStorable(swapped);
      if (!hasOrder || isUsual == isSwapped && Objects.equals(usual, swapped)) {
        return DayOrder.Sign.NONE;
      } else if (isUsual && isSwapped) {
        return DayOrder.Sign.EITHER;
      } else if (isUsual) {
        return DayOrder.Sign.USUAL;
      }
      return isSwapped ? DayOrder.Sign.SWAPPED : DayOrder.Sign.NONE;
    }
  }

  private final List<Pattern> patterns = new ArrayList<>();
  private final DayOrder order;
  private final ZoneId zone;
  private final DayOffsets offsets;
  private final Map<String, Reading> remembered = new HashMap<>();
  private final DigitPattern digits;

  /** What a date says of the order that only {@link #digits} can read; NONE where none can. */
  private final DayOrder.Sign ownSign;

  private final char[] last = new char[LONGEST_REMEMBERED];
  private int lastLength = -1;
  private Moment lastMoment;
  private DayOrder.Sign lastSign;
  private long usualSigns;
  private long swappedSigns;
  private long eitherSigns;

  TimeText(List<String> patterns, ZoneId zone) {
    this(patterns, DayOrder.USUAL, zone);
  }

  TimeText(List<String> patterns, DayOrder order, ZoneId zone) {
    this.order = order;
    this.zone = zone;
    this.offsets = new DayOffsets(zone.getRules());
    patterns.forEach(pattern -> this.patterns.add(Pattern.of(pattern)));
    String first = patterns.get(0);
    String swapped = DayOrder.swapped(first);
    if (swapped == null) {
      this.digits = DigitPattern.of(first);
      this.ownSign = DayOrder.Sign.NONE;
    } else {
      this.digits =
          order == DayOrder.MIXED
              ? null
              : DigitPattern.of(order == DayOrder.SWAPPED ? swapped : first);
      this.ownSign = order == DayOrder.SWAPPED ? DayOrder.Sign.SWAPPED : DayOrder.Sign.USUAL;
    }
  }

  /**
   * Of the patterns, the one that reads most of the sample, in whichever order of day and month;
   * the first where several do.
   */
  static String best(List<String> patterns, List<String> sample) {
    String best = patterns.get(0);
    long most = -1;
    for (String pattern : patterns) {
      TimeText reader = new TimeText(List.of(pattern), ZoneOffset.UTC);
      long read = sample.stream().filter(text -> reader.read(text).isSomething()).count();
      if (read > most) {
        most = read;
        best = pattern;
      }
    }
    return best;
  }

  /** What a sample of dates after the pattern says of the order of day and month. */
  static DayOrder.Signs dayOrder(String pattern, List<String> sample) {
    TimeText reader = new TimeText(List.of(pattern), ZoneOffset.UTC);
    sample.forEach(text -> reader.note(reader.read(text).sign()));
    return reader.dayOrder();
  }

  /** What the dates read so far say of the order of day and month. */
  DayOrder.Signs dayOrder() {
    return new DayOrder.Signs(usualSigns, swappedSigns, eitherSigns);
  }

  private void note(DayOrder.Sign sign) {
    switch (sign) {
      case NONE -> {}
      case USUAL -> usualSigns++;
      case SWAPPED -> swappedSigns++;
      case EITHER -> eitherSigns++;
    }
  }

  Moment moment(String text) throws BadRow {
    return moment(text.toCharArray(), 0, text.length());
  }

  Moment moment(char[] chars, int from, int to) throws BadRow {
    // Rows of a day mostly stand together.
    if (Arrays.equals(chars, from, to, last, 0, Math.max(lastLength, 0)) && lastLength >= 0) {
      note(lastSign);
      return lastMoment;
    }
    LocalDateTime plain = digits == null ? null : digits.read(chars, from, to);
    Moment moment;
    DayOrder.Sign sign;
    if (plain != null && isStorable(plain)) {
      moment = moment(plain, digits.hasTime());
      sign = sign(plain);
      note(sign);
    } else {
      String text = new String(chars, from, to - from);
      Reading reading = remembered(text);
      sign = reading.sign();
      note(sign);
      moment = storable(reading, text);
    }
    if (to - from <= last.length) {
      System.arraycopy(chars, from, last, 0, to - from);
      lastLength = to - from;
      lastMoment = moment;
      lastSign = sign;
    }
    return moment;
  }

  private DayOrder.Sign sign(LocalDateTime time) {
    int day = time.getDayOfMonth();
    if (ownSign == DayOrder.Sign.NONE || day == time.getMonthValue()) {
      return DayOrder.Sign.NONE;
    }
    return day > MONTHS ? ownSign : DayOrder.Sign.EITHER;
  }

  private Moment moment(LocalDateTime time, boolean hasTime) {
    ZoneOffset offset = hasTime ? offsets.of(time) : ZoneOffset.UTC;
    return new Moment(
        offset == null ? time.atZone(zone).toInstant() : time.toInstant(offset), hasTime);
  }

  private Reading remembered(String text) {
    Reading reading = remembered.get(text);
    if (reading == null) {
      reading = read(text);
      if (remembered.size() >= MOST_REMEMBERED) {
        remembered.clear();
      }
      if (text.length() <= LONGEST_REMEMBERED) {
        remembered.put(text, reading);
      }
    }
    return reading;
  }

  private Moment storable(Reading reading, String text) throws BadRow {
    Moment moment = reading.in(order);
    if (moment != null && isStorable(moment)) {
      return moment;
    }
    String fault =
        moment != null
            ? "'%s' lies before 1990 or after 2099."
            : order == DayOrder.MIXED && reading.isSomething()
                ? "'%s' may be two days: of the dates beside it some have the day first, some the"
                    + " month, or too few tell. Write them as 2026-04-03."
                : "'%s' is no date or time as this export writes them (%s).";
    throw new BadRow(Reason.BAD_DATE, fault.formatted(shown(text), patterns.get(0).text()));
  }

  private static boolean isStorable(LocalDateTime time) {
    return time.getYear() >= FIRST && time.getYear() < END;
  }

  private static boolean isStorable(Moment moment) {
    return isStorable(LocalDateTime.ofInstant(moment.instant(), ZoneOffset.UTC));
  }

  /** The day as days since 1970. */
  long epochDay(char[] chars, int from, int to) throws BadRow {
    Moment moment = moment(chars, from, to);
    return moment.hasTime()
        ? LocalDate.ofInstant(moment.instant(), zone).toEpochDay()
        : Math.floorDiv(moment.instant().getEpochSecond(), SECONDS_A_DAY);
  }

  private Reading read(String text) {
    for (Pattern pattern : patterns) {
      if (pattern.epoch() != null) {
        return Reading.of(sinceEpoch(text, pattern.epoch()));
      }
      Reading reading = read(text, pattern);
      if (reading.isSomething()) {
        return reading;
      }
    }
    return Reading.of(serial(text));
  }

  private Reading read(String text, Pattern pattern) {
    String date = pattern.date(text);
    Moment usual = parse(date, pattern.formatter());
    return pattern.swapped() == null
        ? Reading.of(usual)
        : new Reading(usual, parse(date, pattern.swapped()), true);
  }

  private Moment parse(String text, DateTimeFormatter formatter) {
    try {
      TemporalAccessor parsed =
          formatter.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
      if (parsed instanceof OffsetDateTime time) {
        return new Moment(time.toInstant(), true);
      } else if (parsed instanceof LocalDateTime time) {
        return moment(time, true);
      }
      return new Moment(startOf(LocalDate.from(parsed)), false);
    } catch (DateTimeException impossible) {
      return null;
    }
  }

  private static Moment sinceEpoch(String text, ChronoUnit unit) {
    try {
      return new Moment(Instant.EPOCH.plus(Long.parseLong(text), unit), true);
    } catch (NumberFormatException | ArithmeticException | DateTimeException impossible) {
      return null;
    }
  }

  /** A date has no zone: it stands as it is written, at midnight UTC. */
  private static Instant startOf(LocalDate date) {
    return date.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** The number under which spreadsheets keep a date: days since the end of 1899. */
  private Moment serial(String text) {
    if (text.length() != 5 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return null;
    }
    LocalDate date = LocalDate.of(1899, 12, 30).plusDays(Long.parseLong(text));
    return isStorable(date.atStartOfDay()) ? new Moment(startOf(date), false) : null;
  }

  private static String shown(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
