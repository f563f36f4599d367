package org.rackvidd.exports;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.conf.Configuration;

/** The rows of a section but for its header, be it a text, a sheet of a workbook or records. */
final class SectionRows implements Closeable {
  private final Recognition.Place place;
  private InputStream in;
  private WorkbookDocument workbook;
  private Rows rows;

  SectionRows(Section section, Configuration hadoop) throws IOException {
    this.place = section.recognition().place();
    SourceFile file = section.file();
    Recognition recognition = section.recognition();
    TextDialect dialect = recognition.dialect();
    if (section.format().document() == ExportFormat.Kind.RECORDS) {
      this.rows = Records.open(file, recognition.headers(), section.format().explode(), hadoop);
      return;
    }
    TextPiece piece = section.piece() == null ? TextPiece.whole() : section.piece();
    this.in = file.open(hadoop, piece.from());
    if (dialect != null) {
      this.rows = new CsvRows(in, dialect.encoding(), dialect.delimiter(), piece);
      return;
    }
    this.workbook = WorkbookDocument.open(in);
    for (WorkbookDocument.Sheet sheet : workbook.sheets()) {
      if (sheet.name().equals(recognition.part())) {
        this.rows = sheet.rows();
        return;
      }
    }
    throw new IOException("The sheet " + recognition.part() + " is gone.");
  }

  /** As {@link Rows#next}. */
  Cells next() throws IOException, BadRow {
    while (true) {
      try {
        Cells cells = rows.next();
        if (cells == null || cells.line() > place.last()) {
          return null;
        } else if (place.holds(cells.line()) && cells.line() != place.header()) {
          return cells;
        }
      } catch (BadRow bad) {
        if (place.holds(rows.line())) {
          throw bad;
        }
      }
    }
  }

  long line() {
    return rows.line();
  }

  @Override
  public void close() throws IOException {
    if (rows != null) {
      rows.close();
    }
    if (workbook != null) {
      workbook.close();
    }
    if (in != null) {
      in.close();
    }
  }
}
