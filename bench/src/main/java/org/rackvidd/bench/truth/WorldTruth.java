package org.rackvidd.bench.truth;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rackvidd.bench.exports.Dialect;
import org.rackvidd.bench.people.Application;
import org.rackvidd.bench.people.Audience;
import org.rackvidd.bench.people.Enrolment;
import org.rackvidd.bench.people.Hit;
import org.rackvidd.bench.people.Site;
import org.rackvidd.bench.people.Span;
import org.rackvidd.bench.people.Touch;
import org.rackvidd.bench.people.Trial;
import org.rackvidd.bench.people.Visit;
import org.rackvidd.bench.people.WebYear;
import org.rackvidd.bench.world.Account;

/**
 * What is really so in a world, counted person by person: whom each channel reached, how far people
 * came on the way to a job and why, and how the experiments went. One thread fills one; then they
 * are added up.
 */
public final class WorldTruth {
  /** Channels that visitors come by. */
  private static final List<String> WEB_CHANNELS =
      List.of(
          "direct",
          "search",
          "referral",
          "email",
          "facebook",
          "instagram",
          "linkedin",
          "x",
          "youtube",
          "google_ads",
          "tiktok");

  /** Applications within 14 days are an experiment's outcome. */
  private static final long EXPERIMENT_WINDOW = 14 * 86_400L;

  private static final List<String> WEB_EVENTS = List.of("visit", "application");
  private static final List<String> CHANNELS =
      Arrays.stream(Touch.values()).map(Touch::channel).distinct().toList();

  private final Span span;
  private final long midnight;
  private final Periods periods;
  private final Overlaps reach;
  private final Frequencies frequencies;
  private final Overlaps web;
  private final FunnelTruth funnel;
  private final Map<String, long[]> causes = new TreeMap<>();
  private final Map<String, long[]> trials = new TreeMap<>();

  /**
   * @param span all days of the world
   * @param observed the day of the download; what happens on it or later is not known yet
   */
  public WorldTruth(Span span, LocalDate observed) {
    this.span = span;
    midnight = observed.atStartOfDay(Account.ZONE).toEpochSecond();
    periods = new Periods(span);
    reach = new Overlaps(periods, Audience.values().length, Touch.values().length);
    frequencies =
        new Frequencies(
            periods,
            Audience.values().length,
            Arrays.stream(Touch.values()).map(touch -> CHANNELS.indexOf(touch.channel())).toList());
    web = new Overlaps(periods, WEB_EVENTS.size(), WEB_CHANNELS.size());
    funnel = new FunnelTruth(observed.toEpochDay(), month(span.last()) + 1, WEB_CHANNELS.size());
  }

  private int month(LocalDate day) {
    return (day.getYear() - span.first().getYear()) * 12
        + day.getMonthValue()
        - span.first().getMonthValue();
  }

  /** The person at hand saw a post or an ad. */
  public void reached(int day, Touch touch, int audiences, int times) {
    reach.mark(day, audiences, touch.place(), times);
    frequencies.mark(day, audiences, touch.place(), times);
  }

  /**
   * That was all of the person at hand.
   *
   * @param seen what web statistics saw of them
   * @param linked the applications known to be of the visitor
   */
  public void lived(WebYear seen, List<Application> linked) {
    reach.close();
    frequencies.close();
    List<Visit> visits = seen.visits().stream().filter(visit -> visit.second() < midnight).toList();
    for (Visit visit : visits) {
      int day = span.index(day(visit.second()));
      int channel = channel(visit);
      web.mark(day, 1, channel, 1);
      for (Hit hit : visit.hits()) {
        if (hit.goal() == Site.SENT) {
          web.mark(span.index(day(hit.second())), 2, channel, 1);
        }
      }
    }
    web.close();
    FunnelTruth.Chain chain = funnel.chain(visits, linked);
    if (chain != null) {
      funnel.add(month(day(chain.entry().second())), channel(chain.entry()), chain);
    }
  }

  private static int channel(Visit visit) {
    return WEB_CHANNELS.indexOf(visit.referral().channel());
  }

  private static LocalDate day(long second) {
    return LocalDate.ofInstant(Instant.ofEpochSecond(second), Account.ZONE);
  }

