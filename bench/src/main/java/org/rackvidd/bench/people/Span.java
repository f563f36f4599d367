package org.rackvidd.bench.people;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Days on end, numbered from 0. */
public record Span(LocalDate first, LocalDate last) {
  public int days() {
    return (int) ChronoUnit.DAYS.between(first, last) + 1;
  }

  /** The number of a day; below 0 or from {@link #days} on where it is outside. */
  public int index(LocalDate day) {
    return (int) ChronoUnit.DAYS.between(first, day);
  }

  public LocalDate day(int index) {
    return first.plusDays(index);
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }
}
