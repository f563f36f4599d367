package org.rackvidd.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.rackvidd.Pipeline;
import org.rackvidd.configuration.Configuration;
import org.rackvidd.errors.Errors;
import org.rackvidd.exports.Formats;
import org.rackvidd.lake.Lake;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** All of it on a made-up municipality's exports. */
@Command(
    name = "demo",
    description = "Reads a made-up municipality's exports into a lake and shows the main results.",
    mixinStandardHelpOptions = true)
final class Demo implements Callable<Integer> {
  @Option(
      names = "--lake",
      defaultValue = "lake",
      description = "Folder of the lake. Default: ${DEFAULT-VALUE}.")
  private String lake;

  @Option(
      names = "--data",
      description = "Folder with config and exports. Default: data/demo of the project.")
  private Path data;

  @ParentCommand private Root root;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Path folder =
        data != null ? data : Path.of(System.getProperty("rackvidd.home", "."), "data", "demo");
    Path exports = folder.resolve("exports");
    if (!Files.isDirectory(exports)) {
      throw Errors.notAFolder("The demo's data (--data)", exports.toString());
    }
    Configuration configuration = Configuration.load(folder.resolve("config"));
    root.session().write("demo", lake, opened -> show(opened, exports, configuration));
    return 0;
  }

  private void show(Lake opened, Path exports, Configuration configuration) {
    PrintWriter out = spec.commandLine().getOut();
    Formats formats = Formats.of(Pipeline.FORMATS, Pipeline.intakes(), configuration);
    IngestCommand.run(opened, exports.toString(), formats, configuration, spec);
    out.println();
    BuildCommand.run(opened, configuration, Pipeline.AREAS, false, null, null, spec);
    opened.expect(0);
    print(opened, "What engages, by channel (own organic posts, whole time)", "channels");
    print(
        opened,
        "What engages, by subject (all channels; they count different kinds)",
        "categories");
    print(opened, "The six most engaging posts of the last half year that reached 500", "posts");
    print(
        opened,
        "How many people the last month reached (reach does not add up, so some of it is bounds)",
        "reach");
    out.println();
    out.println("The lake is in " + lake + ". Ask it anything:");
    out.println("  bin/rackvidd tables");
    out.println("  bin/rackvidd describe results.engagement");
    out.printf("  bin/rackvidd sql --lake %s \"SELECT * FROM ops.rejected_row\"%n", lake);
  }

  private void print(Lake opened, String heading, String query) {
    PrintWriter out = spec.commandLine().getOut();
    out.println();
    out.println(heading);
    RowFormat.printTable(opened.query("demo/" + query + ".sql"), out);
  }
}
