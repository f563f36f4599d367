package org.rackvidd.bench.comparison;

import java.util.Locale;

/** Who takes part, in the order of a round. */
enum Contender {
  /** This project's own command line. */
  RACKVIDD("Räckvidd") {
    @Override
    Side open(Job job) {
      return new Rackvidd(job);
    }
  },

  /** SQL of a good analyst, in one process. */
  DUCKDB("DuckDB") {
    @Override
    Side open(Job job) {
      return new DuckDb(job);
    }
  },

  /** Spark as in the tutorials. */
  SPARK("Spark") {
    @Override
    Side open(Job job) {
      return new PlainSpark(job);
    }
  };

  /** Name for people. */
  final String title;

  Contender(String title) {
    this.title = title;
  }

  /** Makes its side ready; what takes time belongs to the first step. */
  abstract Side open(Job job);

  /** Name of its folders and resources. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
