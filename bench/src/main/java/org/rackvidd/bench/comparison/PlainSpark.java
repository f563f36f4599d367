package org.rackvidd.bench.comparison;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * CSV read, grouped and written as Parquet with the session of a tutorial; {@code spark/<step>.sql}
 * is a step.
 */
final class PlainSpark implements Side {
  private static final String FOLDER = "spark";

  private final Job job;
  private SparkSession spark;

  PlainSpark(Job job) {
    this.job = job;
  }

  @Override
  public Optional<Work> of(Step step) {
    return switch (step) {
      case START_UP -> Optional.of(this::open);
      case INGEST -> Optional.of(this::ingest);
      default -> Queries.find(FOLDER, step.key()).map(query -> () -> write(query, step.key()));
    };
  }

  private void open() {
    spark =
        SparkSession.builder()
            .master("local[" + job.cores() + "]")
            .appName("comparison")
            // A port may be taken; times in the exports are UTC.
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "localhost")
            .config("spark.sql.session.timeZone", "UTC")
            .getOrCreate();
    spark.sparkContext().setLogLevel("ERROR");
    spark.sql("SELECT 1").collectAsList();
  }

  private void ingest() throws IOException {
    Folders.delete(job.store());
    for (Map.Entry<Input, List<Path>> entry : Exports.in(job.landing()).files().entrySet()) {
      Input input = entry.getKey();
      reader(input)
          .csv(entry.getValue().stream().map(Path::toString).toArray(String[]::new))
          .createOrReplaceTempView(input.key());
      write(Queries.get(FOLDER + "/ingest", input.key()), table(input));
    }
  }

  private DataFrameReader reader(Input input) {
    return spark
        .read()
        .option("header", true)
        .option("sep", String.valueOf(input.separator()))
        .option("escape", "\"")
        .option("nullValue", input.isDump() ? "NULL" : "")
        .option("multiLine", input.hasTexts());
  }

  private static String table(Input input) {
    return switch (input) {
      case FACEBOOK, INSTAGRAM, X -> "post";
      case AD_DAYS -> "ad_day";
      case AD_RANGES -> "ad_range";
      case VISITS -> "visit";
      case PAGE_VIEWS -> "page_view";
      case CONVERSIONS -> "conversion";
      case PAGES -> "page";
      case APPLICATIONS -> "application";
      case ASSIGNMENTS -> "assignment";
    };
  }

  private void write(String query, String table) {
    String path = job.store().resolve(table).toString();
    spark.sql(query).write().mode("append").parquet(path);
    spark.read().parquet(path).createOrReplaceTempView(table);
  }

  @Override
  public Map<String, Double> ask(Figure figure) {
    return answer(spark, Queries.get("figures", figure.key()));
  }

  /** The figures a query finds, by their names; a sum of nothing is 0. */
  static Map<String, Double> answer(SparkSession spark, String query) {
    Map<String, Double> answer = new TreeMap<>();
    for (Row row : spark.sql(query).collectAsList()) {
      answer.put(row.getString(0), row.isNullAt(1) ? 0 : ((Number) row.get(1)).doubleValue());
    }
    return answer;
  }

  @Override
  public String version() {
    return "Spark " + spark.version();
  }

  @Override
  public void close() {
    spark.stop();
  }
}
