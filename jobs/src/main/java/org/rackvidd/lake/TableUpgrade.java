package org.rackvidd.lake;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Brings a stored table to what its description says by now: columns that were added, and checks
 * that were added, changed or dropped. Each step is a commit; a run that is killed between two is
 * simply done again.
 */
final class TableUpgrade {
  private static final String CONSTRAINT = "delta.constraints.";

  private final SparkSession spark;
  private final String table;
  private final TableSpec spec;
  private final StructType stored;
  private final Map<String, String> storedChecks = new LinkedHashMap<>();

  TableUpgrade(SparkSession spark, String path, TableSpec spec) {
    this.spark = spark;
    this.table = "delta.`" + path.replace("`", "``") + "`";
    this.spec = spec;
    var metadata = DeltaLog.forTable(spark, path).unsafeVolatileSnapshot().metadata();
    this.stored = metadata.schema();
    CollectionConverters.asJava(metadata.configuration())
        .forEach(
            (key, value) -> {
              if (key.startsWith(CONSTRAINT)) {
                storedChecks.put(key.substring(CONSTRAINT.length()), value);
              }
            });
  }

  void run() {
    storedChecks.forEach(
        (name, sql) -> {
          if (!sql.equals(spec.fail().get(name))) {
            alter("DROP CONSTRAINT IF EXISTS " + name);
          }
        });
    String before = null;
    for (StructField field : spec.schema().fields()) {
      if (!stored.getFieldIndex(field.name()).isDefined()) {
        String place = before == null ? " FIRST" : " AFTER " + before;
        alter("ADD COLUMNS (" + field.toDDL() + place + ")");
      }
      before = field.name();
    }
    spec.fail()
        .forEach(
            (name, sql) -> {
              if (!sql.equals(storedChecks.get(name))) {
                alter("ADD CONSTRAINT " + name + " CHECK (" + sql + ")");
              }
            });
  }

  private void alter(String change) {
    spark.sql("ALTER TABLE " + table + " " + change);
  }
}
