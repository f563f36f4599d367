package org.rackvidd.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/**
 * A file for a landing folder.
 *
 * @param path below the folder
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PlacedFile(String path, byte[] content, Instant modified) {
  void write(Path landing) {
    try {
      Path file = landing.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, content);
      Files.setLastModifiedTime(file, FileTime.from(modified));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
