package org.rackvidd.bench.comparison;

import java.util.Collection;
import java.util.Map;

/**
 * What one process did.
 *
 * @param version what it ran on
 * @param seconds wall clock of each step it has
 * @param figures what it found
 * @param bytes size of its tables afterwards
 */
record Run(
    Contender contender,
    String version,
    Map<Step, Double> seconds,
    Map<Figure, Map<String, Double>> figures,
    long bytes) {

  /** The whole night. */
  double total() {
    return total(seconds.keySet());
  }

  /** The night if these steps were all of it. */
  double total(Collection<Step> steps) {
    return steps.stream().mapToDouble(seconds::get).sum();
  }

  Run withBytes(long stored) {
    return new Run(contender, version, seconds, figures, stored);
  }
}
