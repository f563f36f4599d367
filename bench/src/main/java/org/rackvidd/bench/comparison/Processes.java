package org.rackvidd.bench.comparison;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.rackvidd.bench.Main;

/**
 * Runs each job in a fresh JVM with the options of this one, apart from the heap.
 *
 * @param work folder for what the processes leave behind
 * @param environment variables they get beside this process's own
 */
record Processes(Path work, Map<String, String> environment) {
  private static final long LONGEST_MINUTES = 60;
  private static final int LINES_OF_LOG = 20;

  /** A side that did not come to its end. */
  static final class Failed extends IOException {
    private static final long serialVersionUID = 1L;
    private static final int SIGNALS = 128;

    /** The process's exit code. */
    final int exitCode;

    Failed(String message, int exitCode) {
      super(message);
      this.exitCode = exitCode;
    }

    /** Whether somebody ended it, which says nothing about the side. */
    boolean wasKilled() {
      return exitCode > SIGNALS;
    }
  }

  /** Does the job. */
  Run run(Job job) throws IOException {
    // What a failed process left behind must never pass for the answer of the next one.
    Folders.delete(work.resolve("process"));
    Path folder = Files.createDirectories(work.resolve("process"));
    Path log = folder.resolve("log.txt");
    Path temporary = Files.createDirectories(folder.resolve("tmp"));
    Path question = folder.resolve("job.json");
    Path answer = folder.resolve("run.json");
    Json.write(question, job.launched());
    ProcessBuilder builder = new ProcessBuilder(command(job, question, answer, temporary));
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    int exitCode = waitFor(builder.start());
    if (exitCode != 0) {
      throw new Failed(
          "%s ended with exit code %d. The end of what it said:%n%s%nAll of it is in %s."
              .formatted(job.contender().title, exitCode, tail(log), log),
          exitCode);
    }
    Run run = Json.read(answer, Run.class).withBytes(Folders.size(job.store()));
    Folders.delete(folder);
    return run;
  }

  private static int waitFor(Process process) throws IOException {
    try {
      if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
        throw new IOException("a side has not ended after " + LONGEST_MINUTES + " minutes");
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static List<String> command(Job job, Path question, Path answer, Path temporary) {
    List<String> command = new ArrayList<>();
    if (canPin()) {
      command.addAll(List.of("taskset", "-c", "0-" + (job.cores() - 1)));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> !option.matches("-(Xm|javaagent|Drackvidd.product).*"))
        .forEach(command::add);
    command.add("-Xmx" + job.memory());
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-Djava.io.tmpdir=" + temporary);
    String classes = System.getProperty("java.class.path");
    Product product = Product.named(System.getProperty("rackvidd.product", ""));
    if (job.contender() == Contender.RACKVIDD && product != null) {
      classes = product.jars() + File.pathSeparator + classes;
      command.addAll(product.options());
    }
    command.addAll(List.of("-cp", classes, Main.class.getName()));
    command.addAll(List.of("compare-side", question.toString(), answer.toString()));
    return command;
  }

  /**
   * Räckvidd as users run it.
   *
   * @param jars class path of bin/rackvidd
   * @param archive of the classes in it, or empty where there is none yet
   */
  private record Product(String jars, String archive) {
    /** What bin/bench names: the jars, and behind them the archive where there is one. */
    static Product named(String path) {
      int archive = path.endsWith(".jsa") ? path.lastIndexOf(File.pathSeparatorChar) : -1;
      return path.isEmpty()
          ? null
          : archive < 0
              ? new Product(path, "")
              : new Product(path.substring(0, archive), path.substring(archive + 1));
    }

    List<String> options() {
      return archive.isEmpty()
          ? List.of()
          : List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
    }
  }

  private static boolean canPin() {
    return Files.isExecutable(Path.of("/usr/bin/taskset"));
  }

  private static String tail(Path log) throws IOException {
    List<String> lines =
        Files.readAllLines(log).stream().filter(line -> !line.matches("\\s+at .*")).toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_OF_LOG), lines.size()));
  }
}
