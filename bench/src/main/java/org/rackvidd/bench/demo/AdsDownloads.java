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
import org.rackvidd.bench.people.AdCounts;
import org.rackvidd.bench.people.Advertising;
import org.rackvidd.bench.people.Breakdown;
import org.rackvidd.bench.people.Flight;
import org.rackvidd.bench.people.Span;
import org.rackvidd.bench.world.Campaign;
import org.rackvidd.bench.world.Delivery;

/** Three reports out of Ads Manager, each with an unlabelled total in its first row. */
final class AdsDownloads {
  private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 30);

  /** Ads Manager leaves out cells that saw next to nothing, but not of the total. */
  private static final long SMALLEST_CELL = 100;

  private static final List<Report> REPORTS =
      List.of(
          new Report(
              new MetaAdsExport(true, false, Granvika.FIRST, SEPTEMBER),
              OCTOBER_2026,
              "Granvika-kommun-Annonser-1-maj-2025-30-sep-2026.csv",
              Dialect.META_ADS,
              "by day; the first row is an unlabelled total"),
          new Report(
              new MetaAdsExport(false, true, LocalDate.of(2026, 1, 1), SEPTEMBER),
              NOVEMBER_2026,
              "Granvika-kommun-Annonser-alder-och-kon-2026.csv",
              Dialect.META_ADS,
              "no days: every row states the whole range; the first row is an unlabelled total"),
          new Report(
              new MetaAdsExport(true, false, SEPTEMBER.plusDays(1), Granvika.LAST),
              NOVEMBER_2026,
              "Annonser oktober 2026.csv",
              Dialect.UNICODE_TEXT,
              "saved by Excel as Unicode text: UTF-16 and tabs; the first row is an unlabelled"
                  + " total"));

  private final Downloads downloads;
  private final Advertising advertising;
  private final AdCounts counts;
  private final AccountReach reach;

  /** A report that was downloaded; no campaign is only partly in it. */
  private record Report(
      MetaAdsExport layout, LocalDate observed, String name, Dialect dialect, String trap) {
    Span range() {
      return new Span(layout.first(), layout.last());
    }
  }

  AdsDownloads(Downloads downloads, AdCounts counts, AccountReach reach) {
    this.downloads = downloads;
    this.advertising = downloads.life().advertising();
    this.counts = counts;
    this.reach = reach;
  }

  /** The days of each report. */
  static List<Span> ranges() {
    return REPORTS.stream().map(Report::range).toList();
  }

  void write() throws IOException {
    for (Report report : REPORTS) {
      write(report);
    }
  }

  private void write(Report report) throws IOException {
    MetaAdsExport layout = report.layout();
    List<String[]> rows = new ArrayList<>();
    Delivery total = Delivery.none(layout.first(), layout.last());
    for (int i = 0; i < advertising.flights().size(); i++) {
      Flight flight = advertising.flights().get(i);
      boolean inRange = layout.contains(flight.campaign().first());
      for (int ad = 0; inRange && ad < flight.adSet().ads().size(); ad++) {
        Campaign.Ad what = flight.adSet().ads().get(ad);
        for (Delivery delivery : deliveries(report, i, ad)) {
          total = total.plus(delivery);
          if (layout.byDay() || delivery.impressions() > SMALLEST_CELL) {
            rows.add(
                layout.row(Granvika.AD_ACCOUNT, flight.campaign(), flight.adSet(), what, delivery));
            state(layout, delivery);
          }
        }
      }
    }
    ExportTable table = new ExportTable(layout.header());
    table.add(layout.total(total.reaching(reach.within(report.range()))));
    rows.forEach(table::add);
    downloads
        .write(report.observed() + "/" + report.name(), "meta_ads", table, report.dialect())
        .accept(rows.size())
        .setAside("total", 1)
        .note(report.trap());
  }

  private void state(MetaAdsExport layout, Delivery delivery) {
    LocalDate begins = layout.byDay() ? delivery.first() : layout.first();
    String breakdown = layout.byPeople() ? "age_gender" : "none";
    downloads
        .ads()
        .add("meta", Granvika.AD_ACCOUNT, breakdown, YearMonth.from(begins), 1, delivery);
  }

  private List<Delivery> deliveries(Report report, int index, int ad) {
    return report.layout().byDay() ? days(report, index, ad) : cells(report, index, ad);
  }

  private List<Delivery> days(Report report, int index, int ad) {
    Campaign campaign = advertising.flights().get(index).campaign();
    List<Delivery> days = new ArrayList<>();
    for (int day = 0; day < campaign.days(); day++) {
      LocalDate date = campaign.first().plusDays(day);
      Delivery sum = Delivery.none(date, date);
      for (int cell = 0; cell < Breakdown.CELLS.size(); cell++) {
        sum = sum.plus(delivery(report, index, ad, day, cell));
      }
      if (sum.impressions() > 0) {
        days.add(sum);
      }
    }
    return days;
  }

  private List<Delivery> cells(Report report, int index, int ad) {
    Campaign campaign = advertising.flights().get(index).campaign();
    List<Delivery> cells = new ArrayList<>();
    for (int cell = 0; cell < Breakdown.CELLS.size(); cell++) {
      Delivery sum =
          Delivery.none(campaign.first(), campaign.last(), Breakdown.CELLS.get(cell))
              .reaching(counts.reachOfFlight(index, ad, cell));
      for (int day = 0; day < campaign.days(); day++) {
        sum = sum.plus(delivery(report, index, ad, day, cell).reaching(0));
      }
      cells.add(sum);
    }
    return cells;
  }

  private Delivery delivery(Report report, int index, int ad, int day, int cell) {
    int download = Downloads.DAYS.indexOf(report.observed());
    return advertising.delivery(counts, index, ad, day, cell, download);
  }
}
