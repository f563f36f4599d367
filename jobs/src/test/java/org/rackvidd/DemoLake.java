package org.rackvidd;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rackvidd.cli.CommandRun;

/** The lake that the demo makes of data/demo, once per JVM, for tests that only look at it. */
public final class DemoLake {
  public static final Path DATA = Path.of("../data/demo");

  private static final class Shared {
    static final Path FOLDER = temporaryFolder();
    static final CommandRun RUN =
        CommandRun.of("demo", "--lake", FOLDER.toString(), "--data", DATA.toString());

    private Shared() {}
  }

  private DemoLake() {}

  /** What the demo printed. */
  public static CommandRun run() {
    return Shared.RUN;
  }

  public static Path folder() {
    run();
    return Shared.FOLDER;
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("rackvidd-demo").resolve("lake");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
