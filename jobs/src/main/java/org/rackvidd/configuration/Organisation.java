package org.rackvidd.configuration;

import static org.rackvidd.configuration.Invariants.require;

import java.io.Serializable;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Whose figures these are, from {@code organisation.yaml}.
 *
 * @param id the value of the column {@code organisation}: lower-case letters, digits, _ and -
 * @param name the name people know it by
 * @param country ISO 3166, two letters
 * @param timeZone the zone of local days and hours
 * @param languages ISO 639 codes, the main one first, at least one
 * @param currency ISO 4217, three letters
 * @param population people by area; {@code all} is among them unless the map is empty
 * @param smallestGroup the smallest number of people that is shown
 * @param reachable people who can be reached at all, by channel and {@code all}; what is left out
 *     is not known
 * @param modelsReach whether reach is also to be given on the assumption of independence; {@code
 *     all} is then in {@code reachable}
 */
public record Organisation(
    String id,
    String name,
    String country,
    ZoneId timeZone,
    List<String> languages,
    String currency,
    Map<String, Long> population,
    int smallestGroup,
    Map<String, Long> reachable,
    boolean modelsReach)
    implements Serializable {
  static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9_-]{0,39}");
  public static final String EVERYWHERE = "all";
  static final int SMALLEST_GROUP = 10;

  public Organisation {
    require(ID.matcher(id).matches(), "organisation id: %s", id);
    require(!languages.isEmpty(), "an organisation needs a language");
    require(population.isEmpty() || population.containsKey(EVERYWHERE), "population lacks 'all'");
    require(population.values().stream().allMatch(people -> people > 0), "population under 1");
    require(smallestGroup >= 1, "smallest group under 1: %s", smallestGroup);
    require(reachable.values().stream().allMatch(people -> people > 0), "reachable under 1");
    require(!modelsReach || reachable.containsKey(EVERYWHERE), "reachable lacks 'all'");
    languages = List.copyOf(languages);
    population = Invariants.sorted(population);
    reachable = Invariants.sorted(reachable);
  }

  /** The organisation of a run without configuration. */
  static Organisation byDefault() {
    return new Organisation(
        "default",
        "default",
        "SE",
        ZoneId.of("Europe/Stockholm"),
        List.of("sv"),
        "SEK",
        Map.of(),
        SMALLEST_GROUP,
        Map.of(),
        false);
  }

  /** The people who live in an area; empty where the configuration does not say. */
  public OptionalLong populationOf(String area) {
    Long people = population.get(area);
    return people == null ? OptionalLong.empty() : OptionalLong.of(people);
  }

  /**
   * The most people whom a channel, or {@code all} of them, can reach; empty where the
   * configuration does not say.
   */
  public OptionalLong reachable(String channel) {
    Long people = reachable.getOrDefault(channel, reachable.get(EVERYWHERE));
    return people == null ? OptionalLong.empty() : OptionalLong.of(people);
  }
}
