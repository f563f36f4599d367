package org.rackvidd.exports;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.rackvidd.lake.TableSpec;

/**
 * What rows become on the way in: the columns formats may fill, followed by where each row came
 * from.
 *
 * @param name post, ad or account_day
 * @param key of each group at least one must have a value, or the row names nothing
 * @param onceAFile columns whose values together may stand only once in a file, or none: a second
 *     row would be a part of something in a dimension nobody has described, and lose one of them
 * @param day date column that bounds the facts of a file
 * @param facts tables that are made from it, in order
 */
public record Intake(
    String name,
    StructType columns,
    List<List<String>> key,
    List<String> onceAFile,
    String day,
    List<String> facts)
    implements Serializable {

  private static final List<StructField> ORIGIN =
      List.of(
          new StructField("organisation", DataTypes.StringType, true, Metadata.empty()),
          new StructField("observed_on", DataTypes.DateType, true, Metadata.empty()),
          new StructField("observed_at", DataTypes.TimestampType, true, Metadata.empty()),
          new StructField("file_id", DataTypes.StringType, true, Metadata.empty()),
          new StructField("line", DataTypes.LongType, true, Metadata.empty()));

  /** Reads {@code tables/intake/<name>.yaml}. */
  public static Intake named(
      String name, List<List<String>> key, List<String> onceAFile, String day, List<String> facts) {
    TableSpec spec = TableSpec.read("intake." + name, "tables/intake/" + name + ".yaml");
    return new Intake(name, spec.schema(), key, onceAFile, day, facts);
  }

  /** The columns of the rows that reach the facts. */
  StructType schema() {
    List<StructField> fields = new ArrayList<>(List.of(columns.fields()));
    fields.addAll(ORIGIN);
    return new StructType(fields.toArray(StructField[]::new));
  }

  Map<String, Integer> slots() {
    Map<String, Integer> slots = new LinkedHashMap<>();
    for (String name : schema().fieldNames()) {
      slots.put(name, slots.size());
    }
    return slots;
  }
}
