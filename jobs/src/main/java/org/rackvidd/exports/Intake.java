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
 * @param name post, ad, account_day and so on
 * @param key of each group at least one must have a value, or the row names nothing
 * @param standIns columns that are never left empty, by the column that stands in: a text column
 *     becomes {@code name:} and its text, or empty where that has none either; a date its date
 * @param onceAFile whether a fact may stand only once in a file: a second row would be a part of
 *     something in a dimension nobody has described, and lose one of them
 * @param figure column that holds the figure where a row is one figure, or null; a row without it
 *     gives no fact
 * @param completes whether rows about one thing in several parts of a file state different columns
 *     of it, and are put together to one
 * @param day date column that bounds the facts of a file
 * @param facts tables that are made from it, in order
 */
public record Intake(
    String name,
    StructType columns,
    List<List<String>> key,
    Map<String, String> standIns,
    boolean onceAFile,
    String figure,
    boolean completes,
    String day,
    List<Fact> facts)
    implements Serializable {

  /**
   * A table that is made from the rows.
   *
   * @param grain the table's grain, which are columns of the intake
   * @param history table of the same columns that keeps what a newer statement has replaced, or
   *     null
   */
  public record Fact(String table, List<String> grain, String history) implements Serializable {
    public static Fact of(TableSpec spec) {
      return new Fact(spec.name(), spec.grain(), null);
    }

    public Fact withHistory(String historyTable) {
      return new Fact(table, grain, historyTable);
    }

    /** The table and, where there is one, its history. */
    List<String> tables() {
      return history == null ? List.of(table) : List.of(table, history);
    }

    /** Resource of the query that makes the table's rows of the intake's. */
    public String query() {
      return "tables/" + table.replace('.', '/') + ".sql";
    }
  }

  private static final List<StructField> ORIGIN =
      List.of(
          new StructField("organisation", DataTypes.StringType, true, Metadata.empty()),
          new StructField("observed_on", DataTypes.DateType, true, Metadata.empty()),
          new StructField("observed_at", DataTypes.TimestampType, true, Metadata.empty()),
          new StructField("file_id", DataTypes.StringType, true, Metadata.empty()),
          new StructField("part", DataTypes.StringType, true, Metadata.empty()),
          new StructField("line", DataTypes.LongType, true, Metadata.empty()));

  /** Reads {@code tables/intake/<name>.yaml}. */
  public static Intake named(
      String name,
      List<List<String>> key,
      Map<String, String> standIns,
      boolean onceAFile,
      String figure,
      boolean completes,
      String day,
      List<Fact> facts) {
    TableSpec spec = TableSpec.read("intake." + name, "tables/intake/" + name + ".yaml");
    return new Intake(name, spec.schema(), key, standIns, onceAFile, figure, completes, day, facts);
  }

  /**
   * Whether its rows are about single persons: such a file needs the person key, and does not stay
   * in the landing folder.
   */
  public boolean isAboutPersons() {
    return List.of(columns.fieldNames()).contains("person");
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
