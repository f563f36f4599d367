package org.rackvidd.reach;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * All that was shown on one channel in one kind of delivery, taken apart so that each impression is
 * in one exposure, with what is stated about the reach of single exposures and of several together.
 *
 * <p>A statement within which no other of its campaign lies is an exposure. What a longer one has
 * more impressions than those within it is another, of which no more is known; so is what it may
 * tell of days that nothing else does, where impressions are not known. A statement with fewer
 * impressions than those within it was made before all of them were shown; where it stands for
 * them, what it lacks is added.
 */
final class Exposures {
  /** In place of an audience: whoever it was meant for. */
  static final String EVERYBODY = "all";

  /**
   * @param days on which it was shown, those of its statement or fewer
   * @param most people at most
   * @param impressions null where not known
   */
  private record Exposure(Statement of, Days days, long low, long most, Long impressions) {
    static Exposure of(Statement statement) {
      Bounds reach = statement.reach();
      return new Exposure(
          statement, statement.days(), reach.low(), reach.high(), statement.impressions());
    }

    boolean isFor(String audience) {
      return audience.equals(EVERYBODY) || of.audiences().contains(audience);
    }

    double reach() {
      return most == Bounds.UNKNOWN ? Double.POSITIVE_INFINITY : most;
    }
  }

  /**
   * Several exposures of which a reach is stated.
   *
   * @param account whose exposures they are
   * @param low people at least
   */
  private record Whole(String account, long low, Cover.Stated most) {}

  /**
   * What is known of the exposures that count.
   *
   * @param impressions null where those of one exposure are not known, fall in part on other days,
   *     or may be those of another one
   * @param exposures how many there are
   * @param reachOfEach people that each reached, as far as that is known; else null
   */
  record Total(Bounds reach, Long impressions, int exposures, List<Long> reachOfEach) {}

  private final List<Exposure> exposures = new ArrayList<>();
  private final TreeMap<Long, List<Integer>> byDay = new TreeMap<>();
  private final List<Whole> wholes = new ArrayList<>();

  /** Exposures that share days with another one of which they may tell, too. */
  private final BitSet repeated = new BitSet();

  private final double[] reaches;
  private final List<Cover.Stated> stated;
  private final Map<String, List<Cover.Stated>> statedByAccount;

  Exposures(List<Statement> statements) {
    at(Statement.Level.POST, statements).map(Exposure::of).forEach(exposures::add);
    Map<String, List<Statement>> accounts =
        at(Statement.Level.ACCOUNT, statements).collect(byKey(Statement::account));
    at(Statement.Level.CAMPAIGN, statements)
        .collect(byKey(Statement::account))
        .forEach(
            (account, ofAccount) -> {
              int first = exposures.size();
              ofAccount.stream()
                  .collect(byKey(Statement::campaign))
                  .values()
                  .forEach(campaign -> takeApart(campaign, exposures.size()));
              takeApart(accounts.getOrDefault(account, List.of()), first);
              accounts.remove(account);
            });
    accounts.values().forEach(account -> takeApart(account, exposures.size()));
    for (int e = 0; e < exposures.size(); e++) {
      Exposure exposure = exposures.get(e);
      if (exposure.of().isDated()) {
        for (long day = exposure.days().first(); day <= exposure.days().last(); day++) {
          byDay.computeIfAbsent(day, none -> new ArrayList<>()).add(e);
        }
      }
    }
    reaches = exposures.stream().mapToDouble(Exposure::reach).toArray();
    stated = wholes.stream().map(Whole::most).toList();
    statedByAccount =
        wholes.stream()
            .collect(
                Collectors.groupingBy(
                    Whole::account, Collectors.mapping(Whole::most, Collectors.toList())));
  }

  private static Stream<Statement> at(Statement.Level level, List<Statement> statements) {
    return statements.stream().filter(statement -> statement.level() == level);
  }

