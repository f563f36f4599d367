package org.rackvidd.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.fs.Path;

/** Whether there is a lake, seen without starting Spark. */
final class Lakes {
  private Lakes() {}

  static boolean isThere(String lake) {
    Path ledger = new Path(Session.uri(lake) + "/ops/file/_delta_log");
    try {
      return ledger.getFileSystem(Session.hadoop()).exists(ledger);
    } catch (IOException e) {
      throw new UncheckedIOException("Looking for " + ledger, e);
    }
  }
}
