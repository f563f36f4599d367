package org.rackvidd.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.rackvidd.Pipeline;
import org.rackvidd.errors.Errors;
import org.rackvidd.lake.ColumnSpec;
import org.rackvidd.lake.TableSpec;
import org.rackvidd.lake.Tables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One table of the catalogue, in full. */
@Command(
    name = "describe",
    description = "Shows a table's columns, what they mean and what is checked.",
    mixinStandardHelpOptions = true)
final class DescribeCommand implements Callable<Integer> {
  @Parameters(paramLabel = "TABLE", description = "Its name, as results.engagement.")
  private String table;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Tables tables = Pipeline.tables();
    TableSpec found =
        tables.find(table).orElseThrow(() -> Errors.unknownTable(table, tables.names()));
    PrintWriter out = spec.commandLine().getOut();
    out.println(found.name());
    out.println(Paragraph.wrap(found.description(), "  "));
    out.println(Paragraph.wrap("One row per " + String.join(", ", found.grain()) + ".", ""));
    for (ColumnSpec column : found.columns()) {
      out.println();
      // Types have no spaces of their own to break at.
      String type = column.type().replace(",", ", ");
      out.println(Paragraph.wrap(column.name() + " " + type, ""));
      out.println(Paragraph.wrap(column.doc(), "    "));
    }
    if (!found.fail().isEmpty()) {
      out.println();
      out.println("Always true:");
      found.fail().forEach((name, sql) -> out.println(Paragraph.wrap(name + ": " + sql, "  ")));
    }
    if (!found.warn().isEmpty()) {
      out.println();
      out.println("Reported when not true:");
      found.warn().forEach((name, sql) -> out.println(Paragraph.wrap(name + ": " + sql, "  ")));
    }
    return 0;
  }
}
