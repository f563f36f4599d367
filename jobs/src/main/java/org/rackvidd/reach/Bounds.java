package org.rackvidd.reach;

/**
 * What is known about a number of people: it is at least {@code low} and at most {@code high}.
 *
 * @param high {@link #UNKNOWN} where nothing limits it
 */
record Bounds(long low, long high) {
  static final long UNKNOWN = Long.MAX_VALUE;
  static final Bounds NOTHING_KNOWN = new Bounds(0, UNKNOWN);

  Bounds {
    if (low < 0 || high < low) {
      throw new IllegalArgumentException("no numbers of people: " + low + " to " + high);
    }
  }

  static Bounds exactly(long people) {
    return new Bounds(people, people);
  }

  boolean isExact() {
    return low == high;
  }

  boolean isLimited() {
    return high != UNKNOWN;
  }

  boolean holds(long people) {
    return low <= people && people <= high;
  }

  /** The number nearest to one that was estimated otherwise. */
  long nearest(long people) {
    return Math.max(low, Math.min(high, people));
  }

  /** A sum of upper bounds, of which one that is not known makes the sum unknown. */
  static long plus(long high, long otherHigh) {
    return high == UNKNOWN || otherHigh == UNKNOWN ? UNKNOWN : high + otherHigh;
  }

  /** What is left at least when so many at most are taken away. */
  static long minus(long low, long otherHigh) {
    return otherHigh == UNKNOWN ? 0 : Math.max(0, low - otherHigh);
  }
}
