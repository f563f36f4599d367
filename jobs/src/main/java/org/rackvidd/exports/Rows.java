package org.rackvidd.exports;

import java.io.Closeable;
import java.io.IOException;

/** The rows of one table of a document, one at a time; blank rows are left out. */
interface Rows extends Closeable {

  /**
   * The next row, in a buffer that the next call fills again; null at the end.
   *
   * @throws BadRow where a row cannot be read; reading goes on behind it
   * @throws IOException where nothing more can be read
   */
  Cells next() throws IOException, BadRow;

  /** Line, or row of the sheet, of the row that was last begun; also of one that failed. */
  long line();
}
