package org.rackvidd.reach;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.rackvidd.build.BuildRun;
import org.rackvidd.build.Period;
import org.rackvidd.configuration.AudienceRules;
import org.rackvidd.lake.Lake;
import org.rackvidd.lake.SideBySide;

/**
 * People of facts.person_event: their sketches by day and month, where events changed, and what the
 * sketches say of periods.
 */
public final class PersonReach {
  private static final String DAYS = "facts.people_day";
  private static final String MONTHS = "facts.people_month";
  private static final String TIMES = "facts.frequency_month";
  static final List<String> TABLES = List.of(DAYS, MONTHS, TIMES);

  private final BuildRun run;
  private final Lake lake;

  public PersonReach(BuildRun run) {
    this.run = run;
    this.lake = run.lake();
  }

  /** Whether there are no persons and were none, so that there is nothing to build. */
  boolean isNobody() {
    return lake.table("facts.person_event").isEmpty() && lake.table(DAYS).isEmpty();
  }

  /** Brings the sketches up to date and returns the local days whose events changed. */
  Set<LocalDate> buildSketches() {
    Dataset<Row> events = query("local_event");
    if (run.isFull()) {
      write(events, events, null, null);
      return dates(lake.table(DAYS).select("day"));
    }
    Set<LocalDate> days = dates(events.filter(run.isChanged("local_day")).select("local_day"));
    if (!days.isEmpty()) {
      Set<LocalDate> months =
          days.stream()
              .map(day -> Period.of("month", day).start())
              .collect(Collectors.toCollection(TreeSet::new));
      write(
          near(events, days).filter(functions.col("local_day").isin(days.toArray())),
          near(events, months).filter(month("local_day").isin(months.toArray())),
          days,
          months);
    }
    return days;
  }

  private static Set<LocalDate> dates(Dataset<Row> rows) {
    return rows.distinct().collectAsList().stream()
        .map(row -> row.getLocalDate(0))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Column month(String day) {
    return functions.trunc(functions.col(day), "month");
  }

  /**
   * By their day in UTC, by which files can be passed over: it is next to the local one at most.
   */
  private static Dataset<Row> near(Dataset<Row> events, Set<LocalDate> starts) {
    LocalDate last = Period.of("month", Collections.max(starts)).end();
    return events.filter(
        functions
            .col("day")
            .between(functions.lit(Collections.min(starts).minusDays(1)), functions.lit(last)));
  }

  /**
   * @param ofDays events of the days to build
   * @param ofMonths events of the months they are in
   * @param days null for all
   * @param months null for all
   */
  private void write(
      Dataset<Row> ofDays, Dataset<Row> ofMonths, Set<LocalDate> days, Set<LocalDate> months) {
    // Each of them often is one task.
    SideBySide.each(
        List.<Runnable>of(
            () -> writePeople(ofDays, days, months), () -> writeTimes(ofMonths, months)),
        Runnable::run);
  }

  private void writePeople(Dataset<Row> events, Set<LocalDate> days, Set<LocalDate> months) {
    lake.replace(DAYS, daySketches(events), condition("day", days));
    Dataset<Row> built = lake.table(DAYS);
    (months == null ? built : built.filter(month("day").isin(months.toArray())))
        .createOrReplaceTempView("month_people_day");
    lake.replace(MONTHS, query("people_month"), condition("month", months));
  }

  /** Rows of facts.people_day, of all events. */
  public Dataset<Row> daySketches() {
    ReachFunctions.register(lake.spark(), run.configuration());
    return daySketches(query("local_event"));
  }

  private Dataset<Row> daySketches(Dataset<Row> events) {
    asked(events).createOrReplaceTempView("day_event");
    new EventTallies(sharedRules(), Tally::ofPeople, false)
        .of(query("event_day"), "binary")
        .createOrReplaceTempView("people_tally");
    return query("people_day");
  }

  private void writeTimes(Dataset<Row> events, Set<LocalDate> months) {
    asked(events).createOrReplaceTempView("month_event");
    new EventTallies(sharedRules(), Tally::ofTimes, true)
        .of(query("event_month"), FrequencySample.TYPE)
        .createOrReplaceTempView("times_tally");
    lake.replace(TIMES, query("frequency_month"), condition("month", months));
  }

  /** Without what no rule asks for: columns that are not read cost nothing. */
  private Dataset<Row> asked(Dataset<Row> events) {
    AudienceRules rules = rules();
    Map<String, Boolean> columns =
        Map.of(
            "account_id", rules.askForAccounts(),
            "utm_campaign", rules.askForCampaigns(),
            "subject", rules.askForText());
    Dataset<Row> asked = events;
    for (var column : columns.entrySet()) {
      if (!column.getValue()) {
        asked = asked.withColumn(column.getKey(), functions.lit(null).cast("string"));
      }
    }
    return asked;
  }

  private Broadcast<AudienceRules> sharedRules() {
    return JavaSparkContext.fromSparkContext(lake.spark().sparkContext()).broadcast(rules());
  }

  private AudienceRules rules() {
    return run.configuration().audiences().rules();
  }

  /** The rows that these dates replace; null for all. */
  private static String condition(String column, Set<LocalDate> dates) {
    return dates == null
        ? null
        : dates.stream()
            .map(date -> "DATE'" + date + "'")
            .collect(Collectors.joining(", ", column + " IN (", ")"));
  }

  /** What is found of the periods in changed_period. */
  Dataset<Row> findings() {
    int smallestGroup = run.configuration().organisation().smallestGroup();
    var encoder = Encoders.row(Findings.SCHEMA);
    return query("people_period")
        .map(new SketchedReach(smallestGroup), encoder)
        .union(query("times_period").map(new TimesReached(smallestGroup), encoder));
  }

  private Dataset<Row> query(String name) {
    return lake.query(Reach.FOLDER + name + ".sql");
  }
}
