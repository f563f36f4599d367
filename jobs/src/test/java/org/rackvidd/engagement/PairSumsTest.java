package org.rackvidd.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PairSumsTest {
  /** A post: reach and interactions. */
  private record Pair(long x, long y) {}

  @Test
  void theIntervalIsThatOfTheDeltaMethod() {
    // R = 60/1000; residuals 14, -8, -6, squares 296; se = sqrt(3/2 x 296)/1000 =
    // 0.02107130750570548;
    // t(2; 0.975) = 4.302652729749464; margin 0.0906625187588140, so the lower end is cut off at 0.
    assertInterval(
        of(new Pair(100, 20), new Pair(300, 10), new Pair(600, 30)), 0.06, 0, 0.1506625187588140);
    // R = 150/1000; residuals 2, -1, 3, -4, squares 30; se = sqrt(4/3 x 30)/1000 =
    // 0.00632455532033676;
    // t(3; 0.975) = 3.182446305283710; margin 0.0201275577117681.
    assertInterval(
        of(new Pair(80, 14), new Pair(120, 17), new Pair(300, 48), new Pair(500, 71)),
        0.15,
        0.15 - 0.0201275577117681,
        0.15 + 0.0201275577117681);
  }

  @Test
  void noPostsOrNobodyReachedIsUnknown() {
    assertThat(of().ratio()).isEqualTo(Interval.UNKNOWN);
    assertThat(of(new Pair(0, 0), new Pair(0, 5)).ratio()).isEqualTo(Interval.UNKNOWN);
  }

  @Test
  void onePostHasARateAndNoInterval() {
    assertThat(of(new Pair(200, 7)).ratio()).isEqualTo(new Interval(0.035, null, null));
  }

  @Test
  void postsOfOneRateHaveAnIntervalOfNoWidth() {
    // The rate has no finite binary fraction and the sums of squares nearly cancel: doubles would
    // not.
    assertThat(of(new Pair(3_000_000_009L, 1_000_000_003L), new Pair(3, 1)).ratio())
        .isEqualTo(new Interval(1 / 3.0, 1 / 3.0, 1 / 3.0));
  }

  @Property(seed = "1")
  void theOrderOfPostsDoesNotMatter(@ForAll("posts") List<Pair> posts, @ForAll long seed) {
    List<Pair> shuffled = new ArrayList<>(posts);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(of(shuffled).ratio()).isEqualTo(of(posts).ratio());
  }

  @Property(seed = "2")
  void theRateLiesInItsIntervalAndIsThatOfTheDefinition(@ForAll("posts") List<Pair> posts) {
    Interval interval = of(posts).ratio();
    double x = posts.stream().mapToDouble(Pair::x).sum();
    double ratio = posts.stream().mapToDouble(Pair::y).sum() / x;
    double squares = posts.stream().mapToDouble(p -> Math.pow(p.y() - ratio * p.x(), 2)).sum();
    double variance = squares * posts.size() / (posts.size() - 1) / x / x;
    Interval defined = Interval.of(ratio, Math.sqrt(variance), posts.size());
    assertThat(interval.estimate()).isBetween(interval.low(), interval.high());
    assertThat(interval.estimate()).isCloseTo(ratio, within(1e-12));
    assertThat(interval.high()).isCloseTo(defined.high(), within(1e-9));
    assertThat(interval.low()).isCloseTo(defined.low(), within(1e-9));
  }

  @Provide
  Arbitrary<List<Pair>> posts() {
    Arbitrary<Pair> post =
        Combinators.combine(
                Arbitraries.longs().between(1, 5_000_000), Arbitraries.doubles().between(0, 0.5))
            .as((reach, rate) -> new Pair(reach, Math.round(reach * rate)));
    return post.list().ofMinSize(2).ofMaxSize(40);
  }

  /**
   * Posts whose reach is log-normal and whose interactions are more spread than chance alone, since
   * every post has a rate of its own (mean 5 %): the interval must hold the planted 5 % in about 95
   * of 100 accounts.
   */
  @Test
  void theIntervalHoldsAPlantedRateAsOftenAsItSays() {
    SplittableRandom random = new SplittableRandom(20261121);
    int held = 0;
    int accounts = 3000;
    for (int account = 0; account < accounts; account++) {
      List<Pair> posts = new ArrayList<>();
      for (int post = 0; post < 50; post++) {
        long reach = Math.round(2000 * Math.exp(0.6 * random.nextGaussian()));
        double rate = 0.05 * random.nextDouble(0.2, 1.8);
        posts.add(new Pair(reach, Math.round(reach * rate)));
      }
      Interval interval = of(posts).ratio();
      held += interval.low() <= 0.05 && 0.05 <= interval.high() ? 1 : 0;
    }
    assertThat(held / (double) accounts).isBetween(0.93, 0.97);
  }

  private static void assertInterval(PairSums sums, double estimate, double low, double high) {
    Interval interval = sums.ratio();
    assertThat(interval.estimate()).isCloseTo(estimate, within(1e-15));
    assertThat(interval.low()).isCloseTo(low, within(1e-12));
    assertThat(interval.high()).isCloseTo(high, within(1e-12));
  }

  private static PairSums of(Pair... posts) {
    return of(List.of(posts));
  }

  private static PairSums of(List<Pair> posts) {
    BigDecimal[] sums = new BigDecimal[5];
    Arrays.fill(sums, BigDecimal.ZERO);
    for (Pair post : posts) {
      BigDecimal x = BigDecimal.valueOf(post.x());
      BigDecimal y = BigDecimal.valueOf(post.y());
      sums[0] = sums[0].add(x);
      sums[1] = sums[1].add(y);
      sums[2] = sums[2].add(x.multiply(x));
      sums[3] = sums[3].add(y.multiply(y));
      sums[4] = sums[4].add(x.multiply(y));
    }
    return new PairSums(posts.size(), sums[0], sums[1], sums[2], sums[3], sums[4]);
  }
}
