package org.rackvidd.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rackvidd.LakeRows;
import org.rackvidd.SparkExtension;
import org.rackvidd.lake.Lake;

/** An account that is listed late, because ingest said that it was missing. */
class OwnAccountsTest {
  @TempDir private Path folder;

  @Test
  void rowsWithoutAnAccountGoToTheOneThatIsListedLater() throws IOException {
    Path landing = Files.createDirectory(folder.resolve("landing"));
    String row = "7001,Rekry,2026-06-0%d,100,1000\n";
    String header = "Campaign ID,Campaign name,Day,Amount spent (SEK),Impressions\n";
    Files.writeString(landing.resolve("a.csv"), header + row.formatted(1) + row.formatted(2));
    Path config = Files.createDirectory(folder.resolve("config"));
    Files.writeString(config.resolve("organisation.yaml"), "id: bjorkvik\ncountry: SE\n");
    assertThat(run("ingest").out()).contains("stand under 'unnamed'. List the account");

    Files.writeString(
        config.resolve("accounts.yaml"),
        "accounts: [{channel: meta, id: '880011', name: Björkvik}]");
    Files.writeString(
        landing.resolve("b.csv"),
        "Account ID," + header + "880011," + row.formatted(2) + "880011," + row.formatted(3));
    assertThat(run("ingest").out()).contains("under another account now: 1.");
    run("build");

    Lake lake = LakeRows.open(folder.resolve("lake"));
    assertThat(LakeRows.of(lake, "results.ad_figures"))
        .hasSize(3)
        .allSatisfy(figure -> assertThat(figure).contains("\"account_id\":\"880011\""));
    Map<String, Long> versions = LakeRows.versions(lake);
    assertThat(run("ingest").out()).contains("Nothing new").doesNotContain("another account");
    // Without its configuration, a run leaves everything where it is.
    Files.delete(config.resolve("accounts.yaml"));
    assertThat(run("ingest").out()).contains("Nothing new").doesNotContain("another account");
    assertThat(LakeRows.versions(lake)).isEqualTo(versions);

    // As if it had been killed when the facts were taken out and not put back.
    DeltaTable.forPath(SparkExtension.spark(), lake.path("ops.file"))
        .update(
            functions.col("given_account").isNotNull(), Map.of("given_account", functions.lit("")));
    lake.delete("facts.ad_metrics", functions.lit(true));
    run("ingest");
    assertThat(LakeRows.of(lake, "facts.ad_metrics")).hasSize(4);
    assertThat(run("ingest").out()).contains("Nothing new").doesNotContain("another account");
  }

  private CommandRun run(String command) {
    String lake = folder.resolve("lake").toString();
    String config = folder.resolve("config").toString();
    CommandRun run =
        command.equals("ingest")
            ? CommandRun.of(
                "ingest",
                "--lake",
                lake,
                "--config",
                config,
                "--landing",
                folder.resolve("landing").toString())
            : CommandRun.of(command, "--lake", lake, "--config", config);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run;
  }
}
