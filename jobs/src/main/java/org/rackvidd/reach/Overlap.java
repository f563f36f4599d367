package org.rackvidd.reach;

import java.util.List;

/**
 * Two channels' people, taken apart.
 *
 * @param both reached by both
 * @param firstOnly reached by the first and not by the second
 * @param secondOnly reached by the second and not by the first
 * @param union reached by either
 * @param jaccard both of union
 * @param method how the numbers are known
 */
record Overlap(
    Reached both,
    Reached firstOnly,
    Reached secondOnly,
    Reached union,
    Index jaccard,
    Method method) {

  /**
   * Jaccard's index, 0 to 1.
   *
   * @param value null where only bounds are known
   */
  record Index(double low, Double value, double high) {}

  /** By sketches of both. */
  static Overlap of(PeopleSketch first, PeopleSketch second) {
    PeopleSketch both = first.and(second);
    if (first.isExact() && second.isExact()) {
      return counted(first.people(), second.people(), both.people());
    }
    double[] jaccard = PeopleSketch.jaccard(first, second);
    return new Overlap(
        Reached.of(both),
        Reached.of(first.minus(second)),
        Reached.of(second.minus(first)),
        Reached.of(PeopleSketch.union(List.of(first, second))),
        new Index(jaccard[0], jaccard[1], jaccard[2]),
        Method.SKETCH);
  }

  private static Overlap counted(long first, long second, long both) {
    long union = first + second - both;
    double jaccard = union == 0 ? 0 : (double) both / union;
    return new Overlap(
        Reached.of(Bounds.exactly(both)),
        Reached.of(Bounds.exactly(first - both)),
        Reached.of(Bounds.exactly(second - both)),
        Reached.of(Bounds.exactly(union)),
        new Index(jaccard, jaccard, jaccard),
        Method.EXACT);
  }

  /**
   * What follows from what is known of each and of both together. The bounds are sharp: for each
   * there are sets of people that reach it (Fréchet's inequalities).
   *
   * @param together bounds of the union, as far as they are known otherwise
   */
  static Overlap of(Bounds first, Bounds second, Bounds together) {
    long least = Math.max(together.low(), Math.max(first.low(), second.low()));
    long most = Math.min(together.high(), Bounds.plus(first.high(), second.high()));
    Bounds union = new Bounds(least, Math.max(least, most));
    long bothLow = Bounds.minus(first.low() + second.low(), union.high());
    long sum = Bounds.plus(first.high(), second.high());
    long shared = sum == Bounds.UNKNOWN ? Bounds.UNKNOWN : sum - union.low();
    long bothHigh = Math.min(shared, Math.min(first.high(), second.high()));
    Bounds both = new Bounds(bothLow, Math.max(bothLow, bothHigh));
    return new Overlap(
        Reached.of(both),
        Reached.of(only(first, second, union)),
        Reached.of(only(second, first, union)),
        Reached.of(union),
        index(first, second, both, union),
        Method.BOUNDS);
  }

  private static Bounds only(Bounds one, Bounds other, Bounds union) {
    long low = Bounds.minus(union.low(), other.high());
    long outside = union.isLimited() ? union.high() - other.low() : Bounds.UNKNOWN;
    return new Bounds(low, Math.max(low, Math.min(one.high(), outside)));
  }

  /** Largest where one holds the other, smallest where they share as few as possible. */
  private static Index index(Bounds first, Bounds second, Bounds both, Bounds union) {
    if (both.high() == 0) {
      return new Index(0, 0.0, 0);
    }
    double high = Math.min(1, (double) both.high() / union.low());
    if (first.high() < second.low()) {
      high = Math.min(high, (double) first.high() / second.low());
    } else if (second.high() < first.low()) {
      high = Math.min(high, (double) second.high() / first.low());
    }
    double low =
        both.low() == 0 ? 0 : (double) both.low() / (first.low() + second.low() - both.low());
    return new Index(Math.min(low, high), low == high ? low : null, high);
  }
}
