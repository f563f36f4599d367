package org.rackvidd.cli;

import java.io.File;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.rackvidd.Pipeline;
import org.rackvidd.configuration.Configuration;
import org.rackvidd.errors.Errors;
import org.rackvidd.exports.Formats;
import org.rackvidd.exports.Inspection;
import org.rackvidd.exports.Inspector;
import org.rackvidd.exports.Recognition;
import org.rackvidd.exports.SourceFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a file would be read as. */
@Command(
    name = "recognise",
    description = "Says what a file would be read as, or what keeps it from being read.",
    mixinStandardHelpOptions = true)
final class RecogniseCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Export files.")
  private List<Path> files;

  @Option(names = "--config", description = "Folder whose aliases and mappings count, too.")
  private Path config;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Configuration configuration =
        config == null ? Configuration.defaults() : Configuration.load(config);
    Formats formats = Formats.of(Pipeline.FORMATS, Pipeline.intakes(), configuration);
    Inspector inspector = new Inspector(formats.all(), Session.hadoop());
    PrintWriter out = spec.commandLine().getOut();
    for (Path path : files) {
      File file = path.toFile();
      if (!file.isFile() || !file.canRead()) {
        throw Errors.notAFile(path.toString());
      }
      show(
          inspector.inspect(
              new SourceFile(
                  path.toUri().toString(),
                  path.toAbsolutePath().normalize().toString(),
                  file.length(),
                  file.lastModified())),
          path,
          out);
    }
    return 0;
  }

  private static void show(Inspection inspection, Path path, PrintWriter out) {
    out.println(path);
    if (inspection.problem() != null) {
      out.println(Paragraph.wrap(inspection.problem(), "  "));
    }
    for (Recognition part : inspection.parts()) {
      String sheet = part.part().isEmpty() ? "" : part.part() + ": ";
      out.println(Paragraph.wrap(sheet + sentence(part), "  "));
      if (part.isRecognised()) {
        out.println("    " + details(part));
      }
      if (!part.unknown().isEmpty()) {
        out.println(
            Paragraph.wrap("Headers nobody knows: " + String.join(", ", part.unknown()), "    "));
      }
    }
  }

  private static String sentence(Recognition part) {
    return part.isRecognised()
        ? part.format().name() + ". " + part.format().description()
        : part.problem();
  }

  private static String details(Recognition part) {
    String written =
        part.dialect() == null
            ? "workbook"
            : part.dialect().charset() + ", fields separated by " + part.dialect().delimiterName();
    return "headers in %s on line %d; %s; decimal %s"
        .formatted(
            part.language(), part.headerLine(), written, part.decimalComma() ? "comma" : "point");
  }
}
