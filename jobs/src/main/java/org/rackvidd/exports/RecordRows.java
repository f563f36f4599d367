package org.rackvidd.exports;

import java.io.IOException;

/** Rows of records that hold one another: of each record one, or one for each element of a list. */
abstract class RecordRows implements Rows {
  private final FlatRecord record;
  private final boolean explodes;
  private final Cells cells = new Cells();
  private long line;

  /**
   * @param record takes the records apart
   * @param explodes whether a list's elements become rows of their own
   */
  RecordRows(FlatRecord record, boolean explodes) {
    this.record = record;
    this.explodes = explodes;
  }

  /**
   * Hands the next record over to {@link FlatRecord}.
   *
   * @return false behind the last
   */
  abstract boolean nextRecord() throws IOException, BadRow;

  /** Names the record that was last begun, counted from 1. */
  abstract long place();

  /**
   * Has the first records taken apart.
   *
   * @param most their number
   */
  final void learn(int most) throws IOException {
    for (int i = 0; i < most; i++) {
      try {
        if (!nextRecord()) {
          break;
        }
      } catch (BadRow skipped) {
        // It will be rejected, with its reason, when the rows are read.
      }
    }
  }

  @Override
  public final Cells next() throws IOException, BadRow {
    while (true) {
      while (record.hasNext()) {
        begin();
        record.next(cells, line);
        if (!cells.isBlank()) {
          return cells;
        }
      }
      try {
        if (!nextRecord()) {
          return null;
        }
      } catch (BadRow e) {
        begin();
        throw e;
      }
    }
  }

  /** Rows of one record would share its place: they are counted instead, to be told apart. */
  private void begin() {
    line = explodes ? line + 1 : place();
  }

  /** Place of the record; or the ordinal of the row where lists explode. */
  @Override
  public final long line() {
    return line;
  }
}
