package org.rackvidd.bench.comparison;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a second core is worth. */
final class CoreSpeedup implements Measurement {
  @Override
  public Finding take(Laboratory laboratory) throws IOException {
    List<Run> alone = new ArrayList<>();
    List<Run> together = new ArrayList<>();
    // By turns as well: other work on the machine must not fall on one of them only.
    for (int round = 1; round <= laboratory.conditions().rounds(); round++) {
      alone.addAll(laboratory.round(round, 1, List.of(Step.values())));
      together.addAll(laboratory.round(round, 2, List.of(Step.values())));
    }
    Rounds one = new Rounds(alone);
    Rounds two = new Rounds(together);
    List<List<String>> rows = new ArrayList<>();
    for (Contender contender : Contender.values()) {
      double with = two.night(contender);
      double without = one.night(contender);
      rows.add(List.of(contender.title, cell(without), cell(with), cell(without / with)));
    }
    return new Finding(
        "Whole night with one core and with two, seconds",
        List.of("side", "1 core", "2 cores", "1 / 2"),
        rows,
        List.of("Each side has the steps it has: compare within a line."),
        List.of(),
        Map.of("1", one.runs(), "2", two.runs()));
  }

  private static String cell(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }
}
