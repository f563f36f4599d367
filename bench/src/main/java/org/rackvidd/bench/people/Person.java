package org.rackvidd.bench.people;

import org.rackvidd.bench.world.AdPlatform;
import org.rackvidd.bench.world.Channel;
import org.rackvidd.bench.world.Dice;

/**
 * Somebody who lives in the town or near it.
 *
 * @param number the person's number within the town
 * @param fate bits of the person's own, from which all their chances are drawn
 * @param resident whether they live in the town itself
 * @param activity how often they look in on platforms, beside others who use them; 1 on average
 * @param uses a bit per {@link Channel} they use
 * @param follows a bit per channel on which they follow the town
 * @param onTikTok whether they can be reached there
 * @param warmth how readily they react, beside others; 1 on average
 * @param evening from -1, whose day is over by noon, to 1, who wakes up at night
 */
public record Person(
    int number,
    long fate,
    Age age,
    Gender gender,
    boolean resident,
    Role role,
    double activity,
    int uses,
    int follows,
    boolean onTikTok,
    double warmth,
    double evening) {

  boolean uses(Channel channel) {
    return (uses >> channel.place() & 1) != 0;
  }

  boolean follows(Channel channel) {
    return (follows >> channel.place() & 1) != 0;
  }

  /** The chances of one side of the person's life. */
  Dice dice(String side, long... which) {
    return Dice.of(fate, side, which);
  }

  /** The cell of a report by age and gender, counted as in {@link Breakdown}. */
  int cell() {
    return age.place() * Gender.values().length + gender.place();
  }

  /** How often an ad platform has a chance to show them something, beside others. */
  double within(AdPlatform platform) {
    return switch (platform) {
      case META ->
          activity * ((uses(Channel.FACEBOOK) ? 0.6 : 0) + (uses(Channel.INSTAGRAM) ? 0.4 : 0));
      case GOOGLE_ADS -> role == Role.JOB_SEEKER ? 5 : role == Role.STUDENT ? 1.5 : 0.25;
      case LINKEDIN -> uses(Channel.LINKEDIN) ? activity : 0;
      case TIKTOK -> onTikTok ? activity : 0;
    };
  }

  /** What a web statistics cookie calls them. */
  long browser() {
    return Dice.mix(fate ^ 0x6272_6F77_7365_72L);
  }
}
