package org.rackvidd.lake;

import io.delta.tables.DeltaTable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.schema.DeltaInvariantViolationException;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.storage.StorageLevel;
import org.rackvidd.yaml.StrictYaml;

/**
 * The Delta tables below one folder, and the only way to write them: every write proves that its
 * rows have exactly the declared columns and meet the declared checks before it commits.
 */
public final class Lake {
  /**
   * So much is written anew sooner than in part. What is larger has deletion vectors: without them
   * a merge writes all of a file for one of its rows. With them every query looks for a table's
   * files twice, which in a small lake is a good part of a night.
   */
  private static final long FEW_BYTES = 16L << 20;

  /** What one core is done with before others could take a share of it. */
  private static final long ONE_TASK_BYTES = 4L << 20;

  /** A commit, or the checkpoint that stands for those that were cleaned up. */
  private static final Pattern COMMIT =
      Pattern.compile("\\d{20}\\.(json|checkpoint\\.(.*\\.)?parquet)");

  private final SparkSession spark;
  private final String shufflePartitions;
  private final String root;
  private final Tables tables;
  private final List<String> warnings = new ArrayList<>();
  private long expected;

  /** Tables made by this run and not written to yet: there is nothing in them to look for. */
  private final Set<String> empty = ConcurrentHashMap.newKeySet();

  /** Tables that were found to be there: none goes away while a run holds the lake. */
  private final Set<String> there = ConcurrentHashMap.newKeySet();

  /** Tables this run has made or compared with their description. */
  private final Set<String> upToDate = ConcurrentHashMap.newKeySet();

  /**
   * @param root absolute URI of the lake's folder, on any file system Hadoop knows
   */
  public Lake(SparkSession spark, String root, Tables tables) {
    this.spark = spark;
    this.root = root;
    this.tables = tables;
    this.shufflePartitions = spark.conf().get("spark.sql.shuffle.partitions");
    spark.conf().set(LakeCatalog.ROOT, root);
  }

  /**
   * Prepares the session for as much data as the next steps will read. Generating code for a query
   * and planning it anew after every stage pay for themselves over millions of rows; a night's few
   * thousand are computed sooner without.
   *
   * @param bytes size of files that to ingest would be as much work
   */
  public void expect(long bytes) {
    expected = bytes;
    boolean few = expectsFew();
    spark.conf().set("spark.sql.codegen.wholeStage", !few);
    spark.conf().set("spark.sql.codegen.factoryMode", few ? "NO_CODEGEN" : "FALLBACK");
    spark.conf().set("spark.sql.adaptive.enabled", !few);
    spark
        .conf()
        .set("spark.sql.shuffle.partitions", bytes < ONE_TASK_BYTES ? "1" : shufflePartitions);
  }

  /** From now on rows are few, whatever they are made from; there are as many tasks as before. */
  public void expectFew() {
    expect(Math.min(expected, FEW_BYTES - 1));
  }

  /** Whether rows are so few that to keep them costs less than to plan a query for them again. */
  public boolean expectsFew() {
    return expected < FEW_BYTES;
  }

  public SparkSession spark() {
    return spark;
  }

  public Tables tables() {
    return tables;
  }

