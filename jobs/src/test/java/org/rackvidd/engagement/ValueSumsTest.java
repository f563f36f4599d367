package org.rackvidd.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ValueSumsTest {
  @Test
  void theMeanHasStudentsInterval() {
    // s = 1, t(2; 0.975) = 4.302652729749464, margin t / sqrt(3) = 2.484137711750331.
    Interval interval = of(4, 5, 6).mean();
    assertThat(interval.estimate()).isEqualTo(5);
    assertThat(interval.low()).isCloseTo(2.515862288249669, within(1e-12));
    assertThat(interval.high()).isCloseTo(7.484137711750331, within(1e-12));
  }

  @Test
  void whatCannotBeNegativeHasNoNegativeLowerEnd() {
    // s = 251.6611478423583, margin 625.1609479375777.
    Interval interval = of(100, 300, 600).mean();
    assertThat(interval.low()).isZero();
    assertThat(interval.high()).isCloseTo(958.4942812709111, within(1e-9));
  }

  @Test
  void nothingIsUnknownAndOneValueHasNoInterval() {
    assertThat(of().mean()).isEqualTo(Interval.UNKNOWN);
    assertThat(of(7).mean()).isEqualTo(new Interval(7.0, null, null));
  }

  @Test
  void equalValuesHaveAnIntervalOfNoWidth() {
    assertThat(of(3_000_000_001L, 3_000_000_001L, 3_000_000_001L).mean())
        .isEqualTo(new Interval(3_000_000_001.0, 3_000_000_001.0, 3_000_000_001.0));
  }

  @Test
  void theIntervalHoldsAPlantedMeanAsOftenAsItSays() {
    SplittableRandom random = new SplittableRandom(20261121);
    int held = 0;
    int accounts = 3000;
    for (int account = 0; account < accounts; account++) {
      long[] reach = new long[12];
      Arrays.setAll(reach, i -> Math.round(5000 + 900 * random.nextGaussian()));
      Interval interval = of(reach).mean();
      held += interval.low() <= 5000 && 5000 <= interval.high() ? 1 : 0;
    }
    assertThat(held / (double) accounts).isBetween(0.93, 0.97);
  }

  private static ValueSums of(long... values) {
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal squares = BigDecimal.ZERO;
    for (long value : values) {
      BigDecimal decimal = BigDecimal.valueOf(value);
      sum = sum.add(decimal);
      squares = squares.add(decimal.multiply(decimal));
    }
    return new ValueSums(values.length, sum, squares);
  }
}
