package org.rackvidd.bench.world;

import java.util.List;

/**
 * A breakdown cell of an ads report.
 *
 * @param young the cell's share of an ad meant for the young
 * @param adult the cell's share of any other ad
 */
public record People(String age, String gender, double young, double adult) {
  /** Everybody, as a report without a breakdown shows them. */
  public static final People ALL = new People("", "", 1, 1);

  /** The cells Meta splits by; those who have not said come last. */
  public static final List<People> BY_AGE_AND_GENDER =
      List.of(
          new People("18-24", "female", 0.43, 0.07),
          new People("18-24", "male", 0.41, 0.04),
          new People("18-24", "unknown", 0.02, 0.005),
          new People("25-34", "female", 0.05, 0.17),
          new People("25-34", "male", 0.04, 0.08),
          new People("25-34", "unknown", 0.005, 0.01),
          new People("35-44", "female", 0.015, 0.18),
          new People("35-44", "male", 0.01, 0.07),
          new People("35-44", "unknown", 0.001, 0.005),
          new People("45-54", "female", 0.008, 0.15),
          new People("45-54", "male", 0.004, 0.06),
          new People("45-54", "unknown", 0.001, 0.005),
          new People("55-64", "female", 0.003, 0.08),
          new People("55-64", "male", 0.002, 0.04),
          new People("55-64", "unknown", 0.0005, 0.005),
          new People("65+", "female", 0.001, 0.015),
          new People("65+", "male", 0.001, 0.01),
          new People("65+", "unknown", 0.0005, 0.002));

  /** A number of the cell's own, to draw chances from. */
  long number() {
    return age.hashCode() * 31L + gender.hashCode();
  }

  double share(boolean youngAd) {
    return youngAd ? young : adult;
  }
}
