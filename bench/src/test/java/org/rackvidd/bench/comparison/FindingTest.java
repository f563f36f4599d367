package org.rackvidd.bench.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingTest {
  @Test
  void isPrintedAsOneTable() {
    StringWriter text = new StringWriter();
    new Finding(
            "Seconds",
            List.of("step", "Räckvidd", "DuckDB"),
            List.of(List.of("start-up", "3.10", "0.25"), List.of("funnel", Finding.NONE, "10.00")),
            List.of("Read with care."),
            List.of("posts: 1 is not 2"),
            null)
        .print(new PrintWriter(text));
    assertThat(text.toString().lines())
        .containsExactly(
            "",
            "Seconds",
            "step      Räckvidd  DuckDB",
            "────      ────────  ──────",
            "start-up      3.10    0.25",
            "funnel           –   10.00",
            "  Read with care.",
            "  DISAGREEMENT: posts: 1 is not 2");
  }
}
