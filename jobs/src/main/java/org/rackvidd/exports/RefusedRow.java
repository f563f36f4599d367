package org.rackvidd.exports;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.rackvidd.privacy.Redaction;

/** Shows the refused rows of one section, without what may name a person. */
final class RefusedRow {
  /** What is longer is cut: a row may have thousands of cells. */
  private static final int MOST_SHOWN = 4_000;

  /** As Norwegians and Danes write one; a date is none. */
  private static final Pattern PHONE =
      Pattern.compile("(?!20\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01]))[2-9]\\d{7}");

  /** By cell, whether its column may name a person. */
  private final Map<Integer, Boolean> covered = new HashMap<>();

  private final int width;

  /**
   * @param width number of headers
   */
  RefusedRow(Collection<Field> fields, int width) {
    this.width = width;
    for (Field field : fields) {
      for (int cell : field.cells) {
        covered.put(cell, field.rule.personal() || field.type == ValueType.PERSON);
      }
    }
  }

  /** The row as it may be kept: cells that may name a person are covered. */
  String of(Cells cells) {
    // In a row that is not as it should be a name may stand under any header.
    boolean namesSomebody = covered.containsValue(true);
    boolean isShifted = namesSomebody && cells.size() != width;
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      shown.append(i > 0 ? " | " : "");
      if (shown.length() > MOST_SHOWN) {
        return shown.append('…').toString();
      }
      // A column nobody knows may hold anything.
      String text = cells.text(i);
      boolean isCovered =
          isShifted
              || covered.getOrDefault(i, true)
              || namesSomebody && (isOfWords(text) || PHONE.matcher(text).matches());
      shown.append(isCovered ? "…" : Redaction.cover(text));
    }
    return shown.toString();
  }

  private static boolean isOfWords(String text) {
    return !text.startsWith("http") && text.codePoints().anyMatch(Character::isLetter);
  }
}
