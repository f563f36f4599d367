package org.rackvidd.bench.turns;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.SparkSession;

/**
 * Does the same in several ways, one after the other and again, so that what else a machine is
 * doing falls on all of them alike.
 */
public final class Turns {
  private final CpuTime cpu;
  private final int rounds;
  private final int uncounted;
  private final PrintWriter terminal;

  /**
   * What one way takes.
   *
   * @param seconds of the clock
   * @param cpuSeconds of the processors, of tasks only
   */
  public record Cost(double seconds, double cpuSeconds) {}

  /**
   * @param uncounted rounds at the beginning that only warm up; the last one always counts
   * @param terminal is told of each round
   */
  public Turns(SparkSession spark, int rounds, int uncounted, PrintWriter terminal) {
    this.cpu = new CpuTime(spark);
    this.rounds = rounds;
    this.uncounted = Math.min(uncounted, rounds - 1);
    this.terminal = terminal;
  }

  /** The median of each way. */
  public Map<String, Cost> medians(Map<String, Runnable> ways) {
    Map<String, List<Cost>> costs = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      terminal.printf(Locale.ROOT, "  round %d:", round + 1);
      for (var way : ways.entrySet()) {
        Cost cost = cost(way.getValue());
        costs.computeIfAbsent(way.getKey(), none -> new ArrayList<>()).add(cost);
        terminal.printf(
            Locale.ROOT,
            " %s %.2f s, %.2f s of processor time;",
            way.getKey(),
            cost.seconds(),
            cost.cpuSeconds());
      }
      terminal.println();
      terminal.flush();
    }
    Map<String, Cost> medians = new LinkedHashMap<>();
    costs.forEach(
        (way, all) -> {
          List<Cost> counted = all.subList(uncounted, all.size());
          medians.put(
              way, new Cost(median(counted, Cost::seconds), median(counted, Cost::cpuSeconds)));
        });
    return medians;
  }

  private Cost cost(Runnable way) {
    cpu.take();
    long begin = System.nanoTime();
    way.run();
    double seconds = (System.nanoTime() - begin) / 1e9;
    return new Cost(seconds, cpu.take() / 1e9);
  }

  private static double median(List<Cost> costs, ToDoubleFunction<Cost> figure) {
    double[] sorted = costs.stream().mapToDouble(figure).sorted().toArray();
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
