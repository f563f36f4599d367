package org.rackvidd.bench.comparison;

import java.util.Collection;
import java.util.Map;

/**
 * What one process did.
 *
 * @param version what it ran on
 * @param seconds wall clock of each step it has
 * @param processorSeconds what all threads took for it, which depends less on what else a machine
 *     does
 * @param figures what it found
 * @param bytes size of its tables afterwards
 */
record Run(
    Contender contender,
    String version,
    Map<Step, Double> seconds,
    Map<Step, Double> processorSeconds,
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

  /** Processor time of these steps. */
  double processorTotal(Collection<Step> steps) {
    return steps.stream().mapToDouble(processorSeconds::get).sum();
  }

  Run withBytes(long stored) {
    return new Run(contender, version, seconds, processorSeconds, figures, stored);
  }
}
