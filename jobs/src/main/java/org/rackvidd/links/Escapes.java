package org.rackvidd.links;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Undoes percent escapes. Bytes are UTF-8 where they can be, else Windows-1252, as old newsletter
 * tools write. A broken escape stays as it stands.
 */
final class Escapes {
  private static final Charset LATIN = Charset.forName("windows-1252");

  private Escapes() {}

  /** The value of a parameter: {@code +} is a blank, and what was escaped twice is undone twice. */
  static String value(String text, int from, int to) {
    boolean percent = false;
    boolean plus = false;
    boolean twice = false;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      plus |= c == '+';
      if (c == '%') {
        percent = true;
        twice |= i + 2 < to && text.charAt(i + 1) == '2' && text.charAt(i + 2) == '5';
      }
    }
    String raw = text.substring(from, to);
    if (plus) {
      raw = raw.replace('+', ' ');
    }
    if (!percent) {
      return raw;
    }
    String once = undo(raw, "");
    return twice && isWellEscaped(once) ? undo(once, "") : once;
  }

  /** Escapes undone once; blanks and {@code +} stay as they are. */
  static String once(String text) {
    return text.indexOf('%') < 0 ? text : undo(text, "");
  }

  /**
   * A path with its escapes undone, however often it was escaped, but for those of characters that
   * would change its parts.
   */
  static String path(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    // "%25" before two hex digits is an escape that was escaped again.
    var single = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      single.append(text.charAt(i));
      if (text.charAt(i) == '%') {
        while (text.startsWith("25", i + 1) && hexAt(text, i + 3) >= 0) {
          i += 2;
        }
      }
    }
    return undo(single.toString(), "/?#%;&");
  }

  private static String undo(String text, String kept) {
    var plain = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      int b = text.charAt(i) == '%' ? byteAt(text, i) : -1;
      if (b < 0 || kept.indexOf(b) >= 0) {
        plain.append(text.charAt(i++));
      } else if (b < 0x80) {
        plain.append((char) b);
        i += 3;
      } else {
        int end = endOfBytes(text, i);
        plain.append(characters(text, i, end));
        i = end;
      }
    }
    return plain.toString();
  }

  private static int endOfBytes(String text, int from) {
    int end = from;
    while (end < text.length() && byteAt(text, end) >= 0x80) {
      end += 3;
    }
    return end;
  }

  private static String characters(String text, int from, int to) {
    byte[] bytes = bytes(text, from, to);
    if (bytes.length == 2 && (bytes[0] & 0xFC) == 0xC0 && (bytes[0] & 3) >= 2) {
      // å, ä, ö, æ, ø and the like, by far the most frequent
      if ((bytes[1] & 0xC0) == 0x80) {
        return String.valueOf((char) ((bytes[0] & 0x1F) << 6 | (bytes[1] & 0x3F)));
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      var latin = new StringBuilder(new String(bytes, LATIN));
      // Windows-1252 has no character for five of the bytes: these stay escaped, one by one, so
      // that what is read does not depend on what stands beside them.
      for (int i = bytes.length - 1; i >= 0; i--) {
        if (latin.charAt(i) == '\uFFFD') {
          latin.replace(i, i + 1, text.substring(from + 3 * i, from + 3 * i + 3));
        }
      }
      return latin.toString();
    }
  }

  /** Whether every percent sign starts an escape and all of them together are UTF-8. */
  private static boolean isWellEscaped(String text) {
    for (int i = text.indexOf('%'); i >= 0; i = text.indexOf('%', i)) {
      int b = byteAt(text, i);
      if (b < 0) {
        return false;
      }
      int end = b < 0x80 ? i + 3 : endOfBytes(text, i);
      try {
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(text, i, end)));
      } catch (CharacterCodingException notUtf8) {
        return false;
      }
      i = end;
    }
    return true;
  }

  private static byte[] bytes(String text, int from, int to) {
    var bytes = new byte[(to - from) / 3];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) byteAt(text, from + 3 * i);
    }
    return bytes;
  }

  /** The byte of the escape that starts here, -1 where none does. */
  private static int byteAt(String text, int at) {
    return at < text.length() && text.charAt(at) == '%' ? hexAt(text, at + 1) : -1;
  }

  /** The value of two hex digits, -1 where there are not two. */
  private static int hexAt(String text, int at) {
    if (at + 1 >= text.length()) {
      return -1;
    }
    int high = hexDigit(text.charAt(at));
    int low = hexDigit(text.charAt(at + 1));
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  private static int hexDigit(char c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }
}
