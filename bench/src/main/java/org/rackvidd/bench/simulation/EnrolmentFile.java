package org.rackvidd.bench.simulation;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.rackvidd.bench.exports.Dialect;
import org.rackvidd.bench.exports.ExperimentExport;
import org.rackvidd.bench.people.Enrolment;
import org.rackvidd.bench.people.Town;
import org.rackvidd.bench.truth.FileTruth;
import org.rackvidd.bench.truth.Truth;

/** Who saw which variant of an experiment, as the site's own testing tool wrote it down. */
final class EnrolmentFile implements AutoCloseable {
  private final CsvWriter csv;

  EnrolmentFile(Path folder, Truth truth) throws IOException {
    String name = Plan.OBSERVED + "/experiment_assignments.csv";
    csv = Dialect.PLAIN.create(folder.resolve(name));
    csv.writeRecord(ExperimentExport.HEADER);
    truth.file(
        new FileTruth(name, "", "", Dialect.PLAIN.encoding())
            .outcome("unrecognised")
            .note("waits until experiments are read"));
  }

  /** A town's enrolments, oldest first. */
  void write(Town town, List<Enrolment> enrolments) {
    enrolments.stream()
        .sorted(
            Comparator.comparingLong(Enrolment::second)
                .thenComparingLong(Enrolment::browser)
                .thenComparing(enrolment -> enrolment.trial().name()))
        .forEach(
            enrolment ->
                csv.writeRecord(
                    ExperimentExport.row(
                        enrolment, ApplicantFiles.visitor(town, enrolment.browser()))));
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
