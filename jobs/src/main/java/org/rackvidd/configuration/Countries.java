package org.rackvidd.configuration;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a country code implies where the organisation does not say otherwise. */
final class Countries {
  private static final Set<String> CODES =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

  private static final Map<String, Nordic> NORDIC =
      Map.of(
          "SE", new Nordic("Europe/Stockholm", "sv"),
          "NO", new Nordic("Europe/Oslo", "nb"),
          "DK", new Nordic("Europe/Copenhagen", "da"),
          "FI", new Nordic("Europe/Helsinki", "fi", "sv"),
          "IS", new Nordic("Atlantic/Reykjavik", "is"),
          "FO", new Nordic("Atlantic/Faroe", "fo", "da"),
          "GL", new Nordic("America/Nuuk", "kl", "da"),
          "AX", new Nordic("Europe/Mariehamn", "sv"));

  private static final List<Locale> NAMED_IN =
      Stream.of("en", "sv", "nb", "da", "fi", "is").map(Locale::forLanguageTag).toList();

  private Countries() {}

  static Set<String> codes() {
    return CODES;
  }

  /** The code of a country by its name, in English or in a Nordic language. */
  static Optional<String> code(String name) {
    return CODES.stream()
        .filter(
            code ->
                NAMED_IN.stream()
                    .map(new Locale("", code)::getDisplayCountry)
                    .anyMatch(name::equalsIgnoreCase))
        .findFirst();
  }

  /** The zone of a Nordic country's capital; empty elsewhere. */
  static Optional<ZoneId> zone(String country) {
    return Optional.ofNullable(NORDIC.get(country)).map(nordic -> ZoneId.of(nordic.zone));
  }

  static List<String> languages(String country) {
    Nordic nordic = NORDIC.get(country);
    return nordic == null ? List.of("en") : nordic.languages;
  }

  static Optional<String> currency(String country) {
    Locale place = new Locale.Builder().setRegion(country).build();
    return Optional.ofNullable(Currency.getInstance(place)).map(Currency::getCurrencyCode);
  }

  private record Nordic(String zone, List<String> languages) {
    Nordic(String zone, String... languages) {
      this(zone, List.of(languages));
    }
  }
}
