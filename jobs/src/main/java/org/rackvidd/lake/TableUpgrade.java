package org.rackvidd.lake;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Brings a stored table to what its description and its size ask for by now: columns that were
 * added, checks that were added, changed or dropped, and deletion vectors. Each step is a commit; a
 * run that is killed between two is simply done again.
 */
final class TableUpgrade {
  private static final String CONSTRAINT = "delta.constraints.";
  private static final String DELETION_VECTORS = "delta.enableDeletionVectors";

  private final SparkSession spark;
  private final String table;
  private final TableSpec spec;
  private final StructType stored;
  private final boolean hasOutgrownRewriting;
  private final Map<String, String> storedChecks = new LinkedHashMap<>();

  /**
   * @param grownBytes size from which on a table is to have deletion vectors
   */
  TableUpgrade(SparkSession spark, String path, TableSpec spec, long grownBytes) {
    this.spark = spark;
    this.table = "delta.`" + path.replace("`", "``") + "`";
    this.spec = spec;
    var snapshot = DeltaLog.forTable(spark, path).unsafeVolatileSnapshot();
    this.stored = snapshot.metadata().schema();
    Map<String, String> properties =
        CollectionConverters.asJava(snapshot.metadata().configuration());
    this.hasOutgrownRewriting =
        !Boolean.parseBoolean(properties.get(DELETION_VECTORS))
            // Stands beside the commit; to add it up from the log would take longer than it saves.
            && snapshot.checksumOpt().exists(sums -> sums.tableSizeBytes() > grownBytes);
    properties.forEach(
        (key, value) -> {
          if (key.startsWith(CONSTRAINT)) {
            storedChecks.put(key.substring(CONSTRAINT.length()), value);
          }
        });
  }

  void run() {
    if (hasOutgrownRewriting) {
      alter("SET TBLPROPERTIES ('" + DELETION_VECTORS + "' = 'true')");
    }
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
