package org.rackvidd.exports;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How a text file is written, found by looking at its first bytes, or at the first that tell.
 *
 * @param charset name of the encoding
 * @param delimiter character between two fields
 */
public record TextDialect(String charset, char delimiter) implements Serializable {
  /** As much of a file as is looked at. */
  static final int HEAD = 256 * 1024;

  static final char[] DELIMITERS = {',', ';', '\t', '|'};

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  TextDialect withDelimiter(char other) {
    return new TextDialect(charset, other);
  }

  /** The delimiter in words. */
  public String delimiterName() {
    return switch (delimiter) {
      case ',' -> "commas";
      case ';' -> "semicolons";
      case '\t' -> "tabs";
      default -> "'" + delimiter + "'";
    };
  }

  Charset encoding() {
    return Charset.forName(charset);
  }

  /**
   * The encoding of a text.
   *
   * @param head first bytes of the file
   * @param whole whether these are all its bytes
   * @return null where the bytes are no text
   */
  static Charset charset(byte[] head, boolean whole) {
    if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
      return StandardCharsets.UTF_8;
    } else if (startsWith(head, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    } else if (startsWith(head, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    int[] zeros = new int[2];
    for (int i = 0; i < head.length; i++) {
      zeros[i % 2] += head[i] == 0 ? 1 : 0;
    }
    if (zeros[0] + zeros[1] > 0) {
      return withoutMark(zeros, head.length);
    }
    if (decodes(head, whole)) {
      return StandardCharsets.UTF_8;
    }
    return looksBinary(head) ? null : eightBit(head);
  }

  /** Whether it holds nothing in which most encodings differ. */
  static boolean isAscii(byte[] bytes) {
    for (byte b : bytes) {
      if (b <= 0) {
        return false;
      }
    }
    return true;
  }

  /** The encoding of a text that begins as ASCII: what it is, its first other characters show. */
  static Charset charsetOfAscii(InputStream text) throws IOException {
    byte[] bytes = text.readNBytes(HEAD);
    while (bytes.length > 0) {
      for (int i = 0; i < bytes.length; i++) {
        if (bytes[i] < 0) {
          byte[] further = text.readNBytes(HEAD);
          byte[] shown = Arrays.copyOfRange(bytes, i, bytes.length + further.length);
          System.arraycopy(further, 0, shown, bytes.length - i, further.length);
          return decodes(shown, further.length < HEAD) ? StandardCharsets.UTF_8 : eightBit(shown);
        }
      }
      bytes = text.readNBytes(HEAD);
    }
    return StandardCharsets.UTF_8;
  }

  /** UTF-16 that lost its mark has zeros at every other place, binary data has them anywhere. */
  private static Charset withoutMark(int[] zeros, int length) {
    int many = length / 4;
    if (zeros[1] > many && zeros[0] * 20 < zeros[1]) {
      return StandardCharsets.UTF_16LE;
    } else if (zeros[0] > many && zeros[1] * 20 < zeros[0]) {
      return StandardCharsets.UTF_16BE;
    }
    return null;
  }

  private static boolean decodes(byte[] head, boolean whole) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer out = CharBuffer.allocate(head.length);
    // Cut off at the end of the head, a character may lack its last bytes.
    return !decoder.decode(ByteBuffer.wrap(head), out, whole).isError();
  }

  private static boolean looksBinary(byte[] head) {
    int controls = 0;
    for (byte b : head) {
      controls += b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' ? 1 : 0;
    }
    return controls * 50 > head.length;
  }

  private static Charset eightBit(byte[] head) {
    CharsetMatch match = new CharsetDetector().setText(head).detect();
    // ISO 8859-1 in name is Windows-1252 in fact, and both are what Excel writes here.
    if (match == null || match.getName().startsWith("ISO-8859-1") || match.getConfidence() < 60) {
      return WINDOWS_1252;
    }
    String name = match.getName().split("_", 2)[0];
    return Charset.isSupported(name) ? Charset.forName(name) : WINDOWS_1252;
  }

  private static boolean startsWith(byte[] head, int... bytes) {
    if (head.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((head[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
