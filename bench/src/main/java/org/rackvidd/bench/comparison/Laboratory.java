package org.rackvidd.bench.comparison;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What measurements work with: the files, the conditions, and the runs there have been. */
final class Laboratory {
  private final Path data;
  private final Path work;
  private final Conditions conditions;
  private final PrintWriter progress;
  private final Processes processes;
  private Rounds whole;

  /**
   * What holds for all sides.
   *
   * @param memory heap of each process, and DuckDB's limit, as Java writes it
   */
  record Conditions(int rounds, int cores, String memory) {}

  /**
   * @param data folder that the simulator wrote
   * @param work folder for everything that is deleted in the end
   */
  Laboratory(Path data, Path work, Conditions conditions, PrintWriter progress) {
    this.data = data;
    this.work = work;
    this.conditions = conditions;
    this.progress = progress;
    Path key = data.resolve("person.key");
    this.processes =
        new Processes(
            work,
            Files.exists(key) ? Map.of("RACKVIDD_PERSON_KEY_FILE", key.toString()) : Map.of());
  }

  Conditions conditions() {
    return conditions;
  }

  /** A folder for a measurement's own files. */
  Path folder(String name) {
    return work.resolve(name);
  }

  /** The exports of all days but the last. */
  Exports exports() throws IOException {
    return Exports.in(data.resolve("exports"));
  }

  /** The exports of the day after. */
  Exports nextDay() throws IOException {
    return Exports.in(data.resolve("next-day"));
  }

  /** The exports as a landing folder that holds nothing else. */
  Path landing() throws IOException {
    Path landing = folder("landing");
    if (!Files.exists(landing)) {
      exports().linkTo(landing);
    }
    return landing;
  }

  /** All sides in turn, round after round, each time from nothing; done once for all. */
  Rounds rounds() throws IOException {
    if (whole == null) {
      whole = measure(conditions.cores(), List.of(Step.values()));
    }
    return whole;
  }

  /** The same, of some steps only. */
  Rounds measure(int cores, List<Step> steps) throws IOException {
    List<Run> runs = new ArrayList<>();
    for (int round = 1; round <= conditions.rounds(); round++) {
      runs.addAll(round(round, cores, steps));
    }
    return new Rounds(runs);
  }

  /** All sides once. */
  List<Run> round(int number, int cores, List<Step> steps) throws IOException {
    List<Run> runs = new ArrayList<>();
    for (Contender contender : Contender.values()) {
      Path store = folder("store");
      String what = "round %d, %s".formatted(number, cores == 1 ? "1 core" : cores + " cores");
      runs.add(run(what, job(contender, landing(), store, cores, conditions.memory(), steps)));
      Folders.delete(store);
    }
    return runs;
  }

  /** A job on this project's usual conditions. */
  Job job(Contender contender, Path landing, Path store) throws IOException {
    return job(
        contender, landing, store, conditions.cores(), conditions.memory(), List.of(Step.values()));
  }

  Job job(Contender contender, Path landing, Path store, int cores, String memory, List<Step> steps)
      throws IOException {
    return new Job(contender, landing, config(), store, cores, memory, steps, 0);
  }

  /** Runs a job in a process of its own and says how long it took. */
  Run run(String what, Job job) throws IOException {
    Run run = processes.run(job);
    progress.printf(Locale.ROOT, "  %s: %s %.1f s%n", what, job.contender().title, run.total());
    progress.flush();
    return run;
  }

  /** The simulated configuration, except that Räckvidd must leave the files to the other sides. */
  private Path config() throws IOException {
    Path config = folder("config");
    if (!Files.exists(config)) {
      Folders.copy(data.resolve("config"), config);
      Path organisation = config.resolve("organisation.yaml");
      List<String> lines = new ArrayList<>(Files.readAllLines(organisation));
      lines.removeIf(line -> line.startsWith("keep_person_files:"));
      lines.add("keep_person_files: true");
      Files.write(organisation, lines);
    }
    return config;
  }
}
