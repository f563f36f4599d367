package org.rackvidd.bench.world;

import java.util.List;

/**
 * Chance that falls the same way on every machine: one stream per seed and name, made of integer
 * arithmetic and {@link StrictMath} only, so that the same seed always gives the same bytes.
 */
public final class Dice {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  private Dice(long state) {
    this.state = state;
  }

  /** The stream of one thing in the world, for example of one account on one day. */
  public static Dice of(long seed, String what, long... which) {
    long state = seed;
    for (int i = 0; i < what.length(); i++) {
      state = state * 31 + what.charAt(i);
    }
    for (long number : which) {
      state = mix(state ^ (number * GOLDEN_GAMMA));
    }
    return new Dice(mix(state));
  }

  /**
   * The stream that a number mixed by {@link #mix} begins: the quick way where there are millions.
   */
  public static Dice from(long mixed) {
    return new Dice(mixed);
  }

  /** Any long, each as likely. */
  public long roll() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** A number from 0 up to, not including, the bound. */
  public int below(int bound) {
    return (int) (((roll() >>> 33) * bound) >>> 31);
  }

  /** A number between the two, both included. */
  public int between(int low, int high) {
    return low + below(high - low + 1);
  }

  /** A number from 0 to 1. */
  public double unit() {
    return unit(roll());
  }

  /** A number from 0 to 1 made of mixed bits. */
  public static double unit(long mixed) {
    return (mixed >>> 11) * 0x1.0p-53;
  }

  public boolean chance(double probability) {
    return unit() < probability;
  }

  /** Bell-shaped with mean 0 and deviation 1: the sum of twelve uniforms, so without logarithms. */
  public double bell() {
    double sum = -6;
    for (int i = 0; i < 6; i++) {
      long bits = roll();
      sum += ((bits >>> 32) + (bits & 0xFFFFFFFFL)) * 0x1.0p-32;
    }
    return sum;
  }

  /** A factor around 1 that doubles as easily as it halves. */
  public double spread(double deviation) {
    return StrictMath.exp(deviation * bell());
  }

  /** A count of independent happenings with the given mean. */
  public long count(double mean) {
    if (mean > 30) {
      return Math.max(0, Math.round(mean + bell() * Math.sqrt(mean)));
    }
    double left = StrictMath.exp(-mean);
    double draw = unit();
    double probability = left;
    long count = 0;
    while (draw > left && count < 200) {
      count++;
      probability *= mean / count;
      left += probability;
    }
    return count;
  }

  /** One of the items, each as likely. */
  public <T> T pick(List<T> items) {
    return items.get(below(items.size()));
  }

  /** The index of one of the weights, the heavier the likelier. */
  public int pickByWeight(double... weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double rest = unit() * sum;
    for (int i = 0; i < weights.length; i++) {
      rest -= weights[i];
      if (rest < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }

  /** Other bits in which nothing of the order of these is left. */
  public static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
