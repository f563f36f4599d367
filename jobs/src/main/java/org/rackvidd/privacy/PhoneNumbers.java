package org.rackvidd.privacy;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Phone numbers as the digits one would dial from abroad. National numbers are known for the Nordic
 * countries; elsewhere a number is taken as its digits.
 */
final class PhoneNumbers {
  /**
   * @param code calling code
   * @param trunk whether national numbers begin with a 0 that is not dialled from abroad
   * @param length digits of a national number where there is no such 0
   */
  private record Plan(String code, boolean trunk, int length) {}

  private static final Map<String, Plan> NORDIC =
      Map.of(
          "SE", new Plan("46", true, 0),
          "FI", new Plan("358", true, 0),
          "AX", new Plan("358", true, 0),
          "NO", new Plan("47", false, 8),
          "DK", new Plan("45", false, 8),
          "IS", new Plan("354", false, 7),
          "FO", new Plan("298", false, 6),
          "GL", new Plan("299", false, 6));

  private static final int FEWEST_DIGITS = 5;
  private static final Pattern PREFIX =
      Pattern.compile("^(?:p|tel):\\s*", Pattern.CASE_INSENSITIVE);
  private static final Pattern TRUNK = Pattern.compile("\\(\\s*0\\s*\\)");

  private final Plan own;

  /**
   * @param country where numbers without a calling code belong; ISO 3166, two letters
   */
  PhoneNumbers(String country) {
    this.own = NORDIC.get(country);
  }

  /** The digits, with the calling code where it is known. */
  String digits(String text) {
    String number = Identifiers.composed(text, Normalizer.Form.NFKC).strip();
    number = Identifiers.checked(PREFIX.matcher(number).replaceFirst(""));
    String digits = onlyDigits(number);
    String fromAbroad = onlyDigits(TRUNK.matcher(number).replaceAll(""));
    if (number.startsWith("+")) {
      digits = withoutTrunk(fromAbroad);
    } else if (fromAbroad.startsWith("00")) {
      digits = withoutTrunk(fromAbroad.substring(2));
    } else if (own != null) {
      digits = withCode(digits);
    }
    if (digits.length() < FEWEST_DIGITS) {
      throw new IllegalArgumentException("it is no phone number");
    }
    return digits;
  }

  private String withCode(String digits) {
    if (own.trunk) {
      return digits.startsWith("0") ? own.code + digits.substring(1) : digits;
    }
    return digits.length() == own.length ? own.code + digits : digits;
  }

  /** People write the 0 of the national number behind the calling code as well. */
  private static String withoutTrunk(String digits) {
    for (Plan plan : NORDIC.values()) {
      if (plan.trunk && digits.startsWith(plan.code + "0")) {
        return plan.code + digits.substring(plan.code.length() + 1);
      }
    }
    return digits;
  }

  private static String onlyDigits(String text) {
    StringBuilder digits = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      int digit = Character.digit(text.charAt(i), 10);
      if (digit >= 0) {
        digits.append(digit);
      }
    }
    return digits.toString();
  }
}
