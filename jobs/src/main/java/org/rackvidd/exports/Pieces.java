package org.rackvidd.exports;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.SerializableConfiguration;
import scala.Tuple2;

/** Large text files in pieces, so that all cores read one, with what must hold across pieces. */
public final class Pieces {
  /** Hashes of a table are compared in so many parts, each of which fits into memory. */
  private static final int BUCKETS = 16;

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Bucket(String section, long from, long[] hashes) implements Serializable {}

  private Pieces() {}

  /** The sections with each large one in its pieces, in the order of its rows. */
  public static List<Section> of(
      JavaSparkContext spark, SerializableConfiguration hadoop, List<Section> sections) {
    List<Section> large = sections.stream().filter(Section::canSplit).toList();
    if (large.isEmpty()) {
      return sections;
    }
    Map<String, List<TextPiece>> pieces = new HashMap<>();
    spark
        .parallelize(large, large.size())
        .mapToPair(section -> new Tuple2<>(section.key(), of(section, hadoop)))
        .collect()
        .forEach(found -> pieces.put(found._1(), found._2()));
    List<Section> all = new ArrayList<>();
    for (Section section : sections) {
      List<TextPiece> own = pieces.getOrDefault(section.key(), List.of());
      if (own.size() < 2) {
        all.add(section);
      } else {
        own.forEach(piece -> all.add(section.withPiece(piece)));
      }
    }
    return all;
  }

  private static List<TextPiece> of(Section section, SerializableConfiguration hadoop) {
    SourceFile file = section.file();
    try (InputStream in = file.open(hadoop.value())) {
      return TextPiece.of(in, section.recognition().dialect(), TextPiece.SIZE, file.bytes());
    } catch (IOException damaged) {
      // Read in one go, it is accounted for up to the damage.
      return List.of();
    }
  }

  /**
   * By section, the hashes that may stand only once in its table but stand in an earlier piece.
   *
   * @param grains of every section
   */
  static Map<String, long[]> repeated(JavaRDD<Accounting.Grains> grains) {
    Map<String, long[]> repeated = new HashMap<>();
    grains
        .filter(g -> g.onceIn() != null)
        .flatMapToPair(g -> buckets(g).iterator())
        .groupByKey(BUCKETS)
        .flatMap(bucket -> later(bucket._2()).iterator())
        .collect()
        .forEach(
            found ->
                repeated.merge(
                    found.section(),
                    found.hashes(),
                    (a, b) -> LongStream.concat(LongStream.of(a), LongStream.of(b)).toArray()));
    return repeated;
  }

  private static List<Tuple2<String, Bucket>> buckets(Accounting.Grains grains) {
    List<Tuple2<String, Bucket>> buckets = new ArrayList<>();
    for (int i = 0; i < BUCKETS; i++) {
      int bucket = i;
      long[] hashes =
          LongStream.of(grains.hashes()).filter(h -> Math.floorMod(h, BUCKETS) == bucket).toArray();
      buckets.add(
          new Tuple2<>(
              bucket + "/" + grains.onceIn(), new Bucket(grains.section(), grains.from(), hashes)));
    }
    return buckets;
  }

  private static List<Bucket> later(Iterable<Bucket> ofTable) {
    List<Bucket> pieces = new ArrayList<>();
    ofTable.forEach(pieces::add);
    pieces.sort(Comparator.comparingLong(Bucket::from));
    LongHashSet earlier = new LongHashSet();
    List<Bucket> later = new ArrayList<>();
    for (Bucket piece : pieces) {
      long[] taken = LongStream.of(piece.hashes()).filter(hash -> !earlier.add(hash)).toArray();
      if (taken.length > 0) {
        later.add(new Bucket(piece.section(), piece.from(), taken));
      }
    }
    return later;
  }

  /** The pieces of which an earlier one has hashes, with these. */
  static List<Section> withTaken(List<Section> sections, Map<String, long[]> repeated) {
    return sections.stream()
        .filter(section -> repeated.containsKey(section.key()))
        .map(s -> s.withPiece(s.piece().withTaken(repeated.get(s.key()))))
        .toList();
  }
}
