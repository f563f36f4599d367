package org.rackvidd.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hipparchus.optim.linear.LinearConstraint;
import org.hipparchus.optim.linear.LinearConstraintSet;
import org.hipparchus.optim.linear.LinearObjectiveFunction;
import org.hipparchus.optim.linear.NonNegativeConstraint;
import org.hipparchus.optim.linear.Relationship;
import org.hipparchus.optim.linear.SimplexSolver;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.junit.jupiter.api.Test;

class CoverTest {
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  /**
   * Exposures to groups of people who are all in the same exposures.
   *
   * @param people in each group
   * @param reached the groups that each exposure reached
   * @param stated the exposures of each statement
   */
  private record World(List<Long> people, List<BitSet> reached, List<BitSet> stated) {
    static World random(SplittableRandom random, int exposures, int statements, long largest) {
      int groups = random.nextInt(1, 30);
      double share = random.nextDouble(0.05, 0.8);
      return new World(
          IntStream.range(0, groups).mapToObj(group -> random.nextLong(1, largest + 1)).toList(),
          IntStream.range(0, exposures).mapToObj(e -> some(random, groups, share)).toList(),
          IntStream.range(0, statements).mapToObj(s -> some(random, exposures, 0.5)).toList());
    }

    private static BitSet some(SplittableRandom random, int of, double share) {
      BitSet some = new BitSet();
      IntStream.range(0, of).filter(i -> random.nextDouble() < share).forEach(some::set);
      return some;
    }

    double union(BitSet exposures) {
      BitSet groups = new BitSet();
      exposures.stream().forEach(e -> groups.or(reached.get(e)));
      return groups.stream().mapToLong(people::get).sum();
    }

    double[] reaches() {
      return IntStream.range(0, reached.size()).mapToDouble(e -> union(set(e))).toArray();
    }

    List<Cover.Stated> statements() {
      return stated.stream().map(of -> new Cover.Stated(union(of), of)).toList();
    }
  }

  @Test
  void withoutStatementsItIsTheSum() {
    assertThat(most(reaches(10, 20, 30))).isEqualTo(60);
    assertThat(most(reaches())).isZero();
  }

  @Test
  void aStatementOfLessThanItsPartsStandsForThem() {
    assertThat(most(reaches(10, 20, 30), stated(25, 0, 1))).isEqualTo(55);
  }

  @Test
  void aStatementOfMoreThanItsPartsChangesNothing() {
    assertThat(most(reaches(10, 20, 30), stated(31, 0, 1), stated(30, 0, 1))).isEqualTo(60);
  }

  @Test
  void onlyExposuresThatCountAreLookedAt() {
    BitSet counting = set(0, 2);
    double[] reaches = reaches(10, 20, 30);
    assertThat(Cover.most(reaches, counting, List.of())).isEqualTo(40);
    assertThat(Cover.most(reaches, counting, List.of(stated(35, 0, 1, 2)))).isEqualTo(35);
    assertThat(Cover.most(reaches, counting, List.of(stated(5, 1)))).isEqualTo(40);
    assertThat(Cover.most(reaches, new BitSet(), List.of(stated(5, 1)))).isZero();
  }

  @Test
  void ofNestedStatementsEachOrItsPartsStandWhicheverIsLess() {
    double[] reaches = reaches(10, 10, 10, 10);
    Cover.Stated pair = stated(12, 0, 1);
    assertThat(most(reaches, pair, stated(25, 0, 1, 2))).isEqualTo(32);
    assertThat(most(reaches, pair, stated(20, 0, 1, 2))).isEqualTo(30);
    assertThat(most(reaches, pair, stated(20, 0, 1, 2), stated(15, 0, 1, 2, 3))).isEqualTo(15);
    assertThat(most(reaches, pair, stated(14, 2, 3), stated(27, 0, 1, 2, 3))).isEqualTo(26);
    assertThat(most(reaches, pair, stated(11, 0, 1), stated(14, 0, 1))).isEqualTo(31);
  }

  @Test
  void halvesOfCrossingStatementsAreLessThanAnyOfThem() {
    assertThat(most(reaches(10, 10, 10), stated(10, 0, 1), stated(10, 1, 2), stated(10, 0, 2)))
        .isEqualTo(15);
  }

  @Test
  void whatIsLeftOfAPersonIsNobody() {
    assertThat(most(reaches(9, 9, 9), stated(9, 0, 1), stated(9, 1, 2), stated(9, 0, 2)))
        .isEqualTo(13);
  }

  @Test
  void theCheaperOfTwoCrossingCoversIsTaken() {
    assertThat(most(reaches(10, 10, 10), stated(10, 0, 1), stated(13, 1, 2))).isEqualTo(20);
    assertThat(most(reaches(10, 10, 2), stated(10, 0, 1), stated(5, 1, 2))).isEqualTo(12);
  }

  @Test
  void anInfiniteReachIsLimitedByAStatementOnly() {
    assertThat(most(reaches(10, INFINITE))).isEqualTo(INFINITE);
    assertThat(most(reaches(10, INFINITE, 5), stated(40, 0, 1))).isEqualTo(45);
    assertThat(most(reaches(10, INFINITE, INFINITE), stated(40, 0, 1))).isEqualTo(INFINITE);
    assertThat(
            most(
                reaches(INFINITE, INFINITE, INFINITE),
                stated(10, 0, 1),
                stated(10, 1, 2),
                stated(10, 0, 2)))
        .isEqualTo(15);
    assertThat(most(reaches(INFINITE, INFINITE), stated(7, 0, 1), stated(6, 0))).isEqualTo(7);
  }

