package org.rackvidd.links;

import java.util.ArrayList;
import java.util.List;

/**
 * A name in a query that says something about a campaign.
 *
 * @param parameter index in {@link CampaignLink#PARAMETERS}, -1 for a click id
 * @param rank which of two names for one parameter is believed: the lower one
 */
record LinkKey(String name, int parameter, int rank) {
  static final List<String> PARAMETERS =
      List.of(
          "utm_source",
          "utm_medium",
          "utm_campaign",
          "utm_content",
          "utm_term",
          "utm_id",
          "utm_source_platform",
          "utm_creative_format",
          "utm_marketing_tactic");

  static final List<String> CLICK_IDS =
      List.of(
          "gclid",
          "gbraid",
          "wbraid",
          "dclid",
          "msclkid",
          "fbclid",
          "li_fat_id",
          "ttclid",
          "twclid",
          "ScCid",
          "epik");

  /** Matomo's prefixes, the newest first; all of them are still read by Matomo. */
  private static final List<String> MATOMO = List.of("mtm_", "matomo_", "pk_", "piwik_");

  /** Keys by their length, so that most names in a query are passed over without a look. */
  private static final LinkKey[][] BY_LENGTH = byLength();

  boolean isClickId() {
    return parameter < 0;
  }

  /** The key that this part of a text names, in any case; null where it is none. */
  static LinkKey find(String text, int from, int to) {
    int length = to - from;
    if (length < 0 || length >= BY_LENGTH.length) {
      return null;
    }
    for (LinkKey key : BY_LENGTH[length]) {
      if (key.name.regionMatches(true, 0, text, from, length)) {
        return key;
      }
    }
    return null;
  }

  /** Whether a key and its equals sign stand here. */
  static boolean startsAt(String text, int from, int end) {
    int last = Math.min(end, from + BY_LENGTH.length);
    for (int i = from; i < last; i++) {
      if (text.charAt(i) == '=') {
        return find(text, from, i) != null;
      }
    }
    return false;
  }

  private static LinkKey[][] byLength() {
    List<LinkKey> keys = new ArrayList<>();
    for (String name : PARAMETERS) {
      keys.add(new LinkKey(name, PARAMETERS.indexOf(name), 0));
    }
    for (String prefix : MATOMO) {
      int rank = 1 + MATOMO.indexOf(prefix);
      addMatomo(keys, prefix, rank, "utm_campaign", "campaign", "cpn");
      addMatomo(keys, prefix, rank, "utm_term", "keyword", "kwd");
      addMatomo(keys, prefix, rank, "utm_source", "source");
      addMatomo(keys, prefix, rank, "utm_medium", "medium");
      addMatomo(keys, prefix, rank, "utm_content", "content");
      addMatomo(keys, prefix, rank, "utm_id", "cid");
    }
    for (String name : CLICK_IDS) {
      keys.add(new LinkKey(name, -1, 0));
    }
    int longest = keys.stream().mapToInt(key -> key.name.length()).max().orElseThrow();
    var byLength = new LinkKey[longest + 1][];
    for (int length = 0; length <= longest; length++) {
      int wanted = length;
      byLength[length] =
          keys.stream().filter(key -> key.name.length() == wanted).toArray(LinkKey[]::new);
    }
    return byLength;
  }

  private static void addMatomo(
      List<LinkKey> keys, String prefix, int rank, String parameter, String... words) {
    for (String word : words) {
      keys.add(new LinkKey(prefix + word, PARAMETERS.indexOf(parameter), rank));
    }
  }
}
