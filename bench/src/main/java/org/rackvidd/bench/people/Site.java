package org.rackvidd.bench.people;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.rackvidd.bench.world.Account;
import org.rackvidd.bench.world.Dice;

/**
 * The town's web site and what visitors do there. Some visits lead to a vacancy, some of these to
 * an application begun, some of these to one that is sent, at once or after days; of those who
 * applied some are asked to an interview and some of these are hired. All chances are stated here.
 */
public final class Site {
  /** Goal: somebody began to write an application. */
  public static final int STARTED = 1;

  /** Goal: somebody sent an application. */
  public static final int SENT = 2;

  /** The chance that somebody who reads a vacancy begins to apply; an ordinary visitor's. */
  public static final double STARTS = 0.07;

  /** The chance that an application is sent once it is begun. */
  public static final double SENDS = 0.5;

  /** The chance that a qualified applicant is hired. */
  public static final double HIRES = 0.22;

  private static final double AT_ONCE = 0.65;
  private static final double SENT_AT_ONCE = 0.8;
  private static final int JOBS = 1;
  private static final int OTHERS = 2;
  private static final List<String> SECTIONS =
      List.of("/forskola-och-skola", "/omsorg", "/bygga-och-bo", "/kontakt", "/uppleva-och-gora");

  private final Span span;
  private final List<Trial> trials;
  private final long begin;
  private final long end;

  Site(Span span, List<Trial> trials) {
    this.span = span;
    this.trials = trials;
    this.begin = span.first().atStartOfDay(Account.ZONE).toEpochSecond();
    this.end = span.last().plusDays(1).atStartOfDay(Account.ZONE).toEpochSecond();
  }

  /** Paths of all pages, by number. */
  public static List<String> pages() {
    List<String> pages = new ArrayList<>(List.of("", "/jobb"));
    pages.addAll(SECTIONS);
    for (String step : List.of("", "/ansok", "/tack")) {
      Town.VACANCIES.forEach(vacancy -> pages.add("/jobb/" + vacancy + step));
    }
    return pages;
  }

  /**
   * The number of a vacancy's page; the two after it in {@code step} are its form and its thanks.
   */
  static int page(int vacancy, int step) {
    return OTHERS + SECTIONS.size() + step * Town.VACANCIES.size() + vacancy;
  }

  /** Whether a page is that of a vacancy, its form or its thanks. */
  public static boolean isOfVacancy(int page) {
    return page >= OTHERS + SECTIONS.size();
  }

  /** The chance that an applicant who came this way is asked to an interview. */
  public static double qualifies(Referral cause) {
    return switch (cause.channel()) {
      case "linkedin" -> 0.45;
      case "google_ads" -> 0.33;
      case "facebook" -> 0.24;
      case "tiktok" -> 0.11;
      case "email" -> 0.30;
      default -> 0.35;
    };
  }

  /** What somebody does on the site, of their own accord and where links led them. */
  WebYear live(Person person, List<Landing> landings) {
    List<Landing> arrivals = new ArrayList<>(landings);
    ownVisits(person, arrivals);
    WebYear web = new WebYear();
    if (arrivals.isEmpty()) {
      return web;
    }
    arrivals.sort(Comparator.comparingLong(Landing::second));
    Stay stay = new Stay(person, web);
    for (Landing arrival : arrivals) {
      if (arrival.second() >= begin && arrival.second() < end) {
        stay.visit(arrival);
      }
    }
    web.visits().sort(Comparator.comparingLong(Visit::second));
    web.applications().sort(Comparator.comparingLong(Application::second));
    return web;
  }

  /** Month by month, so that a world that began earlier has the same visits in its last month. */
  private void ownVisits(Person person, List<Landing> arrivals) {
    double perMonth =
        person.role().visitsPerYear() / 12 * person.activity() * (person.resident() ? 1 : 0.12);
    YearMonth last = YearMonth.from(span.last());
    for (YearMonth month = YearMonth.from(span.first());
        !month.isAfter(last);
        month = month.plusMonths(1)) {
      Dice dice = person.dice("visits", month.getYear(), month.getMonthValue());
      for (long left = dice.count(perMonth); left > 0; left--) {
        LocalDate day = month.atDay(dice.between(1, month.lengthOfMonth()));
        int time = dice.pickByWeight(0.45, 0.25, 0.30);
        int hour =
            time == 0
                ? dice.between(8, 16)
                : time == 1 ? dice.between(17, 19) : dice.between(19, 22);
        long second =
            day.atTime(hour, dice.below(60), dice.below(60)).atZone(Account.ZONE).toEpochSecond();
        Referral referral =
            switch (dice.pickByWeight(0.42, 0.38, 0.06, 0.08, 0.06)) {
              case 0 -> Referral.SEARCH;
              case 1 -> Referral.DIRECT;
              case 2 -> Referral.SITE;
              case 3 -> Referral.NEWSLETTER;
              default -> Referral.SOCIAL;
            };
        int vacancy =
            dice.chance(person.role().jobInterest()) ? dice.below(Town.VACANCIES.size()) : -1;
        arrivals.add(new Landing(second, referral, vacancy));
      }
    }
  }

