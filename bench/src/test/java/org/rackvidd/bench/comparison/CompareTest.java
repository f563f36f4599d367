package org.rackvidd.bench.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CompareTest {
  @TempDir private Path folder;
  private final StringWriter said = new StringWriter();

  private int compare(String... options) {
    return new CommandLine(new Compare())
        .setOut(new PrintWriter(said))
        .setErr(new PrintWriter(said))
        .execute(options);
  }

  @Test
  void runsEverySideOnTheSameFiles() throws Exception {
    Path data = folder.resolve("data");
    Path out = folder.resolve("out");
    Fixture.write(data);
    int code =
        compare(
            "--data",
            data.toString(),
            "--out",
            out.toString(),
            "--rounds",
            "1",
            "--memory",
            "1g",
            "--only",
            "steps,bytes");
    assertThat(code).as(said.toString()).isZero();
    assertThat(said.toString())
        .contains("Räckvidd / DuckDB")
        .containsPattern("person-level funnel +– +[0-9.]+ +[0-9.]+ +– +–")
        .containsPattern("CSV files +0.0 +1.00");

    JsonNode json = new ObjectMapper().readTree(out.resolve("comparison.json").toFile());
    assertThat(json.at("/environment/rows").asLong()).isEqualTo(51);
    assertThat(json.at("/findings/steps/raw")).hasSize(3);
    assertThat(json.at("/findings/steps/raw/0/version").asText()).contains("Delta Lake");
    // Räckvidd really was asked, and counted the events of persons.
    assertThat(json.at("/findings/steps/raw/0/figures/PERSON_EVENTS/visits").asInt()).isEqualTo(11);
    // Spark was asked everything that DuckDB was, or it would not agree.
    assertThat(json.at("/findings/steps/raw/2/figures")).hasSize(Figure.values().length);
    assertThat(json.at("/findings/steps/raw/2/figures")).noneMatch(JsonNode::isEmpty);
    assertThat(Files.readString(out.resolve("comparison.svg"))).startsWith("<svg");
    assertThat(out.resolve("work")).doesNotExist();
    // The files are left as they were.
    assertThat(data.resolve("exports/2026-06-01/log_visit_2026-04.csv")).exists();
    assertThat(Files.readString(data.resolve("config/organisation.yaml"))).contains("false");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--only nothing", "--memory lots", "--cores 1000", "--rounds 0", "--data nowhere"})
  void refusesWhatItCannotDo(String options) {
    assertThat(compare(options.split(" "))).isEqualTo(CommandLine.ExitCode.USAGE);
  }
}
