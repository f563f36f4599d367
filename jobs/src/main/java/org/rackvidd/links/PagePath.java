package org.rackvidd.links;

import org.rackvidd.privacy.Redaction;

/**
 * The path of a page, one text for one page: escapes undone where they change nothing, session ids
 * behind a semicolon dropped, and what may point at a person covered.
 */
final class PagePath {
  /** So many digits in a row may be a phone, identity, case or customer number. */
  private static final int LONG_RUN = 10;

  /** The fewest digits in which {@link Redaction} finds a number. */
  private static final int FEWEST_DIGITS = 6;

  private static final String COVER = "…";

  private PagePath() {}

  static String of(String text) {
    if (text.isEmpty()) {
      return "/";
    }
    if (isPlain(text)) {
      return text;
    }
    String path = withoutSessions(text.replace('\\', '/'));
    path = Escapes.path(path);
    path =
        mayHoldNumber(path)
            ? withoutLongRuns(Redaction.coverAll(path))
            : Redaction.coverAddresses(path);
    return escaped(path);
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c > '~' || "%;@+\\\"<>".indexOf(c) >= 0) {
        return false;
      }
    }
    return !mayHoldNumber(text);
  }

  /** Whether there are digits enough between two slashes. */
  private static boolean mayHoldNumber(String text) {
    int digits = 0;
    for (int i = 0; i < text.length() && digits < FEWEST_DIGITS; i++) {
      char c = text.charAt(i);
      if (c == '/') {
        digits = 0;
      } else if (Character.isDigit(c)) {
        digits++;
      }
    }
    return digits >= FEWEST_DIGITS;
  }

  private static String withoutSessions(String text) {
    if (text.indexOf(';') < 0) {
      return text;
    }
    var kept = new StringBuilder(text.length());
    boolean dropping = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      dropping = c == ';' || (dropping && c != '/');
      if (!dropping) {
        kept.append(c);
      }
    }
    return kept.toString();
  }

  private static String withoutLongRuns(String text) {
    var kept = new StringBuilder(text.length());
    int start = 0;
    while (start < text.length()) {
      int end = start;
      while (end < text.length() && Character.isDigit(text.charAt(end))) {
        end++;
      }
      if (end - start >= LONG_RUN) {
        kept.append(COVER);
      } else {
        kept.append(text, start, end);
      }
      if (end < text.length()) {
        kept.append(text.charAt(end++));
      }
      start = end;
    }
    return kept.toString();
  }

  private static String escaped(String text) {
    var safe = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c == 0x7F || c == '"' || c == '<' || c == '>') {
        safe.append('%').append(hex(c >> 4)).append(hex(c));
      } else {
        safe.append(c);
      }
    }
    return safe.toString();
  }

  private static char hex(int value) {
    return "0123456789ABCDEF".charAt(value & 15);
  }
}
