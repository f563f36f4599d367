package org.rackvidd.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rackvidd.LakeRows;
import org.rackvidd.cli.CommandRun;

/**
 * A run that is killed, at moments at which some tables have been written and others have not, and
 * done again leaves the tables of one that was let be.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillAndRerunTest {
  private static final Pattern CHECKSUMS = Pattern.compile("\\.(.*)\\.crc");

  @TempDir private static Path folder;
  private Path landing;
  private Path undisturbed;
  private Map<String, List<String>> expected;
  private FileTime endOfFirstNight;

  /** Two nights: the first fills empty tables, the second merges into full ones. */
  @BeforeAll
  void runUndisturbed() throws IOException {
    Path config = Files.createDirectory(folder.resolve("config"));
    Files.writeString(config.resolve("organisation.yaml"), "id: o\nname: O\ncountry: SE\n");
    Files.writeString(config.resolve("accounts.yaml"), Newsroom.ACCOUNTS);
    Files.writeString(config.resolve("audiences.yaml"), Newsroom.AUDIENCES);
    landing = folder.resolve("landing");
    undisturbed = folder.resolve("undisturbed");
    List<PlacedFile> files = new Newsroom(20261125).placed();
    int half = files.size() * 2 / 3;

    files.subList(0, half).forEach(file -> file.write(landing));
    ingestAndBuild(undisturbed);
    List<Path> commits = commits(undisturbed);
    endOfFirstNight = Files.getLastModifiedTime(commits.get(commits.size() - 1));
    files.subList(half, files.size()).forEach(file -> file.write(landing));
    ingestAndBuild(undisturbed);
    expected = LakeRows.contents(LakeRows.open(undisturbed));
  }

  @Test
  @Timeout(value = 15, unit = TimeUnit.MINUTES)
  void aRunThatIsReallyKilled() throws IOException {
    Path lake = folder.resolve("killed");
    Path commit = lake.resolve("facts/post/_delta_log/%020d.json".formatted(1));
    Process run = start("ingest", "--lake", lake, "--landing", landing, "--config", config());
    try {
      while (!Files.exists(commit) && !run.waitFor(10, TimeUnit.MILLISECONDS)) {
        // Not yet.
      }
      assertThat(run.isAlive()).as("killed before its end").isTrue();
      CommandRun second = ingest(lake);
      assertThat(second.exitCode()).isEqualTo(2);
      assertThat(second.err()).startsWith("Another run is writing to the lake at " + lake);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      run.destroyForcibly().onExit().join();
    }
    assertThat(Files.exists(lake.resolve("ops/file/_delta_log/%020d.json".formatted(1))))
        .as("the ledger was written")
        .isFalse();

    ingestAndBuild(lake);
    LakeRows.assertSame(LakeRows.contents(LakeRows.open(lake)), expected);
  }

  /**
   * What a kill leaves is what had been written by then, so each moment of the undisturbed run can
   * be had by leaving out what came later.
   */
  @ParameterizedTest(name = "{0}, {1}")
  @CsvSource({
    "first night, results/engagement_post",
    "second night, facts/post_metrics",
    "second night, results/engagement"
  })
  void aRunThatEndedAfterTheCommitTo(String night, String table) throws IOException {
    Path lake = folder.resolve(table.replace('/', '_'));
    copy(undisturbed, lake);
    boolean isFirst = night.startsWith("first");
    List<Path> commits = commits(lake);
    Path last =
        commits.stream()
            .filter(commit -> commit.startsWith(lake.resolve(table)))
            .filter(commit -> isFirst == (modified(commit).compareTo(endOfFirstNight) <= 0))
            .reduce((a, b) -> b)
            .orElseThrow();
    deleteLaterThan(modified(last), lake);

    ingestAndBuild(lake);
    LakeRows.assertSame(LakeRows.contents(LakeRows.open(lake)), expected);
  }

  private Path config() {
    return folder.resolve("config");
  }

  private void ingestAndBuild(Path lake) {
    CommandRun ingest = ingest(lake);
    assertThat(ingest.exitCode()).as(ingest.err()).isZero();
    CommandRun build =
        CommandRun.of("build", "--lake", lake.toString(), "--config", config().toString());
    assertThat(build.exitCode()).as(build.err()).isZero();
  }

  private CommandRun ingest(Path lake) {
    return CommandRun.of(
        "ingest",
        "--lake",
        lake.toString(),
        "--landing",
        landing.toString(),
        "--config",
        config().toString());
  }

  /** The commits to all tables, in their order. */
  private static List<Path> commits(Path lake) throws IOException {
    try (Stream<Path> files = Files.walk(lake)) {
      return files
          .filter(file -> file.toString().matches(".*/_delta_log/\\d{20}\\.json"))
          .sorted(Comparator.comparing(KillAndRerunTest::modified))
          .toList();
    }
  }

  private static void deleteLaterThan(FileTime end, Path lake) throws IOException {
    List<Path> later;
    try (Stream<Path> files = Files.walk(lake)) {
      later =
          files
              .filter(Files::isRegularFile)
              .filter(file -> modified(summed(file)).compareTo(end) > 0)
              .toList();
    }
    assertThat(later).isNotEmpty();
    for (Path file : later) {
      Files.delete(file);
    }
  }

  /**
   * The file whose checksums Hadoop keeps in this one, else the file itself. They are written
   * before it and get their name after it, so a kill never leaves them alone.
   */
  private static Path summed(Path file) {
    Matcher checksums = CHECKSUMS.matcher(file.getFileName().toString());
    return checksums.matches() ? file.resolveSibling(checksums.group(1)) : file;
  }

  private static FileTime modified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process start(Object... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> !option.startsWith("-Xmx") && !option.startsWith("-agentlib"))
        .forEach(command::add);
    command.addAll(List.of("-Xmx1g", "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=200m"));
    command.add("-Dspark.master=local[2]");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.rackvidd.Main"));
    Stream.of(arguments).map(Object::toString).forEach(command::add);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("killed.log").toFile())
        .start();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copied = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copied);
        } else {
          Files.copy(file, copied, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }
}
