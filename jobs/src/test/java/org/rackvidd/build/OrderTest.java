package org.rackvidd.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
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
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderTest {
  private static final long SEED = 20261125;

  @TempDir private static Path folder;
  private Configuration configuration;
  private final Map<Long, List<PlacedFile>> files = new HashMap<>();
  private final Map<Long, Map<String, List<String>>> atOnce = new HashMap<>();

  @BeforeAll
  void configure() throws IOException {
    Path config = Files.createDirectory(folder.resolve("config"));
    Files.createDirectory(config.resolve("mappings"));
    Files.writeString(config.resolve("organisation.yaml"), "id: o\nname: O\ncountry: SE\n");
    Files.writeString(config.resolve("accounts.yaml"), Newsroom.ACCOUNTS);
    Files.writeString(config.resolve("audiences.yaml"), Newsroom.AUDIENCES);
    Files.writeString(config.resolve("mappings/intranet.yaml"), Exports.MAPPING);
    configuration = Configuration.load(config);
  }

  private static LongStream seeds() {
    return LongStream.range(0, Integer.getInteger("order.seeds", 1)).map(i -> SEED + i);
  }

  /** Always the same: a workbook drawn again would have another time in it. */
  private List<PlacedFile> files(long seed) {
    return files.computeIfAbsent(
        seed,
        each ->
            Stream.concat(new Exports(each).placed().stream(), new Newsroom(each).placed().stream())
                .toList());
  }

  private Map<String, List<String>> atOnce(long seed) {
    return atOnce.computeIfAbsent(
        seed, each -> contents(lakeOf("at_once_" + each, files(each), true)));
  }

  @Test
  void everyAreaHasSomethingToGetWrong() {
    Map<String, List<String>> tables = atOnce(SEED);
    Lake lake = open("at_once_" + SEED);

    assertThat(tables.get("results.ad_figures")).isNotEmpty();
    assertThat(tables.get("ops.ad_set_aside")).anyMatch(row -> row.contains("same_by_name"));
    assertThat(lake.table("facts.ad_metrics").where("account_id = 'Kontot'").count()).isPositive();
    assertThat(lake.table("results.ad_figures").where("account_id = 'Kontot'").count()).isZero();
    assertThat(lake.table("results.ad_figures").where("ad_id LIKE 'name:%'").count())
        .isLessThan(lake.table("facts.ad_metrics").where("ad_id LIKE 'name:%'").count());
    assertThat(tables.get("results.restatement")).isNotEmpty();
    assertThat(tables.get("results.engagement")).isNotEmpty();
    assertThat(tables.get("facts.ad_history")).isNotEmpty();
    assertThat(lake.table("ops.file").where("status = 'same_content'").count()).isPositive();
    assertThat(lake.table("ops.file").where("status NOT IN ('read', 'same_content')").count())
        .isZero();
    assertThat(lake.table("facts.post").select("channel", "account_id", "post_id").distinct())
        .satisfies(keys -> assertThat(keys.count()).isEqualTo(lake.table("facts.post").count()));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anyOrderAndAnyPortionsGiveTheSameTables(long seed) {
    List<PlacedFile> files = new ArrayList<>(files(seed));
    Random random = new Random(seed);
    Collections.shuffle(files, random);
    String name = "portions_" + seed;
    int first = 1 + random.nextInt(files.size() - 2);
    int second = first + 1 + random.nextInt(files.size() - first - 1);
    lakeOf(name, files.subList(0, first), true);
    lakeOf(name, files.subList(first, second), random.nextBoolean());
    Lake portions = lakeOf(name, files.subList(second, files.size()), true);
    LakeRows.assertSame(contents(portions), atOnce(seed));

    Map<String, Long> versions = LakeRows.versions(portions);
    lakeOf(name, List.of(), true);
    assertThat(LakeRows.versions(portions)).isEqualTo(versions);
  }

  @Test
  void aWithdrawalThatIsCutOffAndDoneAgainLeavesTheSameTables() {
    List<PlacedFile> files = files(SEED);
    List<PlacedFile> worst =
        files.stream().filter(file -> !file.path().matches(".*_1\\d{12}\\..*")).toList();
    List<PlacedFile> stamped = files.stream().filter(file -> !worst.contains(file)).toList();
    assertThat(stamped).isNotEmpty();
    lakeOf("cut_off", worst, true);
    Map<String, Long> before = LakeRows.versions(open("cut_off"));
    Lake lake = lakeOf("cut_off", stamped, false);

    // As if it had been killed between the history and the figures, before the ledger.
    restore(lake, "ops.file", before);
    restore(lake, "facts.ad_metrics", before);
    lakeOf("cut_off", List.of(), true);

    LakeRows.assertSame(contents(open("cut_off")), atOnce(SEED));
  }

  private static void restore(Lake lake, String table, Map<String, Long> versions) {
    DeltaTable.forPath(SparkExtension.spark(), lake.path(table))
        .restoreToVersion(versions.get(table));
  }

  @Test
  void sheetsOfOneFileCompleteEachOther() {
    List<PlacedFile> workbook =
        files(SEED).stream().filter(file -> file.path().endsWith(".xlsx")).limit(1).toList();

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
  private Lake lakeOf(String name, List<PlacedFile> files, boolean build) {
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
