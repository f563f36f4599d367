package org.rackvidd.bench.exports;

import java.time.LocalDate;
import java.util.List;
import org.rackvidd.bench.world.Campaign;
import org.rackvidd.bench.world.Delivery;

/**
 * Google Ads' report at ad level by day: a title and the period above the header, several totals
 * below, numbers with commas for thousands, and no reach.
 */
public record GoogleAdsExport(LocalDate first, LocalDate last) {
  private static final List<String> HEADER =
      List.of(
          "Day",
          "Account name",
          "Campaign",
          "Campaign ID",
          "Ad group",
          "Ad group ID",
          "Ad ID",
          "Currency code",
          "Clicks",
          "Impr.",
          "CTR",
          "Avg. CPC",
          "Cost",
          "Conversions");

  /** Title, period and names of the columns. */
  public List<String[]> top() {
    return List.of(
        new String[] {"Ad report"},
        new String[] {first + " - " + last},
        HEADER.toArray(String[]::new));
  }

  /** An ad on a day. */
  public String[] row(
      String account, Campaign campaign, Campaign.AdSet adSet, Campaign.Ad ad, Delivery delivery) {
    return new String[] {
      delivery.first().toString(),
      account,
      campaign.name(),
      campaign.id(),
      adSet.name(),
      adSet.id(),
      ad.id(),
      "SEK",
      thousands(delivery.clicks()),
      thousands(delivery.impressions()),
      percent(delivery),
      delivery.clicks() == 0 ? " --" : Money.crowns(delivery.spendOre() / delivery.clicks()),
      amount(delivery.spendOre()),
      String.valueOf(delivery.results())
    };
  }

  /** The totals, which overlap. */
  public List<String[]> totals(Delivery sum) {
    return List.of(total("Total: Ads", sum), total("Total: Account", sum));
  }

  private static String[] total(String name, Delivery sum) {
    return new String[] {
      name,
      " --",
      " --",
      " --",
      " --",
      " --",
      " --",
      "SEK",
      thousands(sum.clicks()),
      thousands(sum.impressions()),
      percent(sum),
      " --",
      amount(sum.spendOre()),
      String.valueOf(sum.results())
    };
  }

  private static String percent(Delivery delivery) {
    long hundredths =
        delivery.impressions() == 0 ? 0 : delivery.clicks() * 10_000 / delivery.impressions();
    return Money.crowns(hundredths) + "%";
  }

  private static String amount(long ore) {
    String text = Money.crowns(ore);
    int point = text.indexOf('.');
    return thousands(Long.parseLong(text.substring(0, point))) + text.substring(point);
  }

  private static String thousands(long number) {
    StringBuilder text = new StringBuilder().append(number);
    for (int at = text.length() - 3; at > 0; at -= 3) {
      text.insert(at, ',');
    }
    return text.toString();
  }
}
