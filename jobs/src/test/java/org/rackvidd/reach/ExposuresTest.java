package org.rackvidd.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ExposuresTest {
  private static final String ALL = Exposures.EVERYBODY;
  private static final int DAYS = 10;
  private static final int PEOPLE = 40;
  private static final Days WHOLE = new Days(0, DAYS - 1);

  /**
   * A campaign of which everything is known.
   *
   * @param shown by day, how often each person was reached
   */
  private record Campaign(
      String account, String id, Set<String> audiences, List<List<Integer>> shown) {
    static Campaign random(SplittableRandom random, String account, String id) {
      double ofDay = random.nextDouble(0.2, 1);
      double ofPerson = random.nextDouble(0.05, 0.6);
      List<List<Integer>> shown = new ArrayList<>();
      for (int day = 0; day < DAYS; day++) {
        boolean isShown = random.nextDouble() < ofDay;
        List<Integer> times = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
          times.add(isShown && random.nextDouble() < ofPerson ? random.nextInt(1, 4) : 0);
        }
        shown.add(times);
      }
      return new Campaign(
          account,
          id,
          List.of(Set.of("x"), Set.of("y"), Set.of("x", "y")).get(random.nextInt(3)),
          shown);
    }

    boolean isFor(String audience) {
      return audience.equals(ALL) || audiences.contains(audience);
    }
  }

  /** What was shown of some campaigns on some days. */
  private record Shown(BitSet people, long impressions) {
    static Shown of(List<Campaign> campaigns, IntPredicate on) {
      BitSet people = new BitSet();
      long impressions = 0;
      for (Campaign campaign : campaigns) {
        for (int day = 0; day < DAYS; day++) {
          for (int person = 0; on.test(day) && person < PEOPLE; person++) {
            int times = campaign.shown().get(day).get(person);
            people.set(person, people.get(person) || times > 0);
            impressions += times;
          }
        }
      }
      return new Shown(people, impressions);
    }

    long reach() {
      return people.cardinality();
    }
  }

  /** Campaigns of two accounts, and what is stated about them. */
  private static final class World {
    final List<Campaign> campaigns = new ArrayList<>();
    final List<Statement> statements = new ArrayList<>();

    /** Whether days are stated of everything. */
    boolean isByDay = true;

    private final SplittableRandom random;
    private final double exact;

    World(SplittableRandom random) {
      this.random = random;
      exact = random.nextDouble();
      for (String account : List.of("a", "b")) {
        List<Campaign> ofAccount = new ArrayList<>();
        boolean isAccountByDay = true;
        int number = random.nextInt(1, 4);
        for (int i = 0; i < number; i++) {
          Campaign campaign = Campaign.random(random, account, account + i);
          ofAccount.add(campaign);
          isAccountByDay &= state(campaign);
        }
        if (isAccountByDay) {
          stateDays(ofAccount);
        }
        if (random.nextBoolean()) {
          int last = isAccountByDay ? random.nextInt(DAYS / 2, DAYS) : DAYS - 1;
          state(Statement.Level.ACCOUNT, ofAccount, WHOLE, new Days(0, last));
        }
        campaigns.addAll(ofAccount);
        isByDay &= isAccountByDay;
      }
    }

    private void stateDays(List<Campaign> ofAccount) {
      for (int day = 0; day < DAYS; day++) {
        if (random.nextInt(4) == 0) {
          state(Statement.Level.ACCOUNT, ofAccount, new Days(day, day), new Days(day, day));
        }
      }
    }

    /** Returns whether all of its days are stated. */
    private boolean state(Campaign campaign) {
      boolean isWhole = random.nextInt(3) > 0;
      boolean isByDay = !isWhole || random.nextBoolean();
      for (int day = 0; day < DAYS; day++) {
        if (isByDay || random.nextBoolean()) {
          state(campaign, new Days(day, day), new Days(day, day));
        }
      }
      if (random.nextBoolean()) {
        state(campaign, new Days(2, 6), new Days(2, 6));
      }
      if (isWhole) {
        // Of the last days nothing was known yet.
        int last = isByDay ? random.nextInt(DAYS / 2, DAYS) : DAYS - 1;
        state(campaign, WHOLE, new Days(0, last));
      }
      return isByDay;
    }

    private void state(Campaign campaign, Days days, Days known) {
      state(Statement.Level.CAMPAIGN, List.of(campaign), days, known);
    }

    private void state(Statement.Level level, List<Campaign> of, Days days, Days known) {
      Shown shown = Shown.of(of, day -> known.first() <= day && day <= known.last());
      if (shown.impressions() == 0) {
        return;
      }
      boolean isCampaign = level == Statement.Level.CAMPAIGN;
      statements.add(
          new Statement(
              level,
              of.get(0).account(),
              isCampaign ? of.get(0).id() : "",
              isCampaign ? of.get(0).audiences() : Set.of(),
              days,
              around(shown),
              shown.impressions()));
    }

    private Bounds around(Shown shown) {
      long reach = shown.reach();
      if (random.nextDouble() < exact) {
        return Bounds.exactly(reach);
      }
      long low = random.nextLong(1, reach + 1);
      return new Bounds(
          low,
          random.nextInt(5) == 0
              ? Bounds.UNKNOWN
              : random.nextLong(reach, shown.impressions() + 1));
    }

    Shown truth(Days days, String audience) {
      return Shown.of(
          campaigns.stream().filter(campaign -> campaign.isFor(audience)).toList(),
          day -> days.first() <= day && day <= days.last());
    }

    List<Statement> within(Days days, String audience) {
      return statements.stream()
          .filter(statement -> days.holds(statement.days()))
          .filter(s -> audience.equals(ALL) || s.audiences().contains(audience))
          .toList();
    }
  }

  @Property(tries = 150, seed = "1")
  void theTruthIsWithinTheBoundsOfEveryWindow(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    World world = new World(random);
    Exposures exposures = new Exposures(world.statements);
    for (Days window : windows(random)) {
      for (String audience : List.of("x", "y", ALL)) {
        Shown truth = world.truth(window, audience);
        Exposures.Total total = exposures.total(window, audience);
        if (total == null) {
          assertThat(truth.impressions()).isZero();
        } else {
          assertThat(total.reach().holds(truth.reach()))
              .as("%s of %s holds %d", total, window, truth.reach())
              .isTrue();
          if (total.impressions() != null) {
            assertThat(total.impressions()).isEqualTo(truth.impressions());
          } else {
            assertThat(world.isByDay).isFalse();
          }
        }
      }
    }
  }

  @Property(tries = 100, seed = "2")
  void noBoundsAreWiderThanThoseOfThePartsAlone(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    World world = new World(random);
    Exposures exposures = new Exposures(world.statements);
    for (Days window : windows(random)) {
      for (String audience : List.of("x", ALL)) {
        Exposures.Total total = exposures.total(window, audience);
        if (total != null) {
          List<Statement> within = world.within(window, audience);
          assertThat(total.reach().low()).isGreaterThanOrEqualTo(largestLow(within));
          if (world.isByDay) {
            assertThat(total.reach().high()).isLessThanOrEqualTo(sumOfDays(within));
          }
        }
      }
    }
  }

  private static List<Days> windows(SplittableRandom random) {
    List<Days> windows = new ArrayList<>(List.of(Days.EVER, WHOLE, new Days(2, 6)));
    for (int i = 0; i < 10; i++) {
      int first = random.nextInt(DAYS);
      windows.add(new Days(first, random.nextInt(first, DAYS)));
    }
    return windows;
  }

  private static long largestLow(List<Statement> statements) {
    return statements.stream()
        .map(Statement::reach)
        .filter(Bounds::isLimited)
        .mapToLong(Bounds::low)
        .max()
        .orElse(0);
  }

  private static long sumOfDays(List<Statement> statements) {
    return statements.stream()
        .filter(statement -> statement.level() == Statement.Level.CAMPAIGN)
        .filter(statement -> statement.days().length() == 1)
        .map(statement -> statement.reach().high())
        .reduce(0L, Bounds::plus);
  }

  /** Three campaigns of 90 days, each to 400 people of whom a day reaches 100. */
  @Test
  void whereMonthsAreStatedBesideTheirDaysTheBoundsAreLessThanHalfAsWide() {
    List<Statement> statements = new ArrayList<>();
    for (String id : List.of("p", "q", "r")) {
      for (int day = 0; day < 90; day++) {
        statements.add(campaign(id, day, day, Bounds.exactly(100), 130L));
      }
      for (long month = 0; month < 3; month++) {
        statements.add(campaign(id, month * 30, month * 30 + 29, Bounds.exactly(400), 3900L));
      }
    }
    Exposures exposures = new Exposures(statements);
    for (Days window : List.of(new Days(0, 29), new Days(0, 89), Days.EVER)) {
      Bounds reach = exposures.total(window, ALL).reach();
      List<Statement> days =
          statements.stream()
              .filter(s -> s.days().length() == 1 && window.holds(s.days()))
              .toList();
      long naive = sumOfDays(days) - largestLow(days);
      assertThat(reach.high() - reach.low()).isLessThanOrEqualTo(naive / 2);
    }
    assertThat(exposures.total(new Days(0, 29), ALL).reach()).isEqualTo(new Bounds(400, 1200));
    assertThat(exposures.total(new Days(0, 89), ALL).reach()).isEqualTo(new Bounds(400, 3600));
    assertThat(exposures.total(new Days(30, 34), ALL).reach()).isEqualTo(new Bounds(100, 1200));
    assertThat(exposures.total(new Days(0, 89), ALL).impressions()).isEqualTo(3 * 90 * 130);
    assertThat(exposures.total(new Days(0, 89), ALL).exposures()).isEqualTo(270);
  }

  @Test
  void whereNothingWasShownNothingIsKnown() {
    assertThat(new Exposures(List.of()).total(Days.EVER, ALL)).isNull();
    Exposures exposures = new Exposures(List.of(campaign("p", 3, 5, Bounds.exactly(7), 9L)));
    assertThat(exposures.total(new Days(0, 2), ALL)).isNull();
    assertThat(exposures.total(new Days(6, 9), ALL)).isNull();
    assertThat(exposures.total(WHOLE, "x")).isNotNull();
    assertThat(exposures.total(WHOLE, "z")).isNull();
    assertThat(exposures.days()).containsExactly(3L, 4L, 5L);
    assertThat(exposures.audiences()).containsExactly("x");
  }

  @Test
  void whatIsLongerThanItsDaysHasMoreThanTheseTell() {
    Exposures exposures =
        new Exposures(
            List.of(
                campaign("p", 0, 9, Bounds.exactly(50), 100L),
                campaign("p", 1, 1, Bounds.exactly(10), 15L),
                campaign("p", 2, 2, Bounds.exactly(20), 45L)));
    assertThat(exposures.total(WHOLE, ALL))
        .isEqualTo(new Exposures.Total(Bounds.exactly(50), 100L, 3, List.of(10L, 20L, 40L)));
    // The other 40 impressions may all be on these days, or none of them.
    assertThat(exposures.total(new Days(1, 2), ALL))
        .isEqualTo(new Exposures.Total(new Bounds(20, 50), null, 3, null));
    assertThat(exposures.total(new Days(5, 5), ALL).reach()).isEqualTo(new Bounds(0, 40));
  }

  @Test
  void whomTheOthersCannotHaveReachedTheseDid() {
    Exposures exposures =
        new Exposures(
            List.of(
                campaign("p", 0, 0, new Bounds(0, 30), 30L),
                campaign("p", 1, 1, new Bounds(0, 90), 90L),
                campaign("p", 0, 1, Bounds.exactly(100), 120L)));
    assertThat(exposures.total(new Days(1, 1), ALL).reach()).isEqualTo(new Bounds(70, 90));
    assertThat(exposures.total(new Days(0, 0), ALL).reach()).isEqualTo(new Bounds(10, 30));
  }

  @Test
  void whomTheOthersReachedTogetherIsCountedOnce() {
    Exposures exposures =
        new Exposures(
            List.of(
                campaign("p", 0, 0, Bounds.exactly(30), 30L),
                campaign("p", 1, 1, Bounds.exactly(30), 30L),
                campaign("p", 0, 1, Bounds.exactly(35), 60L),
                campaign("p", 2, 2, new Bounds(1, 80), 80L),
                campaign("p", 0, 2, Bounds.exactly(100), 140L)));
    assertThat(exposures.total(new Days(2, 2), ALL).reach()).isEqualTo(new Bounds(65, 80));
    assertThat(exposures.total(new Days(1, 2), ALL).reach()).isEqualTo(new Bounds(70, 100));
    assertThat(exposures.total(new Days(0, 1), ALL).reach()).isEqualTo(Bounds.exactly(35));
  }

  @Test
  void whatAStaleStatementLacksIsAdded() {
    Exposures exposures =
        new Exposures(
            List.of(
                campaign("p", 0, 0, Bounds.exactly(50), 60L),
                campaign("p", 1, 1, Bounds.exactly(50), 60L),
                campaign("p", 2, 2, Bounds.exactly(50), 60L),
                campaign("p", 0, 2, Bounds.exactly(55), 150L)));
    assertThat(exposures.total(new Days(0, 2), ALL))
        .isEqualTo(new Exposures.Total(new Bounds(55, 85), 180L, 3, List.of(50L, 50L, 50L)));
  }

  @Test
  void anAccountHoldsItsCampaignsAndWhatIsInNone() {
    Exposures exposures =
        new Exposures(
            List.of(
                account("a", Bounds.exactly(60), 100L),
                campaign("p", 0, 9, Bounds.exactly(40), 50L),
                campaign("q", 0, 9, Bounds.exactly(30), 40L)));
    assertThat(exposures.total(WHOLE, ALL))
        .isEqualTo(new Exposures.Total(Bounds.exactly(60), 100L, 3, List.of(40L, 30L, 10L)));
    assertThat(exposures.total(WHOLE, "x").reach()).isEqualTo(new Bounds(50, 60));
  }

  @Test
  void accountsAreApart() {
    Exposures exposures =
        new Exposures(
            List.of(
                campaign("p", 0, 9, Bounds.exactly(40), 50L),
                account("a", Bounds.exactly(40), 50L),
                account("b", Bounds.exactly(10), 12L)));
    assertThat(exposures.total(WHOLE, ALL))
        .isEqualTo(new Exposures.Total(new Bounds(40, 50), 62L, 2, List.of(40L, 10L)));
    exposures =
        new Exposures(
            List.of(
                campaign("p", 0, 9, Bounds.exactly(40), 50L),
                ofAccount("b", "q", Bounds.exactly(30), 40L),
                ofAccount("b", "r", Bounds.exactly(30), 40L),
                account("b", Bounds.exactly(35), 80L)));
    assertThat(exposures.total(WHOLE, ALL).reach()).isEqualTo(new Bounds(40, 75));
  }

  @Test
  void aPostWithoutDateIsInNoDays() {
    Exposures exposures =
        new Exposures(
            List.of(
                post(Days.EVER, new Bounds(1, 30), 40L, "x"),
                post(new Days(3, 3), Bounds.exactly(20), null, "x", "y")));
    assertThat(exposures.total(Days.EVER, ALL))
        .isEqualTo(new Exposures.Total(new Bounds(20, 50), null, 2, List.of(30L, 20L)));
    assertThat(exposures.total(new Days(-100_000, 100_000), ALL))
        .isEqualTo(new Exposures.Total(Bounds.exactly(20), null, 1, List.of(20L)));
    assertThat(exposures.total(Days.EVER, "y").exposures()).isEqualTo(1);
    assertThat(exposures.days()).containsExactly(3L);
  }

  @Test
  void ofPostsWithoutReachNothingLimitsIt() {
    Exposures exposures =
        new Exposures(
            List.of(
                post(new Days(3, 3), new Bounds(1, Bounds.UNKNOWN), null, "x"),
                post(new Days(4, 4), Bounds.exactly(20), 30L, "x")));
    assertThat(exposures.total(WHOLE, ALL))
        .isEqualTo(new Exposures.Total(new Bounds(20, Bounds.UNKNOWN), null, 2, null));
  }

  private static Statement campaign(
      String id, long first, long last, Bounds reach, Long impressions) {
    return new Statement(
        Statement.Level.CAMPAIGN, "a", id, Set.of("x"), new Days(first, last), reach, impressions);
  }

  private static Statement ofAccount(String account, String id, Bounds reach, Long impressions) {
    return new Statement(
        Statement.Level.CAMPAIGN, account, id, Set.of("x"), WHOLE, reach, impressions);
  }

  private static Statement account(String id, Bounds reach, Long impressions) {
    return new Statement(Statement.Level.ACCOUNT, id, "", Set.of(), WHOLE, reach, impressions);
  }

  private static Statement post(Days day, Bounds reach, Long impressions, String... audiences) {
    return new Statement(Statement.Level.POST, "a", "", Set.of(audiences), day, reach, impressions);
  }

  private static Statement stated(
      Statement.Level level, int first, int last, Bounds reach, Long impressions) {
    return new Statement(level, "a", "c", Set.of("x"), new Days(first, last), reach, impressions);
  }

  private static Statement account(int first, int last, long reach) {
    return stated(Statement.Level.ACCOUNT, first, last, Bounds.exactly(reach), null);
  }

  @Test
  void aRangeTellsOfDaysThatNothingElseDoes() {
    Exposures exposures =
        new Exposures(List.of(account(1, 1, 10), account(1, 7, 100), account(10, 10, 10)));
    assertThat(exposures.total(new Days(1, 10), ALL).reach()).isEqualTo(new Bounds(100, 110));
    assertThat(exposures.total(new Days(1, 7), ALL).reach()).isEqualTo(Bounds.exactly(100));
    assertThat(exposures.total(new Days(3, 3), ALL).reach()).isEqualTo(new Bounds(0, 100));
    assertThat(exposures.total(new Days(1, 1), ALL).reach()).isEqualTo(Bounds.exactly(10));
  }

  @Test
  void aRangeOfWhichAllDaysAreToldTellsNoMore() {
    Exposures exposures =
        new Exposures(List.of(account(1, 1, 10), account(2, 2, 8), account(1, 2, 15)));
    assertThat(exposures.total(new Days(2, 2), ALL).reach()).isEqualTo(Bounds.exactly(8));
    assertThat(exposures.total(new Days(1, 2), ALL).reach()).isEqualTo(Bounds.exactly(15));
  }

  @Test
  void impressionsThatMayBeThoseOfAnotherAreNotCounted() {
    Bounds unknown = new Bounds(1, 100);
    Exposures crossing =
        new Exposures(
            List.of(
                stated(Statement.Level.CAMPAIGN, 1, 7, unknown, 70L),
                stated(Statement.Level.CAMPAIGN, 5, 10, unknown, 60L),
                stated(Statement.Level.CAMPAIGN, 20, 20, unknown, 5L)));
    assertThat(crossing.total(new Days(1, 10), ALL).impressions()).isNull();
    assertThat(crossing.total(new Days(20, 20), ALL).impressions()).isEqualTo(5);
    Exposures accountDay =
        new Exposures(
            List.of(
                stated(Statement.Level.CAMPAIGN, 0, 30, unknown, 100L),
                stated(Statement.Level.ACCOUNT, 1, 1, unknown, 60L)));
    assertThat(accountDay.total(new Days(0, 30), ALL).impressions()).isNull();
  }

  @Test
  void whoIsInAWholeWithoutLimitIsAtLeastThere() {
    Exposures exposures =
        new Exposures(
            List.of(
                stated(Statement.Level.CAMPAIGN, 0, 0, Bounds.exactly(10), 10L),
                stated(Statement.Level.CAMPAIGN, 1, 1, new Bounds(1, Bounds.UNKNOWN), null),
                stated(Statement.Level.CAMPAIGN, 0, 1, new Bounds(100, Bounds.UNKNOWN), null)));
    assertThat(exposures.total(new Days(0, 1), ALL).reach().low()).isEqualTo(100);
  }
}
