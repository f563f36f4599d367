package org.rackvidd.bench.people;

import java.util.List;

/**
 * A visit to the town's web site.
 *
 * @param browser what the statistics call the visitor
 * @param phone whether it was made with a telephone
 * @param hits at least one, oldest first
 */
public record Visit(long browser, Referral referral, boolean phone, List<Hit> hits) {
  /** When it began, in seconds since 1970. */
  public long second() {
    return hits.get(0).second();
  }

  /** When its last page was opened. */
  public long end() {
    return hits.get(hits.size() - 1).second();
  }
}
