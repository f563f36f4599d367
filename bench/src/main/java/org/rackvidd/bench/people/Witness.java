package org.rackvidd.bench.people;

/** Whoever looks on and counts, person by person. */
public interface Witness {
  /**
   * The person saw a post or an ad.
   *
   * @param download the first of the world's downloads that tells of it
   * @param day the day it counts for: a post's of publication, an ad's of the impression
   * @param audiences a bit per {@link Audience} it was for
   * @param times how often
   */
  void reached(int download, int day, Touch touch, int audiences, int times);

  /** That was all of this person. */
  void lived(Person person, WebYear web);
}
