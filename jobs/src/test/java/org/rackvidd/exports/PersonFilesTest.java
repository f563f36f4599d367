package org.rackvidd.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rackvidd.LakeRows;
import org.rackvidd.Pipeline;
import org.rackvidd.configuration.Configuration;
import org.rackvidd.lake.Lake;

/**
 * From exports through the ledger to what lies in the landing folder; Instagram's stand for any.
 */
class PersonFilesTest {
  private static final Set<String> PERSONS = Set.of("meta_instagram_posts");
  private static final String HEADER =
      "Post ID,Account ID,Account username,Description,Publish time,Permalink,Reach,Likes\n";
  private static final String GOOD =
      "17900000000000001,1,solvik,Hej,09/01/2026 10:00,https://www.instagram.com/p/Ddr9jGEmLMp/,10,1\n";
  private static final String BAD =
      "17900000000000002,1,solvik,Hej,09/01/2026 10:00,https://www.instagram.com/p/Ddr9jGEmLMp/,tio,1\n";

  @TempDir private static Path folder;
  private static Path ingested;
  private static Lake lake;

  /** As the ledger knows it: the same paths, contents and times. */
  @TempDir private Path landing;

  @BeforeAll
  static void ingest() throws IOException {
    ingested = Files.createDirectories(folder.resolve("landing/a"));
    write(ingested, "good.csv", HEADER + GOOD);
    write(ingested, "good (copy).csv", HEADER + GOOD);
    write(ingested, "rejected.csv", HEADER + GOOD + BAD);
    write(ingested, "days.csv", "Date,Views,Watch time (hours)\n2026-08-01,1,\n");
    write(ingested, "letter.csv", "Hej\n");
    lake = LakeRows.open(folder.resolve("lake"));
    Configuration defaults = Configuration.defaults();
    Formats formats = Formats.of(Pipeline.FORMATS, Pipeline.intakes(), defaults);
    new Ingest(lake, formats, defaults, Map.of()).run(ingested.getParent().toUri().toString());
  }

  @BeforeEach
  void copy() throws IOException {
    Path copies = Files.createDirectory(landing.resolve("a"));
    try (var files = Files.list(ingested)) {
      for (Path file : files.toList()) {
        Files.copy(file, copies.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  @Test
  void filesWithPersonsGoOnceTheyWereReadAndTheNextRunGoesOn() throws IOException {
    write(landing.resolve("a"), "later.csv", HEADER + GOOD.replace("01,1", "03,1"));

    PersonFiles.Swept swept = sweep(PERSONS, false);

    assertThat(swept.removed()).containsExactly("a/good (copy).csv", "a/good.csv");
    assertThat(swept.left())
        .containsExactly(
            new PersonFiles.Left(
                "a/rejected.csv",
                "stays because one of its rows was rejected; see to that, or remove it by hand"));
    assertThat(names()).containsExactly("days.csv", "later.csv", "letter.csv", "rejected.csv");
    assertThat(sweep(PERSONS, false).removed()).isEmpty();
  }

  @Test
  void theConfigurationMayKeepThem() throws IOException {
    PersonFiles.Swept swept = sweep(PERSONS, true);

    assertThat(swept.removed()).isEmpty();
    assertThat(swept.left())
        .extracting(PersonFiles.Left::why)
        .containsOnly("stays as keep_person_files says")
        .hasSize(3);
    assertThat(names()).hasSize(5);
  }

  @Test
  void otherFilesStay() throws IOException {
    assertThat(sweep(Set.of("x_posts"), false))
        .isEqualTo(new PersonFiles.Swept(List.of(), List.of()));
    assertThat(sweep(Set.of(), false)).isEqualTo(new PersonFiles.Swept(List.of(), List.of()));
    assertThat(names()).hasSize(5);
  }

  private PersonFiles.Swept sweep(Set<String> formats, boolean keep) {
    return new PersonFiles(lake, formats, keep).sweep(landing.toUri().toString());
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(landing.resolve("a"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static void write(Path to, String name, String text) throws IOException {
    Files.writeString(to.resolve(name), text);
  }
}
