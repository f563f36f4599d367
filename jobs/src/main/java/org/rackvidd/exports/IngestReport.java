package org.rackvidd.exports;

import java.util.List;

/**
 * What an ingest did.
 *
 * @param outcomes new files, table by table
 * @param files files in the landing folder
 * @param moved known contents that were read again, as accounts.yaml puts them under another
 *     account
 * @param unread files from earlier runs that no format fits, or that cannot be read
 * @param persons whether a table with persons was read, now or by an earlier run
 */
public record IngestReport(
    List<FileOutcome> outcomes, int files, int moved, long unread, boolean persons) {

  public long rowsAccepted() {
    return outcomes.stream()
        .filter(o -> o.counts() != null)
        .mapToLong(o -> o.counts().accepted())
        .sum();
  }
}
