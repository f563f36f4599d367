package org.rackvidd.bench.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.rackvidd.bench.world.Account;
import org.rackvidd.bench.world.AdPlatform;
import org.rackvidd.bench.world.Campaign;
import org.rackvidd.bench.world.Delivery;
import org.rackvidd.bench.world.Dice;

/** What a town's campaigns show to whom. */
public final class Advertising {
  private static final int CLICK_WINDOW = 7 * 86_400;
  private static final int VIEW_WINDOW = 86_400;

  private final List<Flight> flights;
  private final Span span;
  private final List<LocalDate> downloads;

  /** Impressions of each flight for every unit of {@link Flight#weight}. */
  private final double[] impressions;

  private final long[] luck;
  private final int[] audiences;
  private final long[][] midnights;

  /**
   * @param weights of each flight, what all people count for together
   */
  Advertising(List<Flight> flights, double[] weights, Span span, List<LocalDate> downloads) {
    this.flights = flights;
    this.span = span;
    this.downloads = downloads;
    impressions = new double[flights.size()];
    luck = new long[flights.size()];
    audiences = new int[flights.size()];
    midnights = new long[flights.size()][];
    for (int i = 0; i < flights.size(); i++) {
      Flight flight = flights.get(i);
      double bought =
          flight.adSet().dailyBudget()
              * 1000.0
              * flight.campaign().days()
              / flight.platform().crownsPerThousand();
      impressions[i] = weights[i] == 0 ? 0 : bought / weights[i];
      luck[i] = Dice.mix(Long.parseLong(flight.adSet().id()));
      audiences[i] = Audience.of(flight.campaign().name());
      LocalDate first = flight.campaign().first();
      midnights[i] =
          LongStream.range(0, flight.campaign().days())
              .map(day -> first.plusDays(day).atStartOfDay(Account.ZONE).toEpochSecond())
              .toArray();
    }
  }

  public List<Flight> flights() {
    return flights;
  }

  /** Room to count in. */
  AdCounts counts() {
    return new AdCounts(flights, downloads.size());
  }

  /** Shows a person all ads that are meant for them. */
  List<Impression> show(Person person, AdCounts counts, Witness witness, List<Landing> landings) {
    List<Impression> shown = new ArrayList<>();
    for (int i = 0; i < flights.size(); i++) {
      double expected = impressions[i] * flights.get(i).weight(person);
      if (expected > 0) {
        Dice dice = Dice.from(Dice.mix(person.fate() ^ luck[i]));
        long times = dice.count(expected);
        if (times > 0) {
          show(person, i, times, dice, counts, witness, landings, shown);
        }
      }
    }
    return shown;
  }

  private void show(
      Person person,
      int index,
      long times,
      Dice dice,
      AdCounts counts,
      Witness witness,
      List<Landing> landings,
      List<Impression> shown) {
    Flight flight = flights.get(index);
    int ads = flight.adSet().ads().size();
    int only = flight.split() ? dice.below(ads) : -1;
    BitSet days = new BitSet();
    BitSet months = new BitSet();
    BitSet seen = new BitSet();
    for (int i = 0; i < times; i++) {
      int ad = only >= 0 ? only : favoured(flight, dice);
      int day = dice.below(flight.campaign().days());
      LocalDate date = flight.campaign().first().plusDays(day);
      Campaign.Ad what = flight.adSet().ads().get(ad);
      boolean clicks =
          dice.chance(
              flight.platform().clickRate()
                  * what.appeal()
                  * (0.5 + 0.5 * person.warmth())
                  * (person.role() == Role.JOB_SEEKER ? 2 : 0.85));
      boolean leaves = clicks && dice.chance(0.75);
      boolean lands = leaves && dice.chance(0.85);
      boolean plays = flight.platform() != AdPlatform.GOOGLE_ADS && dice.chance(0.21);
      long second = midnights[index][day] + dice.between(6 * 3600, 22 * 3600);
      if (!span.contains(date)) {
        continue;
      }
      int cell = person.cell();
      counts.add(index, flight, ad, day, cell, AdCounts.IMPRESSIONS);
      if (!days.get(ad * flight.campaign().days() + day)) {
        days.set(ad * flight.campaign().days() + day);
        counts.add(index, flight, ad, day, cell, AdCounts.REACH);
      }
      int month = AdCounts.month(flight, date);
      if (!months.get(ad * 3 + month)) {
        months.set(ad * 3 + month);
        counts.reachedInMonth(index, flight, ad, month);
      }
      if (!seen.get(ad)) {
        seen.set(ad);
        counts.reachedInFlight(index, ad, cell);
      }
      add(counts, index, flight, ad, day, cell, clicks, AdCounts.CLICKS);
      add(counts, index, flight, ad, day, cell, leaves, AdCounts.LINK_CLICKS);
      add(counts, index, flight, ad, day, cell, lands, AdCounts.LANDINGS);
      add(counts, index, flight, ad, day, cell, plays, AdCounts.PLAYS);
      witness.reached(
          download(date), span.index(date), Touch.of(flight.platform()), audiences[index], 1);
      shown.add(new Impression(index, ad, day, second, clicks));
      if (lands) {
        landings.add(new Landing(second + 4, Referral.ad(flight, ad), flight.vacancy()));
      }
    }
  }

