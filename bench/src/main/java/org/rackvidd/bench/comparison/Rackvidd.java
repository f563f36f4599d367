package org.rackvidd.bench.comparison;

import io.delta.tables.DeltaTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.rackvidd.Main;
import org.rackvidd.cli.Root;
import org.rackvidd.cli.Session;

/** This project's commands, as a user types them, one after the other in one session. */
final class Rackvidd implements Side {
  /** What to build for a step; a new area of results is a line here. */
  private static final Map<Step, List<String>> AREAS =
      Map.of(
          Step.ENGAGEMENT, List.of("engagement"),
          Step.AD_FIGURES, List.of("ad_figures", "restatement"),
          Step.REACH_SKETCH, List.of("reach"));

  private final Job job;
  private SparkSession spark;

  Rackvidd(Job job) {
    this.job = job;
  }

  @Override
  public Optional<Work> of(Step step) {
    return switch (step) {
      case START_UP -> Optional.of(this::open);
      case INGEST ->
          Optional.of(() -> command(List.of("ingest", "--landing", job.landing().toString())));
      default -> Optional.ofNullable(AREAS.get(step)).map(areas -> () -> build(areas));
    };
  }

  private void open() {
    System.setProperty("spark.master", "local[" + job.cores() + "]");
    spark = Main.session(new Session.Settings("comparison", false));
    spark.sql("SELECT 1").collectAsList();
  }

  private void build(List<String> areas) {
    List<String> command = new ArrayList<>(areas);
    command.add(0, "build");
    command(command);
  }

  private void command(List<String> words) {
    List<String> command = new ArrayList<>(words);
    command.addAll(List.of("--lake", lake().toString(), "--config", job.config().toString()));
    int code = Root.run(settings -> spark, command.toArray(String[]::new));
    if (code != 0) {
      throw new IllegalStateException(
          "exit code %d from rackvidd %s".formatted(code, String.join(" ", command)));
    }
  }

  private Path lake() {
    return job.store().resolve("lake");
  }

  @Override
  public Map<String, Double> ask(Figure figure) {
    return Queries.find("rackvidd", figure.key())
        .map(query -> PlainSpark.answer(spark, query))
        .orElse(Map.of());
  }

  @Override
  public String version() {
    return "Räckvidd on Spark %s, Delta Lake %s"
        .formatted(spark.version(), DeltaTable.class.getPackage().getImplementationVersion());
  }

  @Override
  public void close() {
    spark.stop();
  }
}
