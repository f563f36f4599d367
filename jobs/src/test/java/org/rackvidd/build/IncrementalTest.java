package org.rackvidd.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rackvidd.LakeRows;
import org.rackvidd.Pipeline;
import org.rackvidd.configuration.Configuration;
import org.rackvidd.exports.Formats;
import org.rackvidd.exports.Ingest;
import org.rackvidd.lake.Lake;

/** Whatever comes in whatever order and portions: the tables are those of all of it at once. */
class IncrementalTest {
  private static final long SEED = 20261121;

  @TempDir private Path folder;
  private final Newsroom newsroom = new Newsroom(SEED);
  private Configuration configuration;

  @BeforeEach
  void configure() throws IOException {
    Path config = Files.createDirectory(folder.resolve("config"));
    Files.writeString(config.resolve("organisation.yaml"), "id: o\nname: O\ncountry: SE\n");
    Files.writeString(
        config.resolve("accounts.yaml"),
        """
        accounts:
          - {channel: instagram, id: "88"}
          - {channel: facebook, id: "77", followers: {2026-03-01: 1000, 2026-03-10: 1010}}
        """);
    Files.writeString(
        config.resolve("audiences.yaml"),
        """
        audiences:
          - {name: jobs, any: [{hashtags: [jobb]}]}
          - {name: families, any: [{hashtags: [familj]}]}
        categories:
          - {name: water, any: [{words: ["vatten*"]}]}
        """);
    configuration = Configuration.load(config);
  }

  @Test
  void portionsInAnyOrderMakeTheTablesOfAllAtOnce() {
    List<String> inOrder = newsroom.paths();
    Lake atOnce = lakeOf("at_once", inOrder);
    Map<String, List<String>> expected = LakeRows.contents(atOnce);
    assertThat(atOnce.table("ops.file").where("status = 'same_content'").count()).isOne();
    assertThat(atOnce.table("ops.file").where("status <> 'read'").count()).isOne();
    assertThat(atOnce.table("facts.post").select("channel", "account_id", "post_id").distinct())
        .satisfies(keys -> assertThat(keys.count()).isEqualTo(atOnce.table("facts.post").count()));

    lakeOf("by_week", inOrder.subList(0, 7));
    Lake byWeek = lakeOf("by_week", inOrder);
    assertThat(LakeRows.contents(byWeek)).isEqualTo(expected);

    Map<String, Long> versions = LakeRows.versions(byWeek);
    lakeOf("by_week", inOrder);
    assertThat(LakeRows.versions(byWeek)).isEqualTo(versions);

    List<String> shuffled = new ArrayList<>(inOrder);
    Collections.shuffle(shuffled, new Random(SEED));
    lakeOf("old_files_last", shuffled.subList(0, 6));
    Lake oldFilesLast = lakeOf("old_files_last", shuffled);
    assertThat(LakeRows.contents(oldFilesLast)).isEqualTo(expected);
  }

  /** Takes in what is new among the files, which lie in a landing folder of the lake's own. */
  private Lake lakeOf(String name, List<String> paths) {
    Path landing = folder.resolve(name).resolve("landing");
    newsroom.write(landing, paths);
    Lake lake = LakeRows.open(folder.resolve(name).resolve("lake"));
    Formats formats = Formats.of(Pipeline.FORMATS, Pipeline.intakes(), configuration);
    new Ingest(lake, formats, configuration, Map.of()).run("file:" + landing);
    new Build(lake, configuration, Pipeline.version(), line -> {})
        .run(Pipeline.AREAS, false, null, null);
    return lake;
  }
}
