package org.rackvidd.engagement;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * What the posts of a group add up to, reduced to what the interval of their rate needs. Sums are
 * exact, so they are the same in whatever order the posts come.
 *
 * @param n posts that have both x and y
 * @param x sum of what is divided by (reach, impressions, followers)
 * @param y sum of interactions
 * @param xx sum of squares of x
 * @param yy sum of squares of y
 * @param xy sum of products
 */
record PairSums(long n, BigDecimal x, BigDecimal y, BigDecimal xx, BigDecimal yy, BigDecimal xy) {

  /**
   * The ratio of sums R = y/x with the interval of the delta method, the post as the unit: var(R) =
   * n/(n-1) * sum (y_i - R x_i)^2 / x^2 (Cochran, Sampling Techniques, 3rd ed., section 6.3), and
   * Student's quantile with n-1 degrees of freedom.
   */
  Interval ratio() {
    if (n == 0 || x.signum() == 0) {
      return Interval.UNKNOWN;
    }
    double ratio = y.divide(x, MathContext.DECIMAL64).doubleValue();
    if (n == 1) {
      return Interval.without(ratio);
    }
    // Multiplied by x^2 the residuals are whole numbers: nothing is lost where they almost cancel.
    BigDecimal residuals =
        yy.multiply(x.pow(2))
            .subtract(xy.multiply(x).multiply(y).multiply(BigDecimal.valueOf(2)))
            .add(xx.multiply(y.pow(2)));
    double variance =
        residuals
            .multiply(BigDecimal.valueOf(n))
            .divide(
                x.pow(4).multiply(BigDecimal.valueOf(n - 1)),
                new MathContext(20, RoundingMode.HALF_EVEN))
            .doubleValue();
    return Interval.of(ratio, Math.sqrt(Math.max(0, variance)), n);
  }
}