  /** Applications, by what brought them about. */
  public void applied(Application application) {
    if (application.second() >= midnight) {
      return;
    }
    String key =
        String.join(
            "\t",
            YearMonth.from(day(application.second())).toString(),
            application.cause().channel(),
            application.cause().campaign());
    long[] counts = causes.computeIfAbsent(key, k -> new long[3]);
    counts[0]++;
    counts[1] += application.qualified() == 0 ? 0 : 1;
    counts[2] += application.hired() == 0 ? 0 : 1;
  }

  /** Somebody's part in an experiment, and whether they sent an application within the window. */
  public void enrolled(Enrolment enrolment, WebYear web) {
    boolean applied =
        web.visits().stream()
            .filter(visit -> visit.second() < midnight)
            .flatMap(visit -> visit.hits().stream())
            .filter(hit -> hit.goal() == Site.SENT)
            .mapToLong(hit -> hit.second() - enrolment.second())
            .anyMatch(after -> after >= 0 && after <= EXPERIMENT_WINDOW);
    long[] counts =
        trials.computeIfAbsent(
            enrolment.trial().name() + "\t" + enrolment.variant(), k -> new long[4]);
    counts[0]++;
    counts[1] += enrolment.recorded() ? 1 : 0;
    counts[2] += applied ? 1 : 0;
    counts[3] += enrolment.recorded() && applied ? 1 : 0;
  }

  /** Takes over what another thread counted. */
  public void add(WorldTruth other) {
    reach.add(other.reach);
    frequencies.add(other.frequencies);
    web.add(other.web);
    funnel.add(other.funnel);
    merge(causes, other.causes);
    merge(trials, other.trials);
  }

  private static void merge(Map<String, long[]> into, Map<String, long[]> from) {
    from.forEach(
        (key, theirs) -> {
          long[] sums = into.computeIfAbsent(key, k -> new long[theirs.length]);
          for (int i = 0; i < sums.length; i++) {
            sums[i] += theirs[i];
          }
        });
  }

  private static String[] row(Object... cells) {
    return Arrays.stream(cells).map(String::valueOf).toArray(String[]::new);
  }

  /**
   * People, and how often they were reached, for every period, channel, audience and delivery; none
   * is left out.
   */
  List<String[]> reachRows() {
    List<String[]> rows = new ArrayList<>();
    rows.add(
        row(
            "period_kind",
            "period_start",
            "channel",
            "audience",
            "delivery",
            "people",
            "impressions"));
    for (int period = 0; period < periods.size(); period++) {
      for (Audience audience : Audience.values()) {
        for (int channel = -1; channel < CHANNELS.size(); channel++) {
          for (String delivery : List.of("all", "organic", "paid")) {
            int ways = ways(channel, delivery);
            long people = reach.reached(period, audience.place(), ways);
            if (people > 0) {
              rows.add(
                  row(
                      periods.kind(period).key(),
                      periods.start(period),
                      channel < 0 ? "all" : CHANNELS.get(channel),
                      audience.key(),
                      delivery,
                      people,
                      reach.times(period, audience.place(), ways)));
            }
          }
        }
      }
    }
    return rows;
  }

  private static int ways(int channel, String delivery) {
    int ways = 0;
    for (Touch touch : Touch.values()) {
      boolean inChannel = channel < 0 || CHANNELS.get(channel).equals(touch.channel());
      boolean inDelivery = delivery.equals("all") || touch.paid() == delivery.equals("paid");
      if (inChannel && inDelivery) {
        ways |= 1 << touch.place();
      }
    }
    return ways;
  }

  /**
   * People reached by exactly these ways and no other, written {@code facebook/organic+meta/paid}.
   * All overlaps, unions and differences are sums of these. Days are left out.
   */
  List<String[]> overlapRows() {
    List<String[]> rows = new ArrayList<>();
    rows.add(row("period_kind", "period_start", "audience", "exactly", "people"));
    for (int period = 0; period < periods.size(); period++) {
      for (Audience audience : Audience.values()) {
        for (int set = 1; set < 1 << Touch.values().length; set++) {
          long people = reach.exactly(period, audience.place(), set);
          if (people > 0 && periods.kind(period) != Periods.Kind.DAY) {
            rows.add(
                row(
                    periods.kind(period).key(),
                    periods.start(period),
                    audience.key(),
                    touches(set),
                    people));
          }
        }
      }
    }
    return rows;
  }

