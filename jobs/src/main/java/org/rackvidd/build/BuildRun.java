package org.rackvidd.build;

import java.time.LocalDate;
import org.rackvidd.configuration.Configuration;
import org.rackvidd.lake.Lake;

/**
 * What one build of an area is to do.
 *
 * @param sinceBatch facts of later ingests are new to the area; -1 where all are
 * @param from first local day to build again, changed or not; null where only changes count
 * @param to last such day
 */
public record BuildRun(
    Lake lake, Configuration configuration, long sinceBatch, LocalDate from, LocalDate to) {

  /** Whether everything is built from the beginning. */
  public boolean isFull() {
    return sinceBatch < 0;
  }
}
