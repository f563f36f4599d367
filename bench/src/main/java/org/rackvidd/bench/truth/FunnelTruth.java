package org.rackvidd.bench.truth;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rackvidd.bench.people.Application;
import org.rackvidd.bench.people.Hit;
import org.rackvidd.bench.people.Site;
import org.rackvidd.bench.people.Visit;
import org.rackvidd.bench.world.Account;

/**
 * How far people came on the way from a visit to a job: for each person the deepest chain of steps,
 * each within {@link #WINDOW} of the one before; the first complete chain, else the deepest, else
 * the earliest. Found by trying every visit as the beginning.
 */
public final class FunnelTruth {
  /** The steps, in order. */
  public static final List<String> STEPS =
      List.of("visit", "job_page", "application_start", "application", "qualified", "hired");

  /** The longest time from a step to the next, in seconds: 14 days, inclusive. */
  public static final long WINDOW = 14 * 86_400L;

  private static final int LAST = STEPS.size() - 1;

  /** From one day to another, as the last two steps are dated, an hour more is no longer. */
  private static final long CLOCK_CHANGE = 3_600;

  private static final int HOURS = 5 * 14 * 24 + 2;

  private final long today;
  private final int months;
  private final int channels;
  private final long midnight;
  private final long[] people;
  private final long[] matured;
  private final long[] wentOn;
  private final long[] taken;
  private final long[] watched;

  /**
   * A chain of steps, by the seconds at which each was first taken.
   *
   * @param settled of each step whether the time in which the next one still counts is over
   */
  record Chain(Visit entry, List<Long> taken, List<Boolean> settled) {
    int depth() {
      return taken.size() - 1;
    }
  }

  /**
   * @param today what happens on this day, in days since 1970, or later is not known yet
   */
  FunnelTruth(long today, int months, int channels) {
    this.today = today;
    this.months = months;
    this.channels = channels;
    midnight = midnight(today);
    people = new long[months * channels * STEPS.size()];
    matured = new long[months * channels * STEPS.size()];
    wentOn = new long[months * channels * STEPS.size()];
    taken = new long[channels * STEPS.size() * HOURS];
    watched = new long[channels * STEPS.size() * HOURS];
  }

  /** The chain that counts for a person; null for one who never visited. */
  Chain chain(List<Visit> visits, List<Application> linked) {
    List<long[]> events = events(visits, linked);
    Chain best = null;
    for (Visit entry : visits) {
      Chain chain = from(entry, events);
      if (best == null || chain.depth() > best.depth()) {
        best = chain;
      }
      if (best.depth() == LAST) {
        break;
      }
    }
    return best;
  }

  private Chain from(Visit entry, List<long[]> events) {
    List<Long> taken = new ArrayList<>(List.of(entry.second()));
    List<Boolean> settled = new ArrayList<>();
    long[] reached = {entry.second()};
    for (int step = 1; step < STEPS.size(); step++) {
      long[] before = reached;
      long window = step == LAST ? WINDOW + CLOCK_CHANGE : WINDOW;
      reached =
          Arrays.stream(events.get(step))
              .filter(at -> Arrays.stream(before).anyMatch(b -> at >= b && at - b <= window))
              .toArray();
      settled.add(Arrays.stream(before).max().orElseThrow() + window < midnight);
      if (reached.length == 0) {
        return new Chain(entry, taken, settled);
      }
      taken.add(Arrays.stream(reached).min().orElseThrow());
    }
    settled.add(true);
    return new Chain(entry, taken, settled);
  }

  /** When the person took each step, step by step. */
  private List<long[]> events(List<Visit> visits, List<Application> linked) {
    List<List<Long>> events = new ArrayList<>();
    STEPS.forEach(step -> events.add(new ArrayList<>()));
    for (Visit visit : visits) {
      for (Hit hit : visit.hits()) {
        if (Site.isOfVacancy(hit.page())) {
          events.get(1).add(hit.second());
        }
        if (hit.goal() != 0) {
          events.get(hit.goal() == Site.STARTED ? 2 : 3).add(hit.second());
        }
      }
    }
    for (Application application : linked) {
      if (isKnown(application.qualified())) {
        events.get(4).add(midnight(application.qualified()));
      }
      if (isKnown(application.hired())) {
        events.get(5).add(midnight(application.hired()));
      }
    }
    return events.stream().map(e -> e.stream().mapToLong(Long::longValue).toArray()).toList();
  }

  private boolean isKnown(long day) {
    return day != 0 && day < today;
  }

  private static long midnight(long day) {
    return LocalDate.ofEpochDay(day).atStartOfDay(Account.ZONE).toEpochSecond();
  }

  void add(int month, int channel, Chain chain) {
    long entry = chain.entry().second();
    for (int step = 0; step < STEPS.size(); step++) {
      int hours = (channel * STEPS.size() + step) * HOURS;
      if (step <= chain.depth()) {
        int cell = (month * channels + channel) * STEPS.size() + step;
        people[cell]++;
        if (chain.settled().get(step)) {
          matured[cell]++;
          wentOn[cell] += step < chain.depth() ? 1 : 0;
        }
        taken[hours + (int) ((chain.taken().get(step) - entry) / 3600)]++;
      } else {
        // No chain is longer than the last hour there is room for.
        watched[hours + (int) Math.min(HOURS - 1, (midnight - entry) / 3600)]++;
      }
    }
  }

  void add(FunnelTruth other) {
    add(people, other.people);
    add(matured, other.matured);
    add(wentOn, other.wentOn);
    add(taken, other.taken);
    add(watched, other.watched);
  }

  private static void add(long[] sums, long[] more) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += more[i];
    }
  }

  /** People who took a step. */
  long people(int month, int channel, int step) {
    return people[(month * channels + channel) * STEPS.size() + step];
  }

  /** Those of them who took it so long ago that the next one would come too late by now. */
  long matured(int month, int channel, int step) {
    return matured[(month * channels + channel) * STEPS.size() + step];
  }

  /** Those of the matured who took the next step. */
  long wentOn(int month, int channel, int step) {
    return wentOn[(month * channels + channel) * STEPS.size() + step];
  }

  int months() {
    return months;
  }

  /** When people took a step, in hours from their first one. */
  KaplanMeier times(int channel, int step) {
    int from = (channel * STEPS.size() + step) * HOURS;
    return new KaplanMeier(
        Arrays.copyOfRange(taken, from, from + HOURS),
        Arrays.copyOfRange(watched, from, from + HOURS));
  }
}
