package org.rackvidd.bench.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.rackvidd.bench.people.Flight;
import org.rackvidd.bench.people.Population;
import org.rackvidd.bench.people.Span;
import org.rackvidd.bench.people.Town;
import org.rackvidd.bench.world.Account;
import org.rackvidd.bench.world.AdPlatform;
import org.rackvidd.bench.world.Campaign;
import org.rackvidd.bench.world.Campaign.Ad;
import org.rackvidd.bench.world.Campaign.AdSet;
import org.rackvidd.bench.world.Channel;
import org.rackvidd.bench.world.Followers;

/**
 * Granvika kommun, which does not exist: 31 250 people by a lake, of whom 25 000 are grown up, and
 * five channels.
 */
final class Granvika implements Town {
  static final LocalDate FIRST = LocalDate.of(2025, 5, 1);
  static final LocalDate LAST = LocalDate.of(2026, 10, 31);

  /** The page on LinkedIn is younger than the other channels. */
  static final LocalDate LINKEDIN_FIRST = LocalDate.of(2025, 11, 1);

  static final String NAME = "Granvika kommun";
  static final String AD_ACCOUNT = "Granvika kommun Annonser";

  /** The football club, whose post together with the municipality lands in its export. */
  static final Account FOOTBALL_CLUB =
      new Account(
          Channel.INSTAGRAM,
          "17841400377120846",
          "Granvika IF",
          "granvikaif",
          7,
          new Followers(FIRST, 1900, 0.01));

  private static final long SEED = 31_250;
  private static final String LANDINGS = "actions:offsite_conversion.custom.ansok";
  private static final String LEADS = "actions:onsite_conversion.lead_grouped";
  private static final int CARE = VACANCIES.indexOf("underskoterska");
  private static final int TEACHER = VACANCIES.indexOf("larare");
  private static final int SOCIAL_WORKER = VACANCIES.indexOf("socialsekreterare");
  private static final int SUMMER_JOB = VACANCIES.indexOf("sommarjobb");

  @Override
  public long seed() {
    return SEED;
  }

  @Override
  public int number() {
    return 0;
  }

  @Override
  public Population population() {
    return new Population(SEED, 25_000, 37_500);
  }

  @Override
  public Span span() {
    return new Span(FIRST, LAST);
  }

  @Override
  public String host() {
    return "granvika.example";
  }

  @Override
  public String adAccount() {
    return AD_ACCOUNT;
  }

  @Override
  public LocalDate opened(Channel channel) {
    return channel == Channel.LINKEDIN ? LINKEDIN_FIRST : FIRST;
  }

  @Override
  public Account account(Channel channel, int followers) {
    return switch (channel) {
      case FACEBOOK -> account(channel, "100064512873319", "granvikakommun", 4.0, followers, 0.004);
      case INSTAGRAM ->
          account(channel, "17841405622907153", "granvikakommun", 3.1, followers, 0.019);
      case LINKEDIN ->
          account(channel, "granvika-kommun", "granvika-kommun", 2.0, followers, 0.021);
      case X -> account(channel, "granvikakommun", "granvikakommun", 2.2, followers, -0.004);
      case YOUTUBE -> account(channel, NAME, "granvikakommun", 0.5, followers, 0.012);
    };
  }

  /** A growing account has most followers on the last day, a shrinking one on the first. */
  private Account account(
      Channel channel, String id, String handle, double perWeek, int most, double growth) {
    LocalDate start = opened(channel);
    Followers shape = new Followers(start, most, growth);
    double inTheEnd = (double) shape.on(LAST) / most;
    int atStart = (int) Math.round(growth > 0 ? most / inTheEnd : most);
    Followers followers = new Followers(start, atStart, growth);
    return new Account(channel, id, NAME, handle, perWeek, followers);
  }

  /** Recruitment on Meta, season by season. */
  @Override
  public List<Flight> flights() {
    List<Flight> flights = new ArrayList<>();
    add(flights, CARE, "Sommarvikarier vård | maj 2025", "2025-05-05", 11, 180);
    add(flights, CARE, "Undersköterska | hösten 2025", "2025-09-15", 12, 220);
    add(flights, TEACHER, "Lärare | våren 2026", "2026-02-09", 12, 200);
    add(flights, SUMMER_JOB, "Sommarjobb unga | 2026", "2026-03-16", 12, 150);
    add(flights, SOCIAL_WORKER, "Socialsekreterare | 2026", "2026-09-07", 12, 240);
    add(flights, CARE, "Undersköterska | hösten 2026", "2026-10-05", 11, 260);
    return flights;
  }

  /** Every other campaign has an ad set more, for those who looked at vacancies before. */
  private static void add(
      List<Flight> flights, int vacancy, String name, String first, int days, int budget) {
    int number = 1 + (int) flights.stream().map(Flight::campaign).distinct().count();
    boolean young = vacancy == SUMMER_JOB;
    LocalDate start = LocalDate.parse(first);
    Campaign campaign =
        new Campaign(
            id(number, 0),
            "Rekrytering | " + name,
            young ? LEADS : LANDINGS,
            start,
            start.plusDays(days - 1L));
    List<AdSet> adSets = new ArrayList<>();
    adSets.add(
        new AdSet(
            id(number, 10),
            young ? "Granvika 18–24 år" : "Granvika + 50 km, 25–64 år",
            budget,
            young,
            List.of(
                new Ad(id(number, 11), "En dag på jobbet – film", 1.7),
                new Ad(id(number, 12), "Platsannons – bild", 0.8))));
    if (number % 2 == 0) {
      adSets.add(
          new AdSet(
              id(number, 20),
              "Liknande: besökt lediga jobb",
              budget / 2,
              young,
              List.of(new Ad(id(number, 21), "Karusell – fem kollegor", 1.3))));
    }
    String tag = "rekrytering_" + VACANCIES.get(vacancy) + "_" + start;
    for (AdSet adSet : adSets) {
      flights.add(new Flight(AdPlatform.META, campaign, adSet, tag, vacancy, false));
      tag += "_liknande";
    }
  }

  /** Eighteen digits, too many for a spreadsheet. */
  private static String id(int campaign, int part) {
    return String.valueOf(
        120_214_600_000_000_000L + campaign * 37_510_003L * 1000 + part * 10_007L);
  }
}
