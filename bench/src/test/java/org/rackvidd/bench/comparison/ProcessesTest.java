package org.rackvidd.bench.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTest {
  @TempDir private Path folder;

  private Job job(String landing) {
    return new Job(
        Contender.DUCKDB,
        folder.resolve(landing),
        folder,
        folder.resolve("store"),
        1,
        "256m",
        List.of(Step.START_UP),
        0);
  }

  @Test
  void sayWhatBecameOfAJob() throws Exception {
    Files.createDirectories(folder.resolve("landing"));
    Processes processes = new Processes(folder.resolve("work"), Map.of());
    Run run = processes.run(job("landing"));
    assertThat(run.seconds()).containsOnlyKeys(Step.START_UP);
    assertThat(run.bytes()).isPositive();

    Processes.Failed failed =
        catchThrowableOfType(Processes.Failed.class, () -> processes.run(job("nowhere")));
    assertThat(failed.exitCode).isEqualTo(1);
    assertThat(failed.wasKilled()).isFalse();
    assertThat(failed).hasMessageContaining("DuckDB").hasMessageContaining("nowhere");
    assertThat(new Processes.Failed("", 143).wasKilled()).isTrue();
  }
}
