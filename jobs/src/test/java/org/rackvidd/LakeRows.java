package org.rackvidd;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.rackvidd.lake.Lake;

/** A lake as tests look at it: opened in a folder, its tables as sorted lines of text. */
public final class LakeRows {
  private LakeRows() {}

  public static Lake open(Path folder) {
    String root = new org.apache.hadoop.fs.Path(folder.toUri()).toString().replaceFirst("/$", "");
    Lake lake = new Lake(SparkExtension.spark(), root, Pipeline.tables());
    lake.expect(0);
    return lake;
  }

  /** The rows of a table as JSON, without the columns named, sorted. */
  public static List<String> of(Lake lake, String table, String... without) {
    Dataset<Row> rows = lake.table(table).drop(without);
    Column[] columns = Arrays.stream(rows.columns()).map(functions::col).toArray(Column[]::new);
    return rows.select(functions.to_json(functions.struct(columns))).collectAsList().stream()
        .map(row -> row.getString(0))
        .sorted()
        .toList();
  }

  /** Every facts and results table of the lake, without what differs from run to run. */
  public static Map<String, List<String>> contents(Lake lake) {
    return lake.existing()
        .filter(table -> !table.startsWith("ops."))
        .collect(
            Collectors.toMap(
                table -> table, table -> of(lake, table, "batch"), (a, b) -> a, TreeMap::new));
  }

  /** The last version of every table. */
  public static Map<String, Long> versions(Lake lake) {
    return lake.existing()
        .collect(Collectors.toMap(t -> t, t -> version(lake, t), (a, b) -> a, TreeMap::new));
  }

  /** The last version of a table. */
  public static long version(Lake lake, String table) {
    var log = new org.apache.hadoop.fs.Path(lake.path(table), "_delta_log").toUri().getPath();
    try (Stream<Path> commits = Files.list(Path.of(log))) {
      return commits.filter(path -> path.toString().matches(".*/\\d{20}\\.json")).count() - 1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
