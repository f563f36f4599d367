package org.rackvidd.adfigures;

import java.util.Arrays;

/** Figures that may be added up, each in whole units of its own; some may be unknown. */
final class Figures {
  private static final long UNKNOWN = Long.MIN_VALUE;

  /** Figures above zero that must be the same; one may be so by chance. */
  private static final int TELLING = 2;

  private final long[] values;

  private Figures(long[] values) {
    this.values = values;
  }

  /** All unknown. */
  static Figures unknown(int count) {
    long[] values = new long[count];
    Arrays.fill(values, UNKNOWN);
    return new Figures(values);
  }

  void set(int figure, long value) {
    values[figure] = value;
  }

  boolean knows(int figure) {
    return values[figure] != UNKNOWN;
  }

  long get(int figure) {
    return values[figure];
  }

  /** Adds what the other knows. */
  void add(Figures other) {
    for (int i = 0; i < values.length; i++) {
      if (other.knows(i)) {
        values[i] = knows(i) ? values[i] + other.values[i] : other.values[i];
      }
    }
  }

  /** What is left of every figure when the parts are taken from it, never less than nothing. */
  Figures without(Figures parts) {
    Figures rest = unknown(values.length);
    for (int i = 0; i < values.length; i++) {
      if (knows(i)) {
        rest.values[i] = Math.max(0, values[i] - (parts.knows(i) ? parts.values[i] : 0));
      }
    }
    return rest;
  }

  /** Whether all that both know is the same, and enough of it that it is not by chance. */
  boolean agreesWith(Figures other) {
    int same = 0;
    for (int i = 0; i < values.length; i++) {
      if (knows(i) && other.knows(i)) {
        if (values[i] != other.values[i]) {
          return false;
        }
        same += values[i] > 0 ? 1 : 0;
      }
    }
    return same >= TELLING;
  }

  boolean isNothing() {
    return Arrays.stream(values).allMatch(value -> value == UNKNOWN || value == 0);
  }

  Figures copy() {
    return new Figures(values.clone());
  }
}
