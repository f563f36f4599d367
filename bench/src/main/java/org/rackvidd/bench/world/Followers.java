package org.rackvidd.bench.world;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * An account's followers over time.
 *
 * @param start the day of the first count
 * @param atStart followers on that day
 * @param monthlyGrowth 0.01 is one per cent a month
 */
public record Followers(LocalDate start, int atStart, double monthlyGrowth) {
  private static final double DAYS_IN_A_MONTH = 30.44;

  /** Followers on a day. */
  public long on(LocalDate day) {
    double months = ChronoUnit.DAYS.between(start, day) / DAYS_IN_A_MONTH;
    return Math.round(atStart * StrictMath.pow(1 + monthlyGrowth, months));
  }
}