  private static String touches(int set) {
    List<String> names = new ArrayList<>();
    for (Touch touch : Touch.values()) {
      if ((set >> touch.place() & 1) != 0) {
        names.add(touch.channel() + (touch.paid() ? "/paid" : "/organic"));
      }
    }
    return String.join("+", names);
  }

  /** People reached at least k times. */
  List<String[]> frequencyRows() {
    List<String[]> rows = new ArrayList<>();
    rows.add(row("period_kind", "period_start", "channel", "audience", "times", "people"));
    for (int period = 0; period < periods.size(); period++) {
      for (Audience audience : Audience.values()) {
        for (int channel = -1; channel < CHANNELS.size(); channel++) {
          for (int k = 1; k <= Frequencies.MOST && Frequencies.counts(periods.kind(period)); k++) {
            long people = frequencies.atLeast(period, audience.place(), channel, k);
            if (people > 0) {
              rows.add(
                  row(
                      periods.kind(period).key(),
                      periods.start(period),
                      channel < 0 ? "all" : CHANNELS.get(channel),
                      audience.key(),
                      k,
                      people));
            }
          }
        }
      }
    }
    return rows;
  }

  /** Visitors and applicants whom web statistics saw, by the channels they came by. */
  List<String[]> webReachRows() {
    List<String[]> rows = new ArrayList<>();
    rows.add(row("period_kind", "period_start", "event", "channel", "people"));
    for (int period = 0; period < periods.size(); period++) {
      for (int event = 0; event < WEB_EVENTS.size(); event++) {
        for (int channel = -1; channel < WEB_CHANNELS.size(); channel++) {
          int ways = channel < 0 ? (1 << WEB_CHANNELS.size()) - 1 : 1 << channel;
          long people = web.reached(period, event, ways);
          if (people > 0) {
            rows.add(
                row(
                    periods.kind(period).key(),
                    periods.start(period),
                    WEB_EVENTS.get(event),
                    channel < 0 ? "all" : WEB_CHANNELS.get(channel),
                    people));
          }
        }
      }
    }
    return rows;
  }

  /** Visitors who came by exactly these channels. Days are left out. */
  List<String[]> webOverlapRows() {
    List<String[]> rows = new ArrayList<>();
    rows.add(row("period_kind", "period_start", "event", "exactly", "people"));
    for (int period = 0; period < periods.size(); period++) {
      for (int event = 0; event < WEB_EVENTS.size(); event++) {
        for (int set = 1; set < 1 << WEB_CHANNELS.size(); set++) {
          long people = web.exactly(period, event, set);
          if (people > 0 && periods.kind(period) != Periods.Kind.DAY) {
            List<String> names = new ArrayList<>();
            for (int channel = 0; channel < WEB_CHANNELS.size(); channel++) {
              if ((set >> channel & 1) != 0) {
                names.add(WEB_CHANNELS.get(channel));
              }
            }
            rows.add(
                row(
                    periods.kind(period).key(),
                    periods.start(period),
                    WEB_EVENTS.get(event),
                    String.join("+", names),
                    people));
          }
        }
      }
    }
    return rows;
  }

  /** How far those came who began in a month by a channel. */
  List<String[]> funnelRows() {
    List<String[]> rows = new ArrayList<>();
    rows.add(row("month", "channel", "step_no", "step", "people", "matured", "went_on"));
    YearMonth first = YearMonth.from(span.first());
    for (int month = 0; month < funnel.months(); month++) {
      for (int channel = 0; channel < WEB_CHANNELS.size(); channel++) {
        for (int step = 0; step < FunnelTruth.STEPS.size(); step++) {
          long people = funnel.people(month, channel, step);
          if (funnel.people(month, channel, 0) > 0) {
            rows.add(
                row(
                    first.plusMonths(month),
                    WEB_CHANNELS.get(channel),
                    step + 1,
                    FunnelTruth.STEPS.get(step),
                    people,
                    funnel.matured(month, channel, step),
                    funnel.wentOn(month, channel, step)));
          }
        }
      }
    }
    return rows;
  }

