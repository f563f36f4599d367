package org.rackvidd.bench.truth;

import java.util.List;

/** How often people were reached in a month and longer: how many of them at least k times. */
public final class Frequencies {
  /** The longest k. */
  public static final int MOST = 10;

  private final Periods periods;
  private final int groups;
  private final int[] channelOfWay;
  private final int channels;
  private final int[] timesOfPerson;
  private final int[] touched;
  private int touchedCells;
  private final long[] people;

  /**
   * @param channelOfWay the number of each way's channel; one number more stands for all
   */
  public Frequencies(Periods periods, int groups, List<Integer> channelOfWay) {
    this.periods = periods;
    this.groups = groups;
    this.channelOfWay = channelOfWay.stream().mapToInt(Integer::intValue).toArray();
    this.channels = channelOfWay.stream().mapToInt(Integer::intValue).max().orElse(-1) + 2;
    int cells = periods.size() * groups * channels;
    timesOfPerson = new int[cells];
    touched = new int[cells];
    people = new long[cells * MOST];
  }

  /** The person at hand was reached on a day. */
  public void mark(int day, int groupBits, int way, int often) {
    for (Periods.Kind kind : Periods.Kind.values()) {
      if (counts(kind)) {
        for (int bits = groupBits; bits != 0; bits &= bits - 1) {
          int cell =
              (periods.of(day, kind) * groups + Integer.numberOfTrailingZeros(bits)) * channels;
          add(cell + channelOfWay[way], often);
          add(cell + channels - 1, often);
        }
      }
    }
  }

  /** Whether periods of a kind are counted. */
  public static boolean counts(Periods.Kind kind) {
    return kind != Periods.Kind.DAY && kind != Periods.Kind.WEEK;
  }

  private void add(int cell, int often) {
    if (timesOfPerson[cell] == 0) {
      touched[touchedCells++] = cell;
    }
    timesOfPerson[cell] += often;
  }

  /** That was all of the person at hand. */
  public void close() {
    for (int i = 0; i < touchedCells; i++) {
      int cell = touched[i];
      people[cell * MOST + Math.min(MOST, timesOfPerson[cell]) - 1]++;
      timesOfPerson[cell] = 0;
    }
    touchedCells = 0;
  }

  /** Takes over what was counted of other people. */
  public void add(Frequencies other) {
    for (int i = 0; i < people.length; i++) {
      people[i] += other.people[i];
    }
  }

  /**
   * How many people were reached at least so often.
   *
   * @param channel its number, or -1 for all together
   */
  public long atLeast(int period, int group, int channel, int times) {
    int cell = (period * groups + group) * channels + (channel < 0 ? channels - 1 : channel);
    long sum = 0;
    for (int k = times; k <= MOST; k++) {
      sum += people[cell * MOST + k - 1];
    }
    return sum;
  }
}
