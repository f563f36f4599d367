package org.rackvidd.reach;

/**
 * A number of people.
 *
 * @param bounds what is certain, or 95 % likely
 * @param people the number itself, where it is known or estimated; else null
 */
record Reached(Bounds bounds, Long people) {
  static Reached of(Bounds bounds) {
    return new Reached(bounds, bounds.isExact() ? bounds.low() : null);
  }

  static Reached of(PeopleSketch sketch) {
    return new Reached(sketch.bounds(), sketch.people());
  }
}
