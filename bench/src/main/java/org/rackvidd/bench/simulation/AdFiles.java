package org.rackvidd.bench.simulation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.rackvidd.bench.exports.Dialect;
import org.rackvidd.bench.exports.GoogleAdsExport;
import org.rackvidd.bench.exports.LinkedInAdsExport;
import org.rackvidd.bench.exports.MetaAdsExport;
import org.rackvidd.bench.exports.TikTokAdsExport;
import org.rackvidd.bench.people.AdCounts;
import org.rackvidd.bench.people.Advertising;
import org.rackvidd.bench.people.Breakdown;
import org.rackvidd.bench.people.Flight;
import org.rackvidd.bench.people.Life;
import org.rackvidd.bench.truth.Truth;
import org.rackvidd.bench.world.AdPlatform;
import org.rackvidd.bench.world.Campaign;
import org.rackvidd.bench.world.Delivery;

/**
 * One day's downloads of ad figures for all towns: Meta's by day, age and gender, Meta's by month,
 * with a reach that no sum of days can give, and the other platforms' by day.
 */
final class AdFiles implements AutoCloseable {
  /** One row in so many of Google's, LinkedIn's and TikTok's comes again, damaged. */
  private static final int BAD_ROW = 97;

  private final LocalDate first;
  private final LocalDate last;
  private final int download;
  private final Truth truth;
  private final MetaAdsExport byPeople;
  private final RollingExport people;
  private final RollingExport months;
  private final GoogleAdsExport googleLayout;
  private final RollingExport google;
  private final LinkedInAdsExport linkedInLayout;
  private final RollingExport linkedIn;
  private final TikTokAdsExport tikTokLayout = new TikTokAdsExport();
  private final RollingExport tikTok;

  /** Of the file at hand of each report, since that is what its total is of. */
  private Delivery peopleSum;

  private Delivery monthsSum;
  private Delivery googleSum;
  private Delivery tikTokSum;

  /** Rows of these three so far. */
  private int written;

  /**
   * @param observed the day of the download, which is {@code download} among the world's
   * @param from the first day it holds
   */
  AdFiles(Path folder, LocalDate observed, int download, LocalDate from, Truth truth) {
    this.first = from;
    this.last = observed.minusDays(1);
    this.download = download;
    this.truth = truth;
    byPeople = new MetaAdsExport(true, true, first, last);
    googleLayout = new GoogleAdsExport(first, last);
    linkedInLayout = new LinkedInAdsExport(first, last);
    peopleSum = none();
    monthsSum = none();
    googleSum = none();
    tikTokSum = none();
    MetaAdsExport byMonth = new MetaAdsExport(false, false, first, last);
    people =
        new RollingExport(
            folder,
            RollingExport.Description.of(
                observed + "/meta_ads_days_%d.csv", "meta_ads", byPeople.header()),
            Dialect.META_ADS,
            rows -> {
              String[] total = byPeople.total(peopleSum.reaching(0));
              peopleSum = none();
              return List.<String[]>of(total);
            },
            truth);
    months =
        new RollingExport(
            folder,
            RollingExport.Description.of(
                observed + "/meta_ads_months_%d.csv", "meta_ads", byMonth.header()),
            Dialect.META_ADS,
            rows -> {
              String[] total = byMonth.total(monthsSum.reaching(0));
              monthsSum = none();
              return List.<String[]>of(total);
            },
            truth);
    google =
        new RollingExport(
            folder,
            new RollingExport.Description(
                observed + "/google_ads_%d.csv", "google_ads", googleLayout.top()),
            Dialect.PLAIN,
            rows -> {
              List<String[]> totals = googleLayout.totals(googleSum);
              googleSum = none();
              return totals;
            },
            truth);
    linkedIn =
        new RollingExport(
            folder,
            new RollingExport.Description(
                observed + "/linkedin_ads_%d.csv", "linkedin_ads", linkedInLayout.top()),
            Dialect.UNICODE_TEXT,
            rows -> List.of(),
            truth);
    tikTok =
        new RollingExport(
            folder,
            RollingExport.Description.of(
                observed + "/tiktok_ads_%d.csv", "tiktok_ads", tikTokLayout.header()),
            Dialect.PLAIN,
            rows -> {
              String[] total = tikTokLayout.total(rows, tikTokSum);
              tikTokSum = none();
              return List.<String[]>of(total);
            },
            truth);
  }

  private Delivery none() {
    return Delivery.none(first, last);
  }

  /** Everything a town's ads did in the range. */
  void write(Life town, AdCounts counts) throws IOException {
    Advertising advertising = town.advertising();
    for (int i = 0; i < advertising.flights().size(); i++) {
      Flight flight = advertising.flights().get(i);
      for (int ad = 0; ad < flight.adSet().ads().size(); ad++) {
        write(town, advertising, counts, i, ad);
      }
    }
  }

