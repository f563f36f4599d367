package org.rackvidd.engagement;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Sufficient statistics of a mean.
 *
 * @param n posts
 * @param x sum of the values
 * @param xx sum of their squares
 */
record ValueSums(long n, BigDecimal x, BigDecimal xx) {

  /** The mean with Student's interval over posts. */
  Interval mean() {
    if (n == 0) {
      return Interval.UNKNOWN;
    }
    BigDecimal units = BigDecimal.valueOf(n);
    double mean = x.divide(units, MathContext.DECIMAL64).doubleValue();
    if (n == 1) {
      return Interval.without(mean);
    }
    double squares =
        xx.multiply(units).subtract(x.pow(2)).divide(units, MathContext.DECIMAL64).doubleValue();
    return Interval.of(mean, Math.sqrt(Math.max(0, squares) / (n - 1) / n), n);
  }
}
