package org.rackvidd.cli;

import java.util.concurrent.Callable;
import org.rackvidd.Pipeline;
import org.rackvidd.lake.TableSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The catalogue, a line per table. */
@Command(
    name = "tables",
    description = "Lists the tables there are in every lake and what one row of each is.",
    mixinStandardHelpOptions = true)
final class TablesCommand implements Callable<Integer> {
  @Option(names = "--markdown", description = "Every table in full, as docs/TABLES.md has them.")
  private boolean markdown;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (markdown) {
      spec.commandLine().getOut().print(TablesPage.of(Pipeline.tables().all()));
      spec.commandLine().getOut().flush();
      return 0;
    }
    TextTable table = new TextTable("Table", "Grain", "What it holds").keepFirst();
    for (TableSpec each : Pipeline.tables().all()) {
      table.row(each.name(), String.join(", ", each.grain()), each.description());
    }
    table.print(spec.commandLine().getOut(), Terminal.columns());
    return 0;
  }
}
