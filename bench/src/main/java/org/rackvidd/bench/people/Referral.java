package org.rackvidd.bench.people;

import org.rackvidd.bench.world.AdPlatform;

/**
 * Where a visitor came from, as web statistics see it.
 *
 * @param kind Matomo's number: 1 direct, 2 search engine, 3 web site, 6 campaign, 7 social network
 * @param name of the search engine, site or network, else empty
 * @param url of the page before, or empty
 * @param source {@code utm_source}, or empty where the link has no tags
 * @param channel the channel a correct reader makes of all this
 */
public record Referral(
    int kind,
    String name,
    String url,
    String source,
    String medium,
    String campaign,
    String content,
    String channel) {
  static final Referral DIRECT = of(1, "", "", "direct");
  static final Referral SEARCH = of(2, "Google", "https://www.google.com/", "search");
  static final Referral SITE =
      of(3, "www.platser.example", "https://www.platser.example/", "referral");
  static final Referral SOCIAL = of(7, "Facebook", "https://www.facebook.com/", "facebook");
  static final Referral NEWSLETTER =
      new Referral(6, "", "", "nyhetsbrev", "email", "veckobrev", "", "email");

  private static Referral of(int kind, String name, String url, String channel) {
    return new Referral(kind, name, url, "", "", "", "", channel);
  }

  /** A link that a post has. */
  static Referral post(Touch touch) {
    return new Referral(6, "", "", touch.channel(), "social", "inlagg", "", touch.channel());
  }

  /** A link that an ad has. */
  static Referral ad(Flight flight, int ad) {
    return new Referral(
        6,
        "",
        "",
        flight.platform().source(),
        flight.platform().medium(),
        flight.tag(),
        flight.content(ad),
        flight.platform() == AdPlatform.GOOGLE_ADS ? "google_ads" : flight.platform().source());
  }
}
