package org.rackvidd.configuration;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What somebody who misspelt a name may have meant. */
final class Suggestion {
  private static final int FEW = 15;

  private Suggestion() {}

  /** What to do about an unknown name: the nearest known one, or all when they are few. */
  static String of(String name, Collection<String> known) {
    Optional<String> nearest = nearest(name, known);
    if (nearest.isPresent()) {
      return "did you mean '" + nearest.get() + "'?";
    }
    return known.size() <= FEW ? "write one of " + String.join(", ", known) : "check the spelling";
  }

  private static Optional<String> nearest(String name, Collection<String> known) {
    String lower = name.toLowerCase(Locale.ROOT);
    // Short codes are all alike: only letter case is forgiven.
    int limit = name.length() < 4 ? 0 : name.length() / 3;
    return known.stream()
        .sorted()
        .filter(other -> distance(lower, other.toLowerCase(Locale.ROOT)) <= limit)
        .min(Comparator.comparingInt(other -> distance(lower, other.toLowerCase(Locale.ROOT))));
  }

  /** The number of letters to insert, delete or replace (Levenshtein). */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
