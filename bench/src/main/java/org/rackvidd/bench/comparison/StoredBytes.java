package org.rackvidd.bench.comparison;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How much room the tables take, beside the files they come from. */
final class StoredBytes implements Measurement {
  @Override
  public Finding take(Laboratory laboratory) throws IOException {
    Rounds rounds = laboratory.rounds();
    long files = laboratory.exports().bytes();
    Map<String, Long> bytes = new TreeMap<>(Map.of("csv", files));
    List<List<String>> rows = new ArrayList<>();
    rows.add(row("CSV files", files, files));
    for (Contender contender : Contender.values()) {
      long stored = Math.round(rounds.median(contender, Run::bytes));
      bytes.put(contender.key(), stored);
      rows.add(row(contender.title, stored, files));
    }
    return new Finding(
        "Room on disk, facts and results",
        List.of("what", "MB", "of the CSV files"),
        rows,
        List.of(
            "Räckvidd's also holds where each row came from; no side holds results of steps it does not have."),
        List.of(),
        bytes);
  }

  private static List<String> row(String what, long bytes, long files) {
    return List.of(
        what,
        String.format(Locale.ROOT, "%.1f", bytes / 1e6),
        String.format(Locale.ROOT, "%.2f", (double) bytes / files));
  }
}
