package org.rackvidd.bench.reading;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.rackvidd.Pipeline;
import org.rackvidd.bench.turns.Turns;
import org.rackvidd.exports.ExportFormat;
import org.rackvidd.exports.Inspection;
import org.rackvidd.exports.Inspector;
import org.rackvidd.exports.Intake;
import org.rackvidd.exports.IntakeSource;
import org.rackvidd.exports.Landing;
import org.rackvidd.exports.Pieces;
import org.rackvidd.exports.Section;
import org.rackvidd.exports.SourceFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reads one large file by turns with the intake scan and with Spark's own reader. */
@Command(
    name = "reading",
    description =
        "Measure how fast a quoted CSV of many lines a row is read, beside spark.read.csv.")
public final class Reading implements Callable<Integer> {
  private static final String OURS = "Räckvidd";
  private static final String THEIRS = "Spark";

  @Option(names = "--rows", defaultValue = "400000", description = "Default: ${DEFAULT-VALUE}.")
  private int rows;

  @Option(
      names = "--rounds",
      defaultValue = "9",
      description = "Of which the first three are not counted. Default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(
      names = "--cores",
      defaultValue = "2",
      description = "Cores to read with. Default: ${DEFAULT-VALUE}.")
  private int cores;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter terminal = spec.commandLine().getOut();
    Path folder = Files.createTempDirectory("rackvidd-reading");
    SparkSession spark =
        SparkSession.builder()
            .master("local[" + cores + "]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.session.timeZone", "UTC")
            .getOrCreate();
    for (Sample sample : Sample.values()) {
      Path file = folder.resolve(sample.format + ".csv");
      sample.write(file, rows);
      terminal.printf(
          Locale.ROOT, "%s, %,d rows, %d MB%n", file, rows, Files.size(file) / 1_000_000);
      measure(spark, sample, file, terminal);
      Files.delete(file);
    }
    Files.delete(folder);
    spark.stop();
    return 0;
  }

  private void measure(SparkSession spark, Sample sample, Path file, PrintWriter terminal)
      throws IOException {
    Dataset<Row> ours = ours(spark, sample, file);
    Dataset<Row> theirs =
        spark
            .read()
            .schema(sample.schema)
            .option("header", true)
            .option("multiLine", true)
            .option("quote", "\"")
            .option("escape", "\"")
            .option("timestampFormat", "M/d/yyyy H:mm")
            .csv(file.toString());
    Map<String, Runnable> ways = new LinkedHashMap<>();
    ways.put(OURS, () -> read(ours));
    ways.put(THEIRS, () -> read(theirs));
    Map<String, Turns.Cost> medians = new Turns(spark, rounds, 3, terminal).medians(ways);
    Turns.Cost our = medians.get(OURS);
    Turns.Cost their = medians.get(THEIRS);
    terminal.printf(
        Locale.ROOT,
        "local[%d] %s: %,.0f rows a second, Spark %,.0f, ratio %.2f;"
            + " a row takes %.2f µs of a core, Spark %.2f, ratio %.2f%n",
        cores,
        sample,
        rows / our.seconds(),
        rows / their.seconds(),
        their.seconds() / our.seconds(),
        our.cpuSeconds() * 1e6 / rows,
        their.cpuSeconds() * 1e6 / rows,
        their.cpuSeconds() / our.cpuSeconds());
    terminal.flush();
  }

  private static Dataset<Row> ours(SparkSession spark, Sample sample, Path file)
      throws IOException {
    Intake intake =
        Pipeline.intakes().stream()
            .filter(i -> i.name().equals(sample.intake))
            .findFirst()
            .orElseThrow();
    SourceFile source =
        new SourceFile(file.toUri().toString(), file.getFileName().toString(), Files.size(file), 0);
    Inspection inspection =
        new Inspector(List.of(ExportFormat.named(sample.format)), new Configuration())
            .inspect(source)
            .get(0);
    Section section =
        new Section(
            source,
            inspection.fileId(),
            inspection.parts().get(0),
            new Section.Owner("bench", "SE", null, null),
            new Landing.Observed(Instant.EPOCH, LocalDate.EPOCH, "name"));
    List<Section> pieces =
        Pieces.of(
            JavaSparkContext.fromSparkContext(spark.sparkContext()),
            new SerializableConfiguration(new Configuration()),
            List.of(section));
    Column[] columns =
        Stream.of(StructType.fromDDL(sample.schema).fieldNames())
            .map(functions::col)
            .toArray(Column[]::new);
    return IntakeSource.rows(spark, intake, pieces.stream().map(IntakeSource.Share::whole).toList())
        .select(columns);
  }

  private static void read(Dataset<Row> read) {
    read.write().format("noop").mode("overwrite").save();
  }
}
