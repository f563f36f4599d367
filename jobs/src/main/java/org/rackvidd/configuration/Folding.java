package org.rackvidd.configuration;

import java.text.Normalizer;
import java.util.Locale;

/** Makes texts comparable: one encoding of accents and styled letters, lower case. */
final class Folding {
  private Folding() {}

  /** The text as it is compared: NFKC, lower case, no white space around it. */
  static String fold(String text) {
    return normalise(text).toLowerCase(Locale.ROOT).strip();
  }

  /**
   * NFKC, so that å in one or two code points is the same and bold "𝗷𝗼𝗯𝗯" is "jobb". Most posts
   * need no work and are returned as they are.
   */
  static String normalise(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (mayChange(text.charAt(i))) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
      }
    }
    return text;
  }

  private static boolean mayChange(char c) {
    if (c < 0x100) {
      return c == 0xAA
          || c == 0xBA
          || (c >= 0xB2 && c <= 0xB5)
          || c == 0xB9
          || (c >= 0xBC && c <= 0xBE);
    }
    boolean punctuation = c >= 0x200B && c <= 0x2027;
    boolean emoji = (c >= 0xD83C && c <= 0xD83E) || (c >= 0xDC00 && c <= 0xDFFF) || c == 0xFE0F;
    return !punctuation && !emoji;
  }
}
