package org.rackvidd.exports;

import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.util.SerializableConfiguration;

/** Makes the readers of an intake scan on whichever machine runs them. */
final class IntakeReaderFactory implements PartitionReaderFactory {
  private static final long serialVersionUID = 1L;

  private final StructType required;
  private final SerializableConfiguration hadoop;

  IntakeReaderFactory(StructType required, SerializableConfiguration hadoop) {
    this.required = required;
    this.hadoop = hadoop;
  }

  @Override
  public boolean supportColumnarReads(InputPartition partition) {
    return true;
  }

  @Override
  public PartitionReader<InternalRow> createReader(InputPartition partition) {
    throw new UnsupportedOperationException("Intake scans are columnar");
  }

  @Override
  public PartitionReader<ColumnarBatch> createColumnarReader(InputPartition partition) {
    Configuration configuration = hadoop.value();
    var intake = (IntakeSource.IntakePartition) partition;
    return new IntakeReader(intake.intake(), intake.shares(), required, configuration);
  }
}