  @Property(tries = 2000, seed = "1")
  void theBoundIsNeverBelowTheTruthNorAboveTheSum(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    World world = World.random(random, random.nextInt(1, 9), random.nextInt(6), 1);
    assertHolds(world);
  }

  /** Here the program's roundings would show. */
  @Property(tries = 1000, seed = "2")
  void theBoundHoldsForCrowdsToo(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    World world = World.random(random, random.nextInt(5, 30), random.nextInt(2, 15), 10_000_000);
    assertHolds(world);
  }

  private static void assertHolds(World world) {
    double[] reaches = world.reaches();
    BitSet all = first(reaches.length);
    double most = Cover.most(reaches, all, world.statements());
    assertThat(most).isBetween(world.union(all), Arrays.stream(reaches).sum());
    BitSet half = first(reaches.length / 2);
    assertThat(Cover.most(reaches, half, world.statements())).isBetween(world.union(half), most);
  }

  @Property(tries = 1000, seed = "3")
  void theBoundIsTheLeastWeightedCover(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    World world = World.random(random, random.nextInt(1, 7), random.nextInt(6), 20);
    double[] reaches = world.reaches();
    BitSet all = first(reaches.length);
    double least = leastCover(reaches, world.statements());
    assertThat(Cover.most(reaches, all, world.statements()))
        .isCloseTo(Math.floor(least + 1e-6), within(0.0));
  }

  /** Weights of exposures and statements such that each exposure has 1 at least. */
  private static double leastCover(double[] reaches, List<Cover.Stated> statements) {
    double[] costs =
        IntStream.range(0, reaches.length + statements.size())
            .mapToDouble(
                i -> i < reaches.length ? reaches[i] : statements.get(i - reaches.length).reach())
            .toArray();
    List<LinearConstraint> constraints = new ArrayList<>();
    for (int e = 0; e < reaches.length; e++) {
      double[] row = new double[costs.length];
      row[e] = 1;
      for (int s = 0; s < statements.size(); s++) {
        row[reaches.length + s] = statements.get(s).of().get(e) ? 1 : 0;
      }
      constraints.add(new LinearConstraint(row, Relationship.GEQ, 1));
    }
    return new SimplexSolver()
        .optimize(
            new LinearObjectiveFunction(costs, 0),
            new LinearConstraintSet(constraints),
            GoalType.MINIMIZE,
            new NonNegativeConstraint(true))
        .getValue();
  }

  @Test
  void theOrderOfStatementsMakesNoDifference() {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 300; i++) {
      World world = World.random(random, 8, 5, 50);
      BitSet all = first(8);
      List<Cover.Stated> reversed = new ArrayList<>(world.statements());
      Collections.reverse(reversed);
      assertThat(Cover.most(world.reaches(), all, reversed))
          .isEqualTo(Cover.most(world.reaches(), all, world.statements()));
    }
  }

  /** Campaigns by days: a statement of each campaign crosses one of each day and week. */
  @Test
  void tooManyForAProgramAreStillBounded() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 20; i++) {
      World world = crossing(random, 10, 26);
      double[] reaches = world.reaches();
      BitSet all = first(reaches.length);
      List<Cover.Stated> statements = world.statements();
      double most = Cover.most(reaches, all, statements);
      double campaigns = statements.subList(0, 10).stream().mapToDouble(Cover.Stated::reach).sum();
      double days = statements.subList(10, 36).stream().mapToDouble(Cover.Stated::reach).sum();
      assertThat(most).isBetween(world.union(all), Math.min(campaigns, days));
    }
  }

  @Test
  void aLargeProgramIsSolved() {
    SplittableRandom random = new SplittableRandom(6);
    World world = crossing(random, 8, 31);
    double[] reaches = world.reaches();
    BitSet all = first(reaches.length);
    assertThat(Cover.most(reaches, all, world.statements()))
        .isBetween(world.union(all), Arrays.stream(reaches).sum());
  }

  private static World crossing(SplittableRandom random, int campaigns, int days) {
    List<BitSet> reached = new ArrayList<>();
    List<BitSet> ofCampaign = new ArrayList<>();
    List<BitSet> ofDay = new ArrayList<>();
    IntStream.range(0, days).forEach(day -> ofDay.add(new BitSet()));
    for (int campaign = 0; campaign < campaigns; campaign++) {
      ofCampaign.add(new BitSet());
      for (int day = 0; day < days; day++) {
        ofCampaign.get(campaign).set(reached.size());
        ofDay.get(day).set(reached.size());
        reached.add(World.some(random, 400, 0.05));
      }
    }
    ofCampaign.addAll(ofDay);
    for (int first = 0; first < days; first += 7) {
      BitSet ofWeek = new BitSet();
      ofDay.subList(first, Math.min(days, first + 7)).forEach(ofWeek::or);
      ofCampaign.add(ofWeek);
    }
    ofCampaign.add(first(reached.size()));
    return new World(
        IntStream.range(0, 400).mapToObj(group -> random.nextLong(1, 5000)).toList(),
        reached,
        ofCampaign);
  }

  private static double most(double[] reaches, Cover.Stated... statements) {
    return Cover.most(reaches, first(reaches.length), List.of(statements));
  }

  private static double[] reaches(double... reaches) {
    return reaches;
  }

  private static Cover.Stated stated(double reach, int... of) {
    return new Cover.Stated(reach, set(of));
  }

  private static BitSet first(int number) {
    BitSet first = new BitSet();
    first.set(0, number);
    return first;
  }

  private static BitSet set(int... of) {
    BitSet set = new BitSet();
    Arrays.stream(of).forEach(set::set);
    return set;
  }
}
