package org.rackvidd.bench.simulation;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.rackvidd.bench.exports.Dialect;
import org.rackvidd.bench.truth.FileTruth;
import org.rackvidd.bench.truth.Truth;

/**
 * An export that is downloaded in several files, because platforms give only so many rows at once.
 */
final class RollingExport implements AutoCloseable {
  private static final int ROWS_OF_FILE = 500_000;

  private final Path folder;
  private final Description description;
  private final Dialect dialect;
  private final Bottom bottom;
  private final Truth truth;
  private int files;
  private CsvWriter csv;
  private FileTruth file;
  private long rows;

  /**
   * What all files of an export have in common.
   *
   * @param name of a file, with {@code %d} for its number
   * @param format it should be recognised as
   * @param top the lines down to the names of the columns
   */
  record Description(String name, String format, List<String[]> top) {
    static Description of(String name, String format, List<String> header) {
      return new Description(name, format, List.<String[]>of(header.toArray(String[]::new)));
    }
  }

  /** What comes below the rows of each file, for example totals. */
  interface Bottom {
    List<String[]> rows(long rowsAbove);
  }

  RollingExport(Path folder, Description description, Dialect dialect, Bottom bottom, Truth truth) {
    this.folder = folder;
    this.description = description;
    this.dialect = dialect;
    this.bottom = bottom;
    this.truth = truth;
  }

  /** Room for a row that is to be accepted. */
  void accept(String[] row) throws IOException {
    write(row);
    file.accept(1);
  }

  /** Room for a row that is to be refused. */
  void reject(String[] row, String reason) throws IOException {
    write(row);
    file.reject(reason, 1);
  }

  /**
   * Room for a row that is to be refused because it is damaged.
   *
   * @param cells what stands in it instead, by column
   */
  void reject(String[] row, Map<String, String> cells, String reason) throws IOException {
    List<String[]> top = description.top();
    List<String> header = List.of(top.get(top.size() - 1));
    String[] damaged = row.clone();
    cells.forEach((column, cell) -> damaged[header.indexOf(column)] = cell);
    reject(damaged, reason);
  }

  private void write(String[] row) throws IOException {
    if (csv == null || rows >= ROWS_OF_FILE) {
      close();
      files++;
      String name = String.format(description.name(), files);
      csv = dialect.create(folder.resolve(name));
      file = truth.file(new FileTruth(name, "", description.format(), dialect.encoding()));
      description.top().forEach(csv::writeRecord);
      // An empty line is no row.
      long lines = description.top().stream().filter(line -> !line[0].isEmpty()).count();
      file.setAside("note", lines - 1);
    }
    csv.writeRecord(row);
    rows++;
  }

  @Override
  public void close() throws IOException {
    if (csv != null) {
      List<String[]> below = bottom.rows(rows);
      below.forEach(csv::writeRecord);
      file.setAside("total", below.size());
      csv.close();
      csv = null;
      rows = 0;
    }
  }
}
