package org.rackvidd.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.rackvidd.Pipeline;
import org.rackvidd.configuration.Configuration;
import org.rackvidd.errors.Errors;
import org.rackvidd.exports.Formats;
import org.rackvidd.exports.Ingest;
import org.rackvidd.exports.IngestReport;
import org.rackvidd.exports.PersonFiles;
import org.rackvidd.lake.Lake;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** New files of a landing folder into the facts. */
@Command(
    name = "ingest",
    description = {
      "Takes new export files into the lake and says what became of every row.",
      "Files are read as downloaded, whatever they are called; the same content is read once."
    },
    mixinStandardHelpOptions = true)
final class IngestCommand implements Callable<Integer> {
  @Option(names = "--lake", required = true, description = "Folder of the lake; made if need be.")
  private String lake;

  @Option(names = "--landing", required = true, description = "Folder with the exports.")
  private String landing;

  @Option(
      names = "--config",
      description = "Folder with organisation.yaml and the rest; without it, defaults hold.")
  private Path config;

  @ParentCommand private Root root;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Configuration configuration = Configurations.load(config, spec);
    Formats formats = Formats.of(Pipeline.FORMATS, Pipeline.intakes(), configuration);
    checkLanding();
    root.session()
        .write("ingest", lake, opened -> run(opened, landing, formats, configuration, spec));
    return 0;
  }

  /** Said in the user's own words and before Spark has started, where it can be. */
  private void checkLanding() {
    URI folder = new org.apache.hadoop.fs.Path(Session.uri(landing)).toUri();
    if ("file".equals(folder.getScheme()) && !Files.isDirectory(Path.of(folder))) {
      throw Errors.notAFolder("The landing folder (--landing)", landing);
    }
  }

  /** Ingests and prints the report. */
  static IngestReport run(
      Lake lake, String landing, Formats formats, Configuration configuration, CommandSpec spec) {
    PrintWriter out = spec.commandLine().getOut();
    String folder = Session.uri(landing);
    IngestReport report = new Ingest(lake, formats, configuration, System.getenv()).run(folder);
    IngestPrinter printer = new IngestPrinter(out);
    printer.print(report);
    if (report.persons()) {
      boolean keep = configuration.persons().keepFiles();
      printer.print(new PersonFiles(lake, formats.aboutPersons(), keep).sweep(folder));
    }
    return report;
  }
}
