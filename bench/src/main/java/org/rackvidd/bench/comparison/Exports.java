package org.rackvidd.bench.comparison;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The exports of one folder that all sides can read, each in a folder named like the day of its
 * download.
 */
record Exports(Path folder, Map<Input, List<Path>> files) {

  /** Finds them, sorted by name. */
  static Exports in(Path folder) throws IOException {
    Map<Input, List<Path>> files = new EnumMap<>(Input.class);
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
        Input.of(file).ifPresent(input -> files.merge(input, List.of(file), Exports::concatenated));
      }
    }
    return new Exports(folder, files);
  }

  private static List<Path> concatenated(List<Path> some, List<Path> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  /** Whether there is a file of each. */
  boolean hasAll(Collection<Input> inputs) {
    return files.keySet().containsAll(inputs);
  }

  /** The newest day of download. */
  LocalDate newest() {
    return all()
        .map(file -> LocalDate.parse(file.getParent().getFileName().toString()))
        .max(LocalDate::compareTo)
        .orElseThrow(() -> new IllegalArgumentException("No exports in " + folder));
  }

  /** Size of all files. */
  long bytes() throws IOException {
    long bytes = 0;
    for (Path file : all().toList()) {
      bytes += Files.size(file);
    }
    return bytes;
  }

  /** Rows of all files, without their headers. */
  long rows() throws IOException {
    long rows = 0;
    for (Map.Entry<Input, List<Path>> entry : files.entrySet()) {
      for (Path file : entry.getValue()) {
        try (CsvReader<CsvRecord> csv =
            CsvReader.builder().fieldSeparator(entry.getKey().separator()).ofCsvRecord(file)) {
          rows += csv.stream().count() - 1;
        }
      }
    }
    return rows;
  }

  /** Puts the same bytes into another folder, without copying them where that can be. */
  void linkTo(Path landing) throws IOException {
    for (Path file : all().toList()) {
      Path link = landing.resolve(folder.relativize(file));
      Files.createDirectories(link.getParent());
      try {
        Files.createLink(link, file);
      } catch (UnsupportedOperationException | IOException otherDisk) {
        Files.copy(file, link);
      }
    }
  }

  private Stream<Path> all() {
    return files.values().stream().flatMap(List::stream);
  }
}
