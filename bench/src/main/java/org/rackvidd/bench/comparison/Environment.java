package org.rackvidd.bench.comparison;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * What the times depend on beside the programs.
 *
 * @param load of the machine before it began, by its own processes and by others'
 */
record Environment(
    String date,
    String processor,
    int machineCores,
    String system,
    String java,
    double load,
    int cores,
    String memory,
    int rounds,
    long rows,
    long bytes) {

  /** As it is now. */
  static Environment now(Laboratory laboratory) throws IOException {
    Laboratory.Conditions conditions = laboratory.conditions();
    return new Environment(
        Instant.now().toString(),
        processorName(),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.version"),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        conditions.cores(),
        conditions.memory(),
        conditions.rounds(),
        laboratory.exports().rows(),
        laboratory.exports().bytes());
  }

  private static String processorName() throws IOException {
    Path file = Path.of("/proc/cpuinfo");
    if (!Files.exists(file)) {
      return System.getProperty("os.arch");
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    }
  }
}
