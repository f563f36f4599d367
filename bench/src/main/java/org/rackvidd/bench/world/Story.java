package org.rackvidd.bench.world;

import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Something a municipality writes about again and again, in other words each time.
 *
 * @param weight how often it comes up beside the others
 * @param months numbers of months, or {@code yyyy-mm} for once only
 */
record Story(
    String name,
    Topic topic,
    double weight,
    Set<String> months,
    EnumSet<Channel> channels,
    Map<String, List<String>> parts) {

  boolean fits(Channel channel, YearMonth month) {
    return channels.contains(channel)
        && (months.contains(String.valueOf(month.getMonthValue()))
            || months.contains(month.toString()));
  }

  /** One of the ways to put this part of a post, or nothing where the story has none. */
  String part(String part, Dice dice) {
    List<String> ways = parts.get(part);
    return ways == null ? "" : dice.pick(ways);
  }
}
