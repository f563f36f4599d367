package org.rackvidd.bench;

import org.rackvidd.bench.comparison.Compare;
import org.rackvidd.bench.comparison.SideCommand;
import org.rackvidd.bench.demo.Demo;
import org.rackvidd.bench.reach.Judge;
import org.rackvidd.bench.reach.Sketches;
import org.rackvidd.bench.reading.Reading;
import org.rackvidd.bench.simulation.Simulate;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The bench's command line. */
@Command(
    name = "rackvidd-bench",
    description = "Makes exports in the platforms' formats, with known truths, and measures.",
    mixinStandardHelpOptions = true,
    subcommands = {
      Demo.class,
      Simulate.class,
      Reading.class,
      Sketches.class,
      Judge.class,
      Compare.class,
      SideCommand.class
    })
public final class Main {
  private Main() {}

  /** Runs one command and ends with its exit code. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }
}
