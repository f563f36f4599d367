package org.rackvidd.exports;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

/** Rows of delimited text, read as a stream. */
final class CsvRows implements Rows {
  /** A longer row is no export's: it is refused and skipped, so that memory stays bounded. */
  static final int LONGEST_ROW = 4 * 1024 * 1024;

  /** As many columns as a spreadsheet can have. */
  static final int MOST_FIELDS = 16_384;

  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final BufferedReader reader;
  private final char delimiter;
  private CloseableIterator<Cells> rows;
  private RowHandler handler;
  private boolean ended;

  CsvRows(InputStream in, Charset charset, char delimiter) throws IOException {
    var decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    this.reader = new BufferedReader(new InputStreamReader(in, decoder), 1 << 16);
    this.delimiter = delimiter;
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
    open(0);
  }

  // A stray quote costs its own row at most; the strict way would cost whatever is buffered behind.
  @SuppressWarnings("removal")
  private void open(long linesBefore) {
    handler = new RowHandler(linesBefore);
    rows =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .skipEmptyLines(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowExtraCharsAfterClosingQuote(true)
            .allowUnclosedQuote(false)
            .maxBufferSize(LONGEST_ROW)
            .build(handler, reader)
            .iterator();
  }

  @Override
  public Cells next() throws IOException, BadRow {
    while (!ended) {
      try {
        if (!rows.hasNext()) {
          ended = true;
          return null;
        }
        Cells cells = rows.next();
        if (handler.overflowed) {
          throw new BadRow(
              Reason.TOO_LONG,
              "The row has more than %,d characters or %,d fields; it was skipped."
                  .formatted(LONGEST_ROW, MOST_FIELDS));
        }
        if (!cells.isBlank()) {
          return cells;
        }
      } catch (CsvParseException e) {
        throw afterFault(e);
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }
    return null;
  }

  private BadRow afterFault(CsvParseException e) throws IOException {
    String message = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
    if (message.startsWith("Unclosed")) {
      ended = true;
      return new BadRow(
          Reason.UNREADABLE,
          "The file ends inside a quoted field: it was cut off. Export it again.");
    }
    // All the parser holds belongs to the field that is too long: go on behind its line.
    ended = !skipLine();
    open(handler.line());
    return new BadRow(
        Reason.TOO_LONG,
        "A field is longer than %,d characters; its row was skipped.".formatted(LONGEST_ROW));
  }

  /** Reads to the end of the line; false where the text ends with it. */
  private boolean skipLine() throws IOException {
    int c;
    do {
      c = reader.read();
    } while (c >= 0 && c != '\n' && c != '\r');
    reader.mark(1);
    if (c == '\r' && reader.read() != '\n') {
      reader.reset();
    }
    return c >= 0;
  }

  @Override
  public long line() {
    return handler.line();
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }

  private static final class RowHandler extends AbstractBaseCsvCallbackHandler<Cells> {
    private final Cells cells = new Cells();
    private final long linesBefore;
    private int length;
    private boolean overflowed;

    RowHandler(long linesBefore) {
      this.linesBefore = linesBefore;
    }

    long line() {
      return linesBefore + getStartingLineNumber();
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
      cells.begin(linesBefore + startingLineNumber);
      length = 0;
      overflowed = false;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int count, boolean quoted) {
      length += count;
      overflowed = overflowed || length > LONGEST_ROW || index >= MOST_FIELDS;
      if (!overflowed) {
        cells.add(buffer, offset, count);
      }
    }

    @Override
    protected Cells buildRecord() {
      return cells;
    }
  }
}
