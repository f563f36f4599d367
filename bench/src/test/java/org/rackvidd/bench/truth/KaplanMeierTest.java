package org.rackvidd.bench.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class KaplanMeierTest {
  /** Weeks in remission with 6-MP, Freireich and others 1963: the textbooks' example. */
  @Test
  void remissionsOfLeukaemia() {
    long[] relapsed = new long[36];
    for (int week : new int[] {6, 6, 6, 7, 10, 13, 16, 22, 23}) {
      relapsed[week]++;
    }
    long[] watched = new long[36];
    for (int week : new int[] {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35}) {
      watched[week]++;
    }
    KaplanMeier times = new KaplanMeier(relapsed, watched);
    assertThat(times.all()).isEqualTo(21);
    assertThat(times.happened()).isEqualTo(9);
    assertThat(times.within(6)).isZero();
    assertThat(times.within(7)).isCloseTo(1 - 0.857, within(0.0005));
    assertThat(times.within(8)).isCloseTo(1 - 0.807, within(0.0005));
    assertThat(times.within(11)).isCloseTo(1 - 0.753, within(0.0005));
    assertThat(times.within(14)).isCloseTo(1 - 0.690, within(0.0005));
    assertThat(times.within(17)).isCloseTo(1 - 0.627, within(0.0005));
    assertThat(times.within(23)).isCloseTo(1 - 0.538, within(0.0005));
    assertThat(times.within(1000)).isCloseTo(1 - 0.448, within(0.0005));
    assertThat(times.quantile(0.5)).isEqualTo(23);
    assertThat(times.quantile(0.75)).isEqualTo(-1);
    assertThat(times.quantileOfHappened(0.5)).isEqualTo(10);
  }

  @Test
  void nothingHappenedToAnybody() {
    KaplanMeier times = new KaplanMeier(new long[3], new long[] {0, 4, 0});
    assertThat(times.within(3)).isZero();
    assertThat(times.quantile(0.1)).isEqualTo(-1);
    assertThat(times.quantileOfHappened(0.1)).isEqualTo(-1);
  }
}
