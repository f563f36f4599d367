package org.rackvidd.bench.comparison;

import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** The runs of all rounds, and what they come to. */
record Rounds(List<Run> runs) {

  /** Median seconds of a step, if the contender has it. */
  OptionalDouble median(Contender contender, Step step) {
    return stepsOf(contender).contains(step)
        ? OptionalDouble.of(median(contender, run -> run.seconds().get(step)))
        : OptionalDouble.empty();
  }

  /** Median of the whole night. */
  double night(Contender contender) {
    return median(contender, Run::total);
  }

  /** Median of a night of these steps only. */
  double night(Contender contender, Set<Step> steps) {
    return median(contender, run -> run.total(steps));
  }

  /** The steps that all contenders have. */
  Set<Step> common() {
    Set<Step> steps = EnumSet.allOf(Step.class);
    for (Contender contender : Contender.values()) {
      steps.retainAll(stepsOf(contender));
    }
    return steps;
  }

  private Set<Step> stepsOf(Contender contender) {
    return runs.stream()
        .filter(run -> run.contender() == contender)
        .findFirst()
        .map(run -> run.seconds().keySet())
        .orElse(Set.of());
  }

  /** Median of what the runs of a contender come to. */
  double median(Contender contender, ToDoubleFunction<Run> figure) {
    double[] sorted =
        runs.stream()
            .filter(run -> run.contender() == contender)
            .mapToDouble(figure)
            .sorted()
            .toArray();
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
