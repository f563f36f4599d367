package org.rackvidd.bench.truth;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeMap;
import org.rackvidd.bench.world.Delivery;

/** Ad figures added up per account, kind of report and the month the period begins in. */
public final class AdSums {
  private final TreeMap<String, long[]> cells = new TreeMap<>();

  /**
   * Adds rows of a report.
   *
   * @param channel where the ads ran
   * @param breakdown {@code none} or {@code age_gender}; the two tell of the same money
   * @param delivery what the rows say together
   */
  public void add(
      String channel,
      String account,
      String breakdown,
      YearMonth month,
      long rows,
      Delivery delivery) {
    String key = String.join("\t", channel, account, breakdown, month.toString());
    long[] sums = cells.computeIfAbsent(key, k -> new long[7]);
    sums[0] += rows;
    sums[1] += delivery.spendOre();
    sums[2] += delivery.impressions();
    sums[3] += delivery.clicks();
    sums[4] += delivery.linkClicks();
    sums[5] += delivery.landings();
    sums[6] += delivery.results();
  }

  /** Takes over what another thread added up. */
  public void addAll(AdSums other) {
    other.cells.forEach(
        (key, theirs) -> {
          long[] sums = cells.computeIfAbsent(key, k -> new long[7]);
          for (int i = 0; i < sums.length; i++) {
            sums[i] += theirs[i];
          }
        });
  }

  static String[] header() {
    return new String[] {
      "channel",
      "account_id",
      "breakdown",
      "month",
      "rows",
      "spend_sek",
      "impressions",
      "clicks",
      "link_clicks",
      "landing_page_views",
      "results"
    };
  }

  List<String[]> rows() {
    return cells.entrySet().stream().map(entry -> row(entry.getKey(), entry.getValue())).toList();
  }

  private static String[] row(String key, long[] sums) {
    String[] row = new String[11];
    System.arraycopy(key.split("\t"), 0, row, 0, 4);
    for (int i = 0; i < sums.length; i++) {
      row[4 + i] = i == 1 ? BigDecimal.valueOf(sums[i], 2).toString() : String.valueOf(sums[i]);
    }
    return row;
  }
}