  /** Sentences about rows that broke a warn check since the lake was opened. */
  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  /** Whether the table is there: of one that a killed run was about to make, only folders are. */
  public boolean exists(String table) {
    if (there.contains(table)) {
      return true;
    }
    Path log = new Path(path(table), "_delta_log");
    try {
      RemoteIterator<FileStatus> files = fileSystem().listStatusIterator(log);
      while (files.hasNext()) {
        if (COMMIT.matcher(files.next().getPath().getName()).matches()) {
          there.add(table);
          return true;
        }
      }
      return false;
    } catch (FileNotFoundException noFolder) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("Looking for " + log, e);
    }
  }

  /** Whether there is nothing in the table to look for: this run has made it, or nobody has. */
  public boolean isNew(String table) {
    return empty.contains(table) || !upToDate.contains(table) && !exists(table);
  }

  /** The table's current rows; none where it is not there yet. */
  public Dataset<Row> table(String name) {
    return isNew(name)
        ? spark.createDataFrame(List.of(), tables.get(name).schema())
        : spark.table(name);
  }

  /**
   * Creates those of the tables that are not there yet, empty, and gives those that an earlier
   * version made what its description has come to say.
   *
   * @throws CheckFailed where rows that are stored do not meet a new fail check
   */
  public void create(List<String> names) {
    SideBySide.each(names, this::create);
  }

  private void create(String name) {
    TableSpec spec = tables.get(name);
    if (exists(name)) {
      if (upToDate.add(name)) {
        constrained(name, new TableUpgrade(spark, path(name), spec, FEW_BYTES)::run);
      }
      return;
    }
    deleteLog(name);
    new NewTable(spark, path(name), spec).create();
    empty.add(name);
    upToDate.add(name);
  }

  /** A log without a commit, as a killed run leaves it, is to Delta a table that cannot be read. */
  private void deleteLog(String name) {
    Path log = new Path(path(name), "_delta_log");
    try {
      fileSystem().delete(log, true);
    } catch (IOException e) {
      throw new UncheckedIOException("Deleting " + log, e);
    }
  }

  /** Runs the query that stands beside a table's YAML. */
  public Dataset<Row> query(String resource) {
    return spark.sql(StrictYaml.resourceText(resource));
  }

  /**
   * Merges rows into a table by its grain: a row replaces the stored one of the same grain when it
   * is newer by the table's {@code newest} columns (always, where it has none), so the outcome does
   * not depend on the order in which rows arrive. Where it differs by its provenance only, the
   * stored one's batch stays.
   *
   * @param rows at most one row per grain
   * @param within a condition on {@code stored} that holds for every stored row the new ones may
   *     meet; it spares the merge from reading the rest of the table
   */
  public void merge(String name, Dataset<Row> rows, Column within) {
    TableSpec spec = tables.get(name);
    Dataset<Row> fitted = fit(spec, rows);
    if (isSmall(name)) {
      rewrite(name, small(name).merged(fitted));
      return;
    }
    if (!hasRows(name, within)) {
      append(name, rows);
      return;
    }
    Column match = within.and(Match.same(spec.grain()));
    var update =
        DeltaTable.forPath(spark, path(name))
            .as("stored")
            .merge(fitted.as("new"), match)
            .whenMatched(Match.isNewer(spec))
            .update(Match.replacement(spec))
            .whenNotMatched()
            .insertAll();
    constrained(name, update::execute);
  }

  /** Whether all of it is written anew sooner than a part. */
  private boolean isSmall(String name) {
    return expectsFew()
        && !isNew(name)
        && DeltaLog.forTable(spark, path(name))
            .unsafeVolatileSnapshot()
            .checksumOpt()
            .exists(sums -> sums.tableSizeBytes() < FEW_BYTES);
  }

  private SmallTable small(String name) {
    return new SmallTable(tables.get(name), table(name));
  }

  private void rewrite(String name, Dataset<Row> rows) {
    Dataset<Row> fitted = fit(tables.get(name), rows);
    constrained(name, () -> fitted.write().format("delta").mode("overwrite").save(path(name)));
  }

  private boolean hasRows(String name, Column within) {
    return !isNew(name) && !table(name).as("stored").filter(within).isEmpty();
  }

  /**
   * The statements that a merge of the rows would leave without a place in the table: stored ones
   * that a newer row replaces, and rows that a newer stored one keeps out.
   *
   * @param rows as for {@link #merge}
   * @return rows of the same columns; none where nothing stored can be met, without a look at the
   *     rows
   */
  public Optional<Dataset<Row>> superseded(String name, Dataset<Row> rows, Column within) {
    TableSpec spec = tables.get(name);
    Dataset<Row> fitted = fit(spec, rows);
    if (!hasRows(name, within)) {
      return Optional.empty();
    }
    Column loser =
        functions
            .when(
                Match.isNewer(spec), functions.struct(Match.columns("stored", spec.columnNames())))
            .otherwise(functions.struct(Match.columns("new", spec.columnNames())));
    return Optional.of(
        table(name)
            .as("stored")
            .filter(within)
            .join(fitted.as("new"), Match.same(spec.grain()))
            .filter(functions.not(Match.same(spec.newest())))
            .select(loser.as("loser"))
            .select("loser.*"));
  }

  /** Takes out the rows that meet the condition. */
  public void delete(String name, Column condition) {
    if (!isNew(name)) {
      DeltaTable.forPath(spark, path(name)).delete(condition);
    }
  }

  /** Takes out the rows that have a row's like, by the columns named, among others. */
  public void deleteLike(String name, Dataset<Row> rows, List<String> columns) {
    if (isSmall(name)) {
      rewrite(name, small(name).without(rows, columns));
    } else if (!isNew(name)) {
      DeltaTable.forPath(spark, path(name))
          .as("stored")
          .merge(rows.as("new"), Match.same(columns))
          .whenMatched()
          .delete()
          .execute();
    }
  }

  /**
   * Puts rows in the place of those that stand for the same things, as one commit, after checking
   * them. What is the same is left alone.
   *
   * @param standing stored rows of which those without a row of their grain go
   * @param within a condition on {@code stored} that holds for every standing row
   * @return the number of rows
   * @throws CheckFailed when a fail check or the grain is broken; the table is then unchanged
   */
  public long exchange(String name, Dataset<Row> rows, Dataset<Row> standing, Column within) {
    TableSpec spec = tables.get(name);
    Dataset<Row> fitted = fit(spec, rows).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      long count = check(spec, fitted);
      if (isSmall(name)) {
        rewrite(name, small(name).exchanged(fitted, standing));
        return count;
      }
      Dataset<Row> source =
          fitted
              .withColumn("is_gone", functions.lit(false))
              .unionByName(
                  standing
                      .as("stored")
                      .join(fitted.as("new"), Match.alike(spec.grain()), "left_anti")
                      .withColumn("is_gone", functions.lit(true)));
      Column other = functions.not(Match.alike(spec.columnNames()));
      Map<String, Column> all = new LinkedHashMap<>();
      spec.columnNames().forEach(c -> all.put(c, functions.col("new." + c)));
      DeltaTable.forPath(spark, path(name))
          .as("stored")
          .merge(source.as("new"), within.and(Match.alike(spec.grain())))
          .whenMatched("new.is_gone")
          .delete()
          .whenMatched(other)
          .update(all)
          .whenNotMatched("NOT new.is_gone")
          .insert(all)
          .execute();
      empty.remove(name);
      return count;
    } finally {
      fitted.unpersist();
    }
  }

  /** Adds rows whose grain is known to be new. */
  public void append(String name, Dataset<Row> rows) {
    Dataset<Row> fitted = fit(tables.get(name), rows);
    constrained(name, () -> fitted.write().format("delta").mode("append").save(path(name)));
  }

  /** Runs a write whose rows only Delta checks, one by one, against the table's constraints. */
  private void constrained(String name, Runnable write) {
    try {
      write.run();
      empty.remove(name);
    } catch (RuntimeException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof DeltaInvariantViolationException) {
          throw new CheckFailed(name, List.of(cause.getMessage()), e);
        }
      }
      throw e;
    }
  }

  /**
   * Puts rows in the place of those that meet the condition, as one commit, after checking them.
   *
   * @param condition SQL condition over the table that every new row meets, or null for the whole
   *     table
   * @return the number of rows written
   * @throws CheckFailed when a fail check or the grain is broken; the table is then unchanged
   */
  public long replace(String name, Dataset<Row> rows, String condition) {
    TableSpec spec = tables.get(name);
    Dataset<Row> fitted = fit(spec, rows).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      long count = check(spec, fitted);
      if (condition != null && isSmall(name)) {
        rewrite(name, small(name).replaced(fitted, condition));
      } else if (count > 0 || !isNew(name)) {
        var writer = fitted.write().format("delta").mode("overwrite");
        var written = condition == null ? writer : writer.option("replaceWhere", condition);
        constrained(name, () -> written.save(path(name)));
      }
      return count;
    } finally {
      fitted.unpersist();
    }
  }

  /**
   * Puts rows in the place of all the table has, as one commit. For results about as large as what
   * they are computed from: where they are many, to compute their keys twice costs less than to
   * keep the rows between the check and the write; the few are for the caller to keep.
   *
   * @return the number of rows written
   * @throws CheckFailed when a fail check or the grain is broken; the table is then unchanged
   */
  public long overwrite(String name, Dataset<Row> rows) {
    TableSpec spec = tables.get(name);
    Dataset<Row> fitted = fit(spec, rows);
    long count = check(spec, fitted, Map.of());
    if (count > 0 || !isNew(name)) {
      rewrite(name, fitted);
    }
    return count;
  }

  /**
   * Checks rows that are to be merged, before other tables are made from them.
   *
   * @return their number
   * @throws CheckFailed when a fail check or the grain is broken
   */
  public long check(String name, Dataset<Row> rows) {
    TableSpec spec = tables.get(name);
    return check(spec, fit(spec, rows));
  }

  private long check(TableSpec spec, Dataset<Row> rows) {
    return check(spec, rows, spec.fail());
  }

  /** One query over the rows: the count, the fail checks given, every warn check and the grain. */
  private long check(TableSpec spec, Dataset<Row> rows, Map<String, String> fail) {
    Map<String, String> checks = new LinkedHashMap<>(fail);
    checks.putAll(spec.warn());
    List<Column> perGrain = new ArrayList<>();
    List<Column> overall = new ArrayList<>();
    overall.add(functions.expr("count_if(occurrences > 1) AS repeated"));
    checks.forEach(
        (check, sql) -> {
          perGrain.add(functions.expr("count_if(NOT (" + sql + ")) AS " + check));
          overall.add(functions.expr("coalesce(sum(" + check + "), 0) AS " + check));
        });
    Row counts =
        rows.groupBy(spec.grain().stream().map(functions::col).toArray(Column[]::new))
            .agg(functions.expr("count(*) AS occurrences"), perGrain.toArray(Column[]::new))
            .agg(
                functions.expr("coalesce(sum(occurrences), 0) AS occurrences"),
                overall.toArray(Column[]::new))
            .head();
    List<String> breaches = new ArrayList<>();
    fail.forEach((check, sql) -> describe(counts, check, sql).ifPresent(breaches::add));
    long repeated = counts.getLong(counts.fieldIndex("repeated"));
    if (repeated > 0) {
      breaches.add(
          "%d values of its grain (%s) occur more than once"
              .formatted(repeated, String.join(", ", spec.grain())));
    }
    if (!breaches.isEmpty()) {
      throw new CheckFailed(spec.name(), breaches);
    }
    spec.warn()
        .forEach(
            (check, sql) ->
                describe(counts, check, sql)
                    .ifPresent(breach -> warnings.add(spec.name() + ": " + breach)));
    return counts.getLong(0);
  }

  private static Optional<String> describe(Row counts, String check, String sql) {
    long broken = counts.getLong(counts.fieldIndex(check));
    return broken == 0
        ? Optional.empty()
        : Optional.of("%s: %d rows where not (%s)".formatted(check, broken, sql));
  }

  /** The rows with the declared columns in the declared order; anything else is a fault of ours. */
  private static Dataset<Row> fit(TableSpec spec, Dataset<Row> rows) {
    List<String> declared = types(spec.schema().fields());
    List<String> given = types(rows.schema().fields());
    if (!declared.equals(given)) {
      throw new IllegalStateException(
          "The rows for %s do not have its columns.%n declared %s%n given    %s"
              .formatted(spec.name(), declared, given));
    }
    return rows;
  }

  private static List<String> types(StructField[] fields) {
    return Arrays.stream(fields).map(f -> f.name() + " " + f.dataType().sql()).toList();
  }

  /** The names of the tables that exist, in the catalogue's order. */
  public Stream<String> existing() {
    return tables.names().stream().filter(this::exists);
  }

  public String path(String table) {
    return root + "/" + tables.get(table).path();
  }

  private FileSystem fileSystem() throws IOException {
    return new Path(root).getFileSystem(spark.sparkContext().hadoopConfiguration());
  }
}
