package org.rackvidd.bench.world;

import java.time.LocalDate;

/**
 * What an ad did over some days among some people.
 *
 * @param spendOre money in hundredths
 * @param clicks of all kinds
 * @param landings landing pages that loaded
 * @param plays of at least three seconds
 */
public record Delivery(
    LocalDate first,
    LocalDate last,
    People people,
    long spendOre,
    long impressions,
    long reach,
    long clicks,
    long linkClicks,
    long landings,
    long plays,
    long results) {

  /** Nothing of anybody yet, to add to. */
  public static Delivery none(LocalDate first, LocalDate last) {
    return none(first, last, People.ALL);
  }

  /** Nothing of some people yet, to add to. */
  public static Delivery none(LocalDate first, LocalDate last, People people) {
    return new Delivery(first, last, people, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  /** Both together; reach as if nobody were in both, which a report never claims. */
  public Delivery plus(Delivery other) {
    return new Delivery(
        first,
        last,
        people,
        spendOre + other.spendOre,
        impressions + other.impressions,
        reach + other.reach,
        clicks + other.clicks,
        linkClicks + other.linkClicks,
        landings + other.landings,
        plays + other.plays,
        results + other.results);
  }

  /** The same figures with the reach that is true of them together. */
  public Delivery reaching(long reached) {
    return new Delivery(
        first,
        last,
        people,
        spendOre,
        impressions,
        reached,
        clicks,
        linkClicks,
        landings,
        plays,
        results);
  }
}
