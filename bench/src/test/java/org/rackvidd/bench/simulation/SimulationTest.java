package org.rackvidd.bench.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rackvidd.bench.simulation.SmallTown.STOCKHOLM;
import static org.rackvidd.bench.simulation.SmallTown.channel;
import static org.rackvidd.bench.simulation.SmallTown.instant;
import static org.rackvidd.bench.simulation.SmallTown.month;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rackvidd.bench.PlainReader;
import org.rackvidd.bench.Sums;
import org.rackvidd.bench.people.Span;
import org.rackvidd.bench.world.AdPlatform;

/** The truth of a world, counted again from the files it was written out as. */
class SimulationTest {
  @TempDir private static Path world;
  private static SmallTown town;
  @TempDir private Path folder;

  @BeforeAll
  static void live() throws IOException {
    town = SmallTown.live(world);
  }

  @Test
  void everyFileHasTheRowsItsTruthSays() throws IOException {
    PlainReader reader =
        new PlainReader().read(town.exports(), "(facebook|instagram|x|meta_ads).*csv");
    Map<String, PlainReader.Count> files =
        PlainReader.truthOfFiles(world.resolve("truth/files.csv"));
    assertThat(reader.counts()).hasSize(5);
    reader.counts().forEach((file, count) -> assertThat(files).containsEntry(file, count));
    for (String table : List.of("log_visit_", "log_link_visit_action_", "log_conversion_", "app")) {
      assertThat(Csv.rows(town.exports(), table)).hasSize((int) rows(files, "/" + table));
    }
    Set<String> written = new TreeSet<>();
    try (Stream<Path> found = Files.walk(town.exports())) {
      found
          .filter(Files::isRegularFile)
          .forEach(file -> written.add(town.exports().relativize(file).toString()));
    }
    assertThat(written)
        .isEqualTo(new TreeSet<>(files.keySet().stream().map(f -> f.split("\\|")[0]).toList()));
  }

  private static long rows(Map<String, PlainReader.Count> files, String part) {
    return files.entrySet().stream()
        .filter(file -> file.getKey().contains(part))
        .mapToLong(f -> f.getValue().accepted() + f.getValue().rejected() + f.getValue().setAside())
        .sum();
  }

  @Test
  void figuresOfPostsAndAdsAddUpAsTheTruthSaysOnBothDays() throws IOException {
    PlainReader reader =
        new PlainReader().read(town.exports(), "(facebook|instagram|x|meta_ads).*csv");
    var posts = PlainReader.truth(world.resolve("truth/posts.csv"));
    posts.keySet().removeIf(cell -> cell.matches("(linkedin|youtube),.*"));
    Sums.assertSame(reader.postSums(), posts);
    var ads = PlainReader.truth(world.resolve("truth/ads.csv"));
    ads.keySet().removeIf(cell -> !cell.startsWith("meta,"));
    Sums.assertSame(reader.adSums(), ads);

    PlainReader next =
        new PlainReader().read(world.resolve("next-day"), "(facebook|instagram|x).*csv");
    var later = PlainReader.truth(world.resolve("truth-next-day/posts.csv"));
    later.keySet().removeIf(cell -> cell.matches("(linkedin|youtube),.*"));
    Sums.assertSame(next.postSums(), later);
  }

  @Test
  void isTheSameForTheSameSeedHoweverManyWorkAtIt() throws IOException {
    Plan plan = Plan.ofRows(40_000, 5, 30, true);
    new Simulation(plan, folder.resolve("one"), 1).write();
    new Simulation(plan, folder.resolve("three"), 3).write();
    new Simulation(Plan.ofRows(40_000, 6, 30, true), folder.resolve("other"), 2).write();
    List<Path> files;
    try (Stream<Path> found = Files.walk(folder.resolve("one"))) {
      files = found.filter(Files::isRegularFile).toList();
    }
    assertThat(files).hasSizeGreaterThan(40);
    for (Path file : files) {
      Path name = folder.resolve("one").relativize(file);
      assertThat(folder.resolve("three").resolve(name)).hasSameBinaryContentAs(file);
    }
    Path reach = Path.of("truth/reach.csv");
    assertThat(Files.readString(folder.resolve("other").resolve(reach)))
        .isNotEqualTo(Files.readString(folder.resolve("one").resolve(reach)));
  }

