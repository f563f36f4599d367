package org.rackvidd.exports;

import java.util.regex.Pattern;

/** Covers what in a text points at a person: e-mail addresses, phone and identity numbers. */
final class Redaction {
  private static final int LONGEST = 500;
  private static final Pattern EMAIL = Pattern.compile("(?U)[\\w.+-]+@[\\w.-]*");
  private static final String MONTH_AND_DAY = "(?:0[1-9]|1[0-2])(?:[06][1-9]|[1278]\\d|[39][01])";
  // Post ids are longer runs of digits without breaks.
  private static final Pattern NUMBER =
      Pattern.compile(
          String.join(
              "|",
              // Nordic identity numbers, with and without a break
              "(?<!\\d)(?:\\d{6}|\\d{8})[-+A ]\\d{3}[\\dA-Z](?!\\w)",
              "(?<!\\d)(?:19|20)?\\d{2}" + MONTH_AND_DAY + "\\d{4}(?!\\d)",
              // phone numbers, international and national; a date with hyphens is none
              "(?<!\\w)\\+\\d[\\d -]{6,}\\d",
              "(?<![\\w.,:-])0(?!\\d-\\d\\d-\\d{4})\\d{1,3}(?:[ -]?\\d{2,3}){2,4}(?![\\w.,:-])"));

  private Redaction() {}

  static String cover(String text) {
    // Covered before it is cut, or half an address might stay.
    String near = text.substring(0, Math.min(text.length(), 2 * LONGEST));
    String covered = NUMBER.matcher(EMAIL.matcher(near).replaceAll("…")).replaceAll("…");
    return covered.length() <= LONGEST ? covered : covered.substring(0, LONGEST) + "…";
  }
}
