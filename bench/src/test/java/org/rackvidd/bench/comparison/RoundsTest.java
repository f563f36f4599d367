package org.rackvidd.bench.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundsTest {
  @TempDir private Path folder;

  private static Run run(Contender contender, Map<Step, Double> seconds) {
    return new Run(contender, "1", seconds, seconds, Map.of(Figure.POSTS, Map.of("x", 2.0)), 100);
  }

  private final Rounds rounds =
      new Rounds(
          List.of(
              run(Contender.RACKVIDD, Map.of(Step.INGEST, 5.0)),
              run(Contender.DUCKDB, Map.of(Step.INGEST, 1.0, Step.REACH, 2.0)),
              run(Contender.SPARK, Map.of(Step.INGEST, 4.0, Step.REACH, 1.0)),
              run(Contender.RACKVIDD, Map.of(Step.INGEST, 9.0)),
              run(Contender.DUCKDB, Map.of(Step.INGEST, 3.0, Step.REACH, 4.0)),
              run(Contender.SPARK, Map.of(Step.INGEST, 4.0, Step.REACH, 1.0)),
              run(Contender.RACKVIDD, Map.of(Step.INGEST, 6.0))));

  @Test
  void haveMedians() {
    assertThat(rounds.median(Contender.RACKVIDD, Step.INGEST)).hasValue(6);
    assertThat(rounds.median(Contender.DUCKDB, Step.INGEST)).hasValue(2);
    assertThat(rounds.median(Contender.RACKVIDD, Step.REACH)).isEmpty();
    assertThat(rounds.night(Contender.DUCKDB)).isEqualTo(5);
  }

  @Test
  void knowWhatCanBeCompared() {
    assertThat(rounds.common()).containsExactly(Step.INGEST);
    assertThat(rounds.night(Contender.SPARK, rounds.common())).isEqualTo(4);
  }

  @Test
  void areTheSameAfterTheyWereWritten() throws Exception {
    Path file = folder.resolve("rounds.json");
    Json.write(file, rounds);
    assertThat(Json.read(file, Rounds.class)).isEqualTo(rounds);
  }
}
