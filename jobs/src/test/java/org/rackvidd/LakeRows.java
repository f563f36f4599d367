package org.rackvidd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
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
    return lines(lake, table, without).select("line").as(Encoders.STRING()).collectAsList().stream()
        .sorted()
        .toList();
  }

  private static Dataset<Row> lines(Lake lake, String table, String... without) {
    Dataset<Row> rows = lake.table(table).drop(without);
    Column[] columns = Arrays.stream(rows.columns()).map(functions::col).toArray(Column[]::new);
    return rows.select(
        functions.lit(table).as("table"), functions.to_json(functions.struct(columns)).as("line"));
  }

  /** Every facts and results table of the lake, without what differs from run to run. */
  public static Map<String, List<String>> contents(Lake lake) {
    Map<String, List<String>> contents = new TreeMap<>();
    lake.existing()
        .filter(table -> !table.startsWith("ops."))
        .forEach(table -> contents.put(table, new ArrayList<>()));
    // One query, as each costs more to plan than all these few rows to read.
    contents.keySet().stream()
        .map(table -> lines(lake, table, "batch"))
        .reduce(Dataset::union)
        .orElseThrow()
        .collectAsList()
        .forEach(row -> contents.get(row.getString(0)).add(row.getString(1)));
    contents.values().forEach(Collections::sort);
    return contents;
  }

  /** Asserts that contents are those expected, and shows of each table only where it differs. */
  public static void assertSame(
      Map<String, List<String>> contents, Map<String, List<String>> expected) {
    assertThat(contents.keySet()).isEqualTo(expected.keySet());
    contents.forEach(
        (table, rows) -> assertThat(rows).as(table).containsExactlyElementsOf(expected.get(table)));
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
