package org.rackvidd.configuration;

import static org.rackvidd.configuration.Invariants.require;

import java.io.Serializable;

/**
 * A pattern over one name: {@code *} stands for any characters, {@code ?} for one. Letter case and
 * the way accents are encoded do not matter. Takes time in proportion to pattern times name.
 *
 * @param pattern folded by {@link Folding#fold}
 */
record Glob(String pattern) implements Serializable {
  Glob {
    require(!pattern.isBlank(), "the pattern is empty; remove it");
    require(
        pattern.chars().noneMatch(c -> "[]{}".indexOf(c) >= 0),
        "only * and ? have a meaning in the pattern '%s'; write ? in place of a bracket",
        pattern);
    pattern = Folding.fold(pattern);
  }

  /** A pattern for the name of a file or folder. */
  static Glob ofName(String pattern) {
    require(
        pattern.indexOf('/') < 0 && pattern.indexOf('\\') < 0,
        "the pattern '%s' is a path; name one file or folder, without slashes",
        pattern);
    return new Glob(pattern);
  }

  /** Whether a whole name, folded by {@link Folding#fold}, fits the pattern. */
  boolean matches(String name) {
    int at = 0;
    int star = -1;
    int resume = 0;
    int next = 0;
    while (next < name.length()) {
      char wanted = at < pattern.length() ? pattern.charAt(at) : 0;
      if (wanted == '*') {
        star = at++;
        resume = next;
      } else if (at < pattern.length() && (wanted == '?' || wanted == name.charAt(next))) {
        at++;
        next++;
      } else if (star >= 0) {
        // Let the last star swallow one character more.
        at = star + 1;
        next = ++resume;
      } else {
        return false;
      }
    }
    return pattern.substring(at).chars().allMatch(rest -> rest == '*');
  }
}
