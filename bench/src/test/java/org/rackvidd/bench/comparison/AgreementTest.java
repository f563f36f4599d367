package org.rackvidd.bench.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AgreementTest {
  private static Run run(Contender contender, Figure figure, Map<String, Double> found) {
    return new Run(contender, "", Map.of(), Map.of(), Map.of(figure, found), 0);
  }

  @Test
  void isThereWhenAllFindTheSame() {
    Run one = run(Contender.DUCKDB, Figure.ATTRIBUTION, Map.of("linear x", 1.0));
    Run other = run(Contender.SPARK, Figure.ATTRIBUTION, Map.of("linear x", 1.0 + 1e-12));
    assertThat(Agreement.disagreements(List.of(one, other))).isEmpty();
  }

  @Test
  void isNotAskedOfWhoCannotSay() {
    Run one = run(Contender.RACKVIDD, Figure.FUNNEL, Map.of());
    Run other = run(Contender.DUCKDB, Figure.FUNNEL, Map.of("visit", 3.0));
    assertThat(Agreement.disagreements(List.of(one, other))).isEmpty();
  }

  @Test
  void endsWithAnotherFigureAndWithAMissingOne() {
    Run one = run(Contender.RACKVIDD, Figure.POSTS, Map.of("x", 2.0));
    Run other = run(Contender.DUCKDB, Figure.POSTS, Map.of("x", 3.0, "facebook", 1.0));
    assertThat(Agreement.disagreements(List.of(one, other)))
        .containsExactly(
            "posts, facebook: Räckvidd says nothing, DuckDB says 1.0",
            "posts, x: Räckvidd says 2.0, DuckDB says 3.0");
  }

  @Test
  void isToldInFewLines() {
    Map<String, Double> many = new TreeMap<>();
    for (int i = 0; i < 30; i++) {
      many.put("step " + i, 1.0);
    }
    Run one = run(Contender.DUCKDB, Figure.FUNNEL, many);
    Run other = run(Contender.SPARK, Figure.FUNNEL, Map.of("step 0", 1.0));
    assertThat(Agreement.disagreements(List.of(one, other))).hasSize(11).endsWith("and 19 more");
  }
}
