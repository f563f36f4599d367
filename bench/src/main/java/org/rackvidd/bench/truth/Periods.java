package org.rackvidd.bench.truth;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rackvidd.bench.people.Span;

/** The days, weeks, months, quarters and years of a world, and all of it, numbered. */
public final class Periods {
  /** Kinds, as result tables name them. */
  public enum Kind {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR,
    ALL;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    @SuppressWarnings("EnumOrdinal")
    private int place() {
      return ordinal();
    }

    private LocalDate start(LocalDate day, LocalDate first) {
      return switch (this) {
        case DAY -> day;
        case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        case MONTH -> day.withDayOfMonth(1);
        case QUARTER -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
        case YEAR -> day.withDayOfYear(1);
        case ALL -> first;
      };
    }
  }

  private record Period(Kind kind, LocalDate start) {}

  private final List<Period> periods = new ArrayList<>();
  private final int[][] ofDay;

  public Periods(Span span) {
    Map<Period, Integer> numbers = new HashMap<>();
    ofDay = new int[span.days()][Kind.values().length];
    for (Kind kind : Kind.values()) {
      for (int day = 0; day < span.days(); day++) {
        Period period = new Period(kind, kind.start(span.day(day), span.first()));
        Integer known = numbers.putIfAbsent(period, periods.size());
        if (known == null) {
          periods.add(period);
        }
        ofDay[day][kind.place()] = numbers.get(period);
      }
    }
  }

  public int size() {
    return periods.size();
  }

  public Kind kind(int period) {
    return periods.get(period).kind();
  }

  /** The first day, which for weeks, quarters and years may lie before the world's. */
  public LocalDate start(int period) {
    return periods.get(period).start();
  }

  /** The number of the period of a kind that a day is in. */
  public int of(int day, Kind kind) {
    return ofDay[day][kind.place()];
  }

  /** The numbers of all periods that a day is in. */
  int[] of(int day) {
    return ofDay[day];
  }
}
