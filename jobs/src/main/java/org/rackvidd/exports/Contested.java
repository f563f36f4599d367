package org.rackvidd.exports;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/**
 * Finds the rows of a batch that share their grain with another row of it. Only among these must
 * the newest be sought; all others, mostly nearly all, are stored as they are read. Hashes travel
 * and are compared, not rows.
 */
final class Contested implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What fits easily into the memory of one task. */
  private static final long HASHES_PER_TASK = 4_000_000;

  /**
   * Hashes of a section that one task compares; ordinals count the section's rows of the intake.
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Piece(String table, String section, int[] ordinals, long[] hashes)
      implements Serializable {}

  private record Found(String table, String section, BitSet ordinals) implements Serializable {}

  private final Map<String, Map<String, BitSet>> byTable = new HashMap<>();

  private Contested() {}

  /** Of a batch without rows. */
  static Contested none() {
    return new Contested();
  }

  /**
   * @param grains of every section
   * @param rows how many hashes there are, about
   */
  static Contested of(JavaRDD<Accounting.Grains> grains, long rows) {
    int tasks = (int) Math.max(1, rows / HASHES_PER_TASK);
    Contested contested = new Contested();
    grains
        .flatMapToPair(g -> pieces(g, tasks))
        .groupByKey(tasks)
        .flatMap(bucket -> shared(bucket._2()))
        .collect()
        .forEach(contested::add);
    return contested;
  }

  private void add(Found found) {
    byTable
        .computeIfAbsent(found.table(), table -> new HashMap<>())
        .computeIfAbsent(found.section(), section -> new BitSet())
        .or(found.ordinals());
  }

  /**
   * Which of a section's rows are contested in a table, by their ordinals.
   *
   * @param section its {@link Section#key}
   */
  BitSet rows(String table, String section) {
    return byTable.getOrDefault(table, Map.of()).getOrDefault(section, new BitSet());
  }

  private static Iterator<Tuple2<Integer, Piece>> pieces(Accounting.Grains grains, int tasks) {
    List<Tuple2<Integer, Piece>> pieces = new ArrayList<>();
    long[] hashes = grains.hashes();
    int[] sizes = new int[tasks];
    for (long hash : hashes) {
      sizes[task(hash, tasks)]++;
    }
    int[][] ordinals = new int[tasks][];
    long[][] shares = new long[tasks][];
    for (int task = 0; task < tasks; task++) {
      ordinals[task] = new int[sizes[task]];
      shares[task] = new long[sizes[task]];
    }
    int[] filled = new int[tasks];
    for (int ordinal = 0; ordinal < hashes.length; ordinal++) {
      int task = task(hashes[ordinal], tasks);
      ordinals[task][filled[task]] = ordinal;
      shares[task][filled[task]++] = hashes[ordinal];
    }
    for (int task = 0; task < tasks; task++) {
      pieces.add(
          new Tuple2<>(
              task, new Piece(grains.table(), grains.section(), ordinals[task], shares[task])));
    }
    return pieces.iterator();
  }

  private static int task(long hash, int tasks) {
    return (int) Long.remainderUnsigned(hash, tasks);
  }

  private static Iterator<Found> shared(Iterable<Piece> pieces) {
    Map<String, List<Piece>> byTable = new TreeMap<>();
    pieces.forEach(
        piece -> byTable.computeIfAbsent(piece.table(), table -> new ArrayList<>()).add(piece));
    List<Found> found = new ArrayList<>();
    for (List<Piece> table : byTable.values()) {
      long[] repeated = repeated(table);
      if (repeated.length > 0) {
        table.forEach(piece -> found.add(among(repeated, piece)));
      }
    }
    found.sort(Comparator.comparing(Found::section));
    return found.iterator();
  }

  private static long[] repeated(List<Piece> pieces) {
    long[] all = pieces.stream().flatMapToLong(p -> Arrays.stream(p.hashes())).sorted().toArray();
    int count = 0;
    for (int i = 1; i < all.length; i++) {
      if (all[i] == all[i - 1] && (count == 0 || all[count - 1] != all[i])) {
        all[count++] = all[i];
      }
    }
    return Arrays.copyOf(all, count);
  }

  private static Found among(long[] repeated, Piece piece) {
    BitSet ordinals = new BitSet();
    for (int i = 0; i < piece.hashes().length; i++) {
      if (Arrays.binarySearch(repeated, piece.hashes()[i]) >= 0) {
        ordinals.set(piece.ordinals()[i]);
      }
    }
    return new Found(piece.table(), piece.section(), ordinals);
  }
}
