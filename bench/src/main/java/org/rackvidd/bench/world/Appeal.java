package org.rackvidd.bench.world;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/**
 * What a post has going for it beside an ordinary one, before chance and the reader's own taste.
 *
 * @param reach factor on the chance to be seen
 * @param warmth the chance that somebody who saw it reacts
 */
public record Appeal(double reach, double warmth) {
  /** Of those an ordinary post reaches, so many follow the account. */
  public static final double FOLLOWERS = 0.8;

  /** Boosting buys people who did not follow, and who seldom do more than look. */
  public static final double PAID_WARMTH = 0.004;

  /** Of people who were bought, so many click. */
  public static final double PAID_CLICKS = 0.014;

  private static final double RESIDENT_WHO_DOES_NOT_FOLLOW = 0.06;
  private static final double NEIGHBOUR_WHO_DOES_NOT_FOLLOW = 0.012;

  /**
   * The appeal of a post.
   *
   * @param rhythm false in a world in which the hour of publication makes no difference
   */
  public static Appeal of(Account account, Post post, boolean rhythm) {
    Channel channel = account.channel();
    ZonedDateTime local = post.publishedAt().atZone(Account.ZONE);
    double attention = rhythm ? attention(channel, local.getDayOfWeek(), local.toLocalTime()) : 1;
    double months = account.monthsInto(local.toLocalDate());
    return new Appeal(
        StrictMath.pow(1 + channel.monthlyTrend(), months)
            * post.topic().reach()
            * post.type().reach()
            * attention,
        channel.interactionRate()
            * post.topic().warmth()
            * post.type().warmth()
            * StrictMath.sqrt(attention));
  }

  /** What the moment of publication does to the chance to be seen, in a world with a rhythm. */
  public static double attention(Channel channel, DayOfWeek day, LocalTime time) {
    return Rhythm.attention(channel, day, time);
  }

  /** The chance that an ordinary user of the platform sees an ordinary post of the town's. */
  public static double presence(Channel channel, boolean follows, boolean resident) {
    double share =
        follows
            ? FOLLOWERS
            : resident ? RESIDENT_WHO_DOES_NOT_FOLLOW : NEIGHBOUR_WHO_DOES_NOT_FOLLOW;
    return channel.reachedFollowers() * share;
  }

  /** The share of reactions to a topic that are shares. */
  public static double shares(Topic topic) {
    return topic == Topic.SERVICE_NOTICE ? 0.5 : 0.12;
  }

  /** The share of reactions to a topic that are comments. */
  public static double comments(Topic topic) {
    return topic == Topic.DEMOCRACY || topic == Topic.CITY_WORKS ? 0.2 : 0.08;
  }

  /** The share of reactions on a channel that are saves. */
  public static double saves(Channel channel) {
    return channel == Channel.INSTAGRAM ? 0.06 : channel == Channel.X ? 0.03 : 0;
  }

  /** Clicks for every person who sees a post of a type. */
  public static double clicks(PostType type) {
    return type == PostType.LINK ? 0.045 : 0.018;
  }

  /** The share of clicks on a post of a type that lead to another site. */
  public static double leaves(PostType type) {
    return type == PostType.LINK ? 0.7 : 0.12;
  }

  /** The chance that somebody who sees a post begins to follow the account. */
  public static double follows(Channel channel) {
    return channel == Channel.YOUTUBE ? 0.002 : 0.0006;
  }

  /**
   * The share of all who ever see a post who have seen it by the end of the day of this age: a day
   * later most have, after a month nearly all.
   */
  public static double seenBy(int age) {
    return 1 - 0.36 * StrictMath.exp(-age / 2.5) - 0.08 * StrictMath.exp(-age / 25.0);
  }
}
