package org.rackvidd.exports;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;

/** Remembers by day how far a zone's clocks are from UTC, which takes java.time long to find. */
final class DayOffsets {
  private static final int DAYS = 4096;

  private final ZoneRules rules;
  private final long[] days = new long[DAYS];
  private final ZoneOffset[] offsets = new ZoneOffset[DAYS];

  DayOffsets(ZoneRules rules) {
    this.rules = rules;
    Arrays.fill(days, Long.MIN_VALUE);
  }

  /** The offset at a wall time; null on a day on which clocks are changed. */
  ZoneOffset of(LocalDateTime time) {
    long day = time.toLocalDate().toEpochDay();
    int place = (int) day & DAYS - 1;
    if (days[place] != day) {
      days[place] = day;
      offsets[place] = ofDay(time.toLocalDate().atStartOfDay());
    }
    return offsets[place];
  }

  private ZoneOffset ofDay(LocalDateTime start) {
    if (rules.getValidOffsets(start).size() != 1) {
      return null;
    }
    ZoneOffset offset = rules.getOffset(start);
    ZoneOffsetTransition next = rules.nextTransition(start.toInstant(offset));
    boolean isChanged =
        next != null && next.getInstant().isBefore(start.plusDays(1).toInstant(offset));
    return isChanged ? null : offset;
  }
}
