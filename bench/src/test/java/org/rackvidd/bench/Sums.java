package org.rackvidd.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;

/** Holds what a reader added up against the truth; 12.50 and 12.5 are the same sum. */
public final class Sums {
  private Sums() {}

  public static void assertSame(
      Map<String, Map<String, BigDecimal>> read, Map<String, Map<String, BigDecimal>> truth) {
    assertThat(read).isNotEmpty().containsOnlyKeys(truth.keySet());
    truth.forEach(
        (cell, figures) -> {
          assertThat(read.get(cell)).as(cell).containsOnlyKeys(figures.keySet());
          figures.forEach(
              (figure, sum) ->
                  assertThat(read.get(cell).get(figure))
                      .as(cell + " " + figure)
                      .isEqualByComparingTo(sum));
        });
  }
}
