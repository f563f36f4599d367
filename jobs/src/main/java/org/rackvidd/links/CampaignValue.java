package org.rackvidd.links;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.rackvidd.privacy.Redaction;

/**
 * What stands for a source, a medium or a campaign, and what only looks as if it did: words for
 * "nothing", and macros that a platform should have replaced.
 */
public final class CampaignValue {
  /** Longer values are cut. */
  static final int LONGEST = 500;

  private static final int LONGEST_MACRO = 80;

  private static final Set<String> NOTHING =
      Set.of(
          "(not set)",
          "(none)",
          "(direct)",
          "(not provided)",
          "(data not available)",
          "(unavailable)",
          "(empty)",
          "(blank)",
          "not set",
          "undefined",
          "null",
          "nan",
          "n/a",
          "-",
          "--",
          "[object object]");

  private static final int LONGEST_NOTHING =
      NOTHING.stream().mapToInt(String::length).max().orElseThrow();

  private CampaignValue() {}

  /**
   * A value as stated elsewhere than in a link, such as a column of GA4: trimmed, e-mail addresses
   * covered; null where it is empty, a word for nothing, or an unexpanded macro.
   */
  public static String clean(String text) {
    if (text == null) {
      return null;
    }
    String value = tidy(text);
    return isNothing(value) || hasMacro(value) ? null : value;
  }

  /** One line, composed letters, no invisible characters, e-mail addresses covered. */
  static String tidy(String text) {
    String value = text;
    if (!isPlain(text)) {
      var plain = new StringBuilder(text.length());
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (Character.isISOControl(c) || Character.isSpaceChar(c)) {
          plain.append(' ');
        } else if (c != '\u200B' && c != '\u2060' && c != '\uFEFF' && c != '\u00AD') {
          plain.append(c);
        }
      }
      // A Mac may write å as a and a ring; it is the same campaign.
      value =
          mayBeDecomposed(plain)
              ? Normalizer.normalize(plain, Normalizer.Form.NFC)
              : plain.toString();
    }
    value = Redaction.coverAddresses(value).strip();
    return value.length() <= LONGEST ? value : value.substring(0, LONGEST).stripTrailing();
  }

  /** Below the first combining mark every text is composed. */
  private static boolean mayBeDecomposed(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '\u0300') {
        return true;
      }
    }
    return false;
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~') {
        return false;
      }
    }
    return true;
  }

  static boolean isNothing(String value) {
    return value.isEmpty()
        || (value.length() <= LONGEST_NOTHING && NOTHING.contains(value.toLowerCase(Locale.ROOT)));
  }

  /**
   * Whether a macro stands anywhere in it: {@code {{campaign.name}}}, {@code {campaignid}}, {@code
   * __CAMPAIGN_NAME__}, {@code [[x]]}, {@code %%x%%}, {@code ##x##}, {@code *|X|*}. Half a name and
   * half a macro is no name either.
   */
  static boolean hasMacro(String value) {
    for (int i = 0; i < value.length(); i++) {
      boolean macro =
          switch (value.charAt(i)) {
            case '{' -> closes(value, i, "{", "}");
            case '[' -> closes(value, i, "[[", "]]");
            case '%' -> closes(value, i, "%%", "%%");
            case '#' -> closes(value, i, "##", "##");
            case '*' -> closes(value, i, "*|", "|*");
            case '_' -> isUnderlined(value, i);
            default -> false;
          };
      if (macro) {
        return true;
      }
    }
    return false;
  }

  private static boolean closes(String value, int at, String opening, String closing) {
    if (!value.startsWith(opening, at)) {
      return false;
    }
    int start = at + opening.length();
    int end = Math.min(value.length(), start + LONGEST_MACRO);
    int close = value.substring(start, end).indexOf(closing);
    return close > 0;
  }

  /** TikTok's: capitals between two underscores on either side. */
  private static boolean isUnderlined(String value, int at) {
    if (!value.startsWith("__", at)) {
      return false;
    }
    int end = at + 2;
    while (end < value.length() && isOfTikTok(value.charAt(end))) {
      end++;
    }
    int close = value.lastIndexOf("__", end - 2);
    return close > at + 2 && Character.isLetter(value.charAt(at + 2));
  }

  private static boolean isOfTikTok(char c) {
    return (c >= 'A' && c <= 'Z') || c == '_' || (c >= '0' && c <= '9');
  }
}
