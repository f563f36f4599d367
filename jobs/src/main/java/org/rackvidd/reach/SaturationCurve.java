package org.rackvidd.reach;

import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresOptimizer.Optimum;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.util.Pair;

/**
 * How reach grows with impressions or money: R(x) = S (1 - exp (-a x / S)). The first unit brings a
 * people, each further one fewer, and no amount more than S, the people there are. Fitted by least
 * squares of the relative error, as reach is known about as well, relatively, of large and small.
 *
 * @param saturation S, people
 * @param saturationLow lower end of its 95 % interval
 * @param saturationHigh upper end
 * @param firstUnit a, people per unit
 * @param error root mean square of the relative error, with two degrees of freedom taken off
 */
record SaturationCurve(
    double saturation,
    double saturationLow,
    double saturationHigh,
    double firstUnit,
    double error) {
  static final int FEWEST_POINTS = 5;

  /** The largest point must be so many times the smallest, or all tell the same. */
  static final double LEAST_SPREAD = 4;

  /** Beyond such a width of its interval, upper end by lower, saturation is not known. */
  private static final double WIDEST = 4;

  private static final int MOST_STEPS = 200;

  /**
   * @param amount impressions or money, above 0
   * @param reach people, above 0
   */
  record Point(double amount, double reach) {}

  /** The outcome of a fit: a curve, or why there is none. */
  record Fit(SaturationCurve curve, String reason) {}

  /** The curve that the points carry. */
  static Fit through(List<Point> points) {
    double least = points.stream().mapToDouble(Point::amount).min().orElse(1);
    double most = points.stream().mapToDouble(Point::amount).max().orElse(1);
    if (points.size() < FEWEST_POINTS) {
      return new Fit(null, "fewer than %d stated reaches".formatted(FEWEST_POINTS));
    }
    if (most < LEAST_SPREAD * least) {
      return new Fit(
          null, "the largest is less than %.0f times the smallest".formatted(LEAST_SPREAD));
    }
    try {
      SaturationCurve curve = fitted(points);
      return curve.saturationHigh <= WIDEST * curve.saturationLow
          ? new Fit(curve, null)
          : new Fit(null, "reach does not level off as far as is known");
    } catch (MathIllegalArgumentException | MathIllegalStateException noMinimum) {
      return new Fit(null, "reach does not level off as far as is known");
    }
  }

  private static SaturationCurve fitted(List<Point> points) {
    double largest = points.stream().mapToDouble(Point::reach).max().orElseThrow();
    double steepest = points.stream().mapToDouble(p -> p.reach() / p.amount()).max().orElseThrow();
    Optimum optimum =
        new LevenbergMarquardtOptimizer()
            .optimize(
                new LeastSquaresBuilder()
                    .start(new double[] {Math.log(1.5 * largest), Math.log(steepest)})
                    .model(logs -> relative(points, logs))
                    .target(points.stream().mapToDouble(point -> 1).toArray())
                    .maxEvaluations(MOST_STEPS)
                    .maxIterations(MOST_STEPS)
                    .build());
    int freedom = points.size() - 2;
    double error = optimum.getResiduals().getNorm() / Math.sqrt(freedom);
    RealMatrix covariances = optimum.getCovariances(1e-12).scalarMultiply(error * error);
    double width =
        TDistribution.of(freedom).inverseSurvivalProbability(0.025)
            * Math.sqrt(covariances.getEntry(0, 0));
    double logSaturation = optimum.getPoint().getEntry(0);
    return new SaturationCurve(
        Math.exp(logSaturation),
        Math.exp(logSaturation - width),
        Math.exp(logSaturation + width),
        Math.exp(optimum.getPoint().getEntry(1)),
        error);
  }

  /** Reach by the curve, relative to what it was, and its derivatives by both logarithms. */
  private static Pair<RealVector, RealMatrix> relative(List<Point> points, RealVector logs) {
    double saturation = Math.exp(logs.getEntry(0));
    double slope = Math.exp(logs.getEntry(1));
    RealVector values = new ArrayRealVector(points.size());
    RealMatrix derivatives = new Array2DRowRealMatrix(points.size(), 2);
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      double used = slope * point.amount() / saturation;
      double left = Math.exp(-used);
      values.setEntry(i, saturation * -Math.expm1(-used) / point.reach());
      derivatives.setEntry(i, 0, saturation * (-Math.expm1(-used) - used * left) / point.reach());
      derivatives.setEntry(i, 1, saturation * used * left / point.reach());
    }
    return new Pair<>(values, derivatives);
  }

  double reach(double amount) {
    return saturation * -Math.expm1(-firstUnit * amount / saturation);
  }

  /** New people per further unit. */
  double marginal(double amount) {
    return firstUnit * Math.exp(-firstUnit * amount / saturation);
  }

  /** The amount at which a further unit brings a tenth of the new people that the first one did. */
  double tenthAt() {
    return saturation / firstUnit * Math.log(10);
  }
}
