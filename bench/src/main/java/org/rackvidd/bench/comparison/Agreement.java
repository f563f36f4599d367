package org.rackvidd.bench.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Whether runs over the same files found the same. */
final class Agreement {
  private static final int SHOWN = 10;

  private Agreement() {}

  /** Sentences about every figure that a run has otherwise than the first run that knows it. */
  static List<String> disagreements(List<Run> runs) {
    List<String> found = new ArrayList<>();
    for (Figure figure : Figure.values()) {
      List<Run> knowing =
          runs.stream()
              .filter(run -> !run.figures().getOrDefault(figure, Map.of()).isEmpty())
              .toList();
      for (Run run : knowing) {
        compare(figure, knowing.get(0), run, found);
      }
    }
    int more = found.size() - SHOWN;
    if (more > 0) {
      found.subList(SHOWN, found.size()).clear();
      found.add("and %d more".formatted(more));
    }
    return found;
  }

  private static void compare(Figure figure, Run first, Run run, List<String> found) {
    Map<String, Double> expected = first.figures().get(figure);
    Map<String, Double> actual = run.figures().get(figure);
    Set<String> names = new TreeSet<>(expected.keySet());
    names.addAll(actual.keySet());
    for (String name : names) {
      Double a = expected.get(name);
      Double b = actual.get(name);
      if (a == null || b == null || differ(a, b, figure.tolerance)) {
        found.add(
            String.format(
                Locale.ROOT,
                "%s, %s: %s says %s, %s says %s",
                figure.key(),
                name,
                first.contender().title,
                a == null ? "nothing" : a,
                run.contender().title,
                b == null ? "nothing" : b));
      }
    }
  }

  private static boolean differ(double a, double b, double tolerance) {
    return Math.abs(a - b) > tolerance * Math.max(Math.abs(a), Math.abs(b));
  }
}
