package org.rackvidd.links;

import java.util.Map;
import java.util.Set;

/** The words of a tag such as {@code facebook_ads-vår}: what stands between other characters. */
final class LowerCaseWords {
  private LowerCaseWords() {}

  /** What belongs to the first known word, null where no word is known. */
  static <V> V first(String text, Map<String, V> known) {
    for (int start = next(text, 0), end; start < text.length(); start = next(text, end)) {
      end = end(text, start);
      V value = known.get(text.substring(start, end));
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  static boolean any(String text, Set<String> known) {
    for (int start = next(text, 0), end; start < text.length(); start = next(text, end)) {
      end = end(text, start);
      if (known.contains(text.substring(start, end))) {
        return true;
      }
    }
    return false;
  }

  private static int next(String text, int from) {
    int start = from;
    while (start < text.length() && !Character.isLetterOrDigit(text.charAt(start))) {
      start++;
    }
    return start;
  }

  private static int end(String text, int from) {
    int end = from;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }
}
