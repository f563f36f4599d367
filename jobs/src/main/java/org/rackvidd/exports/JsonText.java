package org.rackvidd.exports;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Cuts a JSON text into its records, without understanding them: its lines, or the elements of the
 * one array that it is. So one that is broken or endless costs no other.
 */
final class JsonText implements Closeable {
  private static final int NOTHING = -1;

  /** To this depth a bracket is closed by its like, or the text is broken there. */
  private static final int DEEPEST_WATCHED = 1024;

  private final Reader reader;
  private final char[] buffer = new char[1 << 16];
  private int at;
  private int limit;
  private char[] record = new char[1 << 14];
  private int length;
  private final BitSet braces = new BitSet();
  private long records;
  private long lines = 1;
  private long firstLine;
  private boolean isArray;
  private boolean isBegun;
  private boolean isEnded;

  JsonText(InputStream in) throws IOException {
    byte[] head = in.readNBytes(TextDialect.HEAD);
    Charset charset = TextDialect.charset(head, head.length < TextDialect.HEAD);
    this.reader =
        new InputStreamReader(
            new SequenceInputStream(new ByteArrayInputStream(head), in),
            charset == null ? StandardCharsets.UTF_8 : charset);
  }

  /**
   * Goes to the next record; false at the end.
   *
   * @throws BadRow where a record is too long; reading goes on behind it
   * @throws IOException where an array is broken or cut off
   */
  boolean next() throws IOException, BadRow {
    if (!isBegun) {
      isBegun = true;
      begin();
    }
    length = 0;
    return isArray ? nextElement() : nextLine();
  }

  char[] record() {
    return record;
  }

  int length() {
    return length;
  }

  boolean isArray() {
    return isArray;
  }

  /** Line of the text where the record begins; from 1. */
  long line() {
    return firstLine;
  }

  /** How many records were begun. */
  long ordinal() {
    return records;
  }

  private void begin() throws IOException {
    if (peek() == '\ufeff') {
      read();
    }
    skipBlanks();
    isArray = peek() == '[';
    if (isArray) {
      read();
    }
  }

  private boolean nextLine() throws IOException, BadRow {
    skipBlanks();
    if (peek() == NOTHING) {
      return false;
    }
    start();
    int c = peek();
    while (c != NOTHING && c != '\n' && c != '\r') {
      keep(read());
      c = peek();
    }
    checkLength();
    return true;
  }

  private boolean nextElement() throws IOException, BadRow {
    if (isEnded) {
      return false;
    }
    skipBlanks();
    if (peek() == ']') {
      read();
      skipBlanks();
      isEnded = true;
      if (peek() != NOTHING) {
        throw new IOException("Text follows behind the end of the list, on line " + lines + ".");
      }
      return false;
    }
    if (records > 0 && peek() == ',') {
      read();
      skipBlanks();
    } else if (records > 0 && peek() != NOTHING) {
      records++;
      throw broken();
    }
    start();
    readElement();
    if (length == 0) {
      throw broken();
    }
    checkLength();
    return true;
  }

  private void readElement() throws IOException {
    int depth = 0;
    boolean inString = false;
    do {
      int c = peek();
      if (c == NOTHING) {
        isEnded = true;
        throw new IOException(
            "The list ends inside record %,d, on line %,d: it was cut off. Export it again."
                .formatted(records, lines));
      }
      if (inString) {
        if (c == '\\') {
          keep(read());
        }
        inString = c != '"';
      } else if (depth == 0 && (c == ',' || c == ']')) {
        return;
      } else if (c == '"') {
        inString = true;
      } else if (c == '{' || c == '[') {
        braces.set(Math.min(depth++, DEEPEST_WATCHED), c == '{');
      } else if (c == '}' || c == ']') {
        depth--;
        if (depth < 0 || (depth < DEEPEST_WATCHED && braces.get(depth) != (c == '}'))) {
          throw broken();
        }
      }
      keep(read());
    } while (depth > 0 || inString || !isClosed());
  }

  /**
   * Whether what was kept is a whole object, list or string; a number ends where the next begins.
   */
  private boolean isClosed() {
    char last = record[length - 1];
    return last == '}' || last == ']' || last == '"';
  }

  /** An array in which a record is not closed as it should be: nothing behind can be trusted. */
  IOException broken() {
    isEnded = true;
    return new IOException(
        "The list is no valid JSON at record %,d, on line %,d.".formatted(records, lines));
  }

  private void start() {
    records++;
    firstLine = lines;
  }

  private void keep(int c) {
    if (c == NOTHING || length > CsvRows.LONGEST_ROW) {
      return;
    }
    if (length == record.length) {
      record = Arrays.copyOf(record, length * 2);
    }
    record[length++] = (char) c;
  }

  private void checkLength() throws BadRow {
    if (length > CsvRows.LONGEST_ROW) {
      throw new BadRow(
          Reason.TOO_LONG,
          "The record has more than %,d characters; it was skipped."
              .formatted(CsvRows.LONGEST_ROW));
    }
  }

  private void skipBlanks() throws IOException {
    int c = peek();
    while (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      read();
      c = peek();
    }
  }

  private int peek() throws IOException {
    if (at == limit) {
      at = 0;
      limit = Math.max(0, reader.read(buffer));
      if (limit == 0) {
        return NOTHING;
      }
    }
    return buffer[at];
  }

  private int read() throws IOException {
    int c = peek();
    if (c == NOTHING) {
      return c;
    }
    at++;
    // A carriage return counts where no line feed follows.
    if (c == '\n' || (c == '\r' && peek() != '\n')) {
      lines++;
    }
    return c;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
