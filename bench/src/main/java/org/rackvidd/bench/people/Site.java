package org.rackvidd.bench.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
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
    Stay stay = new Stay(person, web);
    arrivals.forEach(stay::plan);
    stay.live();
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

  /** Something a person will do on the site: arrive by a link, or come back to go on. */
  private record Plan(long second, Step step, Landing origin) {}

  private enum Step {
    ARRIVE,
    START,
    SEND
  }

  /** One person's dealings with the site, in the order in which they happen. */
  private final class Stay {
    private final Person person;
    private final WebYear web;
    private final boolean phone;
    private final PriorityQueue<Plan> plans =
        new PriorityQueue<>(Comparator.comparingLong(Plan::second).thenComparing(Plan::step));
    private int applied;
    private final Map<Trial, Boolean> variants = new HashMap<>();

    Stay(Person person, WebYear web) {
      this.person = person;
      this.web = web;
      this.phone = person.dice("phone").chance(0.68);
    }

    void plan(Landing arrival) {
      plans.add(new Plan(arrival.second(), Step.ARRIVE, arrival));
    }

    void live() {
      while (!plans.isEmpty()) {
        Plan plan = plans.poll();
        if (plan.second() >= begin && plan.second() < end) {
          Dice dice = person.dice("visit", plan.second());
          List<Hit> hits = new ArrayList<>();
          Referral referral = Referral.DIRECT;
          switch (plan.step()) {
            case ARRIVE -> {
              referral = plan.origin().referral();
              arrive(plan.origin(), hits, dice);
            }
            case START -> {
              read(plan.origin(), hits, plan.second());
              start(plan.origin(), hits, plan.second() + dice.between(60, 600), dice);
            }
            case SEND -> {
              hits.add(new Hit(plan.second(), page(plan.origin().vacancy(), 1), 0));
              send(plan.origin(), hits, plan.second() + dice.between(240, 2_400), dice);
            }
          }
          web.visits().add(new Visit(person.browser(), referral, phone, List.copyOf(hits)));
        }
      }
    }

    private void arrive(Landing arrival, List<Hit> hits, Dice dice) {
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
        read(arrival, hits, second);
        consider(arrival, hits, second, dice);
      }
    }

    /** Opens the vacancy, and with it every experiment that runs. */
    private void read(Landing arrival, List<Hit> hits, long second) {
      hits.add(new Hit(second, page(arrival.vacancy(), 0), 0));
      for (Trial trial : trials) {
        if (trial.runs(second) && !variants.containsKey(trial)) {
          Dice dice = Dice.from(Dice.mix(person.fate() ^ trial.salt()));
          boolean b = dice.chance(0.5);
          boolean lost = b && dice.chance(trial.lost());
          variants.put(trial, b);
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
      } else {
        comeBack(second, 12, Step.START, arrival, dice);
      }
    }

    private void comeBack(long second, int mostDays, Step step, Landing arrival, Dice dice) {
      long days = dice.between(1, mostDays) * 86_400L;
      plans.add(new Plan(second + days + dice.between(-20_000, 20_000), step, arrival));
    }

    private void start(Landing arrival, List<Hit> hits, long second, Dice dice) {
      if (second >= end) {
        return;
      }
      hits.add(new Hit(second, page(arrival.vacancy(), 1), STARTED));
      double sends = SENDS;
      for (Map.Entry<Trial, Boolean> variant : variants.entrySet()) {
        if (variant.getValue() && variant.getKey().runs(second)) {
          sends *= variant.getKey().effect();
        }
      }
      if (!dice.chance(sends)) {
        return;
      }
      if (dice.chance(SENT_AT_ONCE)) {
        send(arrival, hits, second + dice.between(240, 2_400), dice);
      } else {
        comeBack(second, 25, Step.SEND, arrival, dice);
      }
    }

    private void send(Landing arrival, List<Hit> hits, long second, Dice dice) {
      if (second >= end) {
        return;
      }
      hits.add(new Hit(second, page(arrival.vacancy(), 2), SENT));
      long day = Instant.ofEpochSecond(second).atZone(Account.ZONE).toLocalDate().toEpochDay();
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
