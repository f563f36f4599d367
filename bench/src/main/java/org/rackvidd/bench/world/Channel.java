package org.rackvidd.bench.world;

/** A platform, and how far and how warmly a municipality's ordinary post goes there. */
public enum Channel {
  FACEBOOK(0.34, 0.030, -0.021),
  INSTAGRAM(0.42, 0.048, 0.019),
  LINKEDIN(0.62, 0.026, 0.004),
  X(0.30, 0.011, -0.010),
  YOUTUBE(0.55, 0.020, 0.0);

  private final double reachedFollowers;
  private final double interactionRate;
  private final double monthlyTrend;

  Channel(double reachedFollowers, double interactionRate, double monthlyTrend) {
    this.reachedFollowers = reachedFollowers;
    this.interactionRate = interactionRate;
    this.monthlyTrend = monthlyTrend;
  }

  /** People reached by an ordinary post for every follower. */
  double reachedFollowers() {
    return reachedFollowers;
  }

  /** Interactions for every person reached by an ordinary post. */
  double interactionRate() {
    return interactionRate;
  }

  /** The reach of a post changes this much a month: Facebook's falls, Instagram's rises. */
  double monthlyTrend() {
    return monthlyTrend;
  }

  /** The name configuration and truth files use. */
  public String key() {
    return switch (this) {
      case FACEBOOK -> "facebook";
      case INSTAGRAM -> "instagram";
      case LINKEDIN -> "linkedin";
      case X -> "x";
      case YOUTUBE -> "youtube";
    };
  }

  /** Its place in arrays and sets of bits, which is written down nowhere. */
  @SuppressWarnings("EnumOrdinal")
  public int place() {
    return ordinal();
  }
}
