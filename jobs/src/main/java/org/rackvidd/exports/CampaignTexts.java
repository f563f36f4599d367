package org.rackvidd.exports;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.rackvidd.links.CampaignValue;
import org.rackvidd.privacy.Redaction;

/** Campaign parameters as they are stored, remembered: a few of them stand in nearly all rows. */
final class CampaignTexts {
  private static final int MOST_REMEMBERED = 10_000;

  private final boolean besideAPerson;
  private final Map<String, Optional<String>> remembered = new HashMap<>();

  /**
   * @param besideAPerson whether the rows are of single persons, whom a parameter must not name
   */
  CampaignTexts(boolean besideAPerson) {
    this.besideAPerson = besideAPerson;
  }

  /** What is stored of a parameter; null where it says nothing. */
  String stored(String text) {
    Optional<String> known = remembered.get(text);
    if (known == null) {
      known = Optional.ofNullable(clean(text));
      if (remembered.size() >= MOST_REMEMBERED) {
        remembered.clear();
      }
      remembered.put(text, known);
    }
    return known.orElse(null);
  }

  private String clean(String text) {
    String value = CampaignValue.clean(text);
    return value == null || !besideAPerson ? value : Redaction.coverAll(value);
  }
}
