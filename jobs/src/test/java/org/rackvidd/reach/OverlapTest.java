package org.rackvidd.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.function.ToLongFunction;
import org.apache.datasketches.theta.UpdateSketch;
import org.junit.jupiter.api.Test;

class OverlapTest {
  private static final int EVERYBODY = 7;

  /** Two sets of people, of which only the sizes of these parts matter. */
  private record Sets(long both, long firstOnly, long secondOnly) {
    long first() {
      return both + firstOnly;
    }

    long second() {
      return both + secondOnly;
    }

    long union() {
      return both + firstOnly + secondOnly;
    }

    double jaccard() {
      return union() == 0 ? 0 : (double) both / union();
    }
  }

  private static List<Sets> all() {
    List<Sets> all = new ArrayList<>();
    for (int both = 0; both <= EVERYBODY; both++) {
      for (int firstOnly = 0; both + firstOnly <= EVERYBODY; firstOnly++) {
        for (int secondOnly = 0; both + firstOnly + secondOnly <= EVERYBODY; secondOnly++) {
          all.add(new Sets(both, firstOnly, secondOnly));
        }
      }
    }
    return all;
  }

  private static List<Sets> possible(Bounds first, Bounds second, Bounds together) {
    return all().stream()
        .filter(sets -> first.holds(sets.first()))
        .filter(sets -> second.holds(sets.second()))
        .filter(sets -> together.holds(sets.union()))
        .toList();
  }

  @Test
  void ofTwoSizesThePartsAreThoseOfFrechet() {
    Overlap overlap = Overlap.of(exactly(60), exactly(50), new Bounds(0, 100));
    assertThat(overlap.both().bounds()).isEqualTo(new Bounds(10, 50));
    assertThat(overlap.firstOnly().bounds()).isEqualTo(new Bounds(10, 50));
    assertThat(overlap.secondOnly().bounds()).isEqualTo(new Bounds(0, 40));
    assertThat(overlap.union().bounds()).isEqualTo(new Bounds(60, 100));
    assertThat(overlap.both().people()).isNull();
    assertThat(overlap.jaccard()).isEqualTo(new Overlap.Index(0.1, null, 5 / 6.0));
    assertThat(overlap.method()).isEqualTo(Method.BOUNDS);
  }

  @Test
  void aKnownUnionTellsEverything() {
    Overlap overlap = Overlap.of(exactly(60), exactly(50), exactly(60));
    assertThat(overlap.both()).isEqualTo(Reached.of(exactly(50)));
    assertThat(overlap.firstOnly().people()).isEqualTo(10);
    assertThat(overlap.secondOnly().people()).isZero();
    assertThat(overlap.union().people()).isEqualTo(60);
    assertThat(overlap.jaccard().value()).isEqualTo(5 / 6.0);
  }

  @Test
  void whatNothingLimitsIsUnlimited() {
    Overlap overlap =
        Overlap.of(new Bounds(5, Bounds.UNKNOWN), new Bounds(3, 9), Bounds.NOTHING_KNOWN);
    assertThat(overlap.both().bounds()).isEqualTo(new Bounds(0, 9));
    assertThat(overlap.firstOnly().bounds()).isEqualTo(new Bounds(0, Bounds.UNKNOWN));
    assertThat(overlap.secondOnly().bounds()).isEqualTo(new Bounds(0, 9));
    assertThat(overlap.union().bounds()).isEqualTo(new Bounds(5, Bounds.UNKNOWN));
    assertThat(overlap.jaccard()).isEqualTo(new Overlap.Index(0, null, 1));
  }

  @Test
  void contradictionsAreNoError() {
    Overlap overlap = Overlap.of(exactly(60), exactly(50), exactly(40));
    assertThat(overlap.union().bounds()).isEqualTo(exactly(60));
    assertThat(Overlap.of(exactly(1), exactly(2), exactly(9)).union().bounds())
        .isEqualTo(exactly(9));
  }

  @Test
  void forTwoSizesAmongEverybodyTheBoundsAreReached() {
    for (int most = 1; most <= EVERYBODY; most++) {
      Bounds together = new Bounds(0, most);
      for (int first = 1; first <= most; first++) {
        for (int second = 1; second <= most; second++) {
          assertSharp(exactly(first), exactly(second), together);
        }
      }
    }
  }

  @Test
  void forBoundsOfTwoSizesAmongEverybodyTheBoundsAreReached() {
    Bounds together = new Bounds(0, EVERYBODY);
    for (Bounds first : bounds(1, EVERYBODY)) {
      for (Bounds second : bounds(1, EVERYBODY)) {
        assertSharp(first, second, together);
      }
    }
  }

  private static void assertSharp(Bounds first, Bounds second, Bounds together) {
    List<Sets> possible = possible(first, second, together);
    Overlap overlap = Overlap.of(first, second, together);
    assertThat(overlap.both().bounds()).isEqualTo(range(possible, Sets::both));
    assertThat(overlap.firstOnly().bounds()).isEqualTo(range(possible, Sets::firstOnly));
    assertThat(overlap.secondOnly().bounds()).isEqualTo(range(possible, Sets::secondOnly));
    assertThat(overlap.union().bounds()).isEqualTo(range(possible, Sets::union));
    assertThat(overlap.jaccard().low())
        .isCloseTo(possible.stream().mapToDouble(Sets::jaccard).min().orElseThrow(), within(1e-12));
    assertThat(overlap.jaccard().high())
        .isCloseTo(possible.stream().mapToDouble(Sets::jaccard).max().orElseThrow(), within(1e-12));
  }

