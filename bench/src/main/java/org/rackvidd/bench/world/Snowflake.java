package org.rackvidd.bench.world;

import java.time.Instant;

/** The ids that carry the moment they were made: X posts, LinkedIn activities, Instagram media. */
public enum Snowflake {
  INSTAGRAM(23, 1_314_220_021_721L),
  X(22, 1_288_834_974_657L),
  LINKEDIN(22, 0);

  private static final String DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private final int shift;
  private final long epochMillis;

  Snowflake(int shift, long epochMillis) {
    this.shift = shift;
    this.epochMillis = epochMillis;
  }

  /** An id made at the moment; chance fills the low bits as the platform's machines do. */
  public long mint(Instant moment, Dice dice) {
    long low = dice.roll() >>> (64 - shift);
    return ((moment.toEpochMilli() - epochMillis) << shift) | low;
  }

  /** The moment an id was made. */
  public Instant momentOf(long id) {
    return Instant.ofEpochMilli((id >>> shift) + epochMillis);
  }

  /** The id as Instagram writes it in addresses. */
  public static String shortcode(long id) {
    StringBuilder code = new StringBuilder(11);
    for (long rest = id; rest > 0; rest >>>= 6) {
      code.append(DIGITS.charAt((int) (rest & 63)));
    }
    return code.reverse().toString();
  }

  /** The id behind an Instagram address. */
  public static long ofShortcode(String code) {
    long id = 0;
    for (int i = 0; i < code.length(); i++) {
      id = (id << 6) | DIGITS.indexOf(code.charAt(i));
    }
    return id;
  }

  /** Eleven characters that mean nothing, as YouTube names its videos. */
  static String videoName(Dice dice) {
    StringBuilder name = new StringBuilder(11);
    for (int i = 0; i < 11; i++) {
      name.append(DIGITS.charAt(dice.below(64)));
    }
    return name.toString();
  }
}
