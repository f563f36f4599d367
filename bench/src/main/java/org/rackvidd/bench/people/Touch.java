package org.rackvidd.bench.people;

import org.rackvidd.bench.world.AdPlatform;
import org.rackvidd.bench.world.Channel;

/** A way to be reached: what counts as a channel of its own, and whether it was paid for. */
public enum Touch {
  FACEBOOK("facebook", false),
  FACEBOOK_BOOSTED("facebook", true),
  INSTAGRAM("instagram", false),
  LINKEDIN("linkedin", false),
  LINKEDIN_ADS("linkedin", true),
  X("x", false),
  YOUTUBE("youtube", false),
  META_ADS("meta", true),
  GOOGLE_ADS("google_ads", true),
  TIKTOK_ADS("tiktok", true);

  private final String channel;
  private final boolean paid;

  Touch(String channel, boolean paid) {
    this.channel = channel;
    this.paid = paid;
  }

  /** The channel in result tables. */
  public String channel() {
    return channel;
  }

  public boolean paid() {
    return paid;
  }

  static Touch of(Channel channel) {
    return switch (channel) {
      case FACEBOOK -> FACEBOOK;
      case INSTAGRAM -> INSTAGRAM;
      case LINKEDIN -> LINKEDIN;
      case X -> X;
      case YOUTUBE -> YOUTUBE;
    };
  }

  static Touch of(AdPlatform platform) {
    return switch (platform) {
      case META -> META_ADS;
      case GOOGLE_ADS -> GOOGLE_ADS;
      case LINKEDIN -> LINKEDIN_ADS;
      case TIKTOK -> TIKTOK_ADS;
    };
  }

  /** Its place in arrays and sets of bits, which is written down nowhere. */
  @SuppressWarnings("EnumOrdinal")
  public int place() {
    return ordinal();
  }
}
