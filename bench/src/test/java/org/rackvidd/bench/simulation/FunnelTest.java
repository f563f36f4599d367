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
import java.util.TreeSet;
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

    /** Whether the next step, were it taken now, would be too late. */
    boolean isMatured(int step) {
      return step == 5 || !isInTime(step, Collections.max(taken.get(step)), NOW);
    }
  }

  /** Of the people who took a step. */
  private record Counted(int people, int matured, int wentOn) {
    static Counted of(Way way, int step) {
      boolean matured = way.isMatured(step);
      return new Counted(1, matured ? 1 : 0, matured && step < way.depth() ? 1 : 0);
    }

    Counted plus(Counted other) {
      return new Counted(people + other.people, matured + other.matured, wentOn + other.wentOn);
    }
  }

  @Test
  void theFunnelIsWhatTheLogsAndTheApplicantSystemSay() {
    Map<String, Counted> counted = new TreeMap<>();
    for (Way way : ways()) {
      for (int step = 0; step <= way.depth(); step++) {
        String cell = "%s,%s,%d".formatted(month(way.entry().at()), way.entry().channel(), step);
        counted.merge(cell, Counted.of(way, step), Counted::plus);
      }
    }
    Map<String, Counted> truth = new TreeMap<>();
    for (NamedCsvRecord row : town.truth("funnel.csv")) {
      Counted of =
          new Counted(number(row, "people"), number(row, "matured"), number(row, "went_on"));
      if (of.people() > 0) {
        int step = number(row, "step_no") - 1;
        truth.put("%s,%s,%d".formatted(row.getField("month"), row.getField("channel"), step), of);
      }
    }
    assertThat(counted).hasSizeGreaterThan(60).isEqualTo(truth);
    assertThat(counted.values())
        .anyMatch(of -> of.matured() < of.people() && of.wentOn() > 0)
        .anyMatch(of -> of.wentOn() < of.matured());
    assertThat(counted.keySet()).anyMatch(cell -> cell.endsWith(",4"));
  }

  private static int number(NamedCsvRecord row, String column) {
    return Integer.parseInt(row.getField(column));
  }

  @Test
  void theTimesOfTheFunnelAreKaplanAndMeiers() {
    Map<String, List<Way>> byChannel =
        ways().stream().collect(Collectors.groupingBy(way -> way.entry().channel()));
    Map<String, NamedCsvRecord> truth = new TreeMap<>();
    town.truth("funnel_times.csv")
        .forEach(row -> truth.put(row.getField("channel") + "," + row.getField("step"), row));
    Set<String> taken = new TreeSet<>();
    int medians = 0;
    for (Map.Entry<String, List<Way>> channel : byChannel.entrySet()) {
      for (int step = 1; step < STEPS.size(); step++) {
        int of = step;
        if (channel.getValue().stream().anyMatch(way -> way.depth() >= of)) {
          String name = channel.getKey() + "," + STEPS.get(step);
          taken.add(name);
          NamedCsvRecord row = truth.get(name);
          check(row, channel.getValue(), step);
          medians += row.getField("of_began_median_hours").isEmpty() ? 0 : 1;
        }
      }
    }
    assertThat(taken).hasSizeGreaterThan(20).isEqualTo(truth.keySet());
    assertThat(medians).isBetween(1, taken.size() - 1);
  }

  private static void check(NamedCsvRecord row, List<Way> ways, int step) {
    assertThat(number(row, "began")).isEqualTo(ways.size());
    long longest = ways.stream().mapToLong(way -> watched(way, step)).max().orElseThrow();
    for (int days : List.of(1, 7, 14, 28)) {
      String column = "within_" + days + (days == 1 ? "_day" : "_days");
      if (longest < days * 24L - 1 && within(ways, step, longest) < 1) {
        assertThat(row.getField(column)).as(row + " " + days).isEmpty();
      } else {
        assertThat(Double.parseDouble(row.getField(column)))
            .as(row + " " + days)
            .isCloseTo(within(ways, step, days * 24L - 1), offset(1e-9));
      }
    }
    List<Long> hours =
        ways.stream().filter(w -> w.depth() >= step).map(w -> w.hours(step)).sorted().toList();
    Map.of("p25", 0.25, "median", 0.5, "p75", 0.75)
        .forEach(
            (name, share) -> {
              int nth = (int) Math.ceil(share * hours.size()) - 1;
              assertThat(number(row, name + "_hours")).isEqualTo(hours.get(nth).intValue());
              String hour = row.getField("of_began_" + name + "_hours");
              if (hour.isEmpty()) {
                assertThat(within(ways, step, longest)).isLessThan(share);
              } else {
                long at = Long.parseLong(hour);
                assertThat(within(ways, step, at)).isGreaterThan(share - 1e-9);
                assertThat(within(ways, step, at - 1)).isLessThan(share);
              }
            });
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
