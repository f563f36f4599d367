package org.rackvidd.bench.comparison;

import java.util.Map;
import java.util.Optional;

/** One way to do the job. */
interface Side extends AutoCloseable {

  /** Something that is timed. */
  interface Work {
    void run() throws Exception;
  }

  /** How it does a step; empty where it has no answer to it. */
  Optional<Work> of(Step step);

  /** What it found; empty where it cannot say. */
  Map<String, Double> ask(Figure figure) throws Exception;

  /** What it runs on. */
  String version() throws Exception;

  @Override
  void close() throws Exception;
}
