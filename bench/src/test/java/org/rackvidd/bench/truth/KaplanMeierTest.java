package org.rackvidd.bench.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
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
    assertThat(times.within(36)).isCloseTo(1 - 0.448, within(0.0005));
    assertThat(times.quantile(0.5)).isEqualTo(23);
    assertThat(times.quantile(0.75)).isEqualTo(-1);
    assertThat(times.quantileOfHappened(0.5)).isEqualTo(10);
  }

  @Test
  void aShareThatIsMetExactlyIsMet() {
    for (int people = 2; people < 100; people += 2) {
      long[] happened = new long[100];
      Arrays.fill(happened, 0, people / 2, 1);
      long[] watched = new long[100];
      watched[99] = people / 2;
      assertThat(new KaplanMeier(happened, watched).quantile(0.5)).isEqualTo(people / 2 - 1);
    }
  }

  @Test
  void nobodyKnowsWhatComesAfterTheLastWasWatched() {
    KaplanMeier times = new KaplanMeier(new long[] {1, 0, 0, 0}, new long[] {0, 2, 0, 0});
    assertThat(times.within(2)).isCloseTo(1 / 3.0, within(1e-9));
    assertThat(times.within(3)).isNaN();
    assertThat(times.quantile(0.5)).isEqualTo(-1);

    KaplanMeier all = new KaplanMeier(new long[] {1, 1, 0, 0}, new long[4]);
    assertThat(all.within(4)).isEqualTo(1);
    assertThat(all.quantile(1)).isEqualTo(1);
  }

  @Test
  void nothingHappenedToAnybody() {
    KaplanMeier times = new KaplanMeier(new long[3], new long[] {0, 4, 0});
    assertThat(times.within(2)).isZero();
    assertThat(times.quantile(0.1)).isEqualTo(-1);
    assertThat(times.quantileOfHappened(0.1)).isEqualTo(-1);
  }
}
