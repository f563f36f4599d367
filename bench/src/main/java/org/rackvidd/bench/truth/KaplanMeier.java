package org.rackvidd.bench.truth;

import java.util.Arrays;

/**
 * How long it takes until something happens, where some were not watched to the end: the product
 * limit of Kaplan and Meier (1958). Whoever is watched up to an hour is at risk in it.
 */
final class KaplanMeier {
  /** Products of fractions miss a share that is met exactly by less than this. */
  private static final double ROUNDING = 1e-9;

  private final long all;
  private final long[] happened;
  private final double[] shares;

  /** So many hours the estimate reaches. */
  private final int known;

  /**
   * @param happened how often it happened, by hours since the beginning, rounded down
   * @param watched those to whom it did not happen, by how many hours they were watched
   */
  KaplanMeier(long[] happened, long[] watched) {
    this.happened = happened;
    this.shares = new double[happened.length];
    this.all = Arrays.stream(happened).sum() + Arrays.stream(watched).sum();
    long atRisk = all;
    double left = 1;
    int reaches = 0;
    for (int hour = 0; hour < happened.length; hour++) {
      reaches = atRisk > 0 ? hour + 1 : reaches;
      if (happened[hour] > 0) {
        left *= 1 - (double) happened[hour] / atRisk;
      }
      shares[hour] = 1 - left;
      atRisk -= happened[hour] + watched[hour];
    }
    // Once it has happened to all, nothing is left to know.
    known = left == 0 ? happened.length : reaches;
  }

  /** All who were watched. */
  long all() {
    return all;
  }

  /** To how many of them it happened. */
  long happened() {
    return Arrays.stream(happened).sum();
  }

  /**
   * The share, from 0 to 1, to whom it has happened when so many hours are over, 1 or more; NaN
   * where nobody was watched as long.
   */
  double within(int hours) {
    return hours > known ? Double.NaN : shares[hours - 1];
  }

  /** The hour in which it has happened to this share of all; -1 where that is never seen. */
  int quantile(double share) {
    for (int hour = 0; hour < known; hour++) {
      if (shares[hour] >= share - ROUNDING) {
        return hour;
      }
    }
    return -1;
  }

  /** The same among those to whom it happened; -1 where it did to nobody. */
  int quantileOfHappened(double share) {
    long total = happened();
    long sum = 0;
    for (int hour = 0; hour < happened.length && total > 0; hour++) {
      sum += happened[hour];
      if (sum >= share * total) {
        return hour;
      }
    }
    return -1;
  }
}
