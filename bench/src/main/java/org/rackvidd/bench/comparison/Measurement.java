package org.rackvidd.bench.comparison;

import java.io.IOException;

/** A question about all sides, or one of them, that takes processes to answer. */
interface Measurement {
  Finding take(Laboratory laboratory) throws IOException;
}
