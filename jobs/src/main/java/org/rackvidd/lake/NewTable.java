package org.rackvidd.lake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.Format;
import org.apache.spark.sql.delta.actions.Metadata;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A table that is not there yet. Its first commit goes straight to Delta's log: by way of a CREATE
 * TABLE it would cost twice the queries, for each table of a new lake.
 */
final class NewTable {
  private final SparkSession spark;
  private final String path;
  private final TableSpec spec;

  NewTable(SparkSession spark, String path, TableSpec spec) {
    this.spark = spark;
    this.path = path;
    this.spec = spec;
  }

  void create() {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("delta.dataSkippingStatsColumns", String.join(",", statsColumns()));
    // As properties, they are there from the first commit: a run that is killed leaves no table
    // without its checks.
    spec.fail().forEach((check, sql) -> properties.put("delta.constraints." + check, sql));
    Metadata metadata =
        new Metadata(
            UUID.randomUUID().toString(),
            null,
            spec.description(),
            new Format("parquet", immutable(Map.of())),
            spec.schema().json(),
            CollectionConverters.asScala(List.<String>of()).toSeq(),
            immutable(properties),
            Option.apply(System.currentTimeMillis()));
    OptimisticTransaction transaction =
        DeltaLog.forTable(spark, path).startTransaction(Option.empty(), Option.empty());
    transaction.updateMetadataForNewTable(metadata);
    transaction.commit(
        CollectionConverters.asScala(List.<Action>of()).toSeq(),
        new DeltaOperations.CreateTable(metadata, false, false, Option.empty()));
  }

  /** Those whose least and greatest values Delta is to keep of every file. */
  private List<String> statsColumns() {
    return spec.stats().isEmpty() ? spec.grain().stream().limit(2).toList() : spec.stats();
  }

  private static scala.collection.immutable.Map<String, String> immutable(Map<String, String> map) {
    return scala.collection.immutable.Map.from(CollectionConverters.asScala(map));
  }
}
