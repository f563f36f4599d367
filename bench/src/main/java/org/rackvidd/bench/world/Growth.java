package org.rackvidd.bench.world;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A response that comes in over the weeks: a day later most has happened, after a month nearly all.
 *
 * @param published the post's local day
 * @param regrets whether a few reactions are taken back in the end
 */
record Growth(LocalDate published, Figures lifetime, boolean regrets) implements Response {
  @Override
  public Figures on(LocalDate observed) {
    long age = Math.max(0, ChronoUnit.DAYS.between(published, observed));
    Figures figures = lifetime.scaled(happened(age));
    long reactions = figures.of(Figure.REACTIONS);
    if (age > 28 && regrets && reactions > 20) {
      figures.with(Figure.REACTIONS, reactions - reactions / 20);
    }
    return figures;
  }

  /** The share of all response that has come in by the end of the day of this age. */
  static double happened(long age) {
    return 1 - 0.36 * StrictMath.exp(-age / 2.5) - 0.08 * StrictMath.exp(-age / 25.0);
  }
}
