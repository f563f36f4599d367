package org.rackvidd.reach;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.rackvidd.build.BuildRun;
import org.rackvidd.build.Period;
import org.rackvidd.configuration.Audiences;
import org.rackvidd.configuration.Organisation;
import org.rackvidd.lake.Lake;
import org.rackvidd.lake.SideBySide;

/**
 * Builds the results of reach: sketches of persons where their events changed, what is known of
 * campaigns where their figures changed, and from both the periods. What platforms state is little
 * and depends on each other, so all of it is gone through; what comes out as before stays.
 */
public final class Reach {
  static final String FOLDER = "tables/results/reach/";
  private static final String REACH = "results.reach";
  private static final String OVERLAP = "results.reach_overlap";
  private static final String FREQUENCY = "results.reach_frequency";
  private static final String CURVE = "results.reach_curve";
  private static final List<String> STATED = List.of("impression", "account_impression");

  private final BuildRun run;
  private final Lake lake;
  private final SparkSession spark;
  private final Organisation organisation;

  private Reach(BuildRun run) {
    this.run = run;
    this.lake = run.lake();
    this.spark = lake.spark();
    this.organisation = run.configuration().organisation();
  }

  /** Brings the tables up to date; a sentence says how many rows that took. */
  public static String build(BuildRun run) {
    return new Reach(run).build();
  }

  private String build() {
    lake.create(
        Stream.of(PersonReach.TABLES, List.of(AdReach.TABLE, REACH, OVERLAP, FREQUENCY, CURVE))
            .flatMap(List::stream)
            .toList());
    ReachFunctions.register(spark, run.configuration());
    declareReason();
    registerPopulation();
    PersonReach persons = new PersonReach(run);
    Set<LocalDate> days = persons.isNobody() ? Set.of() : persons.buildSketches();
    new AdReach(run).build();
    lake.expectFew();
    Set<Period> periods =
        days.stream().flatMap(Period::holding).collect(Collectors.toCollection(LinkedHashSet::new));
    registerPeriods(periods);
    Dataset<Row> findings =
        (days.isEmpty() ? stated() : persons.findings().union(stated()))
            .persist(StorageLevel.MEMORY_AND_DISK());
    findings.createOrReplaceTempView("finding");
    registerCurves();
    try {
      AtomicLong rows = new AtomicLong();
      SideBySide.each(
          List.of(REACH, OVERLAP, FREQUENCY, CURVE),
          table -> rows.addAndGet(write(table, periods)));
      return "%,d rows, persons of %,d days%s"
          .formatted(rows.get(), days.size(), run.isFull() ? ", from the beginning" : "");
    } finally {
      findings.unpersist();
    }
  }

  /** Why a figure of a small group is not there; it does not tell these from their company. */
  private void declareReason() {
    spark.sql("DECLARE OR REPLACE VARIABLE hidden_reason STRING");
    String reason =
        "hidden: fewer than %d people, or so many could be computed from it"
            .formatted(organisation.smallestGroup());
    spark.sql("SET VAR hidden_reason = ?", new Object[] {reason});
  }

  private void registerPopulation() {
    Audiences audiences = run.configuration().audiences();
    List<Row> rows = new ArrayList<>();
    Stream.concat(
            Stream.of(Place.ALL, Audiences.UNASSIGNED),
            audiences.audiences().stream().map(Audiences.Rule::name))
        .forEach(
            audience ->
                organisation
                    .populationOf(audiences.areaOf(audience))
                    .ifPresent(people -> rows.add(RowFactory.create(audience, people))));
    spark
        .createDataFrame(rows, StructType.fromDDL("audience string, people bigint"))
        .createOrReplaceTempView("population");
  }

  private void registerPeriods(Set<Period> periods) {
    List<Row> rows = new ArrayList<>();
    periods.forEach(period -> rows.add(RowFactory.create(period.kind(), period.start())));
    if (!periods.isEmpty()) {
      rows.add(RowFactory.create(Place.ALL, null));
    }
    spark
        .createDataFrame(rows, StructType.fromDDL("kind string, start date"))
        .createOrReplaceTempView("changed_period");
  }

  private Dataset<Row> stated() {
    lake.table("results.engagement_post").createOrReplaceTempView("post");
    lake.table(AdReach.TABLE).createOrReplaceTempView("campaign");
    lake.query(FOLDER + "statement.sql").createOrReplaceTempView("statement");
    return lake.query(FOLDER + "organisation_statement.sql")
        .flatMap(new StatedFindings(organisation), Encoders.row(Findings.SCHEMA));
  }

  private void registerCurves() {
    Dataset<Row> points = lake.query(FOLDER + "reach_curve_point.sql");
    points
        .map(new CurveFits(), Encoders.row(CurveFits.schema(points.schema())))
        .createOrReplaceTempView("curve");
  }

  private long write(String table, Set<Period> periods) {
    Dataset<Row> rows = lake.query(FOLDER + table.replaceFirst("^results\\.", "") + ".sql");
    return run.isFull() || table.equals(CURVE)
        ? lake.replace(table, rows, null)
        : lake.exchange(
            table,
            rows,
            lake.table(table).filter(isBuilt("", periods)),
            isBuilt("stored.", periods));
  }

  /** Rows of the changed periods, and all that is stated. */
  private static Column isBuilt(String table, Set<Period> periods) {
    Column built = functions.col(table + "event").isin(STATED.toArray());
    Column kind = functions.col(table + "period_kind");
    Column start = functions.col(table + "period_start");
    Map<String, List<LocalDate>> kinds =
        periods.stream()
            .collect(
                Collectors.groupingBy(
                    Period::kind,
                    TreeMap::new,
                    Collectors.mapping(Period::start, Collectors.toList())));
    for (var of : kinds.entrySet()) {
      built = built.or(kind.equalTo(of.getKey()).and(start.isin(of.getValue().toArray())));
    }
    return periods.isEmpty() ? built : built.or(kind.equalTo(Place.ALL));
  }
}
