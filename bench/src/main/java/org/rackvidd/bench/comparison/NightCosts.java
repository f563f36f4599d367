package org.rackvidd.bench.comparison;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What one more day costs on top of a short, a longer and a long history. */
final class NightCosts implements Measurement {
  private static final List<Integer> DAYS = List.of(10, 100, 400);

  @Override
  public Finding take(Laboratory laboratory) throws IOException {
    Map<Integer, Rounds> nights = new LinkedHashMap<>();
    List<String> disagreements = new ArrayList<>();
    for (int days : DAYS) {
      Rounds rounds = nights(laboratory, days);
      nights.put(days, rounds);
      disagreements.addAll(Agreement.disagreements(rounds.runs()));
    }
    Rounds shortest = nights.get(DAYS.get(0));
    Rounds longest = nights.get(DAYS.get(DAYS.size() - 1));
    List<List<String>> rows = new ArrayList<>();
    for (Contender contender : Contender.values()) {
      List<String> row = new ArrayList<>(List.of(contender.title));
      nights.values().forEach(night -> row.add(cell(night.night(contender))));
      nights.values().stream()
          .skip(1)
          .map(night -> cell(night.night(contender) / shortest.night(contender)))
          .forEach(row::add);
      row.add(cell(processorTime(longest, contender) / processorTime(shortest, contender)));
      rows.add(row);
    }
    return new Finding(
        "Seconds of a night with one new day, by days of history",
        List.of(
            "side", "10 days", "100 days", "400 days", "100 / 10", "400 / 10", "in processor time"),
        rows,
        List.of(
            "The new day's files are the same each time and go back as far as the shortest history. Each side has the steps it has: compare"
                + " within a line."),
        disagreements,
        nights);
  }

  private static double processorTime(Rounds rounds, Contender contender) {
    return rounds.median(contender, run -> run.processorTotal(run.seconds().keySet()));
  }

  private static Rounds nights(Laboratory laboratory, int days) throws IOException {
    Path landing = laboratory.folder("landing-" + days);
    Path lake = laboratory.folder("lake-" + days);
    LocalDate newest = laboratory.exports().newest();
    new History(laboratory.exports(), newest.minusDays(days)).writeTo(landing);
    laboratory.run(days + " days", laboratory.job(Contender.RACKVIDD, landing, lake));
    // No more than the shortest history holds already, or there it would be news.
    new History(laboratory.nextDay(), newest.minusDays(DAYS.get(0))).writeTo(landing);
    List<Run> runs = new ArrayList<>();
    for (int round = 1; round <= laboratory.conditions().rounds(); round++) {
      for (Contender contender : Contender.values()) {
        Path store = laboratory.folder("store");
        // The others have nothing to go on with.
        if (contender == Contender.RACKVIDD) {
          Folders.copy(lake, store);
        }
        runs.add(
            laboratory.run(
                "a day more than %d, round %d".formatted(days, round),
                laboratory.job(contender, landing, store)));
        Folders.delete(store);
      }
    }
    Folders.delete(lake);
    Folders.delete(landing);
    return new Rounds(runs);
  }

  private static String cell(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }
}
