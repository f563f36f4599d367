package org.rackvidd.bench.comparison;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The SQL files of this package. */
final class Queries {
  private Queries() {}

  /** The text of a file, if there is such a file. */
  static Optional<String> find(String folder, String name) {
    try (InputStream file = Queries.class.getResourceAsStream(folder + "/" + name + ".sql")) {
      return file == null
          ? Optional.empty()
          : Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a file that must be there. */
  static String get(String folder, String name) {
    return find(folder, name)
        .orElseThrow(() -> new IllegalStateException("no " + folder + "/" + name + ".sql"));
  }
}
