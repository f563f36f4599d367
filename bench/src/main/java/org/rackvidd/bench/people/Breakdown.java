package org.rackvidd.bench.people;

import java.util.ArrayList;
import java.util.List;
import org.rackvidd.bench.world.People;

/** The cells of a report by age and gender, in the order of {@link Person#cell}. */
public final class Breakdown {
  /** All cells. */
  public static final List<People> CELLS = cells();

  private Breakdown() {}

  private static List<People> cells() {
    List<People> cells = new ArrayList<>();
    for (Age age : Age.values()) {
      for (Gender gender : Gender.values()) {
        cells.add(new People(age.group(), gender.word()));
      }
    }
    return List.copyOf(cells);
  }
}
