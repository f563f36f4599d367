package org.rackvidd.exports;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {
  @ParameterizedTest(name = "lines ended by {0}")
  @CsvSource({"LF, '\\n'", "CR, '\\r'", "CRLF, '\\r\\n'"})
  void readsEveryKindOfLineEnd(String name, String escaped) throws IOException {
    String end = escaped.translateEscapes();
    String text = String.join(end, "id,text", "1,en", "", "2,\"två", "rader\"", "3,tre");

    assertThat(read(text))
        .as(name)
        .containsExactly("1: id|text", "2: 1|en", "4: 2|två" + end + "rader", "6: 3|tre");
  }

  @Test
  void aRowStandsWhereItBeginsHoweverManyLinesItsFieldsHave() throws IOException {
    assertThat(read("a,\"1\n2\n3\",\"4\r\n5\"\n\n\nb,6\n"))
        .containsExactly("1: a|1\n2\n3|4\r\n5", "7: b|6");
  }

  @Test
  void quotesWithinFieldsAreKept() throws IOException {
    assertThat(read("a,\"säger \"\"hej\"\"\",5\" bred\nb,\"x\"y,z\n"))
        .containsExactly("1: a|säger \"hej\"|5\" bred", "2: b|xy|z");
  }

  @Test
  void blankRowsAreLeftOutAndBlankFieldsKept() throws IOException {
    assertThat(read("a,,\n , \n,,\n,\u00a0,x\n")).containsExactly("1: a||", "4: ||x");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void theMarkAtTheBeginningIsNoPartOfTheFirstField(String charset) throws IOException {
    InputStream in = new ByteArrayInputStream("\ufeffid,å\n".getBytes(Charset.forName(charset)));

    assertThat(read(in, Charset.forName(charset), ',')).containsExactly("1: id|å");
  }

  @Test
  void bytesThatAreNoCharacterDoNotStopTheReading() throws IOException {
    byte[] text = "a,b\nc,d\n".getBytes(UTF_8);
    text[2] = (byte) 0xC3;

    assertThat(read(new ByteArrayInputStream(text), UTF_8, ','))
        .containsExactly("1: a|\ufffd", "2: c|d");
  }

  @ParameterizedTest(name = "lines ended by {0}")
  @CsvSource({"LF, '\\n'", "CR, '\\r'", "CRLF, '\\r\\n'"})
  void aQuoteThatIsNeverClosedCostsItsLine(String name, String escaped) throws IOException {
    String end = escaped.translateEscapes();

    assertThat(read(String.join(end, "a,1", "b,\"2", "c,3", "d,4", "")))
        .as(name)
        .containsExactly("1: a|1", "2: UNREADABLE", "3: c|3", "4: d|4");
  }

  @ParameterizedTest(name = "lines ended by {0}")
  @CsvSource({"LF, '\\n'", "CR, '\\r'", "CRLF, '\\r\\n'"})
  void aQuoteLeftOpenTakesNothingOfTheRowsUpToTheNextQuote(String name, String escaped)
      throws IOException {
    String end = escaped.translateEscapes();

    assertThat(
            read(
                String.join(
                    end, "a,1,x", "b,\"2,x", "c,3,x", "d,\"4\",x", "e,5,\"x", "f,\"6,x", "g,7,x")))
        .as(name)
        .containsExactly(
            "1: a|1|x",
            "2: UNREADABLE",
            "3: c|3|x",
            "4: d|4|x",
            "5: UNREADABLE",
            "6: UNREADABLE",
            "7: g|7|x");
  }

  @Test
  void aQuoteMissingBetweenTwoQuotedFieldsCostsItsLine() throws IOException {
    assertThat(read("\"a\",\"b\",\"c\"\n\"1\",\"två,\"3\"\n\"4\",\"fem\",\"6\"\n"))
        .containsExactly("1: a|b|c", "2: UNREADABLE", "3: 4|fem|6");
  }

  @Test
  void quotesNobodyDoubledDoNotCostTheRowsOfATextOfManyLines() throws IOException {
    assertThat(read("id,text,n\n1,\"Hon sa\n\"ja\" och gick\",2\n3,x,4\n"))
        .containsExactly("1: id|text|n", "2: 1|Hon sa\nja\" och gick|2", "4: 3|x|4");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "'id,text,n\n1,\"Hon sa\n', The file ends inside a quoted field",
    "'id,text,n\n1,\"Hon sa,2\n', A quotation mark opens a field and nothing closes it",
    "'id,text,n\n1,\"Hon sa,2\n3,\" ja,4\n', A quotation mark opens a field"
  })
  void whatIsWrongWithAQuoteIsSaid(String escaped, String sentence) throws IOException {
    InputStream in = new ByteArrayInputStream(escaped.translateEscapes().getBytes(UTF_8));
    try (CsvRows rows = new CsvRows(in, UTF_8, ',')) {
      assertThatNoException().isThrownBy(rows::next);
      assertThatExceptionOfType(BadRow.class)
          .isThrownBy(rows::next)
          .withMessageStartingWith(sentence);
    }
  }

  @Test
  void blanksBehindAClosingQuoteAreNoText() throws IOException {
    assertThat(read("a,b,c\n1,\"två\nrader\" \t,3\n4,\"fem\nsex\"\u00a0\n"))
        .containsExactly("1: a|b|c", "2: 1|två\nrader|3", "4: 4|fem\nsex");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1, 2, 3})
  void aRowOfAboutTheLongestLengthAtTheEndIsReadOrRefused(int more) throws IOException {
    String row = "anna," + "x".repeat(CsvRows.LONGEST_ROW - 5 + more);

    String read = read("a,b\n" + row).get(1);

    assertThat(read).isIn(more > 0 ? "2: TOO_LONG" : "", "2: " + row.replace(',', '|'));
  }

  @Test
  void aQuoteLeftOpenBeforeMoreThanAWindowOfRowsCostsItsLine() throws IOException {
    String rows = "c,3\n".repeat(CsvRows.LONGEST_ROW / 2);

    List<String> read = read("a,1\nb,\"2\n" + rows);

    assertThat(read).hasSize(2 + CsvRows.LONGEST_ROW / 2).startsWith("1: a|1", "2: UNREADABLE");
    assertThat(read.get(read.size() - 1)).isEqualTo(CsvRows.LONGEST_ROW / 2 + 2 + ": c|3");
  }

  @ParameterizedTest(name = "followed by {0}, quoted: {1}")
  @CsvSource({"LF, '\\n'", "CR, '\\r'", "CRLF, '\\r\\n'"})
  void aLineOf200MegabytesIsSkippedAndTheRowsBehindItAreRead(String name, String escaped)
      throws IOException {
    String end = escaped.translateEscapes();
    InputStream in =
        sequence("a,1" + end + "b,", new Endless('x', 200L << 20), end + "c,3" + end + "d,4" + end);

    assertThat(read(in, UTF_8, ','))
        .as(name)
        .containsExactly("1: a|1", "2: TOO_LONG", "3: c|3", "4: d|4");
  }

  @Test
  void aLongLineAtTheEndIsSkippedToo() throws IOException {
    assertThat(read(sequence("a,1\n", new Endless('x', 20 << 20), ""), UTF_8, ','))
        .containsExactly("1: a|1", "2: TOO_LONG");
  }

  @Test
  void aRowOfCountlessFieldsIsSkippedAndTheRowsBehindItAreRead() throws IOException {
    assertThat(read(sequence("a,1\n", new Endless(',', 50 << 20), "\nc,3\n"), UTF_8, ','))
        .containsExactly("1: a|1", "2: TOO_LONG", "3: c|3");
  }

  @Test
  void aRowOfManyLongFieldsIsSkippedAndTheRowsBehindItAreRead() throws IOException {
    String field = "x".repeat(CsvRows.LONGEST_ROW / 2) + ",";

    assertThat(read("a,1\n" + field.repeat(3) + "\nc,3\n"))
        .containsExactly("1: a|1", "2: TOO_LONG", "3: c|3");
  }

  @Test
  void theLargestRowIsRead() throws IOException {
    String field = "x".repeat(CsvRows.LONGEST_ROW - 2);

    assertThat(read(field + ",y\nb\n")).containsExactly("1: " + field + "|y", "2: b");
  }

  private static List<String> read(String text) throws IOException {
    return read(new ByteArrayInputStream(text.getBytes(UTF_16LE)), UTF_16LE, ',');
  }

  /** Every row as {@code line: field|field}, or {@code line: REASON}. */
  private static List<String> read(InputStream in, Charset charset, char delimiter)
      throws IOException {
    List<String> read = new ArrayList<>();
    try (CsvRows rows = new CsvRows(in, charset, delimiter)) {
      while (true) {
        try {
          Cells cells = rows.next();
          if (cells == null) {
            return read;
          }
          assertThat(cells.line()).isEqualTo(rows.line());
          read.add(cells.line() + ": " + String.join("|", cells.texts()));
        } catch (BadRow bad) {
          read.add(rows.line() + ": " + bad.reason());
        }
      }
    }
  }

  private static InputStream sequence(String before, InputStream middle, String after) {
    return new SequenceInputStream(
        Collections.enumeration(
            List.of(
                new ByteArrayInputStream(before.getBytes(UTF_8)),
                middle,
                new ByteArrayInputStream(after.getBytes(UTF_8)))));
  }

  /** One byte many times over, none of them kept. */
  private static final class Endless extends InputStream {
    private final char what;
    private long left;

    Endless(char what, long length) {
      this.what = what;
      this.left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? what : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      int count = (int) Math.min(left, length);
      java.util.Arrays.fill(bytes, offset, offset + count, (byte) what);
      left -= count;
      return count == 0 && length > 0 ? -1 : count;
    }
  }
}
