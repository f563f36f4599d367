package org.rackvidd.exports;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Numbers as platforms, spreadsheets and languages write them: {@code 1234}, {@code 1,234}, {@code
 * 1 234}, {@code 12.40}, {@code 12,40}, {@code 424.0}, {@code 1.2K}.
 */
final class NumberText {
  /** Digits behind the point of a stored amount of money. */
  static final int MONEY_SCALE = 6;

  private static final int LONGEST = 40;
  private static final long[] TENS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

  private final DecimalSign decimals;
  private long points;
  private long commas;
  private long either;

  /**
   * @param decimals how the table writes {@code 12,40}
   */
  NumberText(DecimalSign decimals) {
    this.decimals = decimals;
  }

  /** What the numbers read so far say of their decimal sign. */
  DecimalSign.Signs signs() {
    return new DecimalSign.Signs(points, commas, either);
  }

  /** A whole number; {@code 424.0} is one, {@code 4.5} is none. */
  long count(char[] chars, int from, int to) throws BadRow {
    if (isShortDigits(chars, from, to)) {
      return digits(chars, from, to);
    }
    BigDecimal value = decimal(chars, from, to, true);
    try {
      return value.longValueExact();
    } catch (ArithmeticException e) {
      throw bad(chars, from, to, "is not a whole number");
    }
  }

  double number(char[] chars, int from, int to) throws BadRow {
    if (isShortDigits(chars, from, to)) {
      return digits(chars, from, to);
    }
    int sign = sign(chars, from, to);
    if (sign >= 0) {
      // Both are exact as doubles, so that the division rounds once.
      long digits = digits(chars, from, sign) * TENS[to - sign - 1] + digits(chars, sign + 1, to);
      return (double) digits / TENS[to - sign - 1];
    }
    return decimal(chars, from, to, false).doubleValue();
  }

  /** A percentage, with or without its sign, as a fraction of 1. */
  double fraction(char[] chars, int from, int to) throws BadRow {
    int end = to > from && chars[to - 1] == '%' ? to - 1 : to;
    return decimal(chars, from, end, false).movePointLeft(2).doubleValue();
  }

  /** An amount as a whole number of millionths. */
  long money(char[] chars, int from, int to) throws BadRow {
    if (to - from <= 12 && isShortDigits(chars, from, to)) {
      return digits(chars, from, to) * 1_000_000L;
    }
    int sign = sign(chars, from, to);
    if (sign >= 0) {
      return digits(chars, from, sign) * 1_000_000L
          + digits(chars, sign + 1, to) * TENS[MONEY_SCALE - (to - sign - 1)];
    }
    BigDecimal micros =
        decimal(chars, from, to, false)
            .setScale(MONEY_SCALE, RoundingMode.HALF_EVEN)
            .movePointRight(MONEY_SCALE);
    if (micros.precision() > 18) {
      throw bad(chars, from, to, "is too large for an amount");
    }
    return micros.longValueExact();
  }

  /** A length of time in seconds: {@code 11.5}, {@code 0:09}, {@code 0:05:16}. */
  double seconds(char[] chars, int from, int to) throws BadRow {
    double seconds = 0;
    int part = from;
    int parts = 0;
    for (int i = from; i <= to; i++) {
      if (i == to || chars[i] == ':') {
        seconds = seconds * 60 + number(chars, part, i);
        part = i + 1;
        parts++;
      }
    }
    if (parts > 3) {
      throw bad(chars, from, to, "is not a length of time");
    }
    return seconds;
  }

  /** Which decimal sign makes the text a number. */
  static Style style(String text) {
    int comma = text.lastIndexOf(',');
    int point = text.lastIndexOf('.');
    int last = Math.max(comma, point);
    if (last < 0
        || last == text.length() - 1
        || !text.chars().allMatch(NumberText::isNumberPart)
        || text.indexOf(text.charAt(last)) != last) {
      return Style.UNKNOWN;
    }
    if (Math.min(comma, point) < 0 && text.length() - last == 4 && isFirstGroup(text, last)) {
      return Style.EITHER;
    }
    return comma > point ? Style.COMMA : Style.POINT;
  }

  enum Style {
    COMMA,
    POINT,
    /** Three digits behind a single sign: a group of thousands, or decimals. */
    EITHER,
    UNKNOWN
  }

  private void note(Style style) {
    switch (style) {
      case COMMA -> commas++;
      case POINT -> points++;
      case EITHER -> either++;
      case UNKNOWN -> {}
    }
  }

  private static boolean isNumberPart(int c) {
    return c >= '0' && c <= '9' || c == ',' || c == '.' || c == '-' || c == ' ' || c == '\u00a0';
  }

