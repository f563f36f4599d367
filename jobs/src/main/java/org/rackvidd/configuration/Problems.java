package org.rackvidd.configuration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Every problem found so far, so that the user can put all of them right in one go. */
final class Problems {
  private final List<Problem> found = new ArrayList<>();

  /**
   * @param line from 1, or 0 where the whole file is meant
   */
  void add(String file, int line, String text) {
    found.add(new Problem(file, line, text));
  }

  boolean none() {
    return found.isEmpty();
  }

  boolean in(String file) {
    return found.stream().anyMatch(problem -> problem.file.equals(file));
  }

  /** One sentence each with file and line, by file and line. */
  List<String> sorted() {
    return found.stream()
        .sorted(Comparator.comparing(Problem::file).thenComparingInt(Problem::line))
        .map(problem -> format(problem.file, problem.line, problem.text))
        .distinct()
        .toList();
  }

  static String format(String file, int line, String text) {
    return line > 0 ? "%s:%d: %s".formatted(file, line, text) : "%s: %s".formatted(file, text);
  }

  private record Problem(String file, int line, String text) {}
}
