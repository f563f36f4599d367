package org.rackvidd.cli;

import java.util.concurrent.Callable;
import org.rackvidd.Pipeline;
import org.rackvidd.lake.TableSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The catalogue, a line per table. */
@Command(
    name = "tables",
    description = "Lists the tables of a lake and what one row of each is.",
    mixinStandardHelpOptions = true)
final class TablesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    TextTable table = new TextTable("Table", "Grain", "What it holds");
    for (TableSpec spec : Pipeline.tables().all()) {
      table.row(spec.name(), String.join(", ", spec.grain()), spec.description());
    }
    table.print(spec.commandLine().getOut(), Terminal.columns());
    return 0;
  }
}
