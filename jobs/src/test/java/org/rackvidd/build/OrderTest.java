package org.rackvidd.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rackvidd.LakeRows;
import org.rackvidd.Pipeline;
import org.rackvidd.SparkExtension;
import org.rackvidd.configuration.Configuration;
import org.rackvidd.exports.Formats;
import org.rackvidd.exports.Ingest;
import org.rackvidd.lake.Lake;

/**
 * The tables are a function of the set of files: of what they hold and of what their names, folders
 * and times say of when they were made; not of the order in which they come, or how often. {@code
 * -Dorder.seeds} tries more orders than one.
 */
class OrderTest {
  @TempDir private Path folder;
  private Configuration configuration;

  @BeforeEach
  void configure() throws IOException {
    Path config = Files.createDirectory(folder.resolve("config"));
    Files.createDirectory(config.resolve("mappings"));
    Files.writeString(config.resolve("organisation.yaml"), "id: o\nname: O\ncountry: SE\n");
    Files.writeString(config.resolve("mappings/intranet.yaml"), Exports.MAPPING);
    configuration = Configuration.load(config);
  }

  private static LongStream seeds() {
    return LongStream.range(0, Integer.getInteger("order.seeds", 1)).map(i -> 20261125 + i);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anyOrderAndAnyPortionsGiveTheSameTables(long seed) {
    List<Exports.Placed> files = new ArrayList<>(new Exports(seed).placed());
    Map<String, List<String>> atOnce = contents(lakeOf("at_once", files, true));
    assertThat(atOnce.get("results.ad_figures")).isNotEmpty();
    assertThat(atOnce.get("results.restatement")).isNotEmpty();
    assertThat(atOnce.get("facts.ad_history")).isNotEmpty();

    Random random = new Random(seed);
    Collections.shuffle(files, random);
    int first = 1 + random.nextInt(files.size() - 2);
    int second = first + 1 + random.nextInt(files.size() - first - 1);
    lakeOf("portions", files.subList(0, first), true);
    lakeOf("portions", files.subList(first, second), random.nextBoolean());
    Lake portions = lakeOf("portions", files.subList(second, files.size()), true);

    assertThat(contents(portions)).isEqualTo(atOnce);
  }

  @Test
  void aWithdrawalThatIsCutOffAndDoneAgainLeavesTheSameTables() {
    List<Exports.Placed> files = new Exports(20261125).placed();
    List<Exports.Placed> worst =
        files.stream().filter(file -> !file.path().matches(".*_1\\d{12}\\..*")).toList();
    List<Exports.Placed> stamped = files.stream().filter(file -> !worst.contains(file)).toList();
    assertThat(stamped).isNotEmpty();
    lakeOf("cut_off", worst, true);
    Map<String, Long> before = LakeRows.versions(open("cut_off"));
    Lake lake = lakeOf("cut_off", stamped, false);
    Map<String, List<String>> expected = contents(lakeOf("at_once", files, true));

    // As if it had been killed between the history and the figures, before the ledger.
    restore(lake, "ops.file", before);
    restore(lake, "facts.ad_metrics", before);
    lakeOf("cut_off", List.of(), true);

    assertThat(contents(open("cut_off"))).isEqualTo(expected);
  }

  private static void restore(Lake lake, String table, Map<String, Long> versions) {
    DeltaTable.forPath(SparkExtension.spark(), lake.path(table))
        .restoreToVersion(versions.get(table));
  }

  @Test
  void sheetsOfOneFileCompleteEachOther() {
    List<Exports.Placed> workbook =
        new Exports(20261125)
            .placed().stream().filter(file -> file.path().endsWith(".xlsx")).limit(1).toList();

    Lake lake = lakeOf("sheets", workbook, false);

    assertThat(lake.table("ops.file").where("status = 'read'").count()).isEqualTo(2);
    assertThat(lake.table("facts.post").count()).isEqualTo(3);
    assertThat(
            lake.table("facts.post_metrics")
                .filter(
                    functions.expr(
                        "reach IS NOT NULL AND shares IS NOT NULL AND reactions IS NOT NULL"))
                .count())
        .isEqualTo(3);
  }

  /** Puts the files beside those that lie there already, and takes in what is new. */
  private Lake lakeOf(String name, List<Exports.Placed> files, boolean build) {
    Path landing = folder.resolve(name).resolve("landing");
    files.forEach(file -> file.write(landing));
    Lake lake = open(name);
    Formats formats = Formats.of(Pipeline.FORMATS, Pipeline.intakes(), configuration);
    new Ingest(lake, formats, configuration, Map.of()).run("file:" + landing);
    if (build) {
      new Build(lake, configuration, Pipeline.version(), line -> {})
          .run(Pipeline.AREAS, false, null, null);
    }
    return lake;
  }

  private Lake open(String name) {
    return LakeRows.open(folder.resolve(name).resolve("lake"));
  }

  private static Map<String, List<String>> contents(Lake lake) {
    Map<String, List<String>> contents = LakeRows.contents(lake);
    contents.put("ops.ad_set_aside", LakeRows.of(lake, "ops.ad_set_aside"));
    return contents;
  }
}