  /** One person's dealings with the site. */
  private final class Stay {
    private final Person person;
    private final WebYear web;
    private final boolean phone;
    private int applied;
    private int enrolled;
    private double sends = SENDS;

    Stay(Person person, WebYear web) {
      this.person = person;
      this.web = web;
      this.phone = person.dice("phone").chance(0.68);
    }

    void visit(Landing arrival) {
      Dice dice = person.dice("visit", arrival.second());
      List<Hit> hits = new ArrayList<>();
      long second = arrival.second();
      boolean own = arrival.referral().source().isEmpty();
      if (arrival.vacancy() < 0 || own) {
        hits.add(new Hit(second, dice.chance(0.4) ? 0 : OTHERS + dice.below(SECTIONS.size()), 0));
        while (hits.size() < 8 && dice.chance(0.45)) {
          second += dice.between(8, 180);
          hits.add(new Hit(second, OTHERS + dice.below(SECTIONS.size()), 0));
        }
      }
      if (arrival.vacancy() >= 0) {
        if (own) {
          second += dice.between(5, 40);
          hits.add(new Hit(second, JOBS, 0));
          second += dice.between(5, 60);
        }
        hits.add(new Hit(second, page(arrival.vacancy(), 0), 0));
        enrol(second);
        consider(arrival, hits, second, dice);
      }
      add(arrival.referral(), hits);
    }

    private void add(Referral referral, List<Hit> hits) {
      web.visits().add(new Visit(person.browser(), referral, phone, List.copyOf(hits)));
    }

    /** Draws the lot of every experiment that runs. */
    private void enrol(long second) {
      for (int i = 0; i < trials.size(); i++) {
        Trial trial = trials.get(i);
        if ((enrolled >> i & 1) == 0 && trial.runs(second)) {
          enrolled |= 1 << i;
          Dice dice = Dice.from(Dice.mix(person.fate() ^ trial.salt()));
          boolean b = dice.chance(0.5);
          boolean lost = b && dice.chance(trial.lost());
          if (b) {
            sends *= trial.effect();
          }
          web.enrolments()
              .add(new Enrolment(trial, person.browser(), b ? 'B' : 'A', second, !lost));
        }
      }
    }

    /** Nobody applies for the same job twice. */
    private void consider(Landing arrival, List<Hit> hits, long second, Dice dice) {
      double keen = person.role() == Role.JOB_SEEKER ? 3 : person.role() == Role.STUDENT ? 2 : 0.7;
      int bit = 1 << arrival.vacancy();
      if ((applied & bit) != 0 || !dice.chance(STARTS * keen)) {
        return;
      }
      applied |= bit;
      if (dice.chance(AT_ONCE)) {
        start(arrival, hits, second + dice.between(60, 600), dice);
        return;
      }
      long later = second + dice.between(1, 12) * 86_400L + dice.between(-20_000, 20_000);
      if (later < end) {
        List<Hit> next = new ArrayList<>();
        next.add(new Hit(later, page(arrival.vacancy(), 0), 0));
        start(arrival, next, later + dice.between(60, 600), dice);
        add(Referral.DIRECT, next);
      }
    }

    private void start(Landing arrival, List<Hit> hits, long second, Dice dice) {
      hits.add(new Hit(second, page(arrival.vacancy(), 1), STARTED));
      if (!dice.chance(sends)) {
        return;
      }
      if (dice.chance(SENT_AT_ONCE)) {
        send(arrival, hits, second + dice.between(240, 2_400), dice);
        return;
      }
      long later = second + dice.between(1, 25) * 86_400L + dice.between(-20_000, 20_000);
      if (later < end) {
        List<Hit> next = new ArrayList<>();
        next.add(new Hit(later, page(arrival.vacancy(), 1), 0));
        send(arrival, next, later + dice.between(240, 2_400), dice);
        add(Referral.DIRECT, next);
      }
    }

    private void send(Landing arrival, List<Hit> hits, long second, Dice dice) {
      hits.add(new Hit(second, page(arrival.vacancy(), 2), SENT));
      long day = second / 86_400;
      long qualified = 0;
      long hired = 0;
      long rejected = 0;
      if (dice.chance(qualifies(arrival.referral()))) {
        qualified = day + dice.between(2, 18);
        if (dice.chance(HIRES)) {
          hired = qualified + dice.between(3, 25);
        } else {
          rejected = qualified + dice.between(5, 20);
        }
      } else {
        rejected = day + dice.between(5, 40);
      }
      web.applications()
          .add(
              new Application(
                  person.browser(),
                  arrival.vacancy(),
                  arrival.referral(),
                  second,
                  qualified,
                  hired,
                  rejected));
    }
  }
}
