package org.rackvidd.bench.comparison;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** With how little memory Räckvidd's night ends well. */
final class SmallestHeap implements Measurement {
  private static final List<String> HEAPS = List.of("512m", "1g", "2g", "4g");

  @Override
  public Finding take(Laboratory laboratory) throws IOException {
    Map<String, Object> seconds = new LinkedHashMap<>();
    List<List<String>> rows = new ArrayList<>();
    for (String heap : HEAPS) {
      String night = night(laboratory, heap);
      seconds.put(heap, night);
      rows.add(List.of(heap, night));
      if (!night.startsWith(Finding.NONE)) {
        break;
      }
    }
    return new Finding(
        "Smallest heap with which Räckvidd's night ends well",
        List.of("heap", "seconds"),
        rows,
        List.of(
            "Larger heaps are not tried. After a "
                + Finding.NONE
                + ", it failed; exit code 3 is Java out of memory."),
        List.of(),
        seconds);
  }

  private static String night(Laboratory laboratory, String heap) throws IOException {
    Path store = laboratory.folder("store");
    try {
      Job job =
          laboratory.job(
              Contender.RACKVIDD,
              laboratory.landing(),
              store,
              laboratory.conditions().cores(),
              heap,
              List.of(Step.values()));
      return String.format(Locale.ROOT, "%.2f", laboratory.run("heap " + heap, job).total());
    } catch (Processes.Failed e) {
      if (e.wasKilled()) {
        throw e;
      }
      return Finding.NONE + " exit code " + e.exitCode;
    } finally {
      Folders.delete(store);
    }
  }
}
