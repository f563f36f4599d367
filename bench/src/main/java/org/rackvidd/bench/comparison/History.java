package org.rackvidd.bench.comparison;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The same exports, but only what they tell of a day and later. */
final class History {
  private final Exports exports;
  private final LocalDate first;

  History(Exports exports, LocalDate first) {
    this.exports = exports;
    this.first = first;
  }

  /** Writes them; a file without a row left is left out. */
  void writeTo(Path landing) throws IOException {
    for (Map.Entry<Input, List<Path>> entry : exports.files().entrySet()) {
      for (Path file : entry.getValue()) {
        Path shorter = landing.resolve(exports.folder().relativize(file));
        Files.createDirectories(shorter.getParent());
        if (!write(entry.getKey(), file, shorter)) {
          Files.delete(shorter);
        }
      }
    }
  }

  private boolean write(Input input, Path file, Path shorter) throws IOException {
    boolean any = false;
    try (CsvReader<CsvRecord> csv =
            CsvReader.builder()
                .fieldSeparator(input.separator())
                .detectBomHeader(true)
                .ofCsvRecord(file);
        CsvWriter out = CsvWriter.builder().fieldSeparator(input.separator()).build(shorter)) {
      Iterator<CsvRecord> rows = csv.iterator();
      List<String> header = rows.next().getFields();
      out.writeRecord(header);
      Days days = new Days(input, header);
      while (rows.hasNext()) {
        List<String> row = rows.next().getFields();
        if (days.keep(row)) {
          out.writeRecord(row);
          any = true;
        }
      }
    }
    return any;
  }

  /** Tells rows by their day. */
  private final class Days {
    private final int column;
    private final DateTimeFormatter pattern;

    Days(Input input, List<String> header) {
      this.column = input.dateColumn == null ? -1 : header.indexOf(input.dateColumn);
      this.pattern =
          column < 0 ? null : DateTimeFormatter.ofPattern(input.datePattern, Locale.ENGLISH);
    }

    /** Rows of no day, such as totals and damaged ones, stay. */
    boolean keep(List<String> row) {
      if (column < 0 || row.get(column).isEmpty()) {
        return true;
      }
      try {
        return !LocalDate.parse(row.get(column), pattern).isBefore(first);
      } catch (DateTimeParseException damaged) {
        return true;
      }
    }
  }
}
