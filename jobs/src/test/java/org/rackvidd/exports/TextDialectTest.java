package org.rackvidd.exports;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextDialectTest {
  private static final String TEXT =
      "Post ID,Beskrivning,Räckvidd\n1,Vi söker lärare till Åsens skola,1204\n";
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  @ParameterizedTest(name = "{0}")
  @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE"})
  void believesTheMarkAtTheBeginning(Charset charset) {
    byte[] marked = ("\ufeff" + TEXT).getBytes(charset);

    assertThat(TextDialect.charset(marked, true)).isEqualTo(charset);
    assertThat(TextDialect.charset(Arrays.copyOf(marked, marked.length - 1), false))
        .isEqualTo(charset);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
  void tellsTheEncodingWithoutAMark(Charset charset) {
    assertThat(TextDialect.charset(TEXT.getBytes(charset), true)).isEqualTo(charset);
  }

  @Test
  void plainAsciiIsUtf8() {
    assertThat(TextDialect.charset("a,b\n1,2\n".getBytes(UTF_8), true)).isEqualTo(UTF_8);
  }

  @Test
  void whatIso88591CannotWriteIsStillRead() {
    // The dash and the quotes are Windows' own.
    byte[] text = "Post ID,Räckvidd\n1,”Öppet – igen”\n".getBytes(WINDOWS_1252);

    assertThat(TextDialect.charset(text, true)).isEqualTo(WINDOWS_1252);
  }

  @ParameterizedTest(name = "{0} bytes of a character of four")
  @ValueSource(ints = {1, 2, 3})
  void aCharacterCutAtTheEndOfTheHeadOrOfABrokenFileIsNoFault(int kept) {
    byte[] text = (TEXT + "🚧").getBytes(UTF_8);
    byte[] head = Arrays.copyOf(text, text.length - 4 + kept);

    assertThat(TextDialect.charset(head, false)).isEqualTo(UTF_8);
    assertThat(TextDialect.charset(head, true)).isEqualTo(UTF_8);
  }

  @Test
  void binaryDataIsNoText() {
    byte[] noise = new byte[10_000];
    new Random(1).nextBytes(noise);

    assertThat(TextDialect.charset(noise, true)).isNull();
    for (int i = 0; i < noise.length; i++) {
      noise[i] = noise[i] == 0 ? 1 : noise[i];
    }
    assertThat(TextDialect.charset(noise, true)).isNull();
  }

  @Test
  void aZeroByteInATextMakesItBinary() {
    assertThat(TextDialect.charset(TEXT.replace('1', '\0').getBytes(UTF_8), true)).isNull();
    assertThat(TextDialect.charset(TEXT.replace('1', '\0').getBytes(UTF_16LE), true))
        .isEqualTo(UTF_16LE);
    assertThat(TextDialect.charset(TEXT.replace('1', '\0').getBytes(UTF_16BE), true))
        .isEqualTo(UTF_16BE);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"UTF-8", "windows-1252"})
  void whereATextBeginsInAsciiItsFirstOtherCharactersTell(Charset charset) throws IOException {
    for (int before : new int[] {0, 1, TextDialect.HEAD - 1, TextDialect.HEAD, 700_000}) {
      byte[] text = ("1".repeat(before) + TEXT + TEXT).getBytes(charset);

      assertThat(TextDialect.charsetOfAscii(new ByteArrayInputStream(text)))
          .as("behind %,d bytes", before)
          .isEqualTo(charset);
    }
    assertThat(
            TextDialect.charsetOfAscii(
                new ByteArrayInputStream("1".repeat(300_000).getBytes(charset))))
        .isEqualTo(UTF_8);
  }
}
