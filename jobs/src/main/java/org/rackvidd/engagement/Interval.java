package org.rackvidd.engagement;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * An estimate with its 95 % interval.
 *
 * @param estimate NULL where there is nothing to estimate from
 * @param low NULL, as high, where a single unit says nothing about the spread
 */
record Interval(Double estimate, Double low, Double high) {
  private static final double UPPER_TAIL = 0.975;
  private static final Map<Long, Double> QUANTILES = new ConcurrentHashMap<>();

  static final Interval UNKNOWN = new Interval(null, null, null);

  static Interval without(double estimate) {
    return new Interval(estimate, null, null);
  }

  /** Student's interval of a quantity that cannot be negative. */
  static Interval of(double estimate, double standardError, long units) {
    double margin = quantile(units - 1) * standardError;
    return new Interval(estimate, Math.max(0, estimate - margin), estimate + margin);
  }

  private static double quantile(long degreesOfFreedom) {
    return QUANTILES.computeIfAbsent(
        degreesOfFreedom, df -> TDistribution.of(df).inverseCumulativeProbability(UPPER_TAIL));
  }
}