  @Test
  void visitorsAreThoseWhoseVisitsAreInTheLogs() {
    Map<String, Set<String>> people = new TreeMap<>();
    for (NamedCsvRecord visit : Csv.rows(town.exports(), "log_visit_")) {
      String month = month(instant(visit.getField("visit_first_action_time")));
      for (String channel : List.of(channel(visit), "all")) {
        people
            .computeIfAbsent(month + "," + channel, key -> new HashSet<>())
            .add(visit.getField("idvisitor"));
      }
    }
    Map<String, Integer> counted = new TreeMap<>();
    people.forEach((key, visitors) -> counted.put(key, visitors.size()));
    Map<String, Integer> truth = new TreeMap<>();
    for (NamedCsvRecord row : town.truth("web_reach.csv")) {
      if (row.getField("period_kind").equals("month") && row.getField("event").equals("visit")) {
        truth.put(
            row.getField("period_start").substring(0, 7) + "," + row.getField("channel"),
            Integer.valueOf(row.getField("people")));
      }
    }
    assertThat(counted).hasSizeGreaterThan(20).isEqualTo(truth);
  }

  @Test
  void reachIsTheSumOfTheSetsThatMakeItUpAndNeverMoreThanThePeople() {
    Map<String, Long> sums = new HashMap<>();
    for (NamedCsvRecord set : town.truth("overlap.csv")) {
      String key = period(set) + "," + set.getField("audience");
      long people = Long.parseLong(set.getField("people"));
      sums.merge(key + ",all,all", people, Long::sum);
      Set<String> cells = new TreeSet<>();
      for (String touch : set.getField("exactly").split("\\+")) {
        String[] way = touch.split("/");
        cells.add("," + way[0] + ",all");
        cells.add("," + way[0] + "," + way[1]);
        cells.add(",all," + way[1]);
      }
      cells.forEach(cell -> sums.merge(key + cell, people, Long::sum));
    }
    Map<String, Long> reach = new HashMap<>();
    for (NamedCsvRecord row : town.truth("reach.csv")) {
      if (!row.getField("period_kind").equals("day")) {
        String key =
            String.join(
                ",",
                period(row),
                row.getField("audience"),
                row.getField("channel"),
                row.getField("delivery"));
        reach.put(key, Long.valueOf(row.getField("people")));
      }
    }
    assertThat(sums).hasSizeGreaterThan(500).isEqualTo(reach);
    assertThat(reach.values()).allMatch(people -> people <= 1_500 + 2_250);
  }

  private static String period(NamedCsvRecord row) {
    return row.getField("period_kind") + "," + row.getField("period_start");
  }

  /**
   * Posts state how many each reached; together they reached as many as one and no more than all.
   */
  @Test
  void theReachOfADayLiesBetweenItsLargestPostAndTheSumOfItsPosts() {
    Map<String, List<Long>> stated = new TreeMap<>();
    DateTimeFormatter pacific = DateTimeFormatter.ofPattern("MM/dd/uuuu HH:mm");
    for (NamedCsvRecord post : Csv.rows(town.exports(), "facebook_")) {
      String day =
          LocalDateTime.parse(post.getField("Publiceringstid"), pacific)
              .atZone(ZoneId.of("America/Los_Angeles"))
              .withZoneSameInstant(STOCKHOLM)
              .toLocalDate()
              .toString();
      stated
          .computeIfAbsent(day, key -> new ArrayList<>())
          .add(Long.valueOf(post.getField("Räckvidd")));
    }
    int days = 0;
    for (NamedCsvRecord row : town.truth("reach.csv")) {
      if (row.getField("period_kind").equals("day")
          && row.getField("channel").equals("facebook")
          && row.getField("audience").equals("all")
          && row.getField("delivery").equals("all")) {
        List<Long> posts = stated.get(row.getField("period_start"));
        assertThat(Long.parseLong(row.getField("people")))
            .isBetween(
                posts.stream().mapToLong(Long::longValue).max().orElseThrow(),
                posts.stream().mapToLong(Long::longValue).sum());
        days++;
      }
    }
    assertThat(days).isGreaterThan(40);
  }

  /** People reached once are all that are reached. */
  @Test
  void frequencyBeginsWithReach() {
    Map<String, String> reach = new HashMap<>();
    for (NamedCsvRecord row : town.truth("reach.csv")) {
      if (row.getField("delivery").equals("all")) {
        reach.put(
            period(row) + row.getField("channel") + row.getField("audience"),
            row.getField("people"));
      }
    }
    Map<String, Long> before = new HashMap<>();
    int rows = 0;
    for (NamedCsvRecord row : town.truth("frequency.csv")) {
      String key = period(row) + row.getField("channel") + row.getField("audience");
      if (row.getField("times").equals("1")) {
        assertThat(row.getField("people")).isEqualTo(reach.get(key));
        rows++;
      } else {
        assertThat(Long.valueOf(row.getField("people"))).isLessThanOrEqualTo(before.get(key));
      }
      before.put(key, Long.valueOf(row.getField("people")));
    }
    assertThat(rows).isGreaterThan(100);
  }

