package org.rackvidd.bench.simulation;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes a world's exports, their truth, and the day after. */
@Command(
    name = "simulate",
    description = "Write a made-up world's exports with their truth; the same bytes for a seed.")
public final class Simulate implements Callable<Integer> {
  private static final int FEWEST_DAYS = 10;

  @Option(names = "--out", required = true, description = "A folder that is not there yet.")
  private Path out;

  @ArgGroup(multiplicity = "1")
  private Size size;

  /** How large the world is, said in one of two ways. */
  static final class Size {
    @Option(
        names = "--rows",
        description = "About how many rows the history shall have: as many towns as it takes.")
    private Long rows;

    @Option(
        names = "--people",
        description =
            "Grown-ups of the one town there is; one and a half times as many live near it.")
    private Integer people;
  }

  @Option(names = "--seed", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--days",
      defaultValue = "400",
      description = "Days of history. Default: ${DEFAULT-VALUE}.")
  private int days;

  @Option(
      names = "--no-rhythm",
      description = "A world in which the hour of publication makes no difference.")
  private boolean noRhythm;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (Files.exists(out)) {
      throw refused(out + " is there already. Remove it, or name another folder.");
    }
    if (days < FEWEST_DAYS || days > 2_000) {
      throw refused("--days must be from " + FEWEST_DAYS + " to 2000.");
    }
    if (size.rows != null && size.rows < 1_000 || size.people != null && size.people < 50) {
      throw refused("A world has at least 1000 rows, or 50 people.");
    }
    long begin = System.nanoTime();
    Plan plan =
        size.rows != null
            ? Plan.ofRows(size.rows, seed, days, !noRhythm)
            : Plan.ofPeople(size.people, seed, days, !noRhythm);
    long rows = new Simulation(plan, out).write();
    double seconds = (System.nanoTime() - begin) / 1e9;
    PrintWriter terminal = spec.commandLine().getOut();
    terminal.printf(
        Locale.ROOT,
        "%,d rows of %,d residents in %,d towns and the day after, %.1f s, %,.0f rows a second: %s%n",
        rows,
        (long) plan.towns() * plan.residents(),
        plan.towns(),
        seconds,
        rows / seconds,
        out);
    terminal.flush();
    return 0;
  }

  private ParameterException refused(String why) {
    return new ParameterException(spec.commandLine(), why);
  }
}
