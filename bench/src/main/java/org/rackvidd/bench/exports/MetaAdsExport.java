package org.rackvidd.bench.exports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.rackvidd.bench.world.Campaign;
import org.rackvidd.bench.world.Delivery;

/**
 * Ads Manager's report at ad level, amounts in Swedish crowns.
 *
 * @param byDay whether the user broke it down by day; if not, every row states the whole range
 * @param byPeople whether the user broke it down by age and gender
 * @param first the first day of the report
 * @param last the last day of the report
 */
public record MetaAdsExport(boolean byDay, boolean byPeople, LocalDate first, LocalDate last) {
  private static final String MONEY = "Amount spent (SEK)";
  private static final String WINDOW = "7-day click or 1-day view";

  /** Whether the day is in the report. */
  public boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  /** The names of the columns. */
  public List<String> header() {
    List<String> names = new ArrayList<>();
    if (byDay) {
      names.add("Day");
    }
    names.addAll(
        List.of(
            "Account name",
            "Campaign name",
            "Campaign ID",
            "Ad set name",
            "Ad set ID",
            "Ad name",
            "Ad ID"));
    if (byPeople) {
      names.addAll(List.of("Age", "Gender"));
    }
    names.addAll(
        List.of(
            "Attribution setting",
            "Results",
            "Result indicator",
            MONEY,
            "Impressions",
            "Reach",
            "Frequency",
            "Link clicks",
            "Clicks (all)",
            "Landing page views",
            "3-second video plays",
            "Reporting starts",
            "Reporting ends"));
    return names;
  }

  /** An ad's row. */
  public String[] row(
      String account, Campaign campaign, Campaign.AdSet adSet, Campaign.Ad ad, Delivery delivery) {
    List<String> row = new ArrayList<>(24);
    if (byDay) {
      row.add(delivery.first().toString());
    }
    row.add(account);
    row.add(campaign.name());
    row.add(campaign.id());
    row.add(adSet.name());
    row.add(adSet.id());
    row.add(ad.name());
    row.add(ad.id());
    if (byPeople) {
      row.add(delivery.people().age());
      row.add(delivery.people().gender());
    }
    row.add(WINDOW);
    // No results is an empty cell, not a nought.
    row.add(delivery.results() == 0 ? "" : String.valueOf(delivery.results()));
    row.add(delivery.results() == 0 ? "" : campaign.result());
    addFigures(row, delivery);
    return row.toArray(String[]::new);
  }

  /**
   * The row for everything, with nothing to say whose figures it holds.
   *
   * @param sum of everything, with the people it reached together; nobody leaves the cell empty
   */
  public String[] total(Delivery sum) {
    List<String> row = new ArrayList<>(Collections.nCopies(header().indexOf(MONEY), ""));
    addFigures(row, sum);
    return row.toArray(String[]::new);
  }

  private void addFigures(List<String> row, Delivery delivery) {
    row.add(crowns(delivery.spendOre()));
    row.add(String.valueOf(delivery.impressions()));
    row.add(
        delivery.reach() == 0 && delivery.impressions() > 0
            ? ""
            : String.valueOf(delivery.reach()));
    row.add(frequency(delivery));
    row.add(String.valueOf(delivery.linkClicks()));
    row.add(String.valueOf(delivery.clicks()));
    row.add(String.valueOf(delivery.landings()));
    row.add(delivery.plays() == 0 ? "" : String.valueOf(delivery.plays()));
    // Only a breakdown by day makes these two the row's own days.
    boolean oneDay = byDay && delivery.first().equals(delivery.last());
    row.add((oneDay ? delivery.first() : first).toString());
    row.add((oneDay ? delivery.last() : last).toString());
  }

  private static String frequency(Delivery delivery) {
    if (delivery.reach() == 0) {
      return "";
    }
    long millionths = delivery.impressions() * 1_000_000L / delivery.reach();
    return decimal(millionths, 1_000_000L);
  }

  private static String crowns(long ore) {
    return decimal(ore, 100);
  }

  /** A decimal point and no more digits than needed, whatever the locale. */
  private static String decimal(long parts, long unit) {
    long rest = parts % unit;
    if (rest == 0) {
      return String.valueOf(parts / unit);
    }
    StringBuilder text = new StringBuilder(16).append(parts / unit).append('.');
    for (long place = unit / 10; place > 0 && rest > 0; place /= 10) {
      text.append((char) ('0' + rest / place));
      rest %= place;
    }
    return text.toString();
  }
}
