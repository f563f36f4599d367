package org.rackvidd.bench.world;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * A municipality's presence on a platform.
 *
 * @param id what the platform's exports call it
 * @param handle its name in addresses
 * @param followers how many follow it over time
 */
public record Account(
    Channel channel,
    String id,
    String name,
    String handle,
    double postsPerWeek,
    Followers followers) {
  /** Where these municipalities live. */
  public static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

  /** A number of the account's own, to draw its chances from. */
  long number() {
    long number = 0;
    for (char letter : (channel.key() + id).toCharArray()) {
      number = number * 131 + letter;
    }
    return number;
  }

  /** Months since the world began, for slow trends. */
  double monthsInto(LocalDate day) {
    return ChronoUnit.DAYS.between(followers.start(), day) / 30.44;
  }
}
