package org.rackvidd.bench.scale;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.rackvidd.bench.exports.Dialect;
import org.rackvidd.bench.exports.MetaAdsExport;
import org.rackvidd.bench.world.Campaign;
import org.rackvidd.bench.world.Delivery;
import org.rackvidd.bench.world.People;

/** An ads report over some days, all ad accounts in it, day by day. */
final class AdsFile {
  private final Agency agency;
  private final long seed;
  private final boolean byPeople;
  private final LocalDate first;
  private final LocalDate last;

  AdsFile(Agency agency, long seed, boolean byPeople, LocalDate first, LocalDate last) {
    this.agency = agency;
    this.seed = seed;
    this.byPeople = byPeople;
    this.first = first;
    this.last = last;
  }

  /** How many ads must run all the time for so many rows. */
  static int slots(long rows, boolean byPeople, long days) {
    long perDay = byPeople ? People.BY_AGE_AND_GENDER.size() : 1;
    return (int) ((rows + perDay * days - 1) / (perDay * days));
  }

  /** Exactly so many rows, then the total, which here comes last. */
  void write(Path file, int slots, long rows, Written written) throws IOException {
    MetaAdsExport layout = new MetaAdsExport(true, byPeople, first, last);
    String breakdown = byPeople ? "age_gender" : "none";
    List<People> cells = byPeople ? People.BY_AGE_AND_GENDER : List.of(People.ALL);
    Delivery total = Delivery.none(first, last);
    try (CsvWriter csv = Dialect.META_ADS.create(file)) {
      csv.writeRecord(layout.header());
      long row = 0;
      for (LocalDate day = first; row < rows; day = day.plusDays(1)) {
        YearMonth month = YearMonth.from(day);
        for (int slot = 0; slot < slots && row < rows; slot++) {
          String account = Agency.adAccount(slot);
          Campaign campaign = agency.campaign(slot, day);
          Campaign.AdSet adSet = campaign.adSets().get(0);
          Campaign.Ad ad = Agency.ad(campaign, slot);
          Delivery sum = Delivery.none(day, day);
          long begin = row;
          for (int cell = 0; cell < cells.size() && row < rows; cell++, row++) {
            Delivery delivery = Delivery.onDay(seed, adSet, ad, day, cells.get(cell));
            csv.writeRecord(layout.row(account, campaign, adSet, ad, delivery));
            sum = sum.plus(delivery);
          }
          written.ads().add(account, breakdown, month, row - begin, sum);
          total = total.plus(sum);
        }
      }
      written.file().accept(row);
      csv.writeRecord(layout.total(total));
      written.file().setAside("total", 1);
    }
  }
}