  /** The first download that tells of a day. */
  private int download(LocalDate day) {
    int download = 0;
    while (!day.isBefore(downloads.get(download))) {
      download++;
    }
    return download;
  }

  private static void add(
      AdCounts counts,
      int index,
      Flight flight,
      int ad,
      int day,
      int cell,
      boolean happened,
      int figure) {
    if (happened) {
      counts.add(index, flight, ad, day, cell, figure);
    }
  }

  /** The platform shows more of what is clicked more. */
  private static int favoured(Flight flight, Dice dice) {
    double sum = 0;
    for (Campaign.Ad ad : flight.adSet().ads()) {
      sum += ad.appeal();
    }
    double rest = dice.unit() * sum;
    for (int i = 0; i < flight.adSet().ads().size(); i++) {
      rest -= flight.adSet().ads().get(i).appeal();
      if (rest < 0) {
        return i;
      }
    }
    return 0;
  }

  /**
   * Has every platform claim the applications that came within a week of a click on one of its ads,
   * or within a day of a mere view: for the last click, else the last view.
   */
  void claim(
      Person person, List<Impression> shown, List<Application> applications, AdCounts counts) {
    for (Application application : applications) {
      for (AdPlatform platform : AdPlatform.values()) {
        shown.stream()
            .filter(impression -> flights.get(impression.flight()).platform() == platform)
            .filter(impression -> claims(impression, application))
            .max(Comparator.comparing(Impression::clicked).thenComparing(Impression::second))
            .ifPresent(impression -> claim(person, impression, application, counts));
      }
    }
  }

  private static boolean claims(Impression impression, Application application) {
    long after = application.second() - impression.second();
    return after >= 0 && after <= (impression.clicked() ? CLICK_WINDOW : VIEW_WINDOW);
  }

  private void claim(
      Person person, Impression impression, Application application, AdCounts counts) {
    for (int d = 0; d < downloads.size(); d++) {
      if (application.second() < downloads.get(d).atStartOfDay(Account.ZONE).toEpochSecond()) {
        counts.add(
            impression.flight(),
            flights.get(impression.flight()),
            impression.ad(),
            impression.day(),
            person.cell(),
            AdCounts.RESULTS + d);
      }
    }
  }

  /** An ad on one day in one cell, as a download states it. */
  public Delivery delivery(AdCounts counts, int index, int ad, int day, int cell, int download) {
    Flight flight = flights.get(index);
    LocalDate date = flight.campaign().first().plusDays(day);
    long shown = counts.of(index, flight, ad, day, cell, AdCounts.IMPRESSIONS);
    Dice price = Dice.from(Dice.mix(luck[index] ^ (ad * 1_000_003L + day * 1_009L + cell)));
    double crowns = shown * flight.platform().crownsPerThousand() / 1000.0;
    return new Delivery(
        date,
        date,
        Breakdown.CELLS.get(cell),
        Math.round(crowns * 100 * (0.85 + 0.3 * price.unit())),
        shown,
        counts.of(index, flight, ad, day, cell, AdCounts.REACH),
        counts.of(index, flight, ad, day, cell, AdCounts.CLICKS),
        counts.of(index, flight, ad, day, cell, AdCounts.LINK_CLICKS),
        counts.of(index, flight, ad, day, cell, AdCounts.LANDINGS),
        counts.of(index, flight, ad, day, cell, AdCounts.PLAYS),
        counts.of(index, flight, ad, day, cell, AdCounts.RESULTS + download));
  }
}
