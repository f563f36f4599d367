package org.rackvidd.bench.comparison;

import java.nio.file.Path;
import java.util.List;

/**
 * What one process has to do.
 *
 * @param landing folder of the exports
 * @param config Räckvidd's configuration
 * @param store folder for its tables, kept from one night to the next
 * @param memory as Java writes it, such as 2g
 * @param launchedAt when the process was started, in milliseconds since 1970
 */
record Job(
    Contender contender,
    Path landing,
    Path config,
    Path store,
    int cores,
    String memory,
    List<Step> steps,
    long launchedAt) {

  /** The same, started now. */
  Job launched() {
    return new Job(
        contender, landing, config, store, cores, memory, steps, System.currentTimeMillis());
  }
}
