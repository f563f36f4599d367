package org.rackvidd.exports;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class CsvRowsPropertyTest {
  @Property
  void rowsAreThoseOfAnotherLenientReader(
      @ForAll("texts") String text,
      @ForAll("charsets") String charset,
      @ForAll("delimiters") char delimiter,
      @ForAll @IntRange(min = 1, max = 40) int atATime)
      throws IOException {
    byte[] bytes = text.getBytes(Charset.forName(charset));
    String decoded = new String(bytes, Charset.forName(charset));

    List<String> read =
        rows(bytes, new TextDialect(charset, delimiter), TextPiece.whole(), atATime);

    // The other reader does not say where the field begins that is never closed.
    if (read.isEmpty() || refusals(read) == (isRefusal(last(read)) ? 1 : 0)) {
      assertThat(read)
          .map(row -> isRefusal(row) ? "UNREADABLE" : row)
          .isEqualTo(expected(decoded, delimiter));
    }
  }

  @Property
  void wellWrittenRowsAreReadAsTheyAreWhateverTheirTexts(
      @ForAll("tables") List<List<String>> table,
      @ForAll("delimiters") char delimiter,
      @ForAll @IntRange(min = 1, max = 40) int atATime)
      throws IOException {
    StringBuilder text = new StringBuilder();
    for (List<String> row : table) {
      text.append(
              String.join(
                  String.valueOf(delimiter),
                  row.stream().map(field -> '"' + field.replace("\"", "\"\"") + '"').toList()))
          .append("\r\n");
    }

    assertThat(
            rows(
                text.toString().getBytes(StandardCharsets.UTF_8),
                new TextDialect("UTF-8", delimiter),
                TextPiece.whole(),
                atATime))
        .map(row -> row.substring(row.indexOf(' ') + 1))
        .isEqualTo(table.stream().map(List::toString).toList());
  }

  @Provide
  Arbitrary<List<List<String>>> tables() {
    Arbitrary<String> field =
        Arbitraries.of("\"", ",", ";", "\n", "\r\n", "\",\"", " ", "a", "åä", "\ud83c\udf0a")
            .list()
            .ofMaxSize(8)
            .map(parts -> "x" + String.join("", parts) + "y");
    return Arbitraries.integers()
        .between(1, 4)
        .flatMap(width -> field.list().ofSize(width).list().ofMaxSize(12));
  }

  /** A quote left open costs its own line: all others give what they give without that line. */
  @Property
  void whatStandsAroundARefusedLineIsReadAsIfThatWereNotThere(
      @ForAll("lines") List<String> lines, @ForAll @IntRange(min = 1, max = 40) int atATime)
      throws IOException {
    TextDialect dialect = new TextDialect("UTF-8", ',');
    List<String> read = rows(bytes(lines), dialect, TextPiece.whole(), atATime);
    Assume.that(refusals(read) > 0);
    List<String> kept = new ArrayList<>(lines);
    List<String> rowsKept = new ArrayList<>();
    for (String row : read) {
      int line = Integer.parseInt(row.substring(0, row.indexOf(':')));
      if (isRefusal(row)) {
        kept.set(line - 1, null);
      } else {
        rowsKept.add(row.substring(row.indexOf(':')));
      }
    }
    kept.removeIf(Objects::isNull);

    assertThat(rows(bytes(kept), dialect, TextPiece.whole(), atATime))
        .map(row -> row.substring(row.indexOf(':')))
        .isEqualTo(rowsKept);
  }

  /** Of three fields each, one with its quote left open here and there. */
  @Provide
  Arbitrary<List<String>> lines() {
    Arbitrary<String> row =
        Arbitraries.of("1,två,3", "4,\"fem, sex\",7", "\"8\",\"9 \"\"x\"\"\",10", "11,\"tolv,13");
    return row.list()
        .ofMinSize(2)
        .ofMaxSize(30)
        .map(rows -> Stream.concat(Stream.of("a,b,c"), rows.stream()).toList());
  }

  private static byte[] bytes(List<String> lines) {
    return String.join("", lines.stream().map(line -> line + "\r\n").toList())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static boolean isRefusal(String row) {
    return row.endsWith(": UNREADABLE");
  }

  private static long refusals(List<String> rows) {
    return rows.stream().filter(CsvRowsPropertyTest::isRefusal).count();
  }

  private static String last(List<String> rows) {
    return rows.get(rows.size() - 1);
  }

  @Property
  void piecesGiveTheRowsLinesAndRefusalsOfTheWhole(
      @ForAll("texts") String text,
      @ForAll("charsets") String charset,
      @ForAll("delimiters") char delimiter,
      @ForAll @IntRange(min = 1, max = 40) int atATime,
      @ForAll @IntRange(max = 60) int size,
      @ForAll @IntRange(max = 3) int damages)
      throws IOException {
    byte[] bytes = text.getBytes(Charset.forName(charset));
    // Bytes that are no character must not shift what stands behind them.
    for (int i = 1; i <= damages && bytes.length > 0; i++) {
      bytes[bytes.length * i / 4] = (byte) 0xD8;
    }
    TextDialect dialect = new TextDialect(charset, delimiter);

    List<TextPiece> pieces = TextPiece.of(slow(bytes, 0, atATime), dialect, size, bytes.length);

    List<String> inPieces = new ArrayList<>();
    long end = 0;
    for (TextPiece piece : pieces) {
      assertThat(piece.from()).isEqualTo(end);
      end = piece.to();
      inPieces.addAll(rows(bytes, dialect, piece, 64));
    }
    assertThat(end).isEqualTo(bytes.length);
    assertThat(inPieces).isEqualTo(rows(bytes, dialect, TextPiece.whole(), 64));
  }

  @Property(tries = 20)
  void aTextOfManyRowsHasManyPieces(@ForAll @IntRange(min = 1, max = 50) int size)
      throws IOException {
    byte[] bytes = "a,\"två\r\nrader\"\r\n".repeat(100).getBytes(Charset.forName("UTF-8"));

    assertThat(TextPiece.of(slow(bytes, 0, 7), new TextDialect("UTF-8", ','), size, bytes.length))
        .hasSizeGreaterThan(bytes.length / (size + 40));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "\"",
            "\"",
            "\"\"",
            "\",\"",
            ",",
            ",",
            ";",
            "\n",
            "\n",
            "\r",
            "\r\n",
            "\"\n",
            "\n\"",
            " ",
            "a",
            "bc",
            "å",
            "12",
            "\u20ac",
            "\ud83c\udf0a",
            "\ud83c",
            "\ufeff",
            "\u00a0",
            "x\ty")
        .list()
        .ofMaxSize(60)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> charsets() {
    return Arbitraries.of("UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252");
  }

  @Provide
  Arbitrary<Character> delimiters() {
    return Arbitraries.of(',', ';', '\t', '|');
  }

  private static List<String> rows(byte[] bytes, TextDialect dialect, TextPiece piece, int atATime)
      throws IOException {
    List<String> read = new ArrayList<>();
    try (CsvRows rows =
        new CsvRows(
            slow(bytes, (int) piece.from(), atATime),
            dialect.encoding(),
            dialect.delimiter(),
            piece)) {
      while (true) {
        try {
          Cells cells = rows.next();
          if (cells == null) {
            return read;
          }
          read.add(rows.line() + ": " + cells.texts());
        } catch (BadRow bad) {
          read.add(rows.line() + ": " + bad.reason());
        }
      }
    }
  }

  @SuppressWarnings("removal")
  private static List<String> expected(String text, char delimiter) {
    List<String> rows = new ArrayList<>();
    long line = 0;
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .skipEmptyLines(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowExtraCharsAfterClosingQuote(true)
            .allowUnclosedQuote(false)
            .ofCsvRecord(text.startsWith("\ufeff") ? text.substring(1) : text)) {
      for (CsvRecord row : reader) {
        line = row.getStartingLineNumber();
        Cells cells = new Cells();
        row.getFields().forEach(cells::add);
        if (!cells.isBlank()) {
          rows.add(line + ": " + cells.texts());
        }
      }
    } catch (de.siegmar.fastcsv.reader.CsvParseException unclosed) {
      rows.add("UNREADABLE");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return rows;
  }

  /** A stream that gives a few bytes at a time, as if every buffer were that small. */
  private static InputStream slow(byte[] bytes, int from, int atATime) {
    return new FilterInputStream(new ByteArrayInputStream(bytes, from, bytes.length - from)) {
      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        return super.read(into, offset, Math.min(length, atATime));
      }
    };
  }
}
