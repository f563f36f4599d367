package org.rackvidd.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class SaturationCurveTest {
  private static List<SaturationCurve.Point> points(DoubleUnaryOperator reach, int number) {
    List<SaturationCurve.Point> points = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      double amount = 1_000 * Math.pow(2, i);
      points.add(new SaturationCurve.Point(amount, reach.applyAsDouble(amount)));
    }
    return points;
  }

  private static double levelling(double amount) {
    return 20_000 * -Math.expm1(-0.8 * amount / 20_000);
  }

  @Test
  void findsTheCurveThatPointsAreOn() {
    SaturationCurve curve =
        SaturationCurve.through(points(SaturationCurveTest::levelling, 7)).curve();
    assertThat(curve.saturation()).isCloseTo(20_000, within(0.1));
    assertThat(curve.firstUnit()).isCloseTo(0.8, within(1e-5));
    assertThat(curve.error()).isLessThan(1e-6);
    assertThat(curve.reach(5_000)).isCloseTo(levelling(5_000), within(0.1));
    assertThat(curve.marginal(curve.tenthAt())).isCloseTo(0.08, within(1e-5));
    double slope = (levelling(5_001) - levelling(4_999)) / 2;
    assertThat(curve.marginal(5_000)).isCloseTo(slope, within(1e-5));
  }

  @Test
  void itsIntervalHoldsTheSaturationNineteenTimesInTwenty() {
    Random random = new Random(7);
    int held = 0;
    for (int world = 0; world < 200; world++) {
      SaturationCurve curve =
          SaturationCurve.through(points(x -> levelling(x) * (1 + 0.05 * random.nextGaussian()), 8))
              .curve();
      held += curve.saturationLow() <= 20_000 && 20_000 <= curve.saturationHigh() ? 1 : 0;
    }
    assertThat(held).isBetween(180, 199);
  }

  @Test
  void thereIsNoCurveWhereNothingLevelsOff() {
    assertThat(SaturationCurve.through(points(x -> 0.7 * x, 8)).reason())
        .isEqualTo("reach does not level off as far as is known");
    assertThat(SaturationCurve.through(points(SaturationCurveTest::levelling, 4)).reason())
        .isEqualTo("fewer than 5 stated reaches");
    List<SaturationCurve.Point> alike = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      alike.add(new SaturationCurve.Point(1_000 + i, 700 + i));
    }
    assertThat(SaturationCurve.through(alike).reason())
        .isEqualTo("the largest is less than 4 times the smallest");
  }
}
