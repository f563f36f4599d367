package org.rackvidd.bench.exports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.rackvidd.bench.world.Post;

/** A small export held in memory, so that it can be damaged before it is written. */
public final class ExportTable {
  private final List<String> header;
  private final List<String[]> rows = new ArrayList<>();

  public ExportTable(List<String> header) {
    this.header = header;
  }

  /** The posts in the platform's order, newest first. */
  public static ExportTable of(PostLayout layout, List<Post> newestFirst, LocalDate observed) {
    ExportTable table = new ExportTable(layout.header());
    newestFirst.forEach(post -> table.add(layout.row(post, observed)));
    return table;
  }

  public void add(String[] row) {
    rows.add(row);
  }

  /** Writes something else into a cell. */
  public void damage(int row, String column, String value) {
    rows.get(row)[header.indexOf(column)] = value;
  }

  public void write(Path file, Dialect dialect) throws IOException {
    try (CsvWriter csv = dialect.create(file)) {
      csv.writeRecord(header);
      rows.forEach(csv::writeRecord);
    }
  }
}
