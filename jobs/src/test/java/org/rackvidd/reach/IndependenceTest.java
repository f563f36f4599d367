package org.rackvidd.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class IndependenceTest {
  @Test
  void itIsSainsburysFormula() {
    assertThat(Independence.reach(List.of(), 100)).isZero();
    assertThat(Independence.reach(List.of(30L), 100)).isEqualTo(30);
    assertThat(Independence.reach(List.of(50L, 50L), 100)).isEqualTo(75);
    // 1000 (1 - 0.9 x 0.8 x 0.5)
    assertThat(Independence.reach(List.of(100L, 200L, 500L), 1000)).isEqualTo(640);
    assertThat(Independence.reach(List.of(0L, 40L), 100)).isEqualTo(40);
  }

  @Test
  void whoCannotBeReachedIsNot() {
    assertThat(Independence.reach(List.of(100L, 20L), 100)).isEqualTo(100);
    assertThat(Independence.reach(List.of(101L, 20L), 100)).isEqualTo(100);
    assertThat(Independence.reach(List.of(Long.MAX_VALUE), 100)).isEqualTo(100);
  }

  @Test
  void aFewOfVeryManyAddUp() {
    assertThat(Independence.reach(Collections.nCopies(30, 1L), 8_000_000_000L)).isEqualTo(30);
  }

  @Property(tries = 500, seed = "1")
  void itIsBetweenTheLargestReachAndTheSum(
      @ForAll @Size(max = 30) List<@LongRange(min = 0, max = 10_000_000) Long> reaches,
      @ForAll @LongRange(min = 1, max = 10_000_000) long reachable) {
    long reach = Independence.reach(reaches, reachable);
    long largest = reaches.stream().mapToLong(Long::longValue).max().orElse(0);
    long sum = reaches.stream().mapToLong(Long::longValue).sum();
    assertThat(reach).isBetween(Math.min(largest, reachable), Math.min(sum, reachable));
    List<Long> shuffled = new ArrayList<>(reaches);
    Collections.reverse(shuffled);
    assertThat(Independence.reach(shuffled, reachable)).isCloseTo(reach, within(1L));
  }

  /** The mean over all sets of people that two exposures of these sizes can have reached. */
  @Test
  void itIsTheMeanOverAllWaysToReachSoMany() {
    int reachable = 6;
    for (int first = 0; first <= reachable; first++) {
      for (int second = 0; second <= reachable; second++) {
        List<Integer> ones = sets(reachable, first);
        List<Integer> others = sets(reachable, second);
        double mean =
            ones.stream()
                .flatMapToInt(one -> others.stream().mapToInt(other -> one | other))
                .map(Integer::bitCount)
                .average()
                .orElseThrow();
        assertThat((double) Independence.reach(List.of((long) first, (long) second), reachable))
            .isCloseTo(mean, within(0.5 + 1e-9));
      }
    }
  }

  private static List<Integer> sets(int of, int size) {
    return IntStream.range(0, 1 << of)
        .filter(set -> Integer.bitCount(set) == size)
        .boxed()
        .toList();
  }
}
