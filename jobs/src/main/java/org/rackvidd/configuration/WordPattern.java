package org.rackvidd.configuration;

import static org.rackvidd.configuration.Invariants.require;

/**
 * A word or phrase to look for, as it stands in a rule. A star last finds the start of a word, a
 * star first the end of one, both a part of one.
 *
 * @param words lower case, one blank between words
 * @param openStart whether letters may stand before it
 * @param openEnd whether letters may follow it
 */
record WordPattern(String words, boolean openStart, boolean openEnd) {
  private static final int LONGEST = 100;

  /**
   * Reads a value of {@code words:}.
   *
   * @throws IllegalArgumentException with what is wrong and what to do
   */
  static WordPattern parse(String value) {
    String text = value.strip();
    require(
        text.length() <= LONGEST,
        "the word '%s...' is too long; write at most %s characters",
        text.substring(0, Math.min(20, text.length())),
        LONGEST);
    boolean openStart = text.startsWith("*");
    boolean openEnd = text.length() > 1 && text.endsWith("*");
    String body = text.substring(openStart ? 1 : 0, text.length() - (openEnd ? 1 : 0));
    require(
        body.indexOf('*') < 0 && body.equals(body.strip()),
        "in '%s' a * may stand only before the first letter and after the last one",
        text);
    FoldedText folded = FoldedText.of(body);
    String words = folded.words().strip();
    require(!words.isEmpty(), "'%s' has no letter or digit to look for; write a word", text);
    require(
        body.codePoints().allMatch(c -> FoldedText.runsOn(c) || isOfWord(c)),
        "'%s' holds a character that no word has; keep letters, digits and spaces",
        text);
    require(
        words.length() > 1 || !(openStart || openEnd),
        "'%s' would find nearly every text; put at least two letters beside the *",
        text);
    return new WordPattern(words, openStart, openEnd);
  }

  /** The same meaning in one spelling. */
  String text() {
    return (openStart ? "*" : "") + words + (openEnd ? "*" : "");
  }

  /** What to find in {@link FoldedText#words}. */
  String needle() {
    return (openStart ? "" : " ") + words + (openEnd ? "" : " ");
  }

  private static boolean isOfWord(int c) {
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.FORMAT;
  }
}
