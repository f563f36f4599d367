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
  private static final double PRICE_OF_THOUSAND = 68;

  /** One ad on one day in one cell. */
  public static Delivery onDay(
      long seed, Campaign.AdSet adSet, Campaign.Ad ad, LocalDate day, People people) {
    Dice dice = Dice.of(seed, "ad", ad.id().hashCode(), day.toEpochDay(), people.number());
    double budget = (double) adSet.dailyBudget() / adSet.ads().size();
    double weekend = day.getDayOfWeek().getValue() >= 6 ? 0.85 : 1;
    return in(day, day, people, budget * people.share(adSet.young()) * weekend, ad, dice);
  }

  /** One ad over its whole flight in one cell; some of it stays without age and gender. */
  public static Delivery overFlight(
      long seed, Campaign campaign, Campaign.AdSet adSet, Campaign.Ad ad, People people) {
    Dice dice = Dice.of(seed, "flight", ad.id().hashCode(), people.number());
    long days = campaign.last().toEpochDay() - campaign.first().toEpochDay() + 1;
    double spend =
        0.94 * days * adSet.dailyBudget() / adSet.ads().size() * people.share(adSet.young());
    return in(campaign.first(), campaign.last(), people, spend, ad, dice);
  }

  private static Delivery in(
      LocalDate first, LocalDate last, People people, double spend, Campaign.Ad ad, Dice dice) {
    long ore = Math.round(spend * 100 * (0.75 + 0.4 * dice.unit()));
    double expected = ore / 100.0 / PRICE_OF_THOUSAND * 1000 * (0.85 + 0.3 * dice.unit());
    long impressions = ore == 0 ? 0 : Math.max(1, Math.round(expected));
    double days = last.toEpochDay() - first.toEpochDay() + 1;
    double frequency = 1.08 + 0.12 * dice.unit() + 0.09 * (days - 1);
    long reach = (long) Math.ceil(impressions / frequency);
    long clicks = Math.round(impressions * 0.017 * ad.appeal() * (0.4 + 1.2 * dice.unit()));
    long linkClicks = Math.round(clicks * (0.6 + 0.2 * dice.unit()));
    long landings = Math.round(linkClicks * (0.7 + 0.15 * dice.unit()));
    long plays = Math.round(impressions * 0.21 * dice.unit());
    long results = Math.round(landings * 0.22 * dice.unit());
    return new Delivery(
        first, last, people, ore, impressions, reach, clicks, linkClicks, landings, plays, results);
  }

  /** Nothing yet, to add to. */
  public static Delivery none(LocalDate first, LocalDate last) {
    return new Delivery(first, last, People.ALL, 0, 0, 0, 0, 0, 0, 0, 0);
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

  /** The same figures of everybody, with the reach that is true of them together. */
  public Delivery reaching(long people) {
    return new Delivery(
        first,
        last,
        People.ALL,
        spendOre,
        impressions,
        people,
        clicks,
        linkClicks,
        landings,
        plays,
        results);
  }
}
