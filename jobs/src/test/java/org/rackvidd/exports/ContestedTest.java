package org.rackvidd.exports;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackvidd.SparkExtension;

@ExtendWith(SparkExtension.class)
class ContestedTest {
  private static final Random RANDOM = new Random(20261122);

  /** However many tasks compare them; a table's hashes mean nothing to another table. */
  @ParameterizedTest
  @ValueSource(longs = {1, 30_000_000})
  void exactlyTheRowsThatShareTheirHashAreContested(long rows, SparkSession spark) {
    List<Accounting.Grains> all = new ArrayList<>();
    for (String table : List.of("facts.post", "facts.post_metrics")) {
      for (String section : List.of("a/", "b/", "c/sheet")) {
        all.add(new Accounting.Grains(table, section, null, hashes()));
      }
    }
    var grains = JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(all, 3);
    Contested contested = Contested.of(grains, rows);
    for (Accounting.Grains one : all) {
      Map<Long, Long> times =
          all.stream()
              .filter(other -> other.table().equals(one.table()))
              .flatMap(other -> LongStream.of(other.hashes()).boxed())
              .collect(groupingBy(hash -> hash, counting()));
      BitSet expected = new BitSet();
      for (int i = 0; i < one.hashes().length; i++) {
        expected.set(i, times.get(one.hashes()[i]) > 1);
      }
      assertThat(contested.rows(one.table(), one.section()))
          .as("%s of %s", one.section(), one.table())
          .isEqualTo(expected);
    }
  }

  private static long[] hashes() {
    return RANDOM.longs(200, -250, 250).toArray();
  }
}
