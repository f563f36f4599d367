package org.rackvidd.bench.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.rackvidd.bench.simulation.SmallTown.STOCKHOLM;
import static org.rackvidd.bench.simulation.SmallTown.channel;
import static org.rackvidd.bench.simulation.SmallTown.instant;
import static org.rackvidd.bench.simulation.SmallTown.month;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How far visitors come and how long it takes, counted again from the files of a world. */
class FunnelTest {
  private static final Instant NOW = Plan.OBSERVED.atStartOfDay(STOCKHOLM).toInstant();
  private static final List<String> STEPS =
      List.of("visit", "job_page", "application_start", "application", "qualified", "hired");

  @TempDir private static Path folder;
  private static SmallTown town;

  @BeforeAll
  static void live() throws IOException {
    town = SmallTown.live(folder);
  }

  /** Something that happened to a visitor, as the files have it. */
  private record Event(int step, Instant at, String channel) {}

  /** The moments at which each step was taken on the way that counts for a visitor. */
  private record Way(Event entry, Map<Integer, List<Instant>> taken) {
    int depth() {
      return taken.size() - 1;
    }

    long hours(int step) {
      Instant first = Collections.min(taken.get(step));
      return Duration.between(entry.at(), first).toHours();
    }

    /** Whether the next step was taken, or would be too late. */
    boolean isMatured(int step) {
      Instant last = Collections.max(taken.get(step));
      return step < depth() || step == 5 || !isInTime(step, last, NOW);
    }
  }

  @Test
  void theFunnelIsWhatTheLogsAndTheApplicantSystemSay() {
    Map<String, List<Long>> counted = new TreeMap<>();
    long qualified = 0;
    long young = 0;
    for (Way way : ways()) {
      for (int step = 0; step <= way.depth(); step++) {
        String cell = "%s,%s,%d".formatted(month(way.entry().at()), way.entry().channel(), step);
        boolean matured = way.isMatured(step);
        counted.merge(
            cell,
            List.of(1L, matured ? 1L : 0L),
            (a, b) -> List.of(a.get(0) + b.get(0), a.get(1) + b.get(1)));
        qualified += step == 4 ? 1 : 0;
        young += matured ? 0 : 1;
      }
    }
    Map<String, List<Long>> truth = new TreeMap<>();
    for (NamedCsvRecord row : town.truth("funnel.csv")) {
      int step = Integer.parseInt(row.getField("step_no")) - 1;
      long people = Long.parseLong(row.getField("people"));
      if (people > 0) {
        truth.put(
            "%s,%s,%d".formatted(row.getField("month"), row.getField("channel"), step),
            List.of(people, Long.parseLong(row.getField("matured"))));
      }
    }
    assertThat(counted).hasSizeGreaterThan(60).isEqualTo(truth);
    assertThat(qualified).isPositive();
    assertThat(young).isPositive();
  }

  @Test
  void theTimesOfTheFunnelAreKaplanAndMeiers() {
    Map<String, List<Way>> byChannel =
        ways().stream().collect(Collectors.groupingBy(way -> way.entry().channel()));
    List<NamedCsvRecord> truth = town.truth("funnel_times.csv");
    assertThat(truth).hasSizeGreaterThan(20);
    for (NamedCsvRecord row : truth) {
      List<Way> ways = byChannel.get(row.getField("channel"));
      int step = STEPS.indexOf(row.getField("step"));
      assertThat(row.getField("began")).isEqualTo(String.valueOf(ways.size()));
      for (int days : List.of(1, 7, 14, 28)) {
        String column = "within_" + days + (days == 1 ? "_day" : "_days");
        assertThat(Double.parseDouble(row.getField(column)))
            .as(row + " " + days)
            .isCloseTo(within(ways, step, days * 24L - 1), offset(1e-9));
      }
      String median = row.getField("of_began_median_hours");
      if (!median.isEmpty()) {
        long hour = Long.parseLong(median);
        assertThat(within(ways, step, hour)).isGreaterThanOrEqualTo(0.5);
        assertThat(within(ways, step, hour - 1)).isLessThan(0.5);
      }
    }
  }

