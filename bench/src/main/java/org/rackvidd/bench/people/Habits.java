package org.rackvidd.bench.people;

import org.rackvidd.bench.world.Channel;

/**
 * Who is on which platform: shares of an age that look in at least weekly, and of these the share
 * that follows the municipality.
 */
final class Habits {
  private static final double STRANGER = 0.15;
  private static final double COLLEAGUE = 3;

  private Habits() {}

  /** The share of an age that uses the platform. */
  static double use(Channel channel, Age age) {
    return switch (channel) {
      case FACEBOOK -> by(age, 0.62, 0.72, 0.78, 0.78, 0.74, 0.58);
      case INSTAGRAM -> by(age, 0.85, 0.78, 0.66, 0.55, 0.42, 0.25);
      case LINKEDIN -> by(age, 0.22, 0.40, 0.42, 0.36, 0.26, 0.06);
      case X -> by(age, 0.25, 0.22, 0.18, 0.15, 0.11, 0.06);
      case YOUTUBE -> by(age, 0.90, 0.85, 0.80, 0.70, 0.60, 0.40);
    };
  }

  /** The share of an age that uses TikTok, where the municipality only advertises. */
  static double useOfTikTok(Age age) {
    return by(age, 0.70, 0.45, 0.30, 0.20, 0.13, 0.06);
  }

  /** The chance that a user of the platform follows the municipality. */
  static double following(Channel channel, boolean resident, Role role) {
    double share =
        switch (channel) {
          case FACEBOOK -> 0.22;
          case INSTAGRAM -> 0.12;
          case LINKEDIN -> 0.10;
          case X -> 0.20;
          case YOUTUBE -> 0.02;
        };
    return Math.min(
        0.9, share * (resident ? 1 : STRANGER) * (role == Role.EMPLOYEE ? COLLEAGUE : 1));
  }

  private static double by(Age age, double... shares) {
    return shares[age.place()];
  }
}
