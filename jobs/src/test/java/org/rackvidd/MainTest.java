package org.rackvidd;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class MainTest {
  @Test
  void theProgramIsInUtcWhereverItRuns() {
    assertThat(ManagementFactory.getRuntimeMXBean().getInputArguments())
        .contains("-Duser.timezone=Europe/Stockholm");
    SparkExtension.spark();
    assertThat(TimeZone.getDefault()).isEqualTo(TimeZone.getTimeZone("UTC"));
    assertThat(System.getProperty("user.timezone")).isEqualTo("UTC");
  }
}