  /**
   * Hours from the first step: of those who came so far, and with Kaplan and Meier of all who
   * began, some of whom may yet come.
   */
  List<String[]> funnelTimeRows() {
    List<String[]> rows = new ArrayList<>();
    rows.add(
        row(
            "channel",
            "step",
            "p25_hours",
            "median_hours",
            "p75_hours",
            "began",
            "of_began_p25_hours",
            "of_began_median_hours",
            "of_began_p75_hours",
            "within_1_day",
            "within_7_days",
            "within_14_days",
            "within_28_days"));
    for (int channel = 0; channel < WEB_CHANNELS.size(); channel++) {
      for (int step = 1; step < FunnelTruth.STEPS.size(); step++) {
        KaplanMeier times = funnel.times(channel, step);
        if (times.happened() > 0) {
          rows.add(
              row(
                  WEB_CHANNELS.get(channel),
                  FunnelTruth.STEPS.get(step),
                  times.quantileOfHappened(0.25),
                  times.quantileOfHappened(0.5),
                  times.quantileOfHappened(0.75),
                  times.all(),
                  hours(times.quantile(0.25)),
                  hours(times.quantile(0.5)),
                  hours(times.quantile(0.75)),
                  share(times.within(24)),
                  share(times.within(7 * 24)),
                  share(times.within(14 * 24)),
                  share(times.within(28 * 24))));
        }
      }
    }
    return rows;
  }

  private static String hours(int quantile) {
    return quantile < 0 ? "" : String.valueOf(quantile);
  }

  private static String share(double within) {
    return Double.isNaN(within) ? "" : String.valueOf(within);
  }

  /**
   * What really brought applications about: without it there would have been none of them. The
   * outcomes are those of the end, be it after the downloads.
   */
  List<String[]> causeRows() {
    List<String[]> rows = new ArrayList<>();
    rows.add(row("month", "channel", "campaign", "applications", "qualified", "hired"));
    causes.forEach(
        (key, counts) -> {
          String[] names = key.split("\t", -1);
          rows.add(row(names[0], names[1], names[2], counts[0], counts[1], counts[2]));
        });
    return rows;
  }

  /** Experiments: the planted effect on sending what was begun, and how it went. */
  List<String[]> trialRows(List<Trial> planted) {
    List<String[]> rows = new ArrayList<>();
    rows.add(
        row(
            "experiment",
            "variant",
            "planted_factor",
            "planted_loss",
            "units",
            "recorded",
            "applied",
            "recorded_applied"));
    for (Trial trial : planted) {
      for (char variant = 'A'; variant <= 'B'; variant++) {
        long[] counts = trials.getOrDefault(trial.name() + "\t" + variant, new long[4]);
        rows.add(
            row(
                trial.name(),
                variant,
                variant == 'A' ? 1.0 : trial.effect(),
                variant == 'A' ? 0.0 : trial.lost(),
                counts[0],
                counts[1],
                counts[2],
                counts[3]));
      }
    }
    return rows;
  }

  /** Writes a file for each kind of truth into the folder. */
  public void write(Path folder, List<Trial> planted, boolean rhythm) throws IOException {
    write(folder, "reach.csv", reachRows());
    write(folder, "overlap.csv", overlapRows());
    write(folder, "frequency.csv", frequencyRows());
    write(folder, "web_reach.csv", webReachRows());
    write(folder, "web_overlap.csv", webOverlapRows());
    write(folder, "funnel.csv", funnelRows());
    write(folder, "funnel_times.csv", funnelTimeRows());
    write(folder, "causes.csv", causeRows());
    write(folder, "experiments.csv", trialRows(planted));
    write(folder, "slots.csv", Slots.rows(rhythm));
  }

  private static void write(Path folder, String name, List<String[]> rows) throws IOException {
    try (CsvWriter csv = Dialect.PLAIN.create(folder.resolve(name))) {
      rows.forEach(csv::writeRecord);
    }
  }
}
