package org.rackvidd.engagement;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.rackvidd.build.Period;

/**
 * What a row of results.engagement is about.
 *
 * @param start first day of the period; of the kind all, and of posts whose day is not known, null
 */
record Cell(
    String organisation,
    String kind,
    LocalDate start,
    String channel,
    String audience,
    String category,
    String delivery)
    implements Serializable {
  static final String ALL = "all";

  /** The same of all time. */
  Cell ever() {
    return in(ALL, null);
  }

  /** Of a day's cell the same in the periods that the day is in. */
  Stream<Cell> in(Stream<Period> periods) {
    return periods.map(period -> in(period.kind(), period.start()));
  }

  private Cell in(String periodKind, LocalDate first) {
    return new Cell(organisation, periodKind, first, channel, audience, category, delivery);
  }
}
