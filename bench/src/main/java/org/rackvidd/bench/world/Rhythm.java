package org.rackvidd.bench.world;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * The rhythm of a day on both sides: when the communicator publishes, which is mostly in office
 * hours, and when the audience looks, which is mostly not. The gap is what a best-time model should
 * find: LinkedIn on weekday mornings, Facebook around half past seven in the evening, Instagram at
 * eight, X at eight in the morning.
 */
final class Rhythm {
  private Rhythm() {}

  /** How many posts this day gets beside an ordinary day. */
  static double appetite(Channel channel, LocalDate day) {
    return switch (day.getDayOfWeek()) {
      case SATURDAY, SUNDAY -> channel == Channel.LINKEDIN ? 0.1 : 0.45;
      case TUESDAY, THURSDAY -> 1.35;
      default -> 1.15;
    };
  }

  /** A moment to publish, as communicators choose it. */
  static LocalTime publishing(Channel channel, Dice dice) {
    int hour =
        switch (dice.pickByWeight(0.16, 0.30, 0.14, 0.22, 0.18)) {
          case 0 -> dice.between(7, 8);
          case 1 -> dice.between(9, 10);
          case 2 -> dice.between(11, 12);
          case 3 -> dice.between(13, 15);
          default -> channel == Channel.LINKEDIN ? 16 : dice.between(17, 21);
        };
    if (channel == Channel.YOUTUBE) {
      hour = Math.min(17, Math.max(11, hour));
    }
    int minute = dice.chance(0.45) ? 15 * dice.below(4) : dice.below(60);
    return LocalTime.of(hour, minute, dice.below(60));
  }

  /** How much of the audience is there, beside an ordinary hour. */
  static double attention(Channel channel, DayOfWeek day, LocalTime time) {
    double hour = time.toSecondOfDay() / 3600.0;
    boolean weekend = day.getValue() >= 6;
    return switch (channel) {
      case FACEBOOK -> 0.85 + 0.55 * bump(hour, 19.5, 1.8) + 0.15 * bump(hour, 12, 1);
      case INSTAGRAM -> 0.85 + 0.60 * bump(hour, 20, 1.6) + (weekend ? 0.1 : 0);
      case LINKEDIN -> weekend ? 0.5 : 0.75 + 0.85 * bump(hour, 8, 1.5);
      case X -> 0.85 + 0.45 * bump(hour, 8, 1.3) + 0.15 * bump(hour, 16, 1.5);
      case YOUTUBE -> 1;
    };
  }

  private static double bump(double hour, double top, double width) {
    double distance = (hour - top) / width;
    return StrictMath.exp(-distance * distance / 2);
  }
}
