package org.rackvidd.exports;

import java.io.IOException;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.execution.vectorized.ConstantColumnVector;
import org.apache.spark.sql.execution.vectorized.OnHeapColumnVector;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.unsafe.types.UTF8String;

/** Reads sections into batches of columns: no row objects between the file and Spark. */
final class IntakeReader implements PartitionReader<ColumnarBatch> {
  private static final int BATCH_ROWS = 4096;

  /** Rows may be long: a batch with more text than this has no further ones. */
  static final int BATCH_BYTES = 32 << 20;

  private enum Kind {
    LONG,
    INT,
    DOUBLE,
    BOOLEAN,
    TEXT;

    static Kind of(DataType type) {
      if (type instanceof StringType) {
        return TEXT;
      } else if (type instanceof DoubleType) {
        return DOUBLE;
      } else if (type instanceof BooleanType) {
        return BOOLEAN;
      } else if (type instanceof DateType) {
        return INT;
      }
      return LONG;
    }
  }

  private final Intake intake;
  private final Iterator<IntakeSource.Share> shares;
  private final Configuration hadoop;
  private final WritableColumnVector[] vectors;
  private final Kind[] kinds;
  private final int[] slots;
  private final StructType required;

  /** Shown for columns that no row of a batch has, and for those that all of a section share. */
  private final ConstantColumnVector[] empty;

  private final ConstantColumnVector[] shared;
  private final boolean[] touched;
  private ColumnarBatch batch;
  private final Consumer<IntakeRow> append = this::append;
  private SectionRows rows;
  private RowReader reader;
  private BitSet chosen;
  private int ordinal;
  private int filled;
  private int bytes;

  IntakeReader(
      Intake intake, List<IntakeSource.Share> shares, StructType required, Configuration hadoop) {
    this.intake = intake;
    this.shares = shares.iterator();
    this.hadoop = hadoop;
    // A row of a long format gives several facts; leave room for those of the last row.
    this.vectors = OnHeapColumnVector.allocateColumns(BATCH_ROWS * 2, required);
    this.required = required;
    this.empty = new ConstantColumnVector[vectors.length];
    this.shared = new ConstantColumnVector[vectors.length];
    this.touched = new boolean[vectors.length];
    Map<String, Integer> allSlots = intake.slots();
    this.kinds = new Kind[vectors.length];
    this.slots = new int[vectors.length];
    for (int i = 0; i < vectors.length; i++) {
      kinds[i] = Kind.of(required.fields()[i].dataType());
      slots[i] = allSlots.get(required.fields()[i].name());
      empty[i] = constant(i);
      empty[i].setNull();
    }
  }

  @Override
  public boolean next() throws IOException {
    for (int i = 0; i < vectors.length; i++) {
      if (touched[i]) {
        vectors[i].reset();
        touched[i] = false;
      }
    }
    filled = 0;
    bytes = 0;
    // A batch ends with its section, of which it shows what all rows share.
    while (filled < BATCH_ROWS
        && bytes < BATCH_BYTES
        && (rows != null || filled == 0 && openNext())) {
      readRow();
    }
    ColumnVector[] shown = new ColumnVector[vectors.length];
    for (int i = 0; i < shown.length; i++) {
      shown[i] = shared[i] != null ? shared[i] : touched[i] ? vectors[i] : empty[i];
    }
    batch = new ColumnarBatch(shown, filled);
    return filled > 0;
  }

  private ConstantColumnVector constant(int column) {
    return new ConstantColumnVector(BATCH_ROWS * 2, required.fields()[column].dataType());
  }

  private void share(Section section) {
    for (int i = 0; i < shared.length; i++) {
      ConstantColumnVector value = constant(i);
      shared[i] = value;
      switch (required.fields()[i].name()) {
        case "organisation" ->
            value.setUtf8String(UTF8String.fromString(section.owner().organisation()));
        case "file_id" -> value.setUtf8String(UTF8String.fromString(section.fileId()));
        case "observed_at" -> value.setLong(RowReader.micros(section.observed().at()));
        case "observed_on" -> value.setInt((int) section.observed().on().toEpochDay());
        default -> shared[i] = null;
      }
    }
  }

  private boolean openNext() throws IOException {
    if (!shares.hasNext()) {
      return false;
    }
    IntakeSource.Share share = shares.next();
    share(share.section());
    rows = new SectionRows(share.section(), hadoop);
    reader = new RowReader(share.section(), intake);
    chosen = share.chosen();
    ordinal = 0;
    return true;
  }

  private void readRow() throws IOException {
    try {
      Cells cells = rows.next();
      if (cells == null) {
        closeRows();
      } else {
        reader.read(cells, append);
      }
    } catch (BadRow accountedFor) {
      // The accounting pass has stored it with its reason.
      return;
    } catch (IOException damaged) {
      // What stands before the damage is kept; the accounting pass has stored the fault.
      closeRows();
    }
  }

  private void append(IntakeRow row) {
    if (chosen != null && !chosen.get(ordinal++)) {
      return;
    }
    for (int i = 0; i < vectors.length; i++) {
      WritableColumnVector vector = vectors[i];
      int slot = slots[i];
      if (shared[i] != null) {
        continue;
      }
      if (!row.has(slot)) {
        if (touched[i]) {
          vector.putNull(filled);
        }
        continue;
      }
      if (!touched[i]) {
        touched[i] = true;
        vector.putNulls(0, filled);
      }
      switch (kinds[i]) {
        case LONG -> vector.putLong(filled, row.bits(slot));
        case INT -> vector.putInt(filled, (int) row.bits(slot));
        case DOUBLE -> vector.putDouble(filled, row.number(slot));
        case BOOLEAN -> vector.putBoolean(filled, row.bits(slot) != 0);
        case TEXT -> {
          vector.putByteArray(filled, row.bytes(), row.textFrom(slot), row.textLength(slot));
          bytes += row.textLength(slot);
        }
      }
    }
    filled++;
  }

  private void closeRows() throws IOException {
    SectionRows open = rows;
    rows = null;
    if (open != null) {
      open.close();
    }
  }

  @Override
  public ColumnarBatch get() {
    return batch;
  }

  @Override
  public void close() throws IOException {
    closeRows();
    for (ColumnVector vector : vectors) {
      vector.close();
    }
  }
}
