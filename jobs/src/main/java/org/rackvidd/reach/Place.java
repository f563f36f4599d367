package org.rackvidd.reach;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.rackvidd.build.Period;

/**
 * What a row of results.reach is about, within one organisation and event.
 *
 * @param period null for all time
 */
record Place(Period period, String channel, String audience, String delivery) {
  static final String ALL = "all";

  /** The ways in which a place can be a part of another. */
  enum Direction {
    CHANNELS,
    AUDIENCES,
    DELIVERIES,
    DAYS_OF_WEEK,
    DAYS_OF_MONTH,
    MONTHS,
    QUARTERS,
    YEARS;

    boolean isTime() {
      return this != CHANNELS && this != AUDIENCES && this != DELIVERIES;
    }
  }

  Place in(Period other) {
    return new Place(other, channel, audience, delivery);
  }

  Place of(String otherChannel) {
    return new Place(period, otherChannel, audience, delivery);
  }

  /** The places that this is a part of: each is made up of its parts in one direction. */
  Map<Direction, Place> wholes() {
    Map<Direction, Place> wholes = new EnumMap<>(Direction.class);
    if (!channel.equals(ALL)) {
      wholes.put(Direction.CHANNELS, of(ALL));
    }
    if (!audience.equals(ALL)) {
      wholes.put(Direction.AUDIENCES, new Place(period, channel, ALL, delivery));
    }
    if (!delivery.equals(ALL)) {
      wholes.put(Direction.DELIVERIES, new Place(period, channel, audience, ALL));
    }
    if (period != null) {
      addLonger(wholes, period.start());
    }
    return wholes;
  }

  /** A week reaches beyond its month, so that all time is made up of years only. */
  private void addLonger(Map<Direction, Place> wholes, LocalDate start) {
    switch (period.kind()) {
      case "day" -> {
        wholes.put(Direction.DAYS_OF_WEEK, in(Period.of("week", start)));
        wholes.put(Direction.DAYS_OF_MONTH, in(Period.of("month", start)));
      }
      case "month" -> wholes.put(Direction.MONTHS, in(Period.of("quarter", start)));
      case "quarter" -> wholes.put(Direction.QUARTERS, in(Period.of("year", start)));
      case "year" -> wholes.put(Direction.YEARS, in(null));
      default -> {}
    }
  }
}
