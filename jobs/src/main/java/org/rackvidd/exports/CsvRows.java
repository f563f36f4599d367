package org.rackvidd.exports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;

/**
 * Rows of delimited text, read as a stream. A quote opens a field only as its first character;
 * within, a quote stands doubled; text behind the closing quote belongs to the field, so that a
 * stray quote within a field costs its own row at most. So does one that opens a field and is not
 * closed, if its line has the fields of the row before and the next quote is none that closes: what
 * it seems to quote is read as the rows it is. Lines end with LF, CR or both.
 */
final class CsvRows implements Rows {
  /** A longer row is no export's: it is refused and skipped, so that memory stays bounded. */
  static final int LONGEST_ROW = 4 * 1024 * 1024;

  /** As many columns as a spreadsheet can have. */
  static final int MOST_FIELDS = 16_384;

  /** So many blanks behind a quote are text. */
  private static final int MOST_BLANKS = 1000;

  private static final char QUOTE = '"';
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final DecodedText text;
  private final char delimiter;
  private final Cells cells = new Cells();

  /** The window of text, and how far it is filled. */
  private char[] chars;

  private int limit;

  /** Where reading has come to, and where the row and the field it is in begin. */
  private int at;

  private int row;
  private int field;

  /** Characters of the row that have left the window, which happens to rows that are too long. */
  private int dropped;

  private int fields;
  private long line = 1;
  private boolean afterCarriageReturn;

  /** Fields of the row before, 0 where there is none. */
  private int fieldsBefore;

  /** The line on which a quoted field begins, and whether that line has been judged by itself. */
  private long opened;

  private boolean isLineJudged;

  CsvRows(InputStream in, Charset charset, char delimiter) throws IOException {
    this(in, charset, delimiter, TextPiece.whole());
  }

  /**
   * @param in stands at the piece's beginning
   */
  CsvRows(InputStream in, Charset charset, char delimiter, TextPiece piece) throws IOException {
    this.text = new DecodedText(in, charset, piece.bytes());
    this.delimiter = delimiter;
    this.line = piece.firstLine();
    this.fieldsBefore = piece.fieldsBefore();
    this.chars = text.chars();
    if (piece.from() == 0 && more() && chars[0] == BYTE_ORDER_MARK) {
      at++;
    }
  }

  @Override
  public Cells next() throws IOException, BadRow {
    while (toNextRow()) {
      cells.begin(line);
      fields = 0;
      dropped = 0;
      readRow();
      if (dropped > 0 || at - row > LONGEST_ROW + 1 || fields > MOST_FIELDS) {
        throw new BadRow(
            Reason.TOO_LONG,
            "The row has more than %,d characters or %,d fields; it was skipped."
                .formatted(LONGEST_ROW, MOST_FIELDS));
      }
      if (!cells.isBlank()) {
        cells.show(chars);
        fieldsBefore = fields;
        return cells;
      }
    }
    return null;
  }

  /** Goes to the beginning of the next row; false where the text ends. */
  private boolean toNextRow() throws IOException {
    row = at;
    field = at;
    boolean isThere = at < limit || more();
    if (isThere && afterCarriageReturn && chars[at] == '\n') {
      row = ++at;
      field = at;
      isThere = at < limit || more();
    }
    afterCarriageReturn = false;
    return isThere;
  }

  private void readRow() throws IOException, BadRow {
    while (true) {
      field = at;
      if (at < limit || more()) {
        if (chars[at] == QUOTE) {
          quoted();
        } else {
          plain();
        }
      } else {
        add(at, at);
      }
      if (at == limit) {
        return;
      }
      char end = chars[at++];
      if (end != delimiter) {
        line++;
        afterCarriageReturn = end == '\r';
        return;
      }
    }
  }

  private void add(int from, int to) {
    if (dropped == 0 && fields < MOST_FIELDS) {
      cells.add(chars, from, to);
    }
    fields++;
  }

  /** A field without quotes; afterwards {@code at} is its end. */
  private void plain() throws IOException, BadRow {
    do {
      char[] window = chars;
      int stop = stop();
      int place = at;
      while (place < stop && !endsField(window[place])) {
        place++;
      }
      at = place;
    } while (at == stop() && moreOfField());
    add(field, at);
  }

  private boolean endsField(char c) {
    return c == delimiter || c == '\n' || c == '\r';
  }

  /** A field in quotes; afterwards {@code at} is its end. */
  private void quoted() throws IOException, BadRow {
    opened = line;
    isLineJudged = false;
    int quotes = 0;
    boolean inside = false;
    do {
      at++;
      quotes++;
      inside = !inside;
      if (!inside && line > opened && isBeforeText()) {
        refuseUnclosed();
      }
    } while (toQuote(inside));
    if (inside) {
      refuseUnclosed();
      row = at;
      throw new BadRow(
          Reason.UNREADABLE,
          "The file ends inside a quoted field: it was cut off. Export it again.");
    }
    addQuoted(quotes);
  }

