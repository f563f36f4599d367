package org.rackvidd.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.rackvidd.Pipeline;
import org.rackvidd.errors.Errors;
import org.rackvidd.lake.Lake;
import org.rackvidd.lake.ReadOnlySql;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** One query over facts, results and ops. */
@Command(
    name = "sql",
    description = {
      "Runs one query over facts, results and ops.",
      "Without a query on the command line it is read from standard input."
    },
    mixinStandardHelpOptions = true)
final class SqlCommand implements Callable<Integer> {
  @Parameters(arity = "0..1", paramLabel = "QUERY", description = "Spark SQL.")
  private String query;

  @Option(names = "--lake", required = true, description = "Folder of the lake.")
  private String lake;

  @Option(
      names = "--format",
      defaultValue = "table",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private RowFormat format;

  @ParentCommand private Root root;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    String text = query == null ? standardInput() : query;
    if (!Lakes.isThere(lake)) {
      throw Errors.noLake(lake);
    }
    Lake opened = root.session().read("sql", lake);
    PrintWriter out = spec.commandLine().getOut();
    try {
      Dataset<Row> rows = ReadOnlySql.run(opened.spark(), text);
      format.print(rows, out);
    } catch (Exception e) {
      // Scala does not declare what it throws; Spark marks what the query is to blame for.
      if (e instanceof SparkThrowable fault) {
        throw Errors.badQuery(reason(fault, e.getMessage()));
      }
      throw e;
    }
    return 0;
  }

  private static String standardInput() {
    try {
      return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Reading the query", e);
    }
  }

  private String reason(SparkThrowable fault, String message) {
    String root = Session.uri(lake) + "/";
    String path = fault.getMessageParameters().getOrDefault("path", "");
    if ("PATH_NOT_FOUND".equals(fault.getCondition()) && path.startsWith(root)) {
      String table = path.substring(root.length()).replace('/', '.');
      return table.startsWith("results.") && Pipeline.tables().names().contains(table)
          ? table + " has not been built in this lake yet: `rackvidd build` makes it."
          : "the lake has no table " + table + ".";
    }
    return firstLines(message);
  }

  /** Spark's own words without the plan that follows them. */
  private static String firstLines(String message) {
    return message
        .lines()
        .takeWhile(line -> !line.startsWith("'") && !line.startsWith("=="))
        .reduce((a, b) -> a + "\n" + b)
        .orElse(message)
        .strip();
  }
}
