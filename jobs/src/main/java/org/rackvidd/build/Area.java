package org.rackvidd.build;

import java.util.Set;
import java.util.function.Function;

/**
 * A group of result tables that are built together.
 *
 * @param intakes whose rows it reads, by which it is known how much there is to do
 * @param build brings the area's tables up to date and says what was done, in a sentence
 */
public record Area(Set<String> intakes, Function<BuildRun, String> build) {
  public Area {
    intakes = Set.copyOf(intakes);
  }
}
