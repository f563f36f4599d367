package org.rackvidd.bench.exports;

import java.util.List;
import org.rackvidd.bench.world.Campaign;
import org.rackvidd.bench.world.Delivery;

/** TikTok Ads Manager's custom report of ads by day, with a total in its last row. */
public record TikTokAdsExport() {
  private static final List<String> HEADER =
      List.of(
          "Campaign name",
          "Campaign ID",
          "Ad group name",
          "Ad group ID",
          "Ad name",
          "Ad ID",
          "Account name",
          "By Day",
          "Cost",
          "Currency",
          "Impressions",
          "Reach",
          "Clicks (destination)",
          "Clicks (all)",
          "Results",
          "Video views");

  /** The names of the columns. */
  public List<String> header() {
    return HEADER;
  }

  /** An ad on a day. */
  public String[] row(
      String account, Campaign campaign, Campaign.AdSet adSet, Campaign.Ad ad, Delivery delivery) {
    return new String[] {
      campaign.name(),
      campaign.id(),
      adSet.name(),
      adSet.id(),
      ad.name(),
      ad.id(),
      account,
      delivery.first().toString(),
      Money.crowns(delivery.spendOre()),
      "SEK",
      String.valueOf(delivery.impressions()),
      String.valueOf(delivery.reach()),
      String.valueOf(delivery.linkClicks()),
      String.valueOf(delivery.clicks()),
      String.valueOf(delivery.results()),
      String.valueOf(delivery.plays())
    };
  }

  /** The row for everything. */
  public String[] total(long rows, Delivery sum) {
    return new String[] {
      "Total of " + rows + " results",
      "-",
      "-",
      "-",
      "-",
      "-",
      "-",
      "-",
      Money.crowns(sum.spendOre()),
      "SEK",
      String.valueOf(sum.impressions()),
      "-",
      String.valueOf(sum.linkClicks()),
      String.valueOf(sum.clicks()),
      String.valueOf(sum.results()),
      String.valueOf(sum.plays())
    };
  }
}
