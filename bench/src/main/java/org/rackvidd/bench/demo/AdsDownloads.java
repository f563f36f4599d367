package org.rackvidd.bench.demo;

import static org.rackvidd.bench.demo.Downloads.NOVEMBER_2026;
import static org.rackvidd.bench.demo.Downloads.OCTOBER_2026;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.rackvidd.bench.exports.Dialect;
import org.rackvidd.bench.exports.ExportTable;
import org.rackvidd.bench.exports.MetaAdsExport;
import org.rackvidd.bench.world.Campaign;
import org.rackvidd.bench.world.Delivery;
import org.rackvidd.bench.world.People;

/** Three reports out of Ads Manager, each with an unlabelled total in its first row. */
final class AdsDownloads {
  private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 30);

  /** Ads Manager leaves out cells that saw next to nothing. */
  private static final long SMALLEST_CELL = 100;

  private final Downloads downloads;

  AdsDownloads(Downloads downloads) {
    this.downloads = downloads;
  }

  void write() throws IOException {
    write(
        new MetaAdsExport(true, false, Granvika.FIRST, SEPTEMBER),
        OCTOBER_2026 + "/Granvika-kommun-Annonser-1-maj-2025-30-sep-2026.csv",
        Dialect.META_ADS,
        "by day; the first row is an unlabelled total");
    write(
        new MetaAdsExport(false, true, LocalDate.of(2026, 1, 1), SEPTEMBER),
        NOVEMBER_2026 + "/Granvika-kommun-Annonser-alder-och-kon-2026.csv",
        Dialect.META_ADS,
        "no days: every row states the whole range; the first row is an unlabelled total");
    write(
        new MetaAdsExport(true, false, SEPTEMBER.plusDays(1), Granvika.LAST),
        NOVEMBER_2026 + "/Annonser oktober 2026.csv",
        Dialect.UNICODE_TEXT,
        "saved by Excel as Unicode text: UTF-16 and tabs; the first row is an unlabelled total");
  }

  private void write(MetaAdsExport layout, String name, Dialect dialect, String trap)
      throws IOException {
    List<String[]> rows = new ArrayList<>();
    Delivery total = Delivery.none(layout.first(), layout.last());
    for (Campaign campaign : Granvika.campaigns()) {
      boolean inRange = layout.contains(campaign.first());
      for (Campaign.AdSet adSet : inRange ? campaign.adSets() : List.<Campaign.AdSet>of()) {
        for (Campaign.Ad ad : adSet.ads()) {
          for (Delivery delivery : deliveries(layout, campaign, adSet, ad)) {
            rows.add(layout.row(Granvika.AD_ACCOUNT, campaign, adSet, ad, delivery));
            total = total.plus(delivery);
            state(layout, delivery);
          }
        }
      }
    }
    ExportTable table = new ExportTable(layout.header());
    table.add(layout.total(total));
    rows.forEach(table::add);
    downloads
        .write(name, "meta_ads", table, dialect)
        .accept(rows.size())
        .setAside("total", 1)
        .note(trap);
  }

  private void state(MetaAdsExport layout, Delivery delivery) {
    LocalDate begins = layout.byDay() ? delivery.first() : layout.first();
    String breakdown = layout.byPeople() ? "age_gender" : "none";
    downloads
        .ads()
        .add("meta", Granvika.AD_ACCOUNT, breakdown, YearMonth.from(begins), 1, delivery);
  }

  private static List<Delivery> deliveries(
      MetaAdsExport layout, Campaign campaign, Campaign.AdSet adSet, Campaign.Ad ad) {
    List<Delivery> deliveries = new ArrayList<>();
    if (layout.byDay()) {
      for (LocalDate day = campaign.first(); !day.isAfter(campaign.last()); day = day.plusDays(1)) {
        deliveries.add(Delivery.onDay(Granvika.SEED, adSet, ad, day, People.ALL));
      }
      return deliveries;
    }
    for (People people : People.BY_AGE_AND_GENDER) {
      Delivery cell = Delivery.overFlight(Granvika.SEED, campaign, adSet, ad, people);
      if (cell.impressions() > SMALLEST_CELL) {
        deliveries.add(cell);
      }
    }
    return deliveries;
  }
}
