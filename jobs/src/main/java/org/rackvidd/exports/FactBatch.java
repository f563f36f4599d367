package org.rackvidd.exports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;
import org.rackvidd.lake.Lake;
import org.rackvidd.lake.TableSpec;

/**
 * What a batch of sections brings to one table.
 *
 * @param rows of several statements about one thing the newest, so that the order of arrival does
 *     not matter
 * @param older the other statements about the same things, or null where there are none or nobody
 *     keeps them
 * @param history table that keeps them and those stored ones that are replaced, or null
 * @param within condition on {@code stored} that holds for every stored row the new ones may meet
 */
record FactBatch(
    String table,
    Dataset<Row> rows,
    Dataset<Row> older,
    String history,
    Column within,
    long batch) {

  static FactBatch of(
      Lake lake,
      Intake intake,
      Intake.Fact fact,
      List<Section> sections,
      Accounted accounted,
      long batch) {
    List<IntakeSource.Share> plain = new ArrayList<>();
    List<IntakeSource.Share> disputed = new ArrayList<>();
    for (Section section : sections) {
      BitSet contested = accounted.contested().rows(fact.table(), section.key());
      BitSet others = new BitSet();
      others.set(0, accounted.of(section).given());
      others.andNot(contested);
      if (!contested.isEmpty()) {
        disputed.add(new IntakeSource.Share(section, contested));
      }
      if (!others.isEmpty()) {
        plain.add(new IntakeSource.Share(section, contested.isEmpty() ? null : others));
      }
    }
    TableSpec spec = lake.tables().get(fact.table());
    List<Dataset<Row>> parts = new ArrayList<>();
    Dataset<Row> older = null;
    if (!plain.isEmpty()) {
      parts.add(facts(lake, intake, fact, IntakeSource.rows(lake.spark(), intake, plain), batch));
    }
    if (!disputed.isEmpty()) {
      Dataset<Row> rows = IntakeSource.rows(lake.spark(), intake, disputed);
      Dataset<Row> whole = intake.completes() ? completed(rows, fact.grain()) : rows;
      Dataset<Row> ranked = ranked(spec, facts(lake, intake, fact, whole, batch));
      parts.add(ranked.filter("rank = 1").drop("rank"));
      older = fact.history() == null ? null : ranked.filter("rank > 1").drop("rank");
    }
    return new FactBatch(
        fact.table(),
        parts.stream().reduce(Dataset::unionAll).orElseThrow(),
        older,
        fact.history(),
        within(spec, sections, accounted),
        batch);
  }

  /**
   * Merges the rows into the table; before that, what they replace and what does not get in is put
   * into the history. A run that is killed between the two finds the same to keep when it is done
   * again.
   */
  void store(Lake lake) {
    if (history != null) {
      Optional<Dataset<Row>> replaced = lake.superseded(table, rows, within);
      Stream.concat(Stream.ofNullable(older), replaced.stream())
          .reduce(Dataset::unionAll)
          .ifPresent(statements -> keep(lake, statements));
    }
    lake.merge(table, rows, within);
  }

  private void keep(Lake lake, Dataset<Row> statements) {
    String[] grain = lake.tables().get(history).grain().toArray(String[]::new);
    Dataset<Row> each =
        statements
            .dropDuplicates(grain)
            .withColumn("batch", functions.lit(batch))
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      if (!each.isEmpty()) {
        lake.merge(history, each, within);
      }
    } finally {
      each.unpersist();
    }
  }

  private static Dataset<Row> facts(
      Lake lake, Intake intake, Intake.Fact fact, Dataset<Row> rows, long batch) {
    rows.withColumn("batch", functions.lit(batch))
        .createOrReplaceTempView("intake_" + intake.name());
    // Analysed here and now, so that the next share may take the view's name.
    return lake.query(fact.query());
  }

  /**
   * One row of those about one thing in several parts of one file: of every column what the first
   * part states that states it. Within a part the later row counts, as a whole.
   */
  private static Dataset<Row> completed(Dataset<Row> rows, List<String> grain) {
    List<String> key = Stream.concat(grain.stream(), Stream.of("file_id")).distinct().toList();
    Column[] ofPart =
        Stream.concat(key.stream(), Stream.of("part")).map(functions::col).toArray(Column[]::new);
    Column[] stated =
        Arrays.stream(rows.columns())
            .filter(name -> !key.contains(name))
            .map(
                name ->
                    functions
                        .min_by(
                            functions.col(name),
                            functions.when(functions.col(name).isNotNull(), functions.col("part")))
                        .as(name))
            .toArray(Column[]::new);
    return rows.withColumn(
            "rank",
            functions
                .row_number()
                .over(Window.partitionBy(ofPart).orderBy(functions.col("line").desc())))
        .filter("rank = 1")
        .drop("rank")
        .groupBy(key.stream().map(functions::col).toArray(Column[]::new))
        .agg(stated[0], Arrays.copyOfRange(stated, 1, stated.length))
        .select(Arrays.stream(rows.columns()).map(functions::col).toArray(Column[]::new));
  }

  private static Dataset<Row> ranked(TableSpec spec, Dataset<Row> rows) {
    List<Column> grain =
        spec.grain().stream().map(functions::col).collect(Collectors.toCollection(ArrayList::new));
    // Sorting by a number first is what makes sorting by eight texts bearable.
    grain.add(0, functions.xxhash64(grain.toArray(Column[]::new)));
    Column[] order =
        spec.newest().stream().map(c -> functions.col(c).desc()).toArray(Column[]::new);
    return rows.withColumn(
        "rank",
        functions
            .row_number()
            .over(Window.partitionBy(grain.toArray(Column[]::new)).orderBy(order)));
  }

  private static Column within(TableSpec spec, List<Section> sections, Accounted accounted) {
    if (spec.prunedBy() == null) {
      return functions.lit(true);
    }
    List<Accounting.Counts> counts = sections.stream().map(accounted::of).toList();
    long first = counts.stream().mapToLong(Accounting.Counts::firstDay).min().orElseThrow();
    long last = counts.stream().mapToLong(Accounting.Counts::lastDay).max().orElseThrow();
    return functions
        .col("stored." + spec.prunedBy())
        .between(
            functions.lit(LocalDate.ofEpochDay(first)), functions.lit(LocalDate.ofEpochDay(last)));
  }
}