  @Test
  void experimentsAreWhatWasAssignedAndSent() {
    Map<String, List<Instant>> sent = new HashMap<>();
    for (NamedCsvRecord goal : Csv.rows(town.exports(), "log_conversion_")) {
      if (goal.getField("idgoal").equals("2")) {
        sent.computeIfAbsent(goal.getField("idvisitor"), key -> new ArrayList<>())
            .add(instant(goal.getField("server_time")));
      }
    }
    Map<String, long[]> counted = new TreeMap<>();
    for (NamedCsvRecord unit : Csv.rows(town.exports(), "experiment_assignments")) {
      Instant at = instant(unit.getField("assigned_at"));
      boolean applied =
          sent.getOrDefault(unit.getField("unit"), List.of()).stream()
              .map(moment -> Duration.between(at, moment))
              .anyMatch(a -> !a.isNegative() && a.compareTo(Duration.ofDays(14)) <= 0);
      long[] counts =
          counted.computeIfAbsent(
              unit.getField("experiment") + unit.getField("variant"), key -> new long[2]);
      counts[0]++;
      counts[1] += applied ? 1 : 0;
    }
    List<NamedCsvRecord> truth = town.truth("experiments.csv");
    assertThat(truth).hasSize(6);
    for (NamedCsvRecord row : truth) {
      long[] counts = counted.get(row.getField("experiment") + row.getField("variant"));
      assertThat(row.getField("recorded")).isEqualTo(String.valueOf(counts[0]));
      assertThat(row.getField("recorded_applied")).isEqualTo(String.valueOf(counts[1]));
    }
  }

  @Test
  void whatTheNextDayRestatesIsTheDifferenceOfTheDownloads() {
    Map<String, String> before = new HashMap<>();
    for (NamedCsvRecord post : Csv.rows(town.exports(), "facebook_")) {
      before.put(post.getField("Publicerings-id"), post.getField("Räckvidd"));
    }
    Map<String, String> changes = new TreeMap<>();
    for (NamedCsvRecord post : Csv.rows(world.resolve("next-day"), "facebook_")) {
      String id = post.getField("Publicerings-id");
      String was = before.get(id);
      if (was != null && !was.equals("-1") && !was.equals(post.getField("Räckvidd"))) {
        changes.put(id, was + " " + post.getField("Räckvidd"));
      }
    }
    Map<String, String> truth = new TreeMap<>();
    for (NamedCsvRecord row : Csv.rows(world.resolve("truth-next-day/restated.csv"))) {
      if (row.getField("channel").equals("facebook") && row.getField("figure").equals("reach")) {
        truth.put(row.getField("post_id"), row.getField("before") + " " + row.getField("after"));
      }
    }
    assertThat(changes).isNotEmpty().isEqualTo(truth);
  }

  @Test
  void whatTheNextDayRestatesOfAdsIsTheirResults() {
    Map<String, List<String>> before = metaAds("exports");
    Map<String, List<String>> after = metaAds("next-day");
    Map<String, String> changes = new TreeMap<>();
    for (var cell : after.entrySet()) {
      List<String> was = before.get(cell.getKey());
      if (was != null && !was.equals(cell.getValue())) {
        assertThat(cell.getValue().subList(1, 4)).isEqualTo(was.subList(1, 4));
        changes.put(cell.getKey(), was.get(0) + " " + cell.getValue().get(0));
      }
    }
    Map<String, String> truth = new TreeMap<>();
    for (NamedCsvRecord row : Csv.rows(world.resolve("truth-next-day/restated_ads.csv"))) {
      if (row.getField("platform").equals(AdPlatform.META.key())) {
        truth.put(
            String.join(
                " ",
                row.getField("ad_id"),
                row.getField("day"),
                row.getField("age"),
                row.getField("gender")),
            (row.getField("results_before").equals("0") ? "" : row.getField("results_before"))
                + " "
                + row.getField("results_after"));
      }
    }
    assertThat(changes).isNotEmpty().isEqualTo(truth);
  }

  /** By ad, day and cell: results, money, impressions and reach. */
  private Map<String, List<String>> metaAds(String download) {
    Map<String, List<String>> cells = new HashMap<>();
    for (NamedCsvRecord row : Csv.rows(world.resolve(download), "meta_ads_days_")) {
      if (row.getField("Ad ID").isEmpty()) {
        continue; // The total.
      }
      cells.put(
          String.join(
              " ",
              row.getField("Ad ID"),
              row.getField("Day"),
              row.getField("Age"),
              row.getField("Gender")),
          List.of(
              row.getField("Results"),
              row.getField("Amount spent (SEK)"),
              row.getField("Impressions"),
              row.getField("Reach")));
    }
    return cells;
  }

