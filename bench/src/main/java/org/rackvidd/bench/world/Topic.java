package org.rackvidd.bench.world;

/**
 * What a post is about, and the planted difference it makes. A water leak is seen by nearly
 * everybody and liked by nobody; a colleague's portrait warms, a vacancy does not.
 */
public enum Topic {
  VACANCY(0.85, 0.75),
  PORTRAIT(1.25, 1.35),
  EVENT(1.15, 1.10),
  SERVICE_NOTICE(2.60, 0.30),
  CITY_WORKS(1.05, 0.95),
  DEMOCRACY(0.70, 0.65),
  SCHOOL(1.00, 1.10),
  CARE(0.95, 1.15),
  BUSINESS(0.65, 0.70),
  SHARE(0.45, 0.35),
  REPLY(0.06, 0.60);

  private final double reach;
  private final double warmth;

  Topic(double reach, double warmth) {
    this.reach = reach;
    this.warmth = warmth;
  }

  /** Factor on the people reached. */
  double reach() {
    return reach;
  }

  /** Factor on the interactions of each person reached. */
  double warmth() {
    return warmth;
  }
}