  private static Bounds range(List<Sets> possible, ToLongFunction<Sets> part) {
    LongSummaryStatistics range = possible.stream().mapToLong(part).summaryStatistics();
    return new Bounds(range.getMin(), range.getMax());
  }

  @Test
  void whateverIsKnownOfAllThreeTheBoundsHold() {
    for (Bounds first : bounds(0, 5)) {
      for (Bounds second : bounds(0, 5)) {
        for (Bounds together : bounds(0, EVERYBODY)) {
          List<Sets> possible = possible(first, second, together);
          if (!possible.isEmpty()) {
            assertHolds(Overlap.of(first, second, together), possible);
          }
        }
      }
    }
  }

  private static void assertHolds(Overlap overlap, List<Sets> possible) {
    for (Sets sets : possible) {
      boolean holds =
          overlap.both().bounds().holds(sets.both())
              && overlap.firstOnly().bounds().holds(sets.firstOnly())
              && overlap.secondOnly().bounds().holds(sets.secondOnly())
              && overlap.union().bounds().holds(sets.union())
              && overlap.jaccard().low() <= sets.jaccard()
              && overlap.jaccard().high() >= sets.jaccard();
      assertThat(holds).as("%s holds %s", overlap, sets).isTrue();
    }
  }

  private static List<Bounds> bounds(long least, long most) {
    List<Bounds> bounds = new ArrayList<>();
    for (long low = least; low <= most; low++) {
      for (long high = low; high <= most; high++) {
        bounds.add(new Bounds(low, high));
      }
    }
    return bounds;
  }

  @Test
  void fewPeopleAreCounted() {
    Overlap overlap = Overlap.of(people(0, 1000), people(700, 1500));
    assertThat(overlap)
        .isEqualTo(
            new Overlap(
                Reached.of(exactly(300)),
                Reached.of(exactly(700)),
                Reached.of(exactly(500)),
                Reached.of(exactly(1500)),
                new Overlap.Index(0.2, 0.2, 0.2),
                Method.EXACT));
  }

  @Test
  void nobodyHasNothingInCommon() {
    Overlap overlap = Overlap.of(people(0, 0), people(0, 0));
    assertThat(overlap.union()).isEqualTo(Reached.of(exactly(0)));
    assertThat(overlap.jaccard()).isEqualTo(new Overlap.Index(0, 0.0, 0));
    assertThat(Overlap.of(people(0, 9), people(9, 12)).both()).isEqualTo(Reached.of(exactly(0)));
  }

  @Test
  void crowdsAreEstimatedWithABoundToEachSide() {
    Overlap overlap = Overlap.of(people(0, 100_000), people(60_000, 140_000));
    assertThat(overlap.method()).isEqualTo(Method.SKETCH);
    assertNear(overlap.both(), 40_000);
    assertNear(overlap.firstOnly(), 60_000);
    assertNear(overlap.secondOnly(), 40_000);
    assertNear(overlap.union(), 140_000);
    assertThat(overlap.jaccard().value()).isCloseTo(2 / 7.0, within(0.02));
    assertThat(overlap.jaccard().value())
        .isStrictlyBetween(overlap.jaccard().low(), overlap.jaccard().high());
  }

  private static void assertNear(Reached reached, long people) {
    assertThat(reached.people()).isCloseTo(people, within(people / 20));
    assertThat(reached.bounds().holds(reached.people())).isTrue();
    assertThat(reached.bounds().isExact()).isFalse();
  }

  private static PeopleSketch people(int first, int end) {
    UpdateSketch sketch = UpdateSketch.builder().setLogNominalEntries(PeopleSketch.LG_SIZE).build();
    for (long person = first; person < end; person++) {
      sketch.update(person);
    }
    return PeopleSketch.read(sketch.compact().toByteArray());
  }

  private static Bounds exactly(long people) {
    return Bounds.exactly(people);
  }

  @Test
  void aUnionThatIsKnownLimitsWhatIsShared() {
    Overlap overlap = Overlap.of(Bounds.exactly(10), Bounds.exactly(10), new Bounds(15, 20));
    assertThat(overlap.both().bounds()).isEqualTo(new Bounds(0, 5));
    assertThat(overlap.jaccard().high()).isEqualTo(1.0 / 3);
    assertThat(
            Overlap.of(Bounds.exactly(10), new Bounds(10, 12), new Bounds(20, 22)).both().bounds())
        .isEqualTo(new Bounds(0, 2));
  }

  @Test
  void nobodyIsSharedWithNobody() {
    Overlap overlap = Overlap.of(Bounds.exactly(0), new Bounds(0, 5), new Bounds(0, 100));
    assertThat(overlap.jaccard().high()).isZero();
  }
}
