package org.rackvidd.bench.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole folders with everything below them. */
final class Folders {
  private Folders() {}

  /** Also where there is none. */
  static void delete(Path folder) throws IOException {
    for (Path path : below(folder, Comparator.reverseOrder())) {
      Files.delete(path);
    }
  }

  static void copy(Path from, Path to) throws IOException {
    for (Path path : below(from, Comparator.naturalOrder())) {
      Files.copy(path, to.resolve(from.relativize(path)));
    }
  }

  /** Bytes of all files; nothing where there is no folder. */
  static long size(Path folder) throws IOException {
    long size = 0;
    for (Path path : below(folder, Comparator.naturalOrder())) {
      size += Files.isRegularFile(path) ? Files.size(path) : 0;
    }
    return size;
  }

  private static List<Path> below(Path folder, Comparator<Path> order) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.walk(folder)) {
      return found.sorted(order).toList();
    }
  }
}
