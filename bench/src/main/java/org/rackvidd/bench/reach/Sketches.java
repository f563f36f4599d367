package org.rackvidd.bench.reach;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.rackvidd.Main;
import org.rackvidd.Pipeline;
import org.rackvidd.bench.turns.Turns;
import org.rackvidd.build.BuildRun;
import org.rackvidd.build.Period;
import org.rackvidd.cli.Session;
import org.rackvidd.configuration.Configuration;
import org.rackvidd.lake.Lake;
import org.rackvidd.reach.PersonReach;
import org.rackvidd.yaml.StrictYaml;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Makes the daily sketches of a lake's persons by turns with a plain GROUP BY of the same events,
 * and asks the stored ones whom a quarter reached.
 */
@Command(
    name = "sketches",
    description =
        "Measure what daily sketches of persons cost beside a plain GROUP BY, and what a quarter's"
            + " reach from stored ones does.")
public final class Sketches implements Callable<Integer> {
  private static final String SKETCHES = "sketches";
  private static final String GROUP_BY = "GROUP BY";

  @Option(
      names = "--lake",
      required = true,
      description = "A lake with events of persons in it, of which reach was built.")
  private Path lakeFolder;

  @Option(names = "--config", required = true, description = "The configuration it was built with.")
  private Path config;

  @Option(
      names = "--rounds",
      defaultValue = "8",
      description = "Of which the first three are not counted. Default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(
      names = "--cores",
      defaultValue = "2",
      description = "Cores to compute with. Default: ${DEFAULT-VALUE}.")
  private int cores;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter terminal = spec.commandLine().getOut();
    System.setProperty("spark.master", "local[" + cores + "]");
    SparkSession spark = Main.session(new Session.Settings("sketches", false));
    Lake lake =
        new Lake(
            spark, lakeFolder.toAbsolutePath().normalize().toUri().toString(), Pipeline.tables());
    if (lake.table("facts.people_day").isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "no lake with sketches of persons in it: " + lakeFolder);
    }
    BuildRun run = new BuildRun(lake, Configuration.load(config), -1, null, null);
    run.declareZone();
    Turns turns = new Turns(spark, rounds, 3, terminal);
    measureMaking(run, turns, terminal);
    measureAsking(lake, turns, terminal);
    spark.stop();
    return 0;
  }

  private void measureMaking(BuildRun run, Turns turns, PrintWriter terminal) {
    Lake lake = run.lake();
    // As a build plans it for so many.
    lake.expect(Long.MAX_VALUE);
    long events = lake.table("facts.person_event").count();
    terminal.printf(Locale.ROOT, "%,d events of persons, daily sketches and a GROUP BY%n", events);
    PersonReach persons = new PersonReach(run);
    Map<String, Runnable> ways = new LinkedHashMap<>();
    ways.put(SKETCHES, () -> compute(persons.daySketches()));
    ways.put(GROUP_BY, () -> compute(query(lake, "group_by", Map.of())));
    ways.put("theta_sketch_agg", () -> compute(query(lake, "theta_sketch_agg", Map.of())));
    Map<String, Turns.Cost> medians = turns.medians(ways);
    Turns.Cost groupBy = medians.get(GROUP_BY);
    medians.forEach(
        (way, cost) ->
            terminal.printf(
                Locale.ROOT,
                "local[%d] %s: %.2f s, %.2f times GROUP BY;"
                    + " %.2f µs of a core for an event, %.2f times%n",
                cores,
                way,
                cost.seconds(),
                cost.seconds() / groupBy.seconds(),
                cost.cpuSeconds() * 1e6 / events,
                cost.cpuSeconds() / groupBy.cpuSeconds()));
    terminal.flush();
  }

  private void measureAsking(Lake lake, Turns turns, PrintWriter terminal) {
    lake.expect(0);
    // The one of which there is most.
    LocalDate quarter =
        lake.table("facts.people_day")
            .selectExpr("mode(CAST(date_trunc('QUARTER', day) AS DATE))")
            .head()
            .getLocalDate(0);
    Map<String, Object> days =
        Map.of("first", quarter, "last", Period.of("quarter", quarter).end().minusDays(1));
    Map<String, Runnable> ways = new LinkedHashMap<>();
    ways.put("from months", () -> compute(query(lake, "quarter_from_months", days)));
    ways.put("from days", () -> compute(query(lake, "quarter_from_days", days)));
    terminal.printf(
        Locale.ROOT,
        "A quarter's reach by channel and audience and in all, %,d and %,d sketches in the tables%n",
        lake.table("facts.people_month").count(),
        lake.table("facts.people_day").count());
    turns
        .medians(ways)
        .forEach(
            (way, cost) ->
                terminal.printf(
                    Locale.ROOT,
                    "local[%d] a quarter %s: %.2f s, %.2f s of processor time%n",
                    cores,
                    way,
                    cost.seconds(),
                    cost.cpuSeconds()));
    terminal.flush();
  }

  private static Dataset<Row> query(Lake lake, String name, Map<String, Object> parameters) {
    return lake.spark()
        .sql(StrictYaml.resourceText("org/rackvidd/bench/reach/" + name + ".sql"), parameters);
  }

  private static void compute(Dataset<Row> rows) {
    rows.write().format("noop").mode("overwrite").save();
  }
}
