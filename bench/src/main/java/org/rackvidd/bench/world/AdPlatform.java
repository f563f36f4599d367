package org.rackvidd.bench.world;

/** Where advertising is bought, at what price, and how its links are tagged. */
public enum AdPlatform {
  META("meta", 68, 0.014, "facebook", "paid_social"),
  GOOGLE_ADS("google_ads", 160, 0.050, "google", "cpc"),
  LINKEDIN("linkedin", 190, 0.007, "linkedin", "paid_social"),
  TIKTOK("tiktok", 38, 0.009, "tiktok", "paid_social");

  private final String key;
  private final int crownsPerThousand;
  private final double clickRate;
  private final String source;
  private final String medium;

  AdPlatform(String key, int crownsPerThousand, double clickRate, String source, String medium) {
    this.key = key;
    this.crownsPerThousand = crownsPerThousand;
    this.clickRate = clickRate;
    this.source = source;
    this.medium = medium;
  }

  /** The name truth files use. */
  public String key() {
    return key;
  }

  /** Price of a thousand impressions. */
  public int crownsPerThousand() {
    return crownsPerThousand;
  }

  /** Clicks for every impression of an ordinary ad. */
  public double clickRate() {
    return clickRate;
  }

  /** {@code utm_source} of its ads' links. */
  public String source() {
    return source;
  }

  /** {@code utm_medium} of its ads' links. */
  public String medium() {
    return medium;
  }

  /** Its place in arrays and sets of bits, which is written down nowhere. */
  @SuppressWarnings("EnumOrdinal")
  public int place() {
    return ordinal();
  }
}
