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
    Rounds one = laboratory.rounds(1);
    Rounds two = laboratory.rounds(2);
    List<List<String>> rows = new ArrayList<>();
    for (Contender contender : Contender.values()) {
      double alone = one.night(contender);
      double together = two.night(contender);
      rows.add(List.of(contender.title, cell(alone), cell(together), cell(alone / together)));
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
