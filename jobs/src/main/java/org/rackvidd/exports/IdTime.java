package org.rackvidd.exports;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The moment a platform minted an id, which it carries in its upper bits. Several exports state
 * only the date, so this is what makes their posts usable for timing.
 */
public enum IdTime {
  /** Shortcode in the permalink, base64url; 23 low bits below milliseconds since 2011-08-24. */
  INSTAGRAM("/(?:p|reel|reels|tv)/([A-Za-z0-9_-]{10,11})(?:[/?#]|$)") {
    @Override
    long millis(String code) {
      long id = 0;
      for (int i = 0; i < code.length(); i++) {
        id = id << 6 | BASE64URL.indexOf(code.charAt(i));
      }
      return (id >>> 23) + 1_314_220_021_721L;
    }
  },
  /** Snowflake: 22 low bits below milliseconds since 2010-11-04. Earlier ids carry no time. */
  X("(?:^|/status/)(\\d{15,19})(?:[/?#]|$)") {
    @Override
    long millis(String id) {
      return (Long.parseLong(id) >>> 22) + 1_288_834_974_657L;
    }
  },
  /** urn:li:activity:N, also ugcPost and share; 22 low bits below Unix milliseconds. */
  LINKEDIN("(?:^|:|-)(\\d{19})(?:\\D|$)") {
    @Override
    long millis(String id) {
      return Long.parseLong(id) >>> 22;
    }
  },
  /** Video id; 32 low bits below Unix seconds. */
  TIKTOK("(?:^|/video/|/photo/)(\\d{18,19})(?:[/?#]|$)") {
    @Override
    long millis(String id) {
      return (Long.parseLong(id) >>> 32) * 1000;
    }
  };

  private static final String BASE64URL =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  private static final Instant FIRST_PLAUSIBLE = Instant.parse("2004-01-01T00:00:00Z");
  private static final Instant LAST_PLAUSIBLE = Instant.parse("2100-01-01T00:00:00Z");

  private final Pattern id;

  IdTime(String pattern) {
    this.id = Pattern.compile(pattern);
  }

  @JsonCreator
  static IdTime of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  abstract long millis(String id);

  /**
   * @param text the id itself, or a link or URN that holds it
   * @return the instant, or empty where the text holds no id that can be decoded
   */
  public Optional<Instant> decode(String text) {
    Matcher matcher = id.matcher(text);
    if (!matcher.find()) {
      return Optional.empty();
    }
    try {
      Instant instant = Instant.ofEpochMilli(millis(matcher.group(1)));
      return instant.isAfter(FIRST_PLAUSIBLE) && instant.isBefore(LAST_PLAUSIBLE)
          ? Optional.of(instant)
          : Optional.empty();
    } catch (NumberFormatException tooLarge) {
      return Optional.empty();
    }
  }
}