  private void write(Life town, Advertising advertising, AdCounts counts, int index, int ad)
      throws IOException {
    Flight flight = advertising.flights().get(index);
    List<Delivery> days = new ArrayList<>();
    for (int day = 0; day < flight.campaign().days(); day++) {
      LocalDate date = flight.campaign().first().plusDays(day);
      if (!date.isBefore(first) && !date.isAfter(last)) {
        Delivery whole = Delivery.none(date, date);
        for (int cell = 0; cell < Breakdown.CELLS.size(); cell++) {
          Delivery delivery = advertising.delivery(counts, index, ad, day, cell, download);
          if (delivery.impressions() > 0) {
            people(town, flight, ad, delivery);
            whole = whole.plus(delivery);
          }
        }
        if (whole.impressions() > 0) {
          day(town, flight, ad, whole);
          days.add(whole);
        }
      }
    }
    months(town, counts, index, flight, ad, days);
  }

  private void people(Life town, Flight flight, int ad, Delivery delivery) throws IOException {
    switch (flight.platform()) {
      case META -> {
        Campaign.Ad what = flight.adSet().ads().get(ad);
        people.accept(
            byPeople.row(
                town.town().adAccount(), flight.campaign(), flight.adSet(), what, delivery));
        peopleSum = peopleSum.plus(delivery);
        add(flight, town, "age_gender", YearMonth.from(delivery.first()), delivery);
      }
      case GOOGLE_ADS, LINKEDIN, TIKTOK -> {
        // Their reports are downloaded without a breakdown.
      }
    }
  }

  private void day(Life town, Flight flight, int ad, Delivery delivery) throws IOException {
    Campaign campaign = flight.campaign();
    Campaign.AdSet adSet = flight.adSet();
    Campaign.Ad what = adSet.ads().get(ad);
    String account = town.town().adAccount();
    switch (flight.platform()) {
      case META -> {
        return;
      }
      case GOOGLE_ADS -> {
        String[] row = googleLayout.row(account, campaign, adSet, what, delivery);
        google.accept(row);
        googleSum = googleSum.plus(delivery);
        if (isBadNext()) {
          google.reject(row, Map.of("Day", "0000-00-00"), "bad_date");
        }
      }
      case LINKEDIN -> {
        String[] row = linkedInLayout.row(account, campaign, adSet, what, delivery);
        linkedIn.accept(row);
        if (isBadNext()) {
          linkedIn.reject(Arrays.copyOf(row, row.length / 2), "too_few_fields");
        }
      }
      case TIKTOK -> {
        String[] row = tikTokLayout.row(account, campaign, adSet, what, delivery);
        tikTok.accept(row);
        tikTokSum = tikTokSum.plus(delivery);
        if (isBadNext()) {
          tikTok.reject(row, Map.of("Cost", "1.234.50"), "bad_number");
        }
      }
    }
    add(flight, town, "none", YearMonth.from(delivery.first()), delivery);
  }

  private boolean isBadNext() {
    return ++written % BAD_ROW == 0;
  }

  /** A report by month says what no sum of days can: how many people saw the ad at all. */
  private void months(
      Life town, AdCounts counts, int index, Flight flight, int ad, List<Delivery> days)
      throws IOException {
    if (flight.platform() != AdPlatform.META) {
      return;
    }
    YearMonth from = YearMonth.from(flight.campaign().first());
    YearMonth to = YearMonth.from(flight.campaign().last());
    for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
      YearMonth of = month;
      LocalDate begin = month.atDay(1);
      LocalDate end = month.atEndOfMonth();
      // Only of months that are whole in the report does the world know the reach.
      if (begin.isBefore(first) || end.isAfter(last)) {
        continue;
      }
      Delivery sum = Delivery.none(begin, end);
      for (Delivery day : days) {
        if (YearMonth.from(day.first()).equals(of)) {
          sum = sum.plus(day);
        }
      }
      if (sum.impressions() > 0) {
        Delivery delivery = sum.reaching(counts.reachOfMonth(index, flight, ad, month));
        MetaAdsExport layout = new MetaAdsExport(false, false, begin, end);
        months.accept(
            layout.row(
                town.town().adAccount(),
                flight.campaign(),
                flight.adSet(),
                flight.adSet().ads().get(ad),
                delivery));
        monthsSum = monthsSum.plus(delivery);
        add(flight, town, "none", month, delivery);
      }
    }
  }

  private void add(Flight flight, Life town, String breakdown, YearMonth month, Delivery delivery) {
    truth
        .ads()
        .add(flight.platform().key(), town.town().adAccount(), breakdown, month, 1, delivery);
  }

  @Override
  public void close() throws IOException {
    for (RollingExport file : List.of(people, months, google, linkedIn, tikTok)) {
      file.close();
    }
  }
}
