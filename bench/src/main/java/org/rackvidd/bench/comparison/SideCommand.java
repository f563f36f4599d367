package org.rackvidd.bench.comparison;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What runs in a process of its own: one side, step by step. */
@Command(
    name = "compare-side",
    hidden = true,
    description = "One side of the comparison; compare starts it.")
public final class SideCommand implements Callable<Integer> {
  @Parameters(index = "0", description = "The job, as JSON.")
  private Path job;

  @Parameters(index = "1", description = "Where to say what was done, as JSON.")
  private Path report;

  @Override
  public Integer call() throws Exception {
    Json.write(report, run(Json.read(job, Job.class)));
    return 0;
  }

  /** Does the job and asks for the figures, which is not timed. */
  static Run run(Job job) throws Exception {
    Exports exports = Exports.in(job.landing());
    Map<Step, Double> seconds = new EnumMap<>(Step.class);
    Map<Figure, Map<String, Double>> figures = new EnumMap<>(Figure.class);
    try (Side side = job.contender().open(job)) {
      for (Step step : job.steps()) {
        Optional<Side.Work> work = side.of(step);
        if (work.isPresent() && exports.hasAll(step.inputs)) {
          long begin = System.nanoTime();
          work.get().run();
          seconds.put(step, (System.nanoTime() - begin) / 1e9);
          if (step == Step.START_UP) {
            seconds.put(step, (System.currentTimeMillis() - job.launchedAt()) / 1e3);
          }
        }
      }
      for (Figure figure : Figure.values()) {
        if (seconds.containsKey(figure.step) && exports.hasAll(figure.inputs)) {
          figures.put(figure, side.ask(figure));
        }
      }
      return new Run(job.contender(), side.version(), seconds, figures, 0);
    }
  }
}
