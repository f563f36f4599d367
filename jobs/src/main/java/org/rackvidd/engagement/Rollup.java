package org.rackvidd.engagement;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.rackvidd.build.Period;
import scala.Tuple2;

/**
 * Adds posts up per period and cell: a post counts in its own channel, audiences and category and
 * in all of each, on its day and in every longer period. In SQL this is one GROUP BY over rows
 * multiplied by all of these, with sums of 38 digits; here sums are multiplied, not posts.
 */
final class Rollup implements AutoCloseable {
  /** Cells of days that a task holds before it passes their sums on. */
  private static final int MOST_CELLS = 100_000;

  /** First and last day of an organisation's posts. */
  private record Span(LocalDate first, LocalDate last) implements Serializable {
    static Span of(CellTotals totals) {
      return new Span(totals.firstDay(), totals.lastDay());
    }

    Span plus(Span other) {
      if (first == null || other.first == null) {
        return first == null ? other : this;
      }
      return new Span(
          first.isBefore(other.first) ? first : other.first,
          last.isAfter(other.last) ? last : other.last);
    }

    Integer days() {
      return first == null ? null : Math.toIntExact(ChronoUnit.DAYS.between(first, last) + 1);
    }
  }

  private final JavaPairRDD<Cell, CellTotals> totals;

  /**
   * @param figures rows of engagement_figure.sql
   * @param standing rows of results.engagement, of days that are in none of the figures
   * @param periods those to give, beside all time; null for every one
   */
  Rollup(Dataset<Row> figures, Dataset<Row> standing, Set<Period> periods) {
    JavaRDD<Row> posts = figures.toJavaRDD();
    this.totals =
        posts
            .mapPartitionsToPair(rows -> new Sums(rows, Rollup::addPost, periods))
            .union(
                standing
                    .toJavaRDD()
                    .mapPartitionsToPair(rows -> new Sums(rows, Rollup::addStored, periods)))
            .reduceByKey(CellTotals::add, Math.max(1, posts.getNumPartitions()))
            .persist(StorageLevel.MEMORY_AND_DISK());
  }

  /** One row per period and cell: what it is about, its sums and what they estimate. */
  Dataset<Row> rows(SparkSession spark) {
    Map<String, Span> spans = spans();
    return spark.createDataFrame(
        totals.map(cell -> row(cell._1(), cell._2(), spans.get(cell._1().organisation()))),
        CellRows.SCHEMA);
  }

  private Map<String, Span> spans() {
    return totals
        .filter(cell -> cell._1().kind().equals(Cell.ALL))
        .mapToPair(cell -> new Tuple2<>(cell._1().organisation(), Span.of(cell._2())))
        .reduceByKeyLocally(Span::plus);
  }

  @Override
  public void close() {
    totals.unpersist();
  }

  private static void addPost(Map<Cell, CellTotals> days, Row figure) {
    String organisation = figure.getAs("organisation");
    LocalDate day = figure.getAs("local_day");
    String delivery = figure.getAs("delivery");
    List<String> audiences = new ArrayList<>(figure.getList(figure.fieldIndex("audiences")));
    audiences.add(Cell.ALL);
    CellTotals post = CellRows.ofPost(figure);
    for (String channel : List.of(figure.<String>getAs("channel"), Cell.ALL)) {
      for (String category : List.of(figure.<String>getAs("category"), Cell.ALL)) {
        for (String audience : audiences) {
          of(days, new Cell(organisation, "day", day, channel, audience, category, delivery))
              .add(post);
        }
      }
    }
  }

  private static void addStored(Map<Cell, CellTotals> days, Row stored) {
    of(
            days,
            new Cell(
                stored.getAs("organisation"),
                "day",
                stored.getAs("period_start"),
                stored.getAs("channel"),
                stored.getAs("audience"),
                stored.getAs("category"),
                stored.getAs("delivery")))
        .add(CellRows.ofDay(stored));
  }

  private static CellTotals of(Map<Cell, CellTotals> cells, Cell cell) {
    return cells.computeIfAbsent(cell, none -> CellRows.none());
  }

  private static Row row(Cell cell, CellTotals of, Span ever) {
    if (cell.kind().equals(Cell.ALL)) {
      return CellRows.row(cell, ever.first(), ever.days(), of);
    }
    return CellRows.row(cell, cell.start(), new Period(cell.kind(), cell.start()).days(), of);
  }

  /** The sums of a task's rows, a bounded number of days' cells at a time. */
  private static final class Sums implements Iterator<Tuple2<Cell, CellTotals>> {
    private final Iterator<Row> rows;
    private final BiConsumer<Map<Cell, CellTotals>, Row> add;
    private final Set<Period> periods;
    private Iterator<Map.Entry<Cell, CellTotals>> ready =
        Map.<Cell, CellTotals>of().entrySet().iterator();

    Sums(Iterator<Row> rows, BiConsumer<Map<Cell, CellTotals>, Row> add, Set<Period> periods) {
      this.rows = rows;
      this.add = add;
      this.periods = periods;
    }

    @Override
    public boolean hasNext() {
      if (!ready.hasNext() && rows.hasNext()) {
        Map<Cell, CellTotals> days = new HashMap<>();
        while (rows.hasNext() && days.size() < MOST_CELLS) {
          add.accept(days, rows.next());
        }
        ready = inPeriods(days).entrySet().iterator();
      }
      return ready.hasNext();
    }

    private Map<Cell, CellTotals> inPeriods(Map<Cell, CellTotals> days) {
      Map<Cell, CellTotals> sums = new HashMap<>();
      days.forEach(
          (cell, totals) ->
              Stream.concat(Stream.of(cell.ever()), cell.in(periods(cell.start())))
                  .forEach(in -> of(sums, in).add(totals)));
      return sums;
    }

    private Stream<Period> periods(LocalDate day) {
      Stream<Period> holding = day == null ? Stream.of() : Period.holding(day);
      return periods == null ? holding : holding.filter(periods::contains);
    }

    @Override
    public Tuple2<Cell, CellTotals> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Map.Entry<Cell, CellTotals> sum = ready.next();
      return new Tuple2<>(sum.getKey(), sum.getValue());
    }
  }
}