  /** The hour decides how many see a post only in a world with a rhythm. */
  @Test
  void aRhythmIsThereOnlyWhereItWasPlanted() throws IOException {
    assertThat(eveningsBesideMornings(true)).isGreaterThan(1.15);
    assertThat(eveningsBesideMornings(false)).isBetween(0.85, 1.15);
    List<NamedCsvRecord> slots = Csv.rows(folder.resolve("false/truth/slots.csv"));
    assertThat(slots).hasSize(5 * 7 * 24);
    assertThat(slots).allMatch(slot -> slot.getField("factor_on_reach").equals("1.0000"));
    assertThat(Csv.rows(folder.resolve("false/truth/planted.csv")))
        .isNotEmpty()
        .noneMatch(row -> row.getField("effect").equals("hour"));
  }

  private double eveningsBesideMornings(boolean rhythm) throws IOException {
    Path out = folder.resolve(String.valueOf(rhythm));
    new Simulation(Plan.ofPeople(400, 3, 1_500, rhythm), out).write();
    DateTimeFormatter pacific = DateTimeFormatter.ofPattern("MM/dd/uuuu HH:mm");
    Map<Boolean, List<Double>> reach = new HashMap<>();
    for (NamedCsvRecord post : Csv.rows(out.resolve("exports"), "instagram_")) {
      int hour =
          LocalDateTime.parse(post.getField("Publish time"), pacific)
              .atZone(ZoneId.of("America/Los_Angeles"))
              .withZoneSameInstant(STOCKHOLM)
              .getHour();
      if (hour >= 18 || hour <= 11) {
        reach
            .computeIfAbsent(hour >= 18, key -> new ArrayList<>())
            .add(Double.valueOf(post.getField("Reach")));
      }
    }
    return mean(reach.get(true)) / mean(reach.get(false));
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  @Test
  void makesAboutAsManyRowsAsAskedFor() throws IOException {
    long rows = new Simulation(Plan.ofRows(60_000, 2, 120, true), folder.resolve("a")).write();
    assertThat(rows).isBetween(40_000L, 80_000L);
  }

  /** A night costs the same on top of any history only if it brings the same. */
  @Test
  void theNextDayHardlyDependsOnTheLengthOfTheHistory() throws IOException {
    new Simulation(SmallTown.plan(60), folder.resolve("a")).write();
    for (String table : List.of("log_visit_", "facebook_", "meta_ads_days_")) {
      long after60 = Csv.rows(folder.resolve("a/next-day"), table).size();
      long after100 = Csv.rows(world.resolve("next-day"), table).size();
      assertThat((double) after60 / after100).as(table).isBetween(0.9, 1.1);
    }
  }

  /** Many people in a short time, so that somebody begins to apply in the last minutes. */
  @Test
  void whoAppliesAtTheLastMidnightDoesNotLeaveTheWorld() throws IOException {
    Span span = new Span(Plan.OBSERVED.minusDays(10), Plan.OBSERVED);
    new Simulation(new Plan(2, span, 1, 60_000, 5, true), folder.resolve("w")).write();
    Instant end = Plan.NEXT_DAY.atStartOfDay(STOCKHOLM).toInstant();
    List<NamedCsvRecord> actions = Csv.rows(folder.resolve("w/next-day"), "log_link_visit_action_");
    assertThat(actions).hasSizeGreaterThan(1_000);
    long last =
        actions.stream()
            .map(action -> action.getField("server_time"))
            .filter(time -> !time.startsWith("0000"))
            .mapToLong(time -> instant(time).toEpochMilli())
            .max()
            .orElseThrow();
    assertThat(Instant.ofEpochMilli(last)).isBefore(end.plusSeconds(3_600));
  }

  @Test
  void theNextDumpGoesOnNumberingWhereTheFirstEnded() {
    for (String table : List.of("log_visit_ idvisit", "log_link_visit_action_ idlink_va")) {
      String[] names = table.split(" ");
      long before = numbers(town.exports(), names).max().orElseThrow();
      assertThat(numbers(world.resolve("next-day"), names).min().orElseThrow())
          .isEqualTo(before + 1);
    }
  }

  private static LongStream numbers(Path folder, String... names) {
    return Csv.rows(folder, names[0]).stream()
        .mapToLong(row -> Long.parseLong(row.getField(names[1])));
  }
}
