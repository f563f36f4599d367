package org.rackvidd.exports;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A part of a text file that begins with a row and ends before one: read piece by piece, a file
 * gives the rows, lines and refusals that it gives when read in one go.
 *
 * @param from offset of its first byte
 * @param to offset behind its last byte
 * @param firstLine line of the file at which it begins, from 1
 * @param fieldsBefore fields of the row before it, 0 where there is none
 */
public record TextPiece(long from, long to, long firstLine, int fieldsBefore)
    implements Serializable {
  /** A smaller file is read faster in one go. */
  static final long LEAST_TO_SPLIT = 32L << 20;

  /** About as much as a piece has; one row may make it longer. */
  static final long SIZE = 16L << 20;

  private static final long TO_THE_END = Long.MAX_VALUE;

  /** The text from its first byte to its last. */
  static TextPiece whole() {
    return new TextPiece(0, TO_THE_END, 1, 0);
  }

  /** One that begins at a row and goes on to the end. */
  static TextPiece rest(long from, long firstLine, int fieldsBefore) {
    return new TextPiece(from, TO_THE_END, firstLine, fieldsBefore);
  }

  long bytes() {
    return to - from;
  }

  /** As much of it as ends before an offset. */
  private TextPiece endingAt(long offset) {
    return new TextPiece(from, offset, firstLine, fieldsBefore);
  }

  /**
   * Whether a text can be read from the middle: in the others, what a byte means depends on those
   * before it.
   */
  static boolean canSplit(Charset charset) {
    return Set.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)
            .contains(charset)
        || charset.canEncode() && charset.newEncoder().maxBytesPerChar() == 1;
  }

  /**
   * Reads a text to its end to find its pieces, with the very tokenizer that will read them: rows
   * begin where it says, whatever quotes are left open or stray.
   *
   * @param size least bytes of a piece but for the last
   * @param bytes length of the text
   */
  static List<TextPiece> of(InputStream in, TextDialect dialect, long size, long bytes)
      throws IOException {
    List<TextPiece> pieces = new ArrayList<>();
    TextPiece last = whole();
    try (CsvRows rows = new CsvRows(in, dialect.encoding(), dialect.delimiter())) {
      while (skip(rows)) {
        TextPiece next = rows.rest(last.from() + size);
        if (next != null) {
          pieces.add(last.endingAt(next.from()));
          last = next;
        }
      }
    }
    pieces.add(last.endingAt(bytes));
    return pieces;
  }

  private static boolean skip(CsvRows rows) throws IOException {
    try {
      return rows.next() != null;
    } catch (BadRow fault) {
      return true;
    }
  }
}
