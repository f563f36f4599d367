package org.rackvidd.reach;

import java.time.LocalDate;
import org.rackvidd.build.Period;

/**
 * Days in a row.
 *
 * @param first days since 1970
 * @param last the same; not before first
 */
record Days(long first, long last) {
  static final Days EVER = new Days(Long.MIN_VALUE, Long.MAX_VALUE);

  static Days of(LocalDate first, LocalDate last) {
    return new Days(first.toEpochDay(), last.toEpochDay());
  }

  static Days of(Period period) {
    return of(period.start(), period.end().minusDays(1));
  }

  boolean holds(Days other) {
    return first <= other.first && other.last <= last;
  }

  boolean meets(Days other) {
    return first <= other.last && other.first <= last;
  }

  long length() {
    return last - first + 1;
  }
}
