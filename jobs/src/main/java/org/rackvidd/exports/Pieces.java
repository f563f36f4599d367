package org.rackvidd.exports;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
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

  private record Bucket(String table, int number) implements Serializable {}

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
   * By table, the hashes that stand more than once in it though they may only once.
   *
   * @param grains of every section
   */
  static Map<String, long[]> repeated(JavaRDD<Accounting.Grains> grains) {
    Map<String, long[]> repeated = new HashMap<>();
    grains
        .filter(g -> g.onceIn() != null)
        .flatMapToPair(g -> buckets(g).iterator())
        .groupByKey(BUCKETS)
        .mapToPair(b -> new Tuple2<>(b._1().table(), repeated(b._2())))
        .filter(found -> found._2().length > 0)
        .collect()
        .forEach(
            found ->
                repeated.merge(
                    found._1(),
                    found._2(),
                    (a, b) -> LongStream.concat(LongStream.of(a), LongStream.of(b)).toArray()));
    return repeated;
  }

  private static List<Tuple2<Bucket, long[]>> buckets(Accounting.Grains grains) {
    List<Tuple2<Bucket, long[]>> buckets = new ArrayList<>();
    for (int i = 0; i < BUCKETS; i++) {
      int bucket = i;
      long[] hashes =
          LongStream.of(grains.hashes()).filter(h -> Math.floorMod(h, BUCKETS) == bucket).toArray();
      buckets.add(new Tuple2<>(new Bucket(grains.onceIn(), bucket), hashes));
    }
    return buckets;
  }

  private static long[] repeated(Iterable<long[]> ofTable) {
    LongHashSet seen = new LongHashSet();
    LongStream.Builder repeated = LongStream.builder();
    for (long[] hashes : ofTable) {
      LongStream.of(hashes).filter(hash -> !seen.add(hash)).forEach(repeated::add);
    }
    return repeated.build().distinct().toArray();
  }
}
