package org.rackvidd.bench.exports;

import java.util.List;
import org.rackvidd.bench.people.Enrolment;

/** Who saw which variant, as a site's own testing tool writes it down. */
public final class ExperimentExport {
  public static final List<String> HEADER = List.of("experiment", "unit", "variant", "assigned_at");

  private ExperimentExport() {}

  /**
   * A row.
   *
   * @param visitor the visitor's name in the web statistics
   */
  public static String[] row(Enrolment enrolment, String visitor) {
    return new String[] {
      enrolment.trial().name(),
      visitor,
      String.valueOf(enrolment.variant()),
      Moments.sql(enrolment.second())
    };
  }
}
