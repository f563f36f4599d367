package org.rackvidd.configuration;

import java.util.List;

/** The channels that may stand in a configuration, as they are written there and in the lake. */
public final class Channels {
  /**
   * Every channel. {@code meta} is an advertising account that spans Facebook and Instagram, {@code
   * google_ads} is Google's advertising, {@code web} the own site, {@code email} newsletters.
   */
  public static final List<String> ALL =
      List.of(
          "facebook",
          "instagram",
          "linkedin",
          "x",
          "youtube",
          "tiktok",
          "meta",
          "google_ads",
          "snapchat",
          "pinterest",
          "web",
          "email");

  private Channels() {}

  static boolean contains(String channel) {
    return ALL.contains(channel);
  }
}