  private static boolean isShortDigits(char[] chars, int from, int to) {
    if (to == from || to - from > 18) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (chars[i] < '0' || chars[i] > '9') {
        return false;
      }
    }
    return true;
  }

  /**
   * Place of the decimal sign in a short number of digits and this file's decimal sign only, with
   * no more decimals than money has; -1 for all others.
   */
  private int sign(char[] chars, int from, int to) {
    if (to - from > 14) {
      return -1;
    }
    int sign = from;
    while (sign < to && chars[sign] >= '0' && chars[sign] <= '9') {
      sign++;
    }
    boolean isSimple =
        sign > from
            && sign < to
            && isDecimal(chars[sign])
            && to - sign - 1 <= MONEY_SCALE
            && isShortDigits(chars, sign + 1, to);
    if (!isSimple) {
      return -1;
    }
    if (to - sign == 4 && sign - from <= 3 && chars[from] != '0') {
      either++;
    } else if (chars[sign] == ',') {
      commas++;
    } else {
      points++;
    }
    return sign;
  }

  private boolean isDecimal(char sign) {
    return decimals == DecimalSign.COMMA && sign == ','
        || decimals == DecimalSign.POINT && sign == '.';
  }

  private static long digits(char[] chars, int from, int to) {
    long value = 0;
    for (int i = from; i < to; i++) {
      value = value * 10 + (chars[i] - '0');
    }
    return value;
  }

  private BigDecimal decimal(char[] chars, int from, int to, boolean whole) throws BadRow {
    if (to - from > LONGEST) {
      throw bad(chars, from, from + LONGEST, "is too long for a number");
    }
    StringBuilder text = new StringBuilder(to - from);
    int shift = 0;
    int end = to;
    if (end > from) {
      shift = magnitude(chars[end - 1]);
      end -= shift > 0 ? 1 : 0;
    }
    for (int i = from; i < end; i++) {
      char c = chars[i];
      text.append(c == '\u2212' ? '-' : isSpace(c) ? ' ' : c);
    }
    try {
      String written = text.toString().strip();
      boolean isWhole = whole && shift == 0;
      Style style = style(written);
      note(style);
      boolean mayBeEither = style == Style.EITHER && (!isWhole || written.endsWith("000"));
      if (style == Style.EITHER && !mayBeEither) {
        // What is whole has no decimals, so its sign parts thousands.
        note(written.indexOf('.') >= 0 ? Style.COMMA : Style.POINT);
      }
      if (mayBeEither && decimals == DecimalSign.MIXED) {
        throw bad(chars, from, to, "may have thousands or decimals; the table writes both");
      } else if (mayBeEither && isWhole && isDecimal(written.charAt(written.length() - 4))) {
        throw bad(chars, from, to, "may be thousands, or a whole number with decimals");
      }
      String plain = withoutGroups(written, isWhole);
      if (plain.indexOf('e') >= 0 || plain.indexOf('E') >= 0 || plain.startsWith("+")) {
        throw bad(chars, from, to, "is not a plain number");
      }
      return new BigDecimal(plain).movePointRight(shift);
    } catch (NumberFormatException e) {
      throw bad(chars, from, to, "is not a number");
    }
  }

  private static int magnitude(char c) {
    return switch (c) {
      case 'K', 'k' -> 3;
      case 'M' -> 6;
      case 'B' -> 9;
      default -> 0;
    };
  }

  private static boolean isSpace(char c) {
    return c == ' '
        || c == '\u00a0'
        || c == '\u202f'
        || c == '\u2009'
        || c == '\''
        || c == '\u2019';
  }

  /** The number with a decimal point and no thousands separators. */
  private String withoutGroups(String text, boolean whole) {
    int comma = text.lastIndexOf(',');
    int point = text.lastIndexOf('.');
    if (text.indexOf(' ') >= 0) {
      int sign = Math.max(comma, point);
      return withoutGroups(grouped(text, ' ', sign < 0 ? text.length() : sign), whole);
    }
    if (comma >= 0 && point >= 0) {
      char group = comma > point ? '.' : ',';
      return grouped(text, group, Math.max(comma, point)).replace(',', '.');
    }
    if (comma < 0 && point < 0) {
      return text;
    }
    char sign = comma >= 0 ? ',' : '.';
    int last = Math.max(comma, point);
    boolean once = text.indexOf(sign) == last;
    boolean couldGroup = text.length() - last - 1 == 3 && isFirstGroup(text, last);
    if (once && (isDecimal(sign) && !(whole && couldGroup && sign == ',') || !couldGroup)) {
      // The other style's decimal sign is understood too, where it cannot group thousands.
      return text.replace(',', '.');
    }
    return grouped(text, sign, text.length());
  }

  /** Whether the number begins with a group: one to three digits, the first of them no zero. */
  private static boolean isFirstGroup(String text, int end) {
    int start = text.startsWith("-") ? 1 : 0;
    return end > start && end - start <= 3 && text.charAt(start) != '0';
  }

  /**
   * Takes thousands separators out, after making sure that each stands before three digits and the
   * first behind one to three.
   */
  private static String grouped(String text, char group, int end) {
    int next = end;
    for (int i = end - 1; i >= 0; i--) {
      if (text.charAt(i) == group) {
        if (next - i != 4) {
          throw new NumberFormatException(text);
        }
        next = i;
      }
    }
    if (!isFirstGroup(text, next) || text.lastIndexOf(group) > end) {
      throw new NumberFormatException(text);
    }
    return text.replace(String.valueOf(group), "");
  }

  private static BadRow bad(char[] chars, int from, int to, String why) {
    return new BadRow(
        Reason.BAD_NUMBER, "'" + new String(chars, from, to - from) + "' " + why + ".");
  }
}
