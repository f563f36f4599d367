package org.rackvidd.configuration;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads {@code organisation.yaml}, but for what {@link Persons} reads of it. */
final class OrganisationFile {
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  private final Section file;

  private OrganisationFile(Section file) {
    this.file = file;
  }

  /** The organisation; empty after a problem with one of its keys. */
  static Optional<Organisation> read(Section file) {
    file.allow(
        "id",
        "name",
        "country",
        "time_zone",
        "languages",
        "currency",
        "population",
        "smallest_group",
        "reachable",
        "reach_model",
        "person_key_file",
        "keep_person_files");
    return new OrganisationFile(file).organisation();
  }

  private Optional<Organisation> organisation() {
    Optional<String> id = id();
    Optional<String> name = file.has("name") ? file.text("name") : id;
    Optional<String> country = country();
    Optional<ZoneId> zone = zone(country);
    List<String> languages = languages(country);
    Optional<String> currency = currency(country);
    Map<String, Long> population = population();
    OptionalLong smallest = file.whole("smallest_group", 1);
    Map<String, Long> reachable = reachable();
    boolean modelsReach = modelsReach(reachable);
    if (id.isEmpty()
        || name.isEmpty()
        || zone.isEmpty()
        || currency.isEmpty()
        || country.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Organisation(
            id.get(),
            name.get(),
            country.get(),
            zone.get(),
            languages,
            currency.get(),
            population,
            (int) Math.min(Integer.MAX_VALUE, smallest.orElse(Organisation.SMALLEST_GROUP)),
            reachable,
            modelsReach));
  }

  private Optional<String> id() {
    Optional<String> id = file.required("id", "solvik");
    if (id.isPresent() && !Organisation.ID.matcher(id.get()).matches()) {
      file.problem(
          file.line("id"),
          "the id '%s' must be 1 to 40 of a-z, 0-9, _ and -, and start with a letter or digit",
          id.get());
      return Optional.empty();
    }
    return id;
  }

  private Optional<String> country() {
    Optional<String> country = file.required("country", "SE");
    return country.filter(
        code -> isKnown("country", code, Countries.codes(), "no ISO 3166 code of two letters"));
  }

  private Optional<ZoneId> zone(Optional<String> country) {
    if (file.has("time_zone")) {
      return file.text("time_zone")
          .filter(zone -> isKnown("time_zone", zone, ZoneId.getAvailableZoneIds(), "no IANA zone"))
          .map(ZoneId::of);
    }
    Optional<ZoneId> implied = country.flatMap(Countries::zone);
    if (country.isPresent() && implied.isEmpty()) {
      file.problem(
          file.line("country"),
          "'time_zone' must be given for %s; add it, as time_zone: Europe/Berlin",
          country.get());
    }
    return implied;
  }

  private List<String> languages(Optional<String> country) {
    List<String> stated =
        file.values("languages").stream()
            .filter(language -> isLanguage(language))
            .map(YamlNode.Scalar::text)
            .distinct()
            .toList();
    return stated.isEmpty() ? Countries.languages(country.orElse("")) : stated;
  }

  /** Two letters are looked up; three, as for the Sami languages, are taken on trust. */
  private boolean isLanguage(YamlNode.Scalar value) {
    boolean fits = LANGUAGES.contains(value.text()) || value.text().matches("[a-z]{3}");
    if (!fits) {
      file.problem(
          value.line(),
          "'%s' is no ISO 639 language code; write e.g. sv, nb, da or fi",
          value.text());
    }
    return fits;
  }

  private Optional<String> currency(Optional<String> country) {
    if (file.has("currency")) {
      return file.text("currency")
          .filter(
              code -> isKnown("currency", code, CURRENCIES, "no ISO 4217 code of three letters"));
    }
    Optional<String> implied = country.flatMap(Countries::currency);
    if (country.isPresent() && implied.isEmpty()) {
      file.problem(
          file.line("country"),
          "'currency' must be given for %s; add it, as currency: EUR",
          country.get());
    }
    return implied;
  }

  private Map<String, Long> population() {
    Map<String, Long> population = new TreeMap<>();
    Optional<Section> areas = file.section("population");
    areas.ifPresent(
        section -> {
          section
              .entries()
              .forEach(
                  area -> section.whole(area, 1).ifPresent(n -> population.put(area.key(), n)));
          if (!section.has(Organisation.EVERYWHERE)) {
            file.problem(
                file.line("population"), "'population' lacks 'all'; add it, as all: 12500");
          }
        });
    return population.containsKey(Organisation.EVERYWHERE) ? population : Map.of();
  }

  private Map<String, Long> reachable() {
    Map<String, Long> reachable = new TreeMap<>();
    Optional<Section> channels = file.section("reachable");
    channels.ifPresent(
        section ->
            section
                .entries()
                .forEach(
                    entry -> {
                      if (!entry.key().equals(Organisation.EVERYWHERE)
                          && !Channels.contains(entry.key())) {
                        file.problem(
                            entry.line(),
                            "the channel '%s' is unknown; %s",
                            entry.key(),
                            Suggestion.of(entry.key(), Channels.ALL));
                      } else {
                        section.whole(entry, 1).ifPresent(n -> reachable.put(entry.key(), n));
                      }
                    }));
    return reachable;
  }

  private boolean modelsReach(Map<String, Long> reachable) {
    if (!file.has("reach_model")) {
      return false;
    }
    Optional<String> model = file.text("reach_model");
    if (model.isPresent() && !model.get().equals("independence")) {
      file.problem(
          file.line("reach_model"),
          "'reach_model' must be independence, the only model there is; or remove it");
      return false;
    }
    if (!reachable.containsKey(Organisation.EVERYWHERE)) {
      file.problem(
          file.line("reach_model"),
          "'reach_model' needs the people who can be reached at all; add reachable: {all: 60000}");
      return false;
    }
    return model.isPresent();
  }

  private boolean isKnown(String key, String value, Set<String> known, String otherwise) {
    if (!known.contains(value)) {
      file.problem(
          file.line(key),
          "the %s '%s' is %s; %s",
          key,
          value,
          otherwise,
          Countries.code(value)
              .filter(known::contains)
              .map(code -> "write " + code)
              .orElseGet(() -> Suggestion.of(value, known)));
    }
    return known.contains(value);
  }
}
