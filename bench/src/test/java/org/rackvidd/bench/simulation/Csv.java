package org.rackvidd.bench.simulation;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Rows of the simulator's text files, by the names of their columns. */
final class Csv {
  private Csv() {}

  static List<NamedCsvRecord> rows(Path file) {
    char separator = file.getFileName().toString().startsWith("applications") ? ';' : ',';
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(separator)
            .detectBomHeader(true)
            .ofNamedCsvRecord(file)) {
      return csv.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of all files whose names begin like this, in the order of the names. */
  static List<NamedCsvRecord> rows(Path folder, String beginning) {
    List<NamedCsvRecord> rows = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(file -> file.getFileName().toString().startsWith(beginning))
          .sorted()
          .forEach(file -> rows.addAll(rows(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }
}
