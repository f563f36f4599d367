package org.rackvidd.configuration;

import java.util.ArrayList;
import java.util.List;

/**
 * A text taken apart once, for looking up many words and hashtags in it.
 *
 * @param words the words in lower case, a blank before and after each. What stands between two
 *     words is one blank where a phrase may run on (white space, hyphen, apostrophe, # and the
 *     like) and {@code " | "} where it ends (a full stop, a comma, an emoji)
 * @param hashtags in lower case, without #
 */
record FoldedText(String words, List<String> hashtags) {
  /** Characters of a text that are looked at; no platform but one lets a post be longer. */
  static final int LONGEST = 20_000;

  private static final String RUNS_ON = "-\u2010\u2011'\u2019_&/+#@";

  static FoldedText of(String text) {
    return new Reader(text.length() > LONGEST ? text.substring(0, LONGEST) : text).read();
  }

  /** Whether a phrase goes on over this character, which is no part of a word. */
  static boolean runsOn(int c) {
    return c == ' '
        || Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || RUNS_ON.indexOf(c) >= 0;
  }

  /** Marks count only after a letter: an emoji may carry some too. */
  private static boolean isMark(int c) {
    if (c < 0x300) {
      return false;
    }
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /** Soft hyphens, joiners and variation selectors: no part of a word, and no end of it. */
  private static boolean isInvisible(int c) {
    return c == 0xAD
        || (c >= 0x200C && c <= 0x200D)
        || c == 0x2060
        || (c >= 0xFE00 && c <= 0xFE0F)
        || c == 0xFEFF;
  }

  private static final class Reader {
    private final String text;
    private final List<String> hashtags = new ArrayList<>(4);
    private final char[] words;
    private int length;
    private boolean inWord;
    private boolean phraseEnds;

    Reader(String text) {
      this.text = Folding.normalise(text);
      // At worst one letter and one full stop take turns: two characters become four.
      this.words = new char[2 * this.text.length() + 4];
    }

    FoldedText read() {
      add(' ');
      int c;
      for (int i = 0; i < text.length(); i += Character.charCount(c)) {
        c = text.codePointAt(i);
        if (Character.isLetterOrDigit(c)) {
          startWord();
          addCodePoint(Character.toLowerCase(c));
        } else if (inWord && isMark(c)) {
          addCodePoint(c);
        } else if (!isInvisible(c)) {
          if (c == '#' && startsHashtag(i)) {
            addHashtag(i + 1);
          }
          leaveWord(c);
        }
      }
      if (inWord) {
        add(' ');
      }
      return new FoldedText(new String(words, 0, length), hashtags);
    }

    private void startWord() {
      if (phraseEnds && length > 1) {
        add('|');
        add(' ');
      }
      inWord = true;
      phraseEnds = false;
    }

    private void leaveWord(int c) {
      if (inWord) {
        add(' ');
        inWord = false;
      }
      phraseEnds = phraseEnds || !runsOn(c);
    }

    private void addCodePoint(int c) {
      if (Character.isBmpCodePoint(c)) {
        add((char) c);
      } else {
        add(Character.highSurrogate(c));
        add(Character.lowSurrogate(c));
      }
    }

    private void add(char c) {
      words[length++] = c;
    }

    /** A # inside a word ("C#", an address) or of an HTML entity starts none. */
    private boolean startsHashtag(int at) {
      return !inWord && (at == 0 || text.charAt(at - 1) != '&');
    }

    private void addHashtag(int start) {
      var hashtag = new StringBuilder();
      int c;
      for (int i = start; i < text.length(); i += Character.charCount(c)) {
        c = text.codePointAt(i);
        if (Character.isLetterOrDigit(c)
            || c == '_'
            || (!hashtag.isEmpty() && isMark(c) && !isInvisible(c))) {
          hashtag.appendCodePoint(Character.toLowerCase(c));
        } else if (!isInvisible(c)) {
          break;
        }
      }
      if (!hashtag.isEmpty()) {
        hashtags.add(hashtag.toString());
      }
    }
  }
}
