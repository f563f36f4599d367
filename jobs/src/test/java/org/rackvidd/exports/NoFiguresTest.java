package org.rackvidd.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rackvidd.LakeRows;
import org.rackvidd.cli.CommandRun;
import org.rackvidd.lake.Lake;

/** A batch whose only rows are sound and state nothing: they are accepted and give no facts. */
class NoFiguresTest {
  @TempDir private Path folder;

  @Test
  void rowsWithoutFiguresAreAccountedFor() throws IOException {
    Path exports = Files.createDirectories(folder.resolve("exports/2026-09-01"));
    Files.writeString(
        exports.resolve("Table data.csv"),
        "Date,Views,Watch time (hours),Average view duration\n2026-08-01,,,\n2026-08-02,,,\n");
    String lake = folder.resolve("lake").toString();

    CommandRun ingest =
        CommandRun.of("ingest", "--lake", lake, "--landing", folder.resolve("exports").toString());

    assertThat(ingest.exitCode()).as(ingest.err()).isZero();
    assertThat(ingest.out()).contains("2 rows accepted, 0 rejected");
    Lake read = LakeRows.open(folder.resolve("lake"));
    assertThat(read.table("ops.file").selectExpr("rows_accepted").head().getLong(0)).isEqualTo(2);
    assertThat(read.table("facts.account_day").isEmpty()).isTrue();
  }
}
