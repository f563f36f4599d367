package org.rackvidd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rackvidd.cli.CommandRun;

/**
 * A run that is killed, at moments at which some tables have been written and others have not, and
 * done again leaves the tables of one that was let be.
 */
class KillAndRerunTest {
  private static final Path EXPORTS = DemoLake.DATA.resolve("exports");

  @TempDir private Path folder;
  private Path lake;

  @Test
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  void aRunThatIsKilledAndDoneAgainLeavesTheTablesOfOneThatWasNot() {
    lake = folder.resolve("lake");
    Path data = folder.resolve("data");
    copy(DemoLake.DATA.resolve("config"), data.resolve("config"), path -> true);
    copy(EXPORTS, data.resolve("exports"), path -> !path.startsWith("2026-11-03"));

    // Facts without a line in the ledger, posts without their periods, periods without their posts.
    runUntil("facts/post", 1, data, true);
    runUntil("results/engagement_post", 1, data, false);
    assertThat(demo(data).exitCode()).isZero();

    // From here on results are merged into, not filled.
    copy(EXPORTS, data.resolve("exports"), path -> path.startsWith("2026-11-03"));
    runUntil("results/engagement", next("results/engagement"), data, false);
    assertThat(demo(data).exitCode()).isZero();

    assertThat(LakeRows.contents(LakeRows.open(lake)))
        .isEqualTo(LakeRows.contents(LakeRows.open(DemoLake.folder())));
  }

  private CommandRun demo(Path data) {
    return CommandRun.of("demo", "--lake", lake.toString(), "--data", data.toString());
  }

  /** Lets another JVM run the demo until a table has a version, then kills it. */
  private void runUntil(String table, long version, Path data, boolean asSecond) {
    Path commit = lake.resolve(table).resolve("_delta_log/%020d.json".formatted(version));
    Process run = start(data);
    try {
      while (!Files.exists(commit) && !run.waitFor(10, TimeUnit.MILLISECONDS)) {
        // Not yet.
      }
      assertThat(run.isAlive()).as("killed before its end, at %s", commit).isTrue();
      if (asSecond) {
        CommandRun second = demo(data);
        assertThat(second.exitCode()).isEqualTo(2);
        assertThat(second.err()).startsWith("Another run is writing to the lake at " + lake);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      run.destroyForcibly().onExit().join();
    }
  }

  private long next(String table) {
    try (Stream<Path> commits = Files.list(lake.resolve(table).resolve("_delta_log"))) {
      return commits.filter(path -> path.toString().endsWith(".json")).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process start(Path data) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> !option.startsWith("-Xmx") && !option.startsWith("-agentlib"))
        .forEach(command::add);
    command.addAll(List.of("-Xmx1g", "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=200m"));
    command.add("-Dspark.master=local[2]");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.rackvidd.Main"));
    command.addAll(List.of("demo", "--lake", lake.toString(), "--data", data.toString()));
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(folder.resolve("killed.log").toFile())
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to, Predicate<Path> wanted) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path relative = from.relativize(file);
        if (wanted.test(relative)) {
          Files.createDirectories(to.resolve(relative).getParent());
          Files.copy(file, to.resolve(relative));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
