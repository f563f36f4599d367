package org.rackvidd.bench.truth;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rackvidd.bench.people.Population;
import org.rackvidd.bench.world.Appeal;
import org.rackvidd.bench.world.Channel;

/**
 * What the hour of publication does to a post: the factor on each person's chance to see it, and on
 * the reach of an ordinary post, which is less where some would see it anyhow.
 */
final class Slots {
  private Slots() {}

  /** Every hour of every weekday, in the middle of the hour; 1 throughout in a world without. */
  static List<String[]> rows(boolean rhythm) {
    List<String[]> rows = new ArrayList<>();
    rows.add(
        new String[] {
          "channel", "local_weekday", "local_hour", "factor_on_chance", "factor_on_reach"
        });
    for (Channel channel : Channel.values()) {
      for (DayOfWeek day : DayOfWeek.values()) {
        for (int hour = 0; hour < 24; hour++) {
          double factor = rhythm ? Appeal.attention(channel, day, LocalTime.of(hour, 30)) : 1;
          rows.add(
              new String[] {
                channel.key(),
                String.valueOf(day.getValue()),
                String.valueOf(hour),
                String.format(Locale.ROOT, "%.4f", factor),
                String.format(Locale.ROOT, "%.4f", Population.onReach(channel, factor))
              });
        }
      }
    }
    return rows;
  }
}
