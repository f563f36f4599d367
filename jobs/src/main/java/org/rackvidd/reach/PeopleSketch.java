package org.rackvidd.reach;

import java.util.Collection;
import org.apache.datasketches.memory.Memory;
import org.apache.datasketches.theta.CompactSketch;
import org.apache.datasketches.theta.JaccardSimilarity;
import org.apache.datasketches.theta.SetOperation;
import org.apache.datasketches.theta.Union;

/**
 * A set of people as a theta sketch: all of them up to some 16 000, beyond that an even sample of
 * 16 384 by which any union, intersection and difference is estimated (Dasgupta, Lang, Rhodes and
 * Thaler 2016, "A framework for estimating stream expression cardinalities"). It reads what Spark's
 * theta functions store.
 */
final class PeopleSketch {
  /** Base-2 logarithm of the size of the sample: of a million people the error is 0.8 %. */
  static final int LG_SIZE = 14;

  /** Standard deviations to either side of the estimate that hold 95 %. */
  private static final int TWO_SIGMA = 2;

  private final CompactSketch sketch;

  private PeopleSketch(CompactSketch sketch) {
    this.sketch = sketch;
  }

  /**
   * @param bytes as {@code theta_sketch_agg} and {@code theta_union_agg} make them
   */
  static PeopleSketch read(byte[] bytes) {
    return new PeopleSketch(CompactSketch.heapify(Memory.wrap(bytes)));
  }

  /** People who are in any of the sketches; the order of these makes no difference. */
  static PeopleSketch union(Collection<PeopleSketch> sketches) {
    return sketches.size() == 1 ? sketches.iterator().next() : trimmed(sketches);
  }

  private static PeopleSketch trimmed(Collection<PeopleSketch> sketches) {
    Union union = SetOperation.builder().setLogNominalEntries(LG_SIZE).buildUnion();
    sketches.forEach(each -> union.union(each.sketch));
    return new PeopleSketch(union.getResult());
  }

  /**
   * What several tasks noted of a group, as it is stored: the bytes are the same in whichever order
   * and portions the events came, which those of a sketch as it is filled are not.
   */
  static byte[] stored(Collection<byte[]> noted) {
    return trimmed(noted.stream().map(PeopleSketch::read).toList()).sketch.toByteArrayCompressed();
  }

  /** People who are in both. */
  PeopleSketch and(PeopleSketch other) {
    var intersection = SetOperation.builder().buildIntersection();
    return new PeopleSketch(intersection.intersect(sketch, other.sketch));
  }

  /** People who are in this and not in the other. */
  PeopleSketch minus(PeopleSketch other) {
    return new PeopleSketch(SetOperation.builder().buildANotB().aNotB(sketch, other.sketch));
  }

  /** Whether it holds every person, so that numbers are counted and not estimated. */
  boolean isExact() {
    return !sketch.isEstimationMode();
  }

  Method method() {
    return isExact() ? Method.EXACT : Method.SKETCH;
  }

  long people() {
    return Math.round(sketch.getEstimate());
  }

  /** Numbers of people that the sample is likely for, with 95 % confidence. */
  Bounds bounds() {
    return new Bounds(
        (long) Math.floor(sketch.getLowerBound(TWO_SIGMA)),
        (long) Math.ceil(sketch.getUpperBound(TWO_SIGMA)));
  }

  /**
   * Jaccard's index of two sets, people in both of people in either: its 95 % interval's lower end,
   * the estimate and the upper end, 0 to 1.
   */
  static double[] jaccard(PeopleSketch one, PeopleSketch other) {
    return JaccardSimilarity.jaccard(one.sketch, other.sketch);
  }
}
