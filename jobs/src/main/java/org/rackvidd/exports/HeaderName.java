package org.rackvidd.exports;

import java.text.Normalizer;
import java.util.Locale;

/** The form in which header names are compared: case, width and white space don't count. */
final class HeaderName {
  private HeaderName() {}

  static String normal(String header) {
    String text = Normalizer.normalize(header, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder normal = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\ufeff' || c == '\u200b') {
        continue;
      }
      boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c);
      if (!space) {
        normal.append(c);
      } else if (normal.length() > 0 && normal.charAt(normal.length() - 1) != ' ') {
        normal.append(' ');
      }
    }
    return normal.toString().strip();
  }
}
