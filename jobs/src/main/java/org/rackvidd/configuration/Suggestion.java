package org.rackvidd.configuration;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** What somebody who misspelt a name may have meant. */
final class Suggestion {
  private static final int FEW = 15;
  private static final int SHORT = 4;
  private static final double ALIKE = 0.92;
  private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();

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
    Map<String, Double> likeness = new TreeMap<>();
    known.forEach(other -> likeness.put(other, likeness(name, other)));
    return likeness.entrySet().stream()
        .filter(other -> other.getValue() >= ALIKE)
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey);
  }

  private static double likeness(String name, String other) {
    String lower = name.toLowerCase(Locale.ROOT);
    String otherLower = other.toLowerCase(Locale.ROOT);
    // Short codes are all alike: only letter case is forgiven.
    return name.length() < SHORT
        ? lower.equals(otherLower) ? 1 : 0
        : JARO_WINKLER.apply(lower, otherLower);
  }
}
