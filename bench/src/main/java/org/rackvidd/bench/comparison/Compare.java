package org.rackvidd.bench.comparison;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.rackvidd.bench.simulation.Simulate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command that compares. */
@Command(
    name = "compare",
    description = {
      "Does the same job from the same files with Räckvidd, DuckDB and plain Spark, each in a fresh"
          + " process, by turns.",
      "Exit code 1 if they do not find the same."
    },
    mixinStandardHelpOptions = true)
public final class Compare implements Callable<Integer> {
  /** What can be measured, in the order in which it is; the first needs no other. */
  private static final Map<String, Measurement> MEASUREMENTS = measurements();

  private static Map<String, Measurement> measurements() {
    Map<String, Measurement> measurements = new LinkedHashMap<>();
    measurements.put("steps", new StepTimes());
    measurements.put("bytes", new StoredBytes());
    measurements.put("start-up", new StartUp());
    measurements.put("cores", new CoreSpeedup());
    measurements.put("heap", new SmallestHeap());
    measurements.put("nights", new NightCosts());
    return measurements;
  }

  @Option(
      names = "--rows",
      defaultValue = "1000000",
      description = "Rows to simulate. Default: ${DEFAULT-VALUE}.")
  private long rows;

  @Option(names = "--rounds", defaultValue = "3", description = "Default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(
      names = "--cores",
      defaultValue = "2",
      description = "Cores of each process. Default: ${DEFAULT-VALUE}.")
  private int cores;

  @Option(
      names = "--memory",
      defaultValue = "4g",
      description = "Heap of each process, and DuckDB's limit. Default: ${DEFAULT-VALUE}.")
  private String memory;

  @Option(
      names = "--out",
      defaultValue = "comparison",
      description =
          "Folder for comparison.json, comparison.svg and the simulated files."
              + " Default: ${DEFAULT-VALUE}.")
  private Path out;

  @Option(names = "--data", description = "A folder that simulate has written, used as it is.")
  private Path data;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "MEASUREMENT",
      description = "Some of: steps, bytes, start-up, cores, heap, nights. Default: all.")
  private Set<String> only = new TreeSet<>(MEASUREMENTS.keySet());

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    check();
    PrintWriter terminal = spec.commandLine().getOut();
    Path folder = Files.createDirectories(out.toAbsolutePath().normalize());
    Path work = folder.resolve("work");
    Folders.delete(work);
    Laboratory laboratory =
        new Laboratory(
            simulated(folder), work, new Laboratory.Conditions(rounds, cores, memory), terminal);
    Map<String, Finding> findings = measure(laboratory, terminal);
    findings.values().forEach(finding -> finding.print(terminal));
    terminal.printf("%nEverything measured is in %s.%n", folder.resolve("comparison.json"));
    Folders.delete(work);
    return findings.values().stream().allMatch(found -> found.disagreements().isEmpty()) ? 0 : 1;
  }

  private void check() {
    if (!MEASUREMENTS.keySet().containsAll(only)) {
      throw new ParameterException(
          spec.commandLine(), "--only takes " + String.join(", ", MEASUREMENTS.keySet()) + ".");
    }
    if (!memory.matches("[0-9]+[mg]")) {
      throw new ParameterException(spec.commandLine(), "--memory is written as 2g or 512m.");
    }
    if (rounds < 1 || cores < 1 || cores > Runtime.getRuntime().availableProcessors()) {
      throw new ParameterException(
          spec.commandLine(),
          "--rounds must be 1 or more, and --cores from 1 to "
              + Runtime.getRuntime().availableProcessors()
              + ".");
    }
    if (data != null && !Files.isDirectory(data.resolve("exports"))) {
      throw new ParameterException(
          spec.commandLine(), "--data: " + data + " has no folder exports. Name one that has.");
    }
  }

  /** The folder given, or one of an earlier run with as many rows, or a new one. */
  private Path simulated(Path folder) throws IOException {
    if (data != null) {
      return data.toAbsolutePath().normalize();
    }
    Path files = folder.resolve("data-" + rows);
    Path unfinished = folder.resolve("data-unfinished");
    if (!Files.exists(files)) {
      Folders.delete(unfinished);
      int code =
          new CommandLine(new Simulate())
              .setOut(spec.commandLine().getOut())
              .execute("--out", unfinished.toString(), "--rows", String.valueOf(rows));
      if (code != 0) {
        throw new IOException("the exports could not be simulated");
      }
      Files.move(unfinished, files);
    }
    return files;
  }

  private Map<String, Finding> measure(Laboratory laboratory, PrintWriter terminal)
      throws IOException {
    Path folder = laboratory.folder("..").normalize();
    Map<String, Finding> findings = new LinkedHashMap<>();
    Environment environment = Environment.now(laboratory);
    for (Map.Entry<String, Measurement> measurement : MEASUREMENTS.entrySet()) {
      if (only.contains(measurement.getKey())) {
        terminal.println(measurement.getKey());
        findings.put(measurement.getKey(), measurement.getValue().take(laboratory));
        // After each one: hours of measuring are not lost when the next one fails.
        Json.write(
            folder.resolve("comparison.json"),
            Map.of("environment", environment, "findings", findings));
      }
    }
    if (only.contains("steps")) {
      Files.writeString(folder.resolve("comparison.svg"), StepTimes.chart(laboratory).svg());
    }
    return findings;
  }
}
