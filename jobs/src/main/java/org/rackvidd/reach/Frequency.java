package org.rackvidd.reach;

/**
 * How often people can have been reached, given how many they are and how often all of them were.
 */
final class Frequency {
  private Frequency() {}

  /**
   * People reached at least so many times.
   *
   * <p>Everybody was reached once, so that those reached k times have k - 1 of what is left of the
   * impressions: with I impressions and R people they are (I - R) / (k - 1) at most. They may be
   * none, unless I is more than R times (k - 1): then somebody was reached more often than that.
   *
   * @param times 1 or more
   * @param impressions null where not known
   */
  static Bounds atLeast(int times, Bounds reach, Long impressions) {
    if (times == 1) {
      return reach;
    }
    if (impressions == null) {
      return new Bounds(0, reach.high());
    }
    long most = Math.max(0, impressions - reach.low()) / (times - 1);
    most = Math.min(most, Math.min(reach.high(), impressions / times));
    boolean somebody =
        reach.isLimited() && impressions > Math.multiplyExact(reach.high(), times - 1L);
    long least = somebody ? 1 : 0;
    return new Bounds(Math.min(least, most), most);
  }
}