  /** The product over the hours in which anybody took the step, each by its definition. */
  private static double within(List<Way> ways, int step, long hours) {
    double left = 1;
    for (long hour = 0; hour <= hours; hour++) {
      long at = hour;
      long taken = ways.stream().filter(w -> w.depth() >= step && w.hours(step) == at).count();
      if (taken > 0) {
        left *= 1 - (double) taken / ways.stream().filter(w -> watched(w, step) >= at).count();
      }
    }
    return 1 - left;
  }

  private static long watched(Way way, int step) {
    return way.depth() >= step
        ? way.hours(step)
        : Duration.between(way.entry().at(), NOW).toHours();
  }

  /** Of every visitor, as the files have them. */
  private static List<Way> ways() {
    Map<String, List<Event>> people = new LinkedHashMap<>();
    Set<String> jobs = new HashSet<>();
    for (NamedCsvRecord page : Csv.rows(town.exports(), "log_action")) {
      if (page.getField("name").contains("/jobb/")) {
        jobs.add(page.getField("idaction"));
      }
    }
    for (NamedCsvRecord visit : Csv.rows(town.exports(), "log_visit_")) {
      Instant at = instant(visit.getField("visit_first_action_time"));
      add(people, visit.getField("idvisitor"), new Event(0, at, channel(visit)));
    }
    for (NamedCsvRecord action : Csv.rows(town.exports(), "log_link_visit_action_")) {
      if (jobs.contains(action.getField("idaction_url"))
          && !action.getField("server_time").startsWith("0000")) {
        Instant at = instant(action.getField("server_time"));
        add(people, action.getField("idvisitor"), new Event(1, at, ""));
      }
    }
    for (NamedCsvRecord goal : Csv.rows(town.exports(), "log_conversion_")) {
      int step = 1 + Integer.parseInt(goal.getField("idgoal"));
      Instant at = instant(goal.getField("server_time"));
      add(people, goal.getField("idvisitor"), new Event(step, at, ""));
    }
    for (NamedCsvRecord application : Csv.rows(town.exports(), "applications_")) {
      date(people, application, "Kallad till intervju", 4);
      date(people, application, "Anställd", 5);
    }
    return people.values().stream().map(FunnelTest::deepest).toList();
  }

  private static void add(Map<String, List<Event>> people, String person, Event event) {
    people.computeIfAbsent(person, key -> new ArrayList<>()).add(event);
  }

  private static void date(
      Map<String, List<Event>> people, NamedCsvRecord application, String column, int step) {
    String visitor = application.getField("Besökar-id");
    if (!visitor.isEmpty() && !application.getField(column).isEmpty()) {
      LocalDate day = LocalDate.parse(application.getField(column));
      add(people, visitor, new Event(step, day.atStartOfDay(STOCKHOLM).toInstant(), ""));
    }
  }

  /** By brute force: of every visit, where it leads; recursion instead of sets of moments. */
  private static Way deepest(List<Event> events) {
    events.sort(Comparator.comparing(Event::at));
    Way best = null;
    for (Event entry : events) {
      if (entry.step() == 0) {
        Way way = new Way(entry, new TreeMap<>());
        follow(entry, events, way);
        if (best == null || way.depth() > best.depth()) {
          best = way;
        }
      }
    }
    return best;
  }

  /** The last two steps have days, which differ in length when the clocks change. */
  private static boolean isInTime(int step, Instant from, Instant to) {
    return step == 4
        ? !to.isAfter(from.atZone(STOCKHOLM).plusDays(14).toInstant())
        : !to.isAfter(from.plus(Duration.ofDays(14)));
  }

  private static void follow(Event from, List<Event> events, Way way) {
    way.taken().computeIfAbsent(from.step(), key -> new ArrayList<>()).add(from.at());
    for (Event next : events) {
      if (next.step() == from.step() + 1
          && !next.at().isBefore(from.at())
          && isInTime(from.step(), from.at(), next.at())) {
        follow(next, events, way);
      }
    }
  }
}
