package org.rackvidd.bench.simulation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.rackvidd.bench.exports.ApplicantExport;
import org.rackvidd.bench.exports.Dialect;
import org.rackvidd.bench.exports.Ga4Export;
import org.rackvidd.bench.exports.MatomoExport;
import org.rackvidd.bench.people.Town;
import org.rackvidd.bench.truth.Truth;
import org.rackvidd.bench.world.Account;

/** The applicant system's table as it is on a day, all of it every time. */
final class ApplicantFiles implements AutoCloseable {
  private final LocalDate observed;
  private final RollingExport file;

  ApplicantFiles(Path folder, LocalDate observed, Truth truth) {
    this.observed = observed;
    file =
        new RollingExport(
            folder,
            RollingExport.Description.of(
                observed + "/applications_%d.csv", "applications", ApplicantExport.HEADER),
            Dialect.SEMICOLONS,
            rows -> List.of(),
            truth);
  }

  /** A town's applications that had come in by then, oldest first. */
  void write(Town town, List<Chronicle.Applied> applied) throws IOException {
    long now = observed.atStartOfDay(Account.ZONE).toEpochSecond();
    List<Chronicle.Applied> inOrder =
        applied.stream()
            .filter(one -> one.application().second() < now)
            .sorted(
                Comparator.comparingLong((Chronicle.Applied one) -> one.application().second())
                    .thenComparingLong(one -> one.application().browser()))
            .toList();
    int number = 0;
    for (Chronicle.Applied one : inOrder) {
      String id = "A" + town.number() + "-" + ++number;
      file.accept(
          ApplicantExport.row(
              id,
              one.application(),
              one.linked() ? visitor(town, one.application().browser()) : "",
              town.host(),
              observed));
    }
  }

  /** What the town's web statistics call a visitor. */
  static String visitor(Town town, long browser) {
    return Plan.isWithGoogle(town.number())
        ? Ga4Export.visitor(browser)
        : MatomoExport.visitor(browser);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
