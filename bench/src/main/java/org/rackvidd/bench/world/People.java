package org.rackvidd.bench.world;

/** A breakdown cell of an ads report, as it words it. */
public record People(String age, String gender) {
  /** Everybody, as a report without a breakdown shows them. */
  public static final People ALL = new People("", "");
}
