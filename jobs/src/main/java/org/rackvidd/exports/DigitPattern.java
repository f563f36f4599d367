package org.rackvidd.exports;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A date pattern of digits and signs only, such as {@code uuuu-M-d H:mm}: most are, and java.time's
 * formatter takes twenty times as long. What is not plainly written that way is left to that.
 */
final class DigitPattern {
  private static final String FIELDS = "uMdHms";
  private static final int MONTH = 1;
  private static final int DAY = 2;
  private static final int HOUR = 3;
  private static final int MINUTE = 4;

  /** For each part of the pattern the field, or -1 for a sign, and its fewest and most digits. */
  private final int[] fields;

  private final int[] fewest;
  private final int[] most;
  private final char[] signs;
  private final boolean hasTime;
  private final int[] values = new int[FIELDS.length()];

  private DigitPattern(int parts, boolean hasTime) {
    this.fields = new int[parts];
    this.fewest = new int[parts];
    this.most = new int[parts];
    this.signs = new char[parts];
    this.hasTime = hasTime;
  }

  /** The pattern, or null where it is of another kind. */
  static DigitPattern of(String pattern) {
    String plain = pattern.replace("'T'", "\0");
    boolean isTime = plain.indexOf('H') >= 0;
    var digits = new DigitPattern(plain.replaceAll("(\\w)\\1*", "$1").length(), isTime);
    int known = 0;
    int at = 0;
    for (int part = 0; part < digits.fields.length; part++) {
      char c = plain.charAt(at);
      int end = at + 1;
      int field = FIELDS.indexOf(c);
      while (field >= 0 && end < plain.length() && plain.charAt(end) == c) {
        end++;
      }
      boolean isSign = field < 0 && "-/.: ,\0".indexOf(c) >= 0;
      boolean isApart = part == 0 || digits.fields[part - 1] < 0;
      if (!isSign && (field < 0 || !isApart || !hasWidth(field, end - at))) {
        return null;
      }
      digits.fields[part] = field;
      digits.fewest[part] = end - at;
      digits.most[part] = Math.max(end - at, 2);
      digits.signs[part] = c == '\0' ? 'T' : c;
      known |= field < 0 ? 0 : 1 << field;
      at = end;
    }
    boolean isWhole = at == plain.length() && ((known & 0b11111) == (isTime ? 0b11111 : 0b111));
    return isWhole ? digits : null;
  }

  private static boolean hasWidth(int field, int letters) {
    return field == 0 ? letters == 4 : letters <= 2;
  }

  boolean hasTime() {
    return hasTime;
  }

  /** The date and time, midnight where the pattern has none; null where the text may be another. */
  LocalDateTime read(char[] chars, int from, int to) {
    int at = from;
    for (int part = 0; part < fields.length; part++) {
      if (fields[part] < 0) {
        if (at >= to || chars[at++] != signs[part]) {
          return null;
        }
        continue;
      }
      int end = Math.min(to, at + most[part]);
      int begin = at;
      int value = 0;
      while (at < end && chars[at] >= '0' && chars[at] <= '9') {
        value = value * 10 + chars[at++] - '0';
      }
      if (at - begin < fewest[part]) {
        return null;
      }
      values[fields[part]] = value;
    }
    return at == to && isDate() ? at() : null;
  }

  private boolean isDate() {
    int month = values[MONTH];
    int day = values[DAY];
    return month >= 1
        && month <= 12
        && day >= 1
        && (day <= 28 || day <= LocalDate.of(values[0], month, 1).lengthOfMonth())
        && values[HOUR] < 24
        && values[MINUTE] < 60
        && values[MINUTE + 1] < 60;
  }

  private LocalDateTime at() {
    return LocalDateTime.of(
        values[0], values[MONTH], values[DAY], values[HOUR], values[MINUTE], values[MINUTE + 1]);
  }
}
