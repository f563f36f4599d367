package org.rackvidd.adfigures;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.rackvidd.build.BuildRun;

/**
 * The accounts of which something changed, each with the days that are to be looked at again: no
 * row of the account lies half within them.
 */
final class Touched {
  private static final StructType SPAN =
      StructType.fromDDL("channel string, account_id string, first_day date, last_day date");

  private final List<Row> spans;
  private final Dataset<Row> table;

  private Touched(List<Row> spans, Dataset<Row> source) {
    this.spans = spans;
    this.table = source.sparkSession().createDataFrame(spans, SPAN);
  }

  /**
   * @param source rows with an account, a period and a batch
   * @param history what was said before, of which a part may have become known only now
   */
  static Touched of(Dataset<Row> source, Dataset<Row> history, BuildRun run) {
    Dataset<Row> changed =
        source
            .filter(isChanged(run))
            .unionByName(history.filter(functions.col("batch").gt(run.sinceBatch())));
    Touched touched = new Touched(spans(changed), source);
    while (!touched.isEmpty()) {
      Touched wider = touched.wider(source);
      if (Set.copyOf(wider.spans).equals(Set.copyOf(touched.spans))) {
        return touched;
      }
      touched = wider;
    }
    return touched;
  }

  private static Column isChanged(BuildRun run) {
    Column changed = functions.col("batch").gt(run.sinceBatch());
    if (run.from() == null && run.to() == null) {
      return changed;
    }
    Column asked = functions.lit(true);
    if (run.from() != null) {
      asked = asked.and(functions.col("period_end").geq(functions.lit(run.from())));
    }
    if (run.to() != null) {
      asked = asked.and(functions.col("period_start").leq(functions.lit(run.to())));
    }
    return changed.or(asked);
  }

  private static List<Row> spans(Dataset<Row> rows) {
    return rows.groupBy("channel", "account_id")
        .agg(
            functions.min("period_start").as("first_day"),
            functions.max("period_end").as("last_day"))
        .collectAsList();
  }

  /** With the ranges that reach into the days; days themselves cannot reach out of them. */
  private Touched wider(Dataset<Row> source) {
    Dataset<Row> ranges =
        source
            .filter("period_start < period_end")
            .filter(functions.col("period_start").leq(functions.lit(last())))
            .filter(functions.col("period_end").geq(functions.lit(first())))
            .join(functions.broadcast(table), new String[] {"channel", "account_id"})
            .filter("period_start <= last_day AND period_end >= first_day")
            .select("channel", "account_id", "period_start", "period_end");
    return new Touched(
        spans(ranges.union(table.select("channel", "account_id", "first_day", "last_day"))),
        source);
  }

  boolean isEmpty() {
    return spans.isEmpty();
  }

  private LocalDate first() {
    return spans.stream().map(s -> s.getLocalDate(2)).min(LocalDate::compareTo).orElseThrow();
  }

  private LocalDate last() {
    return spans.stream().map(s -> s.getLocalDate(3)).max(LocalDate::compareTo).orElseThrow();
  }

  /** Those of the rows that are to be looked at. */
  Dataset<Row> of(Dataset<Row> rows) {
    Dataset<Row> within =
        rows.filter(
            functions.col("period_start").between(functions.lit(first()), functions.lit(last())));
    return within
        .as("row")
        .join(
            functions.broadcast(table).as("span"),
            functions.expr(
                """
                row.channel = span.channel AND row.account_id = span.account_id
                AND row.period_start BETWEEN span.first_day AND span.last_day
                """),
            "left_semi");
  }

  /** Condition on {@code stored} that holds for all rows that are to be looked at. */
  Column within() {
    return functions
        .col("stored.period_start")
        .between(functions.lit(first()), functions.lit(last()));
  }
}
