package org.rackvidd.exports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;
import org.rackvidd.lake.Lake;
import org.rackvidd.lake.TableSpec;

/**
 * What a batch of sections brings to one table.
 *
 * @param rows of several statements about one thing the newest, so that the order of arrival does
 *     not matter
 * @param within condition on {@code stored} that holds for every stored row the new ones may meet
 */
record FactBatch(String table, Dataset<Row> rows, Column within) {

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
    if (!plain.isEmpty()) {
      parts.add(read(lake, intake, fact, plain, batch));
    }
    if (!disputed.isEmpty()) {
      parts.add(newest(spec, read(lake, intake, fact, disputed, batch)));
    }
    return new FactBatch(
        fact.table(),
        parts.stream().reduce(Dataset::unionAll).orElseThrow(),
        within(spec, sections, accounted));
  }

  private static Dataset<Row> read(
      Lake lake, Intake intake, Intake.Fact fact, List<IntakeSource.Share> shares, long batch) {
    IntakeSource.rows(lake.spark(), intake, shares)
        .withColumn("batch", functions.lit(batch))
        .createOrReplaceTempView("intake_" + intake.name());
    // Analysed here and now, so that the next share may take the view's name.
    return lake.query(fact.query());
  }

  private static Dataset<Row> newest(TableSpec spec, Dataset<Row> rows) {
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
                .over(Window.partitionBy(grain.toArray(Column[]::new)).orderBy(order)))
        .filter("rank = 1")
        .drop("rank");
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