  private static Collector<Statement, ?, Map<String, List<Statement>>> byKey(
      Function<Statement, String> key) {
    return Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList());
  }

  /**
   * Adds statements about one campaign, or about an account.
   *
   * @param first number of the first exposure that they may be about
   */
  private void takeApart(List<Statement> statements, int first) {
    List<Statement> shortFirst =
        statements.stream()
            .sorted(
                Comparator.comparingLong((Statement s) -> s.days().length())
                    .thenComparingLong(s -> s.days().first()))
            .toList();
    for (Statement statement : shortFirst) {
      BitSet within = new BitSet();
      BitSet beside = new BitSet();
      for (int e = first; e < exposures.size(); e++) {
        Days days = exposures.get(e).days();
        within.set(e, statement.days().holds(days));
        beside.set(e, statement.days().meets(days) && !statement.days().holds(days));
      }
      if (!beside.isEmpty()) {
        repeated.or(beside);
        repeated.set(exposures.size(), within.isEmpty());
      }
      if (within.isEmpty()) {
        exposures.add(Exposure.of(statement));
      } else {
        addWhole(statement, within);
      }
    }
  }

  private void addWhole(Statement statement, BitSet within) {
    long high = statement.reach().high();
    Long told = impressionsOf(within);
    long most = high;
    if (told != null && statement.impressions() != null) {
      long more = statement.impressions() - told;
      if (more > 0) {
        within.set(exposures.size());
        exposures.add(new Exposure(statement, statement.days(), 0, Math.min(more, high), more));
      }
      most = Bounds.plus(high, Math.max(0, -more));
    } else {
      addUntold(statement, within);
      if (told != null || statement.impressions() != null) {
        // Whether it was made before all was shown cannot be told.
        most = Bounds.UNKNOWN;
      }
    }
    double limit = most == Bounds.UNKNOWN ? Double.POSITIVE_INFINITY : most;
    wholes.add(
        new Whole(statement.account(), statement.reach().low(), new Cover.Stated(limit, within)));
  }

  /** What may have been shown on days of which nothing else tells. */
  private void addUntold(Statement statement, BitSet within) {
    Set<Long> told = new HashSet<>();
    within.stream()
        .mapToObj(e -> exposures.get(e).days())
        .forEach(days -> LongStream.rangeClosed(days.first(), days.last()).forEach(told::add));
    LongSummaryStatistics untold =
        LongStream.rangeClosed(statement.days().first(), statement.days().last())
            .filter(day -> !told.contains(day))
            .summaryStatistics();
    if (untold.getCount() > 0) {
      within.set(exposures.size());
      exposures.add(
          new Exposure(
              statement,
              new Days(untold.getMin(), untold.getMax()),
              0,
              statement.reach().high(),
              null));
    }
  }

  /** Days on which something was shown; of exposures over several, all of these. */
  Set<Long> days() {
    return byDay.keySet();
  }

  /** Audiences that something was for. */
  Set<String> audiences() {
    return exposures.stream()
        .flatMap(exposure -> exposure.of().audiences().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * What is known of those who were reached in some days by what was for an audience.
   *
   * @param days {@link Days#EVER} also counts what has no date
   * @return null where nothing was shown
   */
  Total total(Days days, String audience) {
    BitSet met = new BitSet();
    BitSet inside = new BitSet();
    meeting(days)
        .filter(e -> exposures.get(e).isFor(audience))
        .forEach(
            e -> {
              met.set(e);
              inside.set(e, days.holds(exposures.get(e).days()));
            });
    if (met.isEmpty()) {
      return null;
    }
    long low = 0;
    for (int e = inside.nextSetBit(0); e >= 0; e = inside.nextSetBit(e + 1)) {
      low = Math.max(low, exposures.get(e).low());
    }
    for (Whole whole : wholes) {
      if (whole.low() > low && whole.most().of().intersects(inside)) {
        low = Math.max(low, lowOf(whole, inside));
      }
    }
    double most = Cover.most(reaches, met, stated);
    boolean isWhole = met.equals(inside) && !met.intersects(repeated);
    return new Total(
        new Bounds(low, most >= Bounds.UNKNOWN ? Bounds.UNKNOWN : Math.max(low, (long) most)),
        isWhole ? impressionsOf(met) : null,
        met.cardinality(),
        isWhole ? reachOfEach(met) : null);
  }

  /** Who is in a whole and not reached by its other exposures was reached by those that count. */
  private long lowOf(Whole whole, BitSet inside) {
    BitSet others = (BitSet) whole.most().of().clone();
    others.andNot(inside);
    double most =
        others.isEmpty() ? 0 : Cover.most(reaches, others, statedByAccount.get(whole.account()));
    return most >= whole.low() ? 0 : whole.low() - (long) most;
  }

  private IntStream meeting(Days days) {
    if (days.equals(Days.EVER)) {
      return IntStream.range(0, exposures.size());
    }
    BitSet meeting = new BitSet();
    byDay
        .subMap(days.first(), true, days.last(), true)
        .values()
        .forEach(shown -> shown.forEach(meeting::set));
    return meeting.stream();
  }

  private Long impressionsOf(BitSet which) {
    return which.stream().allMatch(e -> exposures.get(e).impressions() != null)
        ? Long.valueOf(which.stream().mapToLong(e -> exposures.get(e).impressions()).sum())
        : null;
  }

  private List<Long> reachOfEach(BitSet which) {
    return which.stream().allMatch(e -> exposures.get(e).most() != Bounds.UNKNOWN)
        ? which.stream().mapToObj(e -> exposures.get(e).most()).toList()
        : null;
  }
}
