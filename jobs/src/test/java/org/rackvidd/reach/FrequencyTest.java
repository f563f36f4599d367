package org.rackvidd.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FrequencyTest {
  @Test
  void everybodyWasReachedOnce() {
    Bounds reach = new Bounds(10, 20);
    assertThat(Frequency.atLeast(1, reach, 50L)).isEqualTo(reach);
    assertThat(Frequency.atLeast(1, reach, null)).isEqualTo(reach);
  }

  @Test
  void whatIsLeftOfTheImpressionsLimitsWhoWasReachedOften() {
    // 100 people had 130 impressions: 30 more to share out.
    Bounds reach = Bounds.exactly(100);
    assertThat(Frequency.atLeast(2, reach, 130L)).isEqualTo(new Bounds(1, 30));
    assertThat(Frequency.atLeast(3, reach, 130L)).isEqualTo(new Bounds(0, 15));
    assertThat(Frequency.atLeast(4, reach, 130L)).isEqualTo(new Bounds(0, 10));
    assertThat(Frequency.atLeast(31, reach, 130L)).isEqualTo(new Bounds(0, 1));
    assertThat(Frequency.atLeast(32, reach, 130L)).isEqualTo(Bounds.exactly(0));
    assertThat(Frequency.atLeast(2, reach, 100L)).isEqualTo(Bounds.exactly(0));
  }

  @Test
  void somebodyWasReachedOftenWhereImpressionsAreMoreThanTheyCanBeOtherwise() {
    Bounds reach = Bounds.exactly(10);
    assertThat(Frequency.atLeast(3, reach, 20L)).isEqualTo(new Bounds(0, 5));
    assertThat(Frequency.atLeast(3, reach, 21L)).isEqualTo(new Bounds(1, 5));
    assertThat(Frequency.atLeast(3, reach, 1000L)).isEqualTo(new Bounds(1, 10));
    assertThat(Frequency.atLeast(3, new Bounds(10, 11), 22L).low()).isZero();
  }

  @Test
  void ofAnUnknownReachImpressionsAreAllThatLimits() {
    assertThat(Frequency.atLeast(4, new Bounds(0, Bounds.UNKNOWN), 100L))
        .isEqualTo(new Bounds(0, 25));
    assertThat(Frequency.atLeast(4, new Bounds(40, Bounds.UNKNOWN), 100L))
        .isEqualTo(new Bounds(0, 20));
    assertThat(Frequency.atLeast(4, new Bounds(40, 90), null)).isEqualTo(new Bounds(0, 90));
    assertThat(Frequency.atLeast(4, Bounds.NOTHING_KNOWN, null)).isEqualTo(Bounds.NOTHING_KNOWN);
  }

  @Test
  void fewerImpressionsThanPeopleAreNoError() {
    assertThat(Frequency.atLeast(2, Bounds.exactly(100), 60L)).isEqualTo(Bounds.exactly(0));
    assertThat(Frequency.atLeast(2, Bounds.exactly(0), 0L)).isEqualTo(Bounds.exactly(0));
    assertThat(Frequency.atLeast(2, Bounds.exactly(0), 5L)).isEqualTo(Bounds.exactly(0));
  }

  @Test
  void theBoundsAreReached() {
    for (int people = 1; people <= 4; people++) {
      for (int impressions = people; impressions <= 11; impressions++) {
        List<int[]> all = new ArrayList<>();
        distribute(new int[people], 0, impressions, all);
        for (int times = 1; times <= impressions + 1; times++) {
          int k = times;
          var range = all.stream().mapToLong(shares -> atLeast(shares, k)).summaryStatistics();
          assertThat(Frequency.atLeast(times, Bounds.exactly(people), (long) impressions))
              .isEqualTo(new Bounds(range.getMin(), range.getMax()));
        }
      }
    }
  }

  private static void distribute(int[] shares, int from, int left, List<int[]> all) {
    if (from == shares.length - 1) {
      shares[from] = left;
      all.add(shares.clone());
      return;
    }
    for (int share = 1; share <= left - (shares.length - 1 - from); share++) {
      shares[from] = share;
      distribute(shares, from + 1, left - share, all);
    }
  }

  @Property(tries = 2000, seed = "1")
  void noDistributionBreaksTheBounds(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] shares = new int[random.nextInt(1, 40)];
    double more = random.nextDouble(0.9);
    for (int person = 0; person < shares.length; person++) {
      shares[person] = 1;
      while (random.nextDouble() < more) {
        shares[person]++;
      }
    }
    long impressions = Arrays.stream(shares).sum();
    Bounds reach =
        new Bounds(
            random.nextInt(shares.length + 1),
            random.nextBoolean() ? Bounds.UNKNOWN : shares.length + random.nextInt(5));
    Bounds before = reach;
    for (int times = 1; times <= 12; times++) {
      Bounds bounds = Frequency.atLeast(times, reach, impressions);
      assertThat(bounds.holds(atLeast(shares, times))).as("%d times: %s", times, bounds).isTrue();
      assertThat(Frequency.atLeast(times, reach, null).holds(atLeast(shares, times))).isTrue();
      assertThat(bounds.high()).isLessThanOrEqualTo(before.high());
      assertThat(bounds.low()).isLessThanOrEqualTo(Math.max(before.low(), 1));
      before = bounds;
    }
  }

  private static long atLeast(int[] shares, int times) {
    return Arrays.stream(shares).filter(share -> share >= times).count();
  }
}
