package org.rackvidd.privacy;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One spelling for each identifier, so that a person is the same whoever wrote it down. What cannot
 * be an identifier is refused, as all who share it would become one person; messages never quote
 * it.
 */
final class Identifiers {
  private static final Pattern DAMAGED = Pattern.compile("-?\\d(?:[.,]\\d+)?[eE]\\+\\d{1,3}");
  private static final String MAILTO = "mailto:";

  private Identifiers() {}

  /** Composed text without white space around it. */
  static String plain(String text) {
    return checked(composed(text, Normalizer.Form.NFC).strip());
  }

  /** A number in lower-case digits without the 0x that databases put before them. */
  static String hexadecimal(String text) {
    String digits = plain(text).toLowerCase(Locale.ROOT);
    return checked(digits.startsWith("0x") ? digits.substring(2) : digits);
  }

  /** An address in lower case, whatever the width of its letters, without {@code mailto:}. */
  static String email(String text) {
    String address = composed(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    if (address.startsWith(MAILTO)) {
      int query = address.indexOf('?');
      address = address.substring(MAILTO.length(), query < 0 ? address.length() : query).strip();
    }
    // A letter's lower case may be a letter and a mark that are one letter again.
    address = checked(composed(address, Normalizer.Form.NFKC));
    int at = address.indexOf('@');
    if (at < 1 || at == address.length() - 1) {
      throw new IllegalArgumentException("it is no e-mail address");
    }
    return address;
  }

  /** Refuses nothing at all, and a number that a spreadsheet has rounded. */
  static String checked(String identifier) {
    if (identifier.isEmpty()) {
      throw new IllegalArgumentException("it is empty");
    } else if (identifier.indexOf('+') > 0 && DAMAGED.matcher(identifier).matches()) {
      throw new IllegalArgumentException("a spreadsheet has rounded it");
    }
    return identifier;
  }

  static String composed(String text, Normalizer.Form form) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return Normalizer.normalize(text, form);
      }
    }
    return text;
  }
}
