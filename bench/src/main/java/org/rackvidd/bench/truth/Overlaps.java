package org.rackvidd.bench.truth;

/**
 * How many people each set of ways reached in each period, from which every reach and every overlap
 * follows. Each person is counted once, in the set of all ways that reached them.
 *
 * <p>A way is a number from 0; groups, such as audiences, are counted apart.
 */
public final class Overlaps {
  private final Periods periods;
  private final int groups;
  private final int sets;
  private final int[] people;
  private final long[] times;
  private final int[] reachedBy;
  private final int[] touched;
  private int touchedCells;

  /**
   * @param ways how many there are, at most 12
   */
  public Overlaps(Periods periods, int groups, int ways) {
    this.periods = periods;
    this.groups = groups;
    this.sets = 1 << ways;
    int cells = periods.size() * groups;
    people = new int[cells * sets];
    times = new long[cells * ways];
    reachedBy = new int[cells];
    touched = new int[cells];
  }

  private int ways() {
    return Integer.numberOfTrailingZeros(sets);
  }

  /** The person at hand was reached on a day. */
  public void mark(int day, int groupBits, int way, int often) {
    for (int period : periods.of(day)) {
      for (int bits = groupBits; bits != 0; bits &= bits - 1) {
        int cell = period * groups + Integer.numberOfTrailingZeros(bits);
        if (reachedBy[cell] == 0) {
          touched[touchedCells++] = cell;
        }
        reachedBy[cell] |= 1 << way;
        times[cell * ways() + way] += often;
      }
    }
  }

  /** That was all of the person at hand. */
  public void close() {
    for (int i = 0; i < touchedCells; i++) {
      int cell = touched[i];
      people[cell * sets + reachedBy[cell]]++;
      reachedBy[cell] = 0;
    }
    touchedCells = 0;
  }

  /** Takes over what was counted of other people. */
  public void add(Overlaps other) {
    for (int i = 0; i < people.length; i++) {
      people[i] += other.people[i];
    }
    for (int i = 0; i < times.length; i++) {
      times[i] += other.times[i];
    }
  }

  /** How many people any of these ways reached. */
  public long reached(int period, int group, int anyOf) {
    int from = (period * groups + group) * sets;
    long sum = 0;
    for (int set = 1; set < sets; set++) {
      if ((set & anyOf) != 0) {
        sum += people[from + set];
      }
    }
    return sum;
  }

  /** How many people were reached by all ways of a set and by no other. */
  public long exactly(int period, int group, int set) {
    return people[(period * groups + group) * sets + set];
  }

  /** How often people were reached by any of these ways. */
  public long times(int period, int group, int anyOf) {
    long sum = 0;
    for (int way = 0; way < ways(); way++) {
      if ((anyOf >> way & 1) != 0) {
        sum += times[(period * groups + group) * ways() + way];
      }
    }
    return sum;
  }
}
