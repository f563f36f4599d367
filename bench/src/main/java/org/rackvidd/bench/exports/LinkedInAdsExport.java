package org.rackvidd.bench.exports;

import java.time.LocalDate;
import java.util.List;
import org.rackvidd.bench.world.Campaign;
import org.rackvidd.bench.world.Delivery;

/**
 * Campaign Manager's report of creatives by day as it was before 2026: UTF-16 with tabs in a file
 * called CSV, four lines and a gap above the header, campaigns called campaign groups.
 */
public record LinkedInAdsExport(LocalDate first, LocalDate last) {
  private static final List<String> HEADER =
      List.of(
          "Start Date (in UTC)",
          "Account Name",
          "Currency",
          "Campaign Group ID",
          "Campaign Group Name",
          "Campaign ID",
          "Campaign Name",
          "Creative ID",
          "Creative Name",
          "Total Spent",
          "Impressions",
          "Clicks",
          "Reach",
          "Clicks to Landing Page",
          "Conversions");

  /** The lines about the report, and the names of the columns. */
  public List<String[]> top() {
    return List.of(
        new String[] {"Creative Performance Report (in UTC)"},
        new String[] {"Report Start: " + Moments.american(first)},
        new String[] {"Report End: " + Moments.american(last)},
        new String[] {"Date Generated: " + Moments.american(last.plusDays(1))},
        new String[] {""},
        HEADER.toArray(String[]::new));
  }

  /** A creative on a day. */
  public String[] row(
      String account, Campaign campaign, Campaign.AdSet adSet, Campaign.Ad ad, Delivery delivery) {
    return new String[] {
      Moments.american(delivery.first()),
      account,
      "SEK",
      campaign.id(),
      campaign.name(),
      adSet.id(),
      adSet.name(),
      ad.id(),
      ad.name(),
      Money.crowns(delivery.spendOre()),
      String.valueOf(delivery.impressions()),
      String.valueOf(delivery.clicks()),
      String.valueOf(delivery.reach()),
      String.valueOf(delivery.linkClicks()),
      String.valueOf(delivery.results())
    };
  }
}
