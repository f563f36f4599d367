package org.rackvidd.privacy;

import java.util.regex.Pattern;

/** Covers what in a text points at a person: e-mail addresses, phone and identity numbers. */
public final class Redaction {
  private static final int LONGEST = 500;
  private static final int FEWEST_DIGITS = 7;

  /** In a national phone number such as 08-12 34. */
  private static final int FEWEST_DIGITS_OF_ALL = 6;

  private static final String COVER = "…";
  private static final String MONTH_AND_DAY = "(?:0[1-9]|1[0-2])(?:[06][1-9]|[1278]\\d|[39][01])";
  // In Norway and Denmark the day is first; 40 more is a number of somebody not registered there.
  private static final String DAY_AND_MONTH =
      "(?:[04][1-9]|[1256]\\d|[37][01])(?:0[1-9]|1[0-2]|4[1-9]|5[0-2])";
  // Post ids are longer runs of digits without breaks.
  private static final Pattern NUMBER =
      Pattern.compile(
          String.join(
              "|",
              // Nordic identity numbers, with and without a break
              "(?<!\\d)(?:\\d{6}|\\d{8})[-\u2010-\u2015+A-FU-Y ]\\d{3}[\\dA-Z](?!\\w)",
              "(?<!\\d)(?:19|20)?\\d{2}" + MONTH_AND_DAY + "\\d{4}(?!\\d)",
              "(?<!\\d)" + DAY_AND_MONTH + "\\d{2} ?\\d{4,5}(?!\\d)",
              // addresses that are spelt to be hard to collect
              "[^\\s@/?&=]{1,64}%40[^\\s@/?&]{1,64}",
              "(?<!\\S)[^\\s@]{1,64} at [^\\s@]{1,64}\\.[a-z]{2,10}(?!\\w)",
              "[^\\s@]{1,64}\\s?(?:\\((?:at|a)\\)|\\[at\\]|\uff20)\\s?[^\\s@]{1,64}",
              // phone numbers, international and national; a date with hyphens is none
              "(?<!\\w)\\+\\d[\\d ()./-]{6,}\\d",
              "(?<![\\w.,:-])(?:\\d{2}(?: \\d{2}){3}|\\d{3} \\d{2} \\d{3})(?![\\w,:-]|\\.\\d)",
              "(?<![\\w.,:-])(?<!\\d/)\\(?0(?!\\d[-/.]\\d\\d[-/.](?:\\d{4}|\\d\\d)(?![\\d.]))\\d{1,3}\\)?(?:[ .-]?\\d{2,3}){2,4}(?![\\w,:-]|\\.\\d)",
              "(?<![\\w.,:-])0\\d{1,3}/\\d{5,8}(?![\\w,:-]|\\.\\d)"));

  private Redaction() {}

  /** Whether it is worth a look: there is an at sign of any spelling, or digits for a number. */
  public static boolean mayPointAtSomebody(char[] text, int from, int to) {
    int digits = 0;
    for (int i = from; i < to; i++) {
      char c = text[i];
      digits += c >= '0' && c <= '9' ? 1 : 0;
      boolean isSpelt =
          (c == '%' || c == ' ' || c == '(' || c == '[')
              && i + 2 < to
              && "4aA".indexOf(text[i + 1]) >= 0;
      if (c == '@' || c == '\uff20' || isSpelt || digits >= FEWEST_DIGITS) {
        return true;
      }
    }
    return false;
  }

  /** The text with addresses and numbers covered, cut at 500 characters. */
  public static String cover(String text) {
    // Covered before it is cut, or half an address might stay.
    String covered = coverAll(text.substring(0, Math.min(text.length(), 2 * LONGEST)));
    return covered.length() <= LONGEST ? covered : covered.substring(0, LONGEST) + COVER;
  }

  /** The whole text with addresses and numbers covered. */
  public static String coverAll(String text) {
    String covered = coverAddresses(text);
    return mayHaveNumber(covered) ? NUMBER.matcher(covered).replaceAll(COVER) : covered;
  }

  /** Whether any of the {@link #NUMBER} patterns can match, most texts having too few digits. */
  private static boolean mayHaveNumber(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      digits += c >= '0' && c <= '9' ? 1 : 0;
      boolean isSpelt = "+%([\uff20".indexOf(c) >= 0 || text.startsWith(" at ", i);
      if (isSpelt || digits >= FEWEST_DIGITS_OF_ALL) {
        return true;
      }
    }
    return false;
  }

  /** The whole text with only the e-mail addresses covered. Linear in its length. */
  public static String coverAddresses(String text) {
    int at = text.indexOf('@');
    if (at < 0) {
      return text;
    }
    var covered = new StringBuilder(text.length());
    int done = 0;
    while (at >= 0) {
      int start = at;
      while (start > done && isOfName(text.charAt(start - 1))) {
        start--;
      }
      int end = at + 1;
      if (start < at) {
        while (end < text.length() && (isOfHost(text.charAt(end)) || text.charAt(end) == '@')) {
          end++;
        }
        covered.append(text, done, start).append(COVER);
        done = end;
      }
      at = text.indexOf('@', end);
    }
    return covered.append(text, done, text.length()).toString();
  }

  private static boolean isOfName(char c) {
    return c == '+' || isOfHost(c);
  }

  private static boolean isOfHost(char c) {
    if (c < 0x80) {
      return (c >= 'a' && c <= 'z')
          || (c >= 'A' && c <= 'Z')
          || (c >= '0' && c <= '9')
          || c == '.'
          || c == '-'
          || c == '_';
    }
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || Character.isSurrogate(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }
}
