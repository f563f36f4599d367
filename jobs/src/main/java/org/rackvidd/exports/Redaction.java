package org.rackvidd.exports;

import java.util.regex.Pattern;

/** Covers what in a text points at a person: e-mail addresses, phone and identity numbers. */
final class Redaction {
  private static final int LONGEST = 500;
  private static final Pattern EMAIL = Pattern.compile("(?U)[\\w.+-]+@[\\w.-]*");
  // Nordic identity numbers and phone numbers; post ids are longer runs of digits without breaks.
  private static final Pattern NUMBER =
      Pattern.compile("(?<!\\d)(?:\\d{6}|\\d{8})[-+ ]\\d{4}(?!\\d)|(?<!\\w)\\+\\d[\\d -]{6,}\\d");

  private Redaction() {}

  static String cover(String text) {
    // Covered before it is cut, or half an address might stay.
    String near = text.substring(0, Math.min(text.length(), 2 * LONGEST));
    String covered = NUMBER.matcher(EMAIL.matcher(near).replaceAll("…")).replaceAll("…");
    return covered.length() <= LONGEST ? covered : covered.substring(0, LONGEST) + "…";
  }
}
