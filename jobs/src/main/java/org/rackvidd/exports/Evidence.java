package org.rackvidd.exports;

import java.util.Comparator;
import java.util.List;

/**
 * What a path a content lies under says of its moment. The smallest is the best: the platform's
 * stamp in the name, then a dated folder, then the time of the file; among these the earliest
 * moment, as a copy can only be made later; then the path that comes first.
 *
 * @param path below the landing folder
 */
record Evidence(String path, Landing.Observed observed) implements Comparable<Evidence> {
  private static final List<String> BEST_FIRST = List.of("name", "folder", "modified");
  private static final Comparator<Evidence> ORDER =
      Comparator.comparingInt((Evidence e) -> BEST_FIRST.indexOf(e.observed().from()))
          .thenComparing(e -> e.observed().at())
          .thenComparing(Evidence::path);

  @Override
  public int compareTo(Evidence other) {
    return ORDER.compare(this, other);
  }

  Evidence orBetter(Evidence other) {
    return other == null || compareTo(other) <= 0 ? this : other;
  }
}
