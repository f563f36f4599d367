package org.rackvidd.bench.world;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The effects put into the world on purpose, for a model to find again: factors on a post's reach
 * and on its interactions per person reached, beside an ordinary post. Chance lies on top of them.
 */
public final class Planted {
  private Planted() {}

  /** What the columns of {@link #rows} hold. */
  public static List<String> header() {
    return List.of("effect", "channel", "level", "factor_on_reach", "factor_on_interaction_rate");
  }

  /**
   * All effects; a channel of {@code all} means every one.
   *
   * @param rhythm false for a world in which the hour of publication makes no difference
   */
  public static List<String[]> rows(boolean rhythm) {
    List<String[]> rows = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      rows.add(row("topic", "all", topic.toString(), topic.reach(), topic.warmth()));
    }
    for (PostType type : PostType.values()) {
      rows.add(row("post_type", "all", type.toString(), type.reach(), type.warmth()));
    }
    for (Channel channel : Channel.values()) {
      rows.add(row("month", channel.key(), "next", 1 + channel.monthlyTrend(), 1));
    }
    if (!rhythm) {
      return rows;
    }
    Map<DayOfWeek, String> days = new EnumMap<>(DayOfWeek.class);
    days.put(DayOfWeek.TUESDAY, "weekday ");
    days.put(DayOfWeek.SUNDAY, "weekend ");
    for (Channel channel : Channel.values()) {
      days.forEach((day, name) -> hours(channel, day, name, rows));
    }
    return rows;
  }

  /** The hour works on reach in full and on interactions by its root. */
  private static void hours(Channel channel, DayOfWeek day, String name, List<String[]> rows) {
    for (int hour = 7; channel != Channel.YOUTUBE && hour <= 21; hour++) {
      double attention = Rhythm.attention(channel, day, LocalTime.of(hour, 30));
      rows.add(row("hour", channel.key(), name + hour, attention, StrictMath.sqrt(attention)));
    }
  }

  private static String[] row(
      String effect, String channel, String level, double reach, double warmth) {
    return new String[] {effect, channel, level, rounded(reach), rounded(warmth)};
  }

  private static String rounded(double factor) {
    return String.valueOf(Math.round(factor * 1000) / 1000.0);
  }
}
