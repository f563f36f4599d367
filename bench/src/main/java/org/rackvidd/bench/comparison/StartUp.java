package org.rackvidd.bench.comparison;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How long it is from the start of a process to its first answer. */
final class StartUp implements Measurement {
  @Override
  public Finding take(Laboratory laboratory) throws IOException {
    Rounds rounds = laboratory.measure(laboratory.conditions().cores(), List.of(Step.START_UP));
    List<List<String>> rows = new ArrayList<>();
    for (Contender contender : Contender.values()) {
      rows.add(
          List.of(contender.title, String.format(Locale.ROOT, "%.2f", rounds.night(contender))));
    }
    return new Finding(
        "Start-up, from the process to the answer to SELECT 1",
        List.of("side", "seconds"),
        rows,
        List.of(
            "Räckvidd has the archive of classes that bin/rackvidd makes for itself, once there is one."),
        List.of(),
        rounds.runs());
  }
}
