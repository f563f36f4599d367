package org.rackvidd.build;

/** A group of result tables that are built together. */
@FunctionalInterface
public interface Area {
  /** Brings the area's tables up to date and says what was done, in a sentence. */
  String build(BuildRun run);
}
