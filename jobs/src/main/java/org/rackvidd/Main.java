package org.rackvidd;

import java.util.TimeZone;
import org.apache.spark.sql.SparkSession;
import org.rackvidd.cli.Root;
import org.rackvidd.cli.Session;
import org.rackvidd.lake.LakeCatalog;
import org.rackvidd.lake.LocalFiles;

/** Where the program starts, and the only place that makes a SparkSession. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(Root.run(Main::session, args));
  }

  /**
   * A session with what every job relies on; the rest is the cluster's to say. All of this Java is
   * in UTC from then on.
   */
  public static SparkSession session(Session.Settings settings) {
    // In any other zone Delta makes every list of files twice, and compares; it asks for both.
    System.setProperty("user.timezone", "UTC");
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    SparkSession.Builder builder =
        SparkSession.builder()
            .appName("rackvidd " + settings.command())
            .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
            .config("spark.sql.catalog.spark_catalog", LakeCatalog.class.getName())
            // Without it, Delta's extension hides query parameters from Spark
            // (delta-io/delta#7640).
            .config("spark.sql.legacy.parameterSubstitution.constantsOnly", "true")
            // Sets of a handful of words need no sorting to stay in memory.
            .config("spark.sql.objectHashAggregate.sortBased.fallbackThreshold", "65536")
            // Joins of tables that fit into memory part by part need no sorting either.
            .config("spark.sql.adaptive.maxShuffledHashJoinLocalMapThreshold", "128m")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.datetime.java8API.enabled", "true")
            .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
            .config("spark.sql.parquet.compression.codec", "zstd");
    String master = System.getProperty("spark.master", "local[*]");
    if (master.startsWith("local")) {
      // One machine: no ports, no bar on the terminal, and no more partitions than it has use for.
      builder
          .master(master)
          .config("spark.ui.enabled", "false")
          .config("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir"))
          .config("spark.ui.showConsoleProgress", "false")
          .config("spark.driver.host", "localhost")
          .config("spark.driver.bindAddress", "127.0.0.1")
          .config("spark.sql.shuffle.partitions", "4")
          // A table sent to a join keeps a page of memory until it is collected. Spark would take
          // up to 64 MB, and most of ours have few rows.
          .config("spark.buffer.pageSize", "4m")
          .config("spark.databricks.delta.snapshotPartitions", "1");
      LocalFiles.settings().forEach((key, value) -> builder.config("spark.hadoop." + key, value));
    }
    SparkSession spark = builder.getOrCreate();
    spark.sparkContext().setLogLevel(settings.isVerbose() ? "INFO" : "OFF");
    return spark;
  }
}
