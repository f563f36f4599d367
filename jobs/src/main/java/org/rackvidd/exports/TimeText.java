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
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Dates and times written after one of several patterns, with the zone of the wall times. A time
 * that a clock shows twice in autumn is taken as the first of the two; one that spring skips is
 * moved on by the hour skipped.
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

  private static final Instant FIRST = Instant.parse("0001-01-02T00:00:00Z");
  private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

  /** A moment or a day. */
  record Moment(Instant instant, boolean hasTime) {}

  private record Pattern(
      String text, DateTimeFormatter formatter, boolean weekday, ChronoUnit epoch) {

    static Pattern of(String text) {
      ChronoUnit epoch = EPOCHS.get(text);
      if (epoch != null) {
        return new Pattern(text, null, false, epoch);
      }
      boolean named = text.length() > 3 && text.charAt(2) == ':';
      Locale language = named ? Locale.forLanguageTag(text.substring(0, 2)) : Locale.ENGLISH;
      String written = named ? text.substring(3) : text;
      // A weekday that contradicts the date beside it (they occur) must not lose the row.
      boolean weekday = written.startsWith(WEEKDAY);
      DateTimeFormatter formatter =
          new DateTimeFormatterBuilder()
              .parseCaseInsensitive()
              .appendPattern(weekday ? written.substring(WEEKDAY.length()) : written)
              .toFormatter(language)
              .withResolverStyle(ResolverStyle.STRICT);
      return new Pattern(text, formatter, weekday, null);
    }
  }

  private final List<Pattern> patterns = new ArrayList<>();
  private final ZoneId zone;
  private final DayOffsets offsets;
  private final Map<String, Optional<Moment>> remembered = new HashMap<>();
  private final DigitPattern digits;
  private final char[] last = new char[LONGEST_REMEMBERED];
  private int lastLength = -1;
  private Moment lastMoment;

  TimeText(List<String> patterns, ZoneId zone) {
    this.zone = zone;
    this.offsets = new DayOffsets(zone.getRules());
    patterns.forEach(pattern -> this.patterns.add(Pattern.of(pattern)));
    this.digits = DigitPattern.of(patterns.get(0));
  }

  /** Of the patterns, the one that reads most of the sample; the first where several do. */
  static String best(List<String> patterns, List<String> sample) {
    String best = patterns.get(0);
    long most = -1;
    for (String pattern : patterns) {
      TimeText reader = new TimeText(List.of(pattern), ZoneId.of("UTC"));
      long read = sample.stream().filter(text -> reader.parse(text) != null).count();
      if (read > most) {
        most = read;
        best = pattern;
      }
    }
    return best;
  }

  Moment moment(String text) throws BadRow {
    return moment(text.toCharArray(), 0, text.length());
  }

  Moment moment(char[] chars, int from, int to) throws BadRow {
    // Rows of a day mostly stand together.
    if (Arrays.equals(chars, from, to, last, 0, Math.max(lastLength, 0)) && lastLength >= 0) {
      return lastMoment;
    }
    LocalDateTime plain = digits == null ? null : digits.read(chars, from, to);
    Moment moment =
        plain == null ? find(new String(chars, from, to - from)) : moment(plain, digits.hasTime());
    if (to - from <= last.length) {
      System.arraycopy(chars, from, last, 0, to - from);
      lastLength = to - from;
      lastMoment = moment;
    }
    return moment;
  }

  private Moment moment(LocalDateTime time, boolean hasTime) {
    ZoneOffset offset = hasTime ? offsets.of(time) : ZoneOffset.UTC;
    return new Moment(
        offset == null ? time.atZone(zone).toInstant() : time.toInstant(offset), hasTime);
  }

  private Moment find(String text) throws BadRow {
    Optional<Moment> moment = remembered.get(text);
    if (moment == null) {
      moment = Optional.ofNullable(parse(text)).filter(TimeText::isStorable);
      if (remembered.size() >= MOST_REMEMBERED) {
        remembered.clear();
      }
      if (text.length() <= LONGEST_REMEMBERED) {
        remembered.put(text, moment);
      }
    }
    if (moment.isEmpty()) {
      throw new BadRow(
          Reason.BAD_DATE,
          "'%s' is no date or time as this export writes them (%s)."
              .formatted(shown(text), patterns.get(0).text()));
    }
    return moment.get();
  }

  /** Whether its year has four digits: tables hold no other. */
  private static boolean isStorable(Moment moment) {
    return !moment.instant().isBefore(FIRST) && moment.instant().isBefore(END);
  }

  /** The day as days since 1970. */
  long epochDay(char[] chars, int from, int to) throws BadRow {
    Moment moment = moment(chars, from, to);
    return moment.hasTime()
        ? LocalDate.ofInstant(moment.instant(), zone).toEpochDay()
        : Math.floorDiv(moment.instant().getEpochSecond(), SECONDS_A_DAY);
  }

  private Moment parse(String text) {
    for (Pattern pattern : patterns) {
      if (pattern.epoch() != null) {
        return sinceEpoch(text, pattern.epoch());
      }
      int comma = pattern.weekday() ? text.indexOf(", ") : -1;
      Moment moment = parse(comma < 0 ? text : text.substring(comma + 2), pattern.formatter());
      if (moment != null) {
        return moment;
      }
    }
    return serial(text);
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
    long days = Long.parseLong(text);
    LocalDate date = LocalDate.of(1899, 12, 30).with(ChronoField.EPOCH_DAY, days - 25_569);
    return days < 20_000 || days > 80_000 ? null : new Moment(startOf(date), false);
  }

  private static String shown(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
