package org.rackvidd.bench.simulation;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.rackvidd.bench.people.Span;

/** A world with one small town, and how its files are read. */
record SmallTown(Path world) {
  static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
  private static final DateTimeFormatter SQL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  static Plan plan(int days) {
    Span span = new Span(Plan.OBSERVED.minusDays(days), Plan.OBSERVED);
    return new Plan(7, span, 1, 1_500, 1, true);
  }

  /** Lives a hundred days in a folder. */
  static SmallTown live(Path folder) throws IOException {
    new Simulation(plan(100), folder).write();
    return new SmallTown(folder);
  }

  Path exports() {
    return world.resolve("exports");
  }

  List<NamedCsvRecord> truth(String name) {
    return Csv.rows(world.resolve("truth").resolve(name));
  }

  static String channel(NamedCsvRecord visit) {
    return switch (visit.getField("referer_type")) {
      case "1" -> "direct";
      case "2" -> "search";
      case "3" -> "referral";
      case "7" -> "facebook";
      default ->
          switch (visit.getField("campaign_source")) {
            case "nyhetsbrev" -> "email";
            case "google" -> "google_ads";
            default -> visit.getField("campaign_source");
          };
    };
  }

  static Instant instant(String sql) {
    return LocalDateTime.parse(sql, SQL).toInstant(ZoneOffset.UTC);
  }

  static String month(Instant moment) {
    return YearMonth.from(moment.atZone(STOCKHOLM)).toString();
  }
}
