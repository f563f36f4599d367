package org.rackvidd.bench.comparison;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
    Map<Step, Double> processorSeconds = new EnumMap<>(Step.class);
    Map<Figure, Map<String, Double>> figures = new EnumMap<>(Figure.class);
    try (Side side = job.contender().open(job)) {
      for (Step step : job.steps()) {
        Optional<Side.Work> work = side.of(step);
        if (work.isPresent() && exports.hasAll(step.inputs)) {
          // Java and its classes are part of the start-up.
          double begin = step == Step.START_UP ? job.launchedAt() / 1e3 : now();
          double processorBegin = step == Step.START_UP ? 0 : processorTime();
          work.get().run();
          seconds.put(step, now() - begin);
          processorSeconds.put(step, processorTime() - processorBegin);
        }
      }
      for (Figure figure : Figure.values()) {
        if (seconds.containsKey(figure.step) && exports.hasAll(figure.inputs)) {
          figures.put(figure, side.ask(figure));
        }
      }
      return new Run(job.contender(), side.version(), seconds, processorSeconds, figures, 0);
    }
  }

  private static double now() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()) / 1e6;
  }

  private static double processorTime() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
        / 1e9;
  }
}