  /** Whether what stands behind a closing quote says that the quote should not close. */
  private boolean isBeforeText() throws IOException {
    int blanks = 0;
    while (at + blanks < limit || more()) {
      char c = chars[at + blanks];
      if (c == QUOTE || endsField(c)) {
        return false;
      } else if (!Cells.isSpace(c) || ++blanks > MOST_BLANKS) {
        return true;
      }
    }
    return false;
  }

  /**
   * Refuses the line on which the field begins, and goes on behind it, where that line alone has
   * the fields of the row before, or more, as a text may hold delimiters: its quote opens nothing,
   * and the rows behind are no part of it.
   */
  private void refuseUnclosed() throws BadRow {
    if (line == opened || isLineJudged) {
      return;
    }
    isLineJudged = true;
    int end = field + 1;
    int fieldsOfLine = fields + 1;
    for (; chars[end] != '\n' && chars[end] != '\r'; end++) {
      fieldsOfLine += chars[end] == delimiter ? 1 : 0;
    }
    if (fieldsBefore > 1 && fieldsOfLine >= fieldsBefore) {
      at = end + 1;
      afterCarriageReturn = chars[end] == '\r';
      line = opened + 1;
      throw new BadRow(
          Reason.UNREADABLE,
          "A quotation mark opens a field and nothing closes it; its line was skipped.");
    }
  }

  /** Takes the quotes out where they stand: all but the second of a doubled one. */
  private void addQuoted(int quotes) {
    if (quotes == 2 && chars[at - 1] == QUOTE) {
      add(field + 1, at - 1);
      return;
    }
    int end = field;
    boolean inside = true;
    for (int from = field + 1; from < at; from++) {
      char c = chars[from];
      if (c == QUOTE) {
        inside = !inside;
      }
      if (c != QUOTE || inside) {
        chars[end++] = c;
      }
    }
    add(field, end);
  }

  /** Goes to the next quote, or to the field's end and false. */
  private boolean toQuote(boolean inside) throws IOException, BadRow {
    while (true) {
      int stop = stop();
      at = inside ? toQuote(stop) : toQuoteOrEnd(stop);
      if (at < stop) {
        return chars[at] == QUOTE;
      }
      if (inside && at - field > LONGEST_ROW) {
        refuseUnclosed();
      }
      if (!moreOfField()) {
        return false;
      }
    }
  }

  private int toQuote(int stop) {
    char[] window = chars;
    int place = at;
    for (; place < stop; place++) {
      char c = window[place];
      if (c == QUOTE) {
        break;
      }
      if (c == '\r' || c == '\n' && window[place - 1] != '\r') {
        line++;
      }
    }
    return place;
  }

  private int toQuoteOrEnd(int stop) {
    int place = at;
    while (place < stop && chars[place] != QUOTE && !endsField(chars[place])) {
      place++;
    }
    return place;
  }

  /** How far a field may reach in the window. */
  private int stop() {
    return Math.min(limit, field + LONGEST_ROW + 1);
  }

  private boolean moreOfField() throws IOException, BadRow {
    if (at - field > LONGEST_ROW) {
      skipLine();
      throw new BadRow(
          Reason.TOO_LONG,
          "A field is longer than %,d characters; its row was skipped.".formatted(LONGEST_ROW));
    }
    return more();
  }

  private boolean more() throws IOException {
    if (limit - row > LONGEST_ROW) {
      // Of a row that is too long nothing but its end matters.
      dropped += field - row;
      row = field;
    }
    boolean isMore = text.more(row);
    cells.shift(row);
    at -= row;
    field -= row;
    row = 0;
    chars = text.chars();
    limit = text.limit();
    return isMore;
  }

  /** Goes to the end of the line, or of the text. */
  private void skipLine() throws IOException {
    boolean isInLineEnd = chars[at - 1] == '\r';
    while (true) {
      row = at;
      field = at;
      if (at == limit && !more()) {
        return;
      }
      char c = chars[at++];
      if (c == '\r' || c == '\n' && !isInLineEnd) {
        line++;
        afterCarriageReturn = c == '\r';
        return;
      }
      isInLineEnd = false;
    }
  }

  @Override
  public long line() {
    return cells.line();
  }

  /**
   * The text from the next row on, if that is known to begin behind so many bytes; otherwise null.
   */
  TextPiece rest(long bytes) throws IOException {
    if (!text.isBehind(bytes) || !toNextRow() || !text.knowsOffset(at)) {
      return null;
    }
    return TextPiece.rest(text.offset(at), line, fieldsBefore);
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
