package org.rackvidd.bench.people;

import java.util.List;
import org.rackvidd.bench.world.Appeal;
import org.rackvidd.bench.world.Channel;
import org.rackvidd.bench.world.Dice;

/**
 * All grown-ups of a town and its surroundings, made one at a time.
 *
 * @param seed of the town
 * @param residents who live in the town; the numbers from 0 on are theirs
 * @param neighbours who live near enough for ads and jobs
 */
public record Population(long seed, int residents, int neighbours) {
  private static final List<Double> ACTIVITIES = List.of(0.35, 0.9, 1.875);
  private static final List<Double> SHARES = List.of(0.35, 0.35, 0.30);

  /** Nobody is so keen that they see everything. */
  static final double SURE = 0.95;

  /**
   * What a factor on everybody's chance to see a post does to its reach: less than the factor where
   * some would see it anyhow.
   */
  public static double onReach(Channel channel, double factor) {
    double with = 0;
    double without = 0;
    for (int i = 0; i < ACTIVITIES.size(); i++) {
      double chance = ACTIVITIES.get(i) * Appeal.presence(channel, true, true);
      with += SHARES.get(i) * Math.min(SURE, chance * factor);
      without += SHARES.get(i) * Math.min(SURE, chance);
    }
    return Appeal.FOLLOWERS * with / without + (1 - Appeal.FOLLOWERS) * factor;
  }

  public int size() {
    return residents + neighbours;
  }

  /** The person with a number from 0 to the size, always the same. */
  public Person person(int number) {
    long fate = Dice.mix(seed ^ Dice.mix(number + 1L));
    Dice dice = Dice.from(fate);
    Age age = age(dice.unit());
    Gender gender = gender(dice.unit());
    boolean resident = number < residents;
    Role role = Role.of(age, dice);
    int uses = 0;
    int follows = 0;
    for (Channel channel : Channel.values()) {
      if (dice.chance(Habits.use(channel, age))) {
        uses |= 1 << channel.place();
        if (dice.chance(Habits.following(channel, resident, role))) {
          follows |= 1 << channel.place();
        }
      }
    }
    return new Person(
        number,
        fate,
        age,
        gender,
        resident,
        role,
        activity(dice.unit()),
        uses,
        follows,
        dice.chance(Habits.useOfTikTok(age)),
        warmth(dice.unit()),
        2 * dice.unit() - 1);
  }

  private static Age age(double unit) {
    double rest = unit;
    for (Age age : Age.values()) {
      rest -= age.share();
      if (rest < 0) {
        return age;
      }
    }
    return Age.FROM_65;
  }

  private static Gender gender(double unit) {
    return unit < Gender.FEMALE.share()
        ? Gender.FEMALE
        : unit < 1 - Gender.UNKNOWN.share() ? Gender.MALE : Gender.UNKNOWN;
  }

  /** A third looks in now and then, a third is hardly ever away; the mean is 1. */
  private static double activity(double unit) {
    double rest = unit;
    for (int i = 0; i < ACTIVITIES.size() - 1; i++) {
      rest -= SHARES.get(i);
      if (rest < 0) {
        return ACTIVITIES.get(i);
      }
    }
    return ACTIVITIES.get(ACTIVITIES.size() - 1);
  }

  /** Half of all people hardly ever react, a fifth do it gladly; the mean is 1. */
  private static double warmth(double unit) {
    return unit < 0.5 ? 0.2 : unit < 0.8 ? 1 : 3;
  }
}
