package org.rackvidd.bench.people;

import java.util.List;
import java.util.Locale;
import org.rackvidd.bench.world.Channel;
import org.rackvidd.bench.world.Post;

/** Whom posts and campaigns are for, by the very signs the configuration's rules go by. */
public enum Audience {
  ALL("", ""),
  JOB_SEEKERS("ledigajobb endagpåjobbet", "Rekrytering*"),
  RESIDENTS("pågångigranvika driftinfo nubyggervi granvikaskolor omsorgigranvika", "Information*"),
  BUSINESSES("företagigranvika", ""),
  YOUTH("sommarjobb ung", "*Sommarjobb*");

  private final String hashtags;
  private final String campaigns;

  Audience(String hashtags, String campaigns) {
    this.hashtags = hashtags;
    this.campaigns = campaigns;
  }

  /** The name configuration, tables and truth files use. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public List<String> hashtags() {
    return words(hashtags);
  }

  /** Patterns of campaign names. */
  public List<String> campaigns() {
    return words(campaigns);
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }

  /** A bit per audience of a post; that of everybody is always set. */
  static int of(Post post) {
    int bits = 1;
    // What YouTube exports of a video is its title, which has no hashtags.
    if (post.account().channel() != Channel.YOUTUBE) {
      for (Audience audience : values()) {
        for (String hashtag : audience.hashtags()) {
          if (post.text().matches("(?s).*#" + hashtag + "(?!\\p{L}).*")) {
            bits |= 1 << audience.place();
          }
        }
      }
    }
    return bits;
  }

  /** A bit per audience of a campaign. */
  static int of(String campaign) {
    int bits = 1;
    for (Audience audience : values()) {
      for (String pattern : audience.campaigns()) {
        if (campaign.matches(pattern.replace("*", ".*"))) {
          bits |= 1 << audience.place();
        }
      }
    }
    return bits;
  }

  /** Its place in arrays and sets of bits, which is written down nowhere. */
  @SuppressWarnings("EnumOrdinal")
  public int place() {
    return ordinal();
  }
}
