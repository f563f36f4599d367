package org.rackvidd.reach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.datasketches.thetacommon.BinomialBoundsN;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * How often each of a set of people was reached: of everybody up to 16 384 people, beyond that of
 * those whose ranks are the smallest. A person's rank is an even hash of theirs, the same in every
 * sample, so that samples of several periods or channels add up person by person. (A theta sketch
 * that keeps a number per person; DataSketches' own, the tuple sketch, has other bytes for another
 * order of the same events.)
 */
final class FrequencySample {
  /** As {@link #row} makes them: ranks in ascending order, and the times of each. */
  static final String TYPE = "struct<rank_limit: bigint, ranks: array<bigint>, times: array<int>>";

  static final int SIZE = 1 << PeopleSketch.LG_SIZE;
  private static final int TWO_SIGMA = 2;

  /** Everybody is in it whose rank is below. */
  private long limit = Long.MAX_VALUE;

  private final Map<Long, Integer> timesByRank = new HashMap<>();

  /** Notes that a person was reached once more. */
  void add(long person) {
    add(rank(person), 1);
  }

  private void add(long rank, int times) {
    if (rank < limit) {
      timesByRank.merge(rank, times, Integer::sum);
      if (timesByRank.size() == 2 * SIZE) {
        shrink();
      }
    }
  }

  /** A number from 0 to {@link Long#MAX_VALUE}, evenly spread (the finalizer of splitmix64). */
  private static long rank(long person) {
    long mixed = (person ^ person >>> 30) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
    return (mixed ^ mixed >>> 31) >>> 1;
  }

  /** Leaves the smallest ranks; the first that is left out becomes the limit. */
  private void shrink() {
    if (timesByRank.size() > SIZE) {
      limit = sortedRanks()[SIZE];
      timesByRank.keySet().removeIf(rank -> rank >= limit);
    }
  }

  private long[] sortedRanks() {
    long[] ranks = timesByRank.keySet().stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(ranks);
    return ranks;
  }

  /** The times of all samples added up; these stay as they are. */
  static FrequencySample union(Collection<FrequencySample> samples) {
    FrequencySample union = new FrequencySample();
    samples.forEach(sample -> union.limit = Math.min(union.limit, sample.limit));
    samples.forEach(sample -> sample.timesByRank.forEach(union::add));
    union.shrink();
    return union;
  }

  Method method() {
    return limit == Long.MAX_VALUE ? Method.EXACT : Method.SKETCH;
  }

  /**
   * The people who were reached at least 1, 2, 3 ... times.
   *
   * @return for each number of times the 95 % interval's lower end, the estimate and the upper end
   */
  List<Reached> atLeast(int mostTimes) {
    int[] sampled = new int[mostTimes];
    for (int times : timesByRank.values()) {
      for (int k = 0; k < Math.min(times, mostTimes); k++) {
        sampled[k]++;
      }
    }
    double share = method() == Method.EXACT ? 1 : limit / (double) Long.MAX_VALUE;
    List<Reached> atLeast = new ArrayList<>();
    for (int number : sampled) {
      long low = (long) Math.floor(BinomialBoundsN.getLowerBound(number, share, TWO_SIGMA, false));
      long high = (long) Math.ceil(BinomialBoundsN.getUpperBound(number, share, TWO_SIGMA, false));
      atLeast.add(new Reached(new Bounds(low, high), Math.round(number / share)));
    }
    return atLeast;
  }

  /**
   * @param row as {@link #row} made it
   */
  static FrequencySample read(Row row) {
    FrequencySample sample = new FrequencySample();
    sample.limit = row.getLong(0);
    List<Long> ranks = row.getList(1);
    List<Integer> times = row.getList(2);
    for (int i = 0; i < ranks.size(); i++) {
      sample.timesByRank.put(ranks.get(i), times.get(i));
    }
    return sample;
  }

  /** The sample by {@link #TYPE}, the same for the same events in any order. */
  Row row() {
    shrink();
    long[] ranks = sortedRanks();
    return RowFactory.create(
        limit,
        Arrays.stream(ranks).boxed().toArray(),
        Arrays.stream(ranks).mapToObj(timesByRank::get).toArray());
  }
}
