package org.rackvidd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class MainTest {
  @Test
  void theProgramIsInUtcWhereverItRuns() {
    assertThat(System.getProperty("user.timezone")).isNotEqualTo("UTC");
    SparkExtension.spark();
    assertThat(TimeZone.getDefault()).isEqualTo(TimeZone.getTimeZone("UTC"));
  }
}
