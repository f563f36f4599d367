package org.rackvidd.bench.simulation;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rackvidd.bench.exports.Dialect;
import org.rackvidd.bench.exports.Ga4Export;
import org.rackvidd.bench.exports.MatomoExport;
import org.rackvidd.bench.people.Hit;
import org.rackvidd.bench.people.Site;
import org.rackvidd.bench.people.Visit;
import org.rackvidd.bench.truth.FileTruth;
import org.rackvidd.bench.truth.Truth;

/**
 * The dumps of web statistics, a set of files a month: Matomo's tables, whose numbers go on from
 * dump to dump, and Google's events.
 */
final class WebFiles implements AutoCloseable {
  /** One action in so many is in the dump a second time, its moment damaged. */
  private static final int BAD_ROW = 5_003;

  private final Plan plan;
  private final Spool spool;
  private final Map<Integer, Ga4Export> google = new HashMap<>();
  private final List<String> pages = Site.pages();
  private long visits;
  private long actions;
  private Month month;

  WebFiles(Plan plan, Spool spool) {
    this.plan = plan;
    this.spool = spool;
  }

  /** Files of one month, opened when there is something to write. */
  private final class Month implements AutoCloseable {
    private final Path folder;
    private final String suffix;
    private final LocalDate observed;
    private final Truth truth;
    private final Map<String, CsvWriter> tables = new HashMap<>();
    private final Map<String, FileTruth> truths = new HashMap<>();
    private BufferedWriter events;
    private final StringBuilder text = new StringBuilder();

    Month(Path folder, String suffix, LocalDate observed, Truth truth) {
      this.folder = folder;
      this.suffix = suffix;
      this.observed = observed;
      this.truth = truth;
    }

    private CsvWriter table(String name, List<String> header) throws IOException {
      CsvWriter table = tables.get(name);
      if (table == null) {
        String file = observed + "/" + name + "_" + suffix + ".csv";
        table = Dialect.PLAIN.create(folder.resolve(file));
        table.writeRecord(header);
        tables.put(name, table);
        truths.put(
            name, truth.file(new FileTruth(file, "", "matomo_" + name, Dialect.PLAIN.encoding())));
      }
      return table;
    }

    private void write(String name, List<String> header, String[] row) throws IOException {
      table(name, header).writeRecord(row);
      truths.get(name).accept(1);
    }

    void matomo(int town, Visit visit) throws IOException {
      int site = town + 1;
      long id = ++visits;
      write("log_visit", MatomoExport.VISITS, MatomoExport.visit(id, site, visit));
      for (int i = 0; i < visit.hits().size(); i++) {
        Hit hit = visit.hits().get(i);
        String[] row = MatomoExport.action(++actions, site, id, visit, i);
        write("log_link_visit_action", MatomoExport.ACTIONS, row);
        if (actions % BAD_ROW == 0) {
          row[MatomoExport.ACTIONS.indexOf("server_time")] = "0000-00-00 00:00:00";
          table("log_link_visit_action", MatomoExport.ACTIONS).writeRecord(row);
          truths.get("log_link_visit_action").reject("bad_date", 1);
        }
        if (hit.goal() != 0) {
          String url = "https://" + plan.town(town).host() + pages.get(hit.page());
          write(
              "log_conversion",
              MatomoExport.CONVERSIONS,
              MatomoExport.conversion(actions, site, id, visit, hit, url));
        }
      }
    }

    void google(int town, Visit visit, boolean consent) throws IOException {
      if (events == null) {
        String file = observed + "/ga4_events_" + suffix + ".json";
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        events = Files.newBufferedWriter(path);
        truths.put("events", truth.file(new FileTruth(file, "", "ga4_events", "UTF-8")));
      }
      Ga4Export layout =
          google.computeIfAbsent(
              town, t -> new Ga4Export(String.valueOf(411_000_000L + t), plan.town(t).host()));
      int rows = layout.write(text, visit, consent);
      if (consent) {
        truths.get("events").accept(rows);
      } else {
        truths.get("events").setAside("without_consent", rows);
      }
      events.append(text);
      text.setLength(0);
    }

    @Override
    public void close() throws IOException {
      for (CsvWriter table : tables.values()) {
        table.close();
      }
      if (events != null) {
        events.close();
      }
    }
  }

  /** Writes the history month by month. */
  void writeHistory(Path folder, Truth truth) throws IOException {
    pages(folder, truth);
    YearMonth at = null;
    for (int day = 0; day < plan.span().days() - 1; day++) {
      YearMonth of = YearMonth.from(plan.span().day(day));
      if (!of.equals(at)) {
        close();
        at = of;
        month = new Month(folder, of.toString(), Plan.OBSERVED, truth);
      }
      write(day);
    }
    close();
  }

  /** Writes the last day, which the next night brings. */
  void writeNextDay(Path folder, Truth truth) throws IOException {
    month = new Month(folder, plan.span().last().toString(), Plan.NEXT_DAY, truth);
    write(plan.span().days() - 1);
    close();
  }

  private void write(int day) throws IOException {
    List<Spool.Entry> entries = spool.take(day);
    entries.sort(
        Comparator.comparingLong((Spool.Entry entry) -> entry.visit().second())
            .thenComparingLong(entry -> entry.visit().browser()));
    for (Spool.Entry entry : entries) {
      if (Plan.isWithGoogle(entry.town())) {
        month.google(entry.town(), entry.visit(), entry.consent());
      } else {
        month.matomo(entry.town(), entry.visit());
      }
    }
  }

  private void pages(Path folder, Truth truth) throws IOException {
    String name = Plan.OBSERVED + "/log_action.csv";
    FileTruth file = new FileTruth(name, "", "matomo_log_action", Dialect.PLAIN.encoding());
    try (CsvWriter csv = Dialect.PLAIN.create(folder.resolve(name))) {
      csv.writeRecord(MatomoExport.PAGES);
      for (int town = 0; town < plan.towns(); town++) {
        if (!Plan.isWithGoogle(town)) {
          String host = plan.town(town).host();
          for (int page = 0; page < pages.size(); page++) {
            csv.writeRecord(MatomoExport.page(town + 1, page, host + pages.get(page)));
            file.accept(1);
          }
        }
      }
    }
    truth.file(file);
  }

  @Override
  public void close() throws IOException {
    if (month != null) {
      month.close();
      month = null;
    }
  }
}
