package org.rackvidd.links;

import java.util.Locale;
import java.util.Set;
import org.rackvidd.links.TrafficSources.ClickId;
import org.rackvidd.links.TrafficSources.Source;

/**
 * Where people came from, in Räckvidd's words. This sorts single visits by what their links say; it
 * is not attribution, which weighs all the visits before a conversion.
 *
 * @param channel facebook, instagram, meta (Meta's surfaces, which one is not known), linkedin, x,
 *     youtube, tiktok, snapchat, pinterest, social (other networks), messaging, google_ads,
 *     bing_ads, search, assistant (of artificial intelligence), email, sms, display, affiliate,
 *     job_board, print, referral, direct or other
 * @param isPaid whether an ad brought the visit; null where nothing proves it either way
 */
public record TrafficChannel(String channel, Boolean isPaid) {
  private static final TrafficSources KNOWN = TrafficSources.KNOWN;

  /** What Meta's surfaces are, where the source says only Meta. */
  private static final Set<String> META = Set.of("facebook", "instagram", "social", "messaging");

  /** Channels that a medium names in general and a referrer more closely. */
  private static final Set<String> VAGUE = Set.of("social", "search", "referral");

  private static final TrafficChannel DIRECT = new TrafficChannel("direct", null);

  /**
   * Any argument may be null; words for nothing such as {@code (none)} count as null. The order of
   * belief: a click id that only ads have, the source, another click id, the medium (its general
   * words such as social after the referrer), the referrer, words in the campaign's name.
   *
   * @param source as tagged, in any spelling: fb, Facebook, m.facebook.com
   * @param medium as tagged
   * @param campaign its name, which with Matomo may be all there is
   * @param clickIdKind as {@link CampaignLink#clickIdKind} gives it
   * @param referrerHost host of the page before, not of the own site
   */
  public static TrafficChannel of(
      String source, String medium, String campaign, String clickIdKind, String referrerHost) {
    String tagged = host(lower(source));
    String way = lower(medium);
    String name = lower(campaign);
    String referrer = host(lower(referrerHost));
    ClickId click = KNOWN.ofClickId(clickIdKind);
    if (tagged == null && way == null && name == null && click == null && referrer == null) {
      return DIRECT;
    }
    Source byMedium = way == null ? null : KNOWN.ofMedium(way);
    Source bySource = asDisplay(tagged == null ? null : KNOWN.ofSource(tagged), byMedium);
    Source byReferrer = referrer == null ? null : KNOWN.ofHost(referrer);

    if (click != null && click.paid()) {
      return new TrafficChannel(click.channelOf(bySource), true);
    }
    if (bySource == null && click != null) {
      return new TrafficChannel(click.channelOf(byReferrer), paid(tagged, way, byMedium, null));
    }
    Source found = found(bySource, byMedium, byReferrer, name);
    if (found == null) {
      boolean isSite = tagged == null ? referrer != null : tagged.indexOf('.') > 0;
      return new TrafficChannel(isSite ? "referral" : "other", paid(tagged, way, byMedium, null));
    }
    Boolean paid = paid(tagged, way, byMedium, found);
    boolean renamed = found.paidChannel() != null && Boolean.TRUE.equals(paid);
    return new TrafficChannel(renamed ? found.paidChannel() : found.channel(), paid);
  }

  private static Source found(Source bySource, Source byMedium, Source byReferrer, String name) {
    if (bySource != null) {
      boolean refined =
          bySource.channel().equals("meta")
              && byReferrer != null
              && META.contains(byReferrer.channel());
      return refined ? byReferrer : bySource;
    }
    if (byMedium != null && (byReferrer == null || !VAGUE.contains(byMedium.channel()))) {
      return byMedium;
    }
    if (byReferrer != null) {
      return byReferrer;
    }
    return name == null ? null : KNOWN.ofName(name);
  }

  /** A banner that a search engine's network shows elsewhere was not searched for. */
  private static Source asDisplay(Source bySource, Source byMedium) {
    boolean isBanner =
        bySource != null
            && byMedium != null
            && bySource.channel().equals("search")
            && byMedium.channel().equals("display");
    return isBanner ? byMedium : bySource;
  }

  private static Boolean paid(String source, String medium, Source byMedium, Source found) {
    boolean yes =
        (byMedium != null && byMedium.paid())
            || (found != null && found.paid())
            || (source != null && KNOWN.saysPaid(source))
            || (medium != null && (isPaidMedium(medium) || KNOWN.saysPaid(medium)));
    boolean no =
        (source != null && KNOWN.saysUnpaid(source))
            || (medium != null && KNOWN.saysUnpaid(medium));
    return yes == no ? null : Boolean.valueOf(yes);
  }

  /** The rule of GA4's default channels. */
  private static boolean isPaidMedium(String medium) {
    return medium.contains("cp")
        || medium.equals("ppc")
        || medium.equals("retargeting")
        || medium.startsWith("paid");
  }

  private static String lower(String text) {
    String value = CampaignValue.clean(text);
    return value == null ? null : value.toLowerCase(Locale.ROOT);
  }

  /** "facebook.com/page" and "https://facebook.com" are hosts, "fb/ig" is none. */
  private static String host(String text) {
    if (text == null || text.indexOf('/') < 0) {
      return text;
    }
    String host = LinkAddress.of(text).host();
    return host == null ? text : host;
  }
}
