package org.rackvidd.adfigures;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.rackvidd.build.BuildRun;
import org.rackvidd.lake.Lake;
import org.rackvidd.lake.TableSpec;

/**
 * Builds results.ad_figures and ops.ad_set_aside. Campaigns whose rows are all of one kind, in most
 * lakes nearly all, pass through; the others are gone through one by one.
 */
public final class AdFigures {
  private static final String SOURCE = "facts.ad_metrics";
  private static final String HISTORY = "facts.ad_history";
  private static final String FIGURES = "results.ad_figures";
  private static final String SET_ASIDE = "ops.ad_set_aside";
  private static final String FOLDER = "tables/results/ad_figures/";
  private static final String[] CAMPAIGN = {"channel", "account_id", "campaign_id"};

  private static final Column[] FORMER_NAME =
      Stream.of(
              "channel",
              "account_id",
              "campaign_id",
              "campaign_name",
              "ad_set_id",
              "ad_set_name",
              "ad_id",
              "ad_name",
              "period_start",
              "period_end")
          .map(functions::col)
          .toArray(Column[]::new);

  /**
   * The rows that new ones take the place of; null where that is all of a table.
   *
   * @param of gives them, by the table's name
   * @param within as in {@link Lake#exchange}
   */
  private record Standing(Function<String, Dataset<Row>> of, Column within) {}

  private final BuildRun run;
  private final Lake lake;

  private AdFigures(BuildRun run) {
    this.run = run;
    this.lake = run.lake();
  }

  /** Brings both tables up to date; a sentence says how many rows that took. */
  public static String build(BuildRun run) {
    return new AdFigures(run).build();
  }

  private String build() {
    lake.create(List.of(FIGURES, SET_ASIDE));
    KnownAccounts accounts = KnownAccounts.of(lake);
    Dataset<Row> source = accounts.resolved(lake.table(SOURCE));
    Dataset<Row> history = accounts.resolved(lake.table(HISTORY));
    if (run.isFull() || accounts.areOtherThanAt(run.sinceBatch())) {
      return select(source, history, null);
    }
    Touched touched = Touched.of(source, history, run);
    return touched.isEmpty()
        ? "nothing changed"
        : select(touched.of(source), touched.of(history), standing(accounts, touched));
  }

  /** What stands in a result of all that is to be looked at. */
  private Standing standing(KnownAccounts accounts, Touched touched) {
    return new Standing(
        table -> KnownAccounts.asStated(touched.of(accounts.resolved(lake.table(table)))),
        touched.within());
  }

  private String select(Dataset<Row> source, Dataset<Row> history, Standing standing) {
    source.createOrReplaceTempView("changed_ad_metrics");
    Dataset<Row> rows = lake.query(FOLDER + "ad_row.sql");
    rows.createOrReplaceTempView("ad_row");
    Dataset<Row> families =
        lake.query(FOLDER + "family.sql").persist(StorageLevel.MEMORY_AND_DISK());
    Dataset<Row> selected =
        selected(rows, history, families).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      Dataset<Row> figures =
          alone(rows, families)
              .unionByName(selected.filter("reason IS NULL").select(columns(FIGURES)));
      Dataset<Row> setAside = selected.filter("reason IS NOT NULL").select(columns(SET_ASIDE));
      return "%,d rows to add up, %,d set aside%s"
          .formatted(
              write(FIGURES, figures, standing),
              write(SET_ASIDE, setAside, standing),
              standing == null ? ", from the beginning" : " where something changed");
    } finally {
      selected.unpersist();
      families.unpersist();
    }
  }

  private long write(String table, Dataset<Row> rows, Standing standing) {
    if (standing != null) {
      return lake.exchange(table, rows, standing.of().apply(table), standing.within());
    }
    return lake.expectsFew() ? lake.replace(table, rows, null) : lake.overwrite(table, rows);
  }

  private Dataset<Row> alone(Dataset<Row> rows, Dataset<Row> families) {
    return rows.join(
            functions.broadcast(
                families.filter("is_alone").select("channel", "account_id", "campaign_id")),
            CAMPAIGN,
            "left_semi")
        .withColumn("origin", functions.lit(Choice.STATED))
        .withColumn("whole_known", functions.expr("dimensions = ''"))
        .withColumn("cells_exceed_whole", functions.lit(false))
        .select(columns(FIGURES));
  }

  private Dataset<Row> selected(Dataset<Row> rows, Dataset<Row> history, Dataset<Row> families) {
    TableSpec spec = lake.tables().get(FIGURES);
    StructType chosen = spec.schema().add("reason", DataTypes.StringType);
    Dataset<Row> together = families.filter("NOT is_alone");
    if (together.isEmpty()) {
      return lake.spark().createDataFrame(List.of(), chosen);
    }
    Dataset<Row> given = rows.withColumn("is_former_name", functions.lit(false));
    if (!together.filter("has_names").isEmpty()) {
      given = given.unionByName(formerNames(history), true);
    }
    Column[] family =
        Stream.of("channel", "account_id", "family").map(functions::col).toArray(Column[]::new);
    Dataset<Row> grouped =
        given
            .join(functions.broadcast(together.drop("is_alone", "has_names")), CAMPAIGN)
            .repartition(family)
            .sortWithinPartitions(family);
    return grouped.mapPartitions(
        new Choice(grouped.schema(), chosen, spec.additiveColumns(), Nesting.read()),
        Encoders.row(chosen));
  }

  /** What things were called before; an export that gives names only may still say so. */
  private static Dataset<Row> formerNames(Dataset<Row> history) {
    return history.select(FORMER_NAME).distinct().withColumn("is_former_name", functions.lit(true));
  }

  private Column[] columns(String table) {
    return lake.tables().get(table).columnNames().stream()
        .map(functions::col)
        .toArray(Column[]::new);
  }
}
