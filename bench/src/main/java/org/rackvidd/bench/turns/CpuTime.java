package org.rackvidd.bench.turns;

import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;

/** Processor time of the tasks, which hardly depends on what else a machine is doing. */
final class CpuTime {
  private final SparkSession spark;
  private final AtomicLong nanos = new AtomicLong();

  CpuTime(SparkSession spark) {
    this.spark = spark;
    spark
        .sparkContext()
        .addSparkListener(
            new SparkListener() {
              @Override
              public void onTaskEnd(SparkListenerTaskEnd end) {
                nanos.addAndGet(end.taskMetrics().executorCpuTime());
              }
            });
  }

  /** Nanoseconds since it was last asked. */
  long take() {
    try {
      spark.sparkContext().listenerBus().waitUntilEmpty();
    } catch (TimeoutException e) {
      throw new IllegalStateException("Spark does not say what its tasks took", e);
    }
    return nanos.getAndSet(0);
  }
}
