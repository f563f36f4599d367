package org.rackvidd.exports;

import java.util.Arrays;

/** A set of well-mixed 64-bit hashes: sixteen bytes each, where a set of Longs takes fifty. */
final class LongHashSet {
  private long[] table = new long[1024];
  private int size;
  private boolean hasZero;

  /** Whether the hash was not there yet. */
  boolean add(long hash) {
    if (hash == 0) {
      boolean isNew = !hasZero;
      hasZero = true;
      return isNew;
    }
    if (size * 2 >= table.length) {
      grow();
    }
    int place = place(hash);
    if (table[place] == hash) {
      return false;
    }
    table[place] = hash;
    size++;
    return true;
  }

  boolean contains(long hash) {
    return hash == 0 ? hasZero : table[place(hash)] == hash;
  }

  private int place(long hash) {
    int mask = table.length - 1;
    int place = (int) hash & mask;
    while (table[place] != 0 && table[place] != hash) {
      place = place + 1 & mask;
    }
    return place;
  }

  private void grow() {
    long[] old = table;
    table = new long[old.length * 2];
    Arrays.stream(old).filter(hash -> hash != 0).forEach(hash -> table[place(hash)] = hash);
  }
}
