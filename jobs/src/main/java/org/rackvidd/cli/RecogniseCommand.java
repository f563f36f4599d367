package org.rackvidd.cli;

import java.io.File;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.rackvidd.Pipeline;
import org.rackvidd.configuration.Configuration;
import org.rackvidd.errors.Errors;
import org.rackvidd.errors.UserError;
import org.rackvidd.exports.ExportFormat;
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
    description = {
      "Says what a file would be read as and why, or what keeps it from being read.",
      "With --draft-alias it writes the skeleton of an aliases.yaml for a file it cannot place."
    },
    mixinStandardHelpOptions = true)
final class RecogniseCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Export files.")
  private List<Path> files;

  @Option(names = "--config", description = "Folder whose aliases and mappings count, too.")
  private Path config;

  @Option(
      names = "--draft-alias",
      description = "Print the skeleton of an aliases.yaml instead: `... > config/aliases.yaml`.")
  private boolean draftAlias;

  @Option(
      names = "--format",
      description = "The format the skeleton is for; without it, the one that comes nearest.")
  private String formatName;

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
      SourceFile source =
          new SourceFile(
              path.toUri().toString(),
              path.toAbsolutePath().normalize().toString(),
              file.length(),
              file.lastModified());
      for (Inspection inspection : inspector.inspect(source)) {
        String name = inspection.file().path().replace(source.path(), path.toString());
        if (inspection.isArchive()) {
          continue;
        }
        if (draftAlias) {
          draft(inspection, name, formats, out);
        } else {
          show(inspection, name, out);
        }
      }
    }
    return 0;
  }

  private void draft(Inspection inspection, String path, Formats formats, PrintWriter out) {
    List<Recognition> unplaced =
        inspection.parts().stream().filter(part -> !part.isRecognised()).toList();
    if (unplaced.isEmpty()) {
      throw Errors.nothingToAlias(path, inspection.problem());
    }
    for (Recognition part : unplaced) {
      String name = formatName == null ? part.nearest() : formatName;
      if (name == null) {
        throw Errors.noNearFormat(path);
      }
      ExportFormat format = formats.find(name).orElseThrow(() -> unknown(name, formats));
      Recognition.Near near =
          part.near().stream()
              .filter(n -> n.format().equals(name))
              .findFirst()
              .orElse(new Recognition.Near(name, List.of(), List.of(), part.headers()));
      out.print(AliasDraft.of(Path.of(path).getFileName().toString(), format, near));
    }
    out.flush();
  }

  private static UserError unknown(String name, Formats formats) {
    return Errors.unknownFormat(name, formats.all().stream().map(ExportFormat::name).toList());
  }

  private static void show(Inspection inspection, String path, PrintWriter out) {
    out.println(path);
    if (inspection.problem() != null) {
      out.println(Paragraph.wrap(inspection.problem(), "  "));
    }
    for (Recognition part : inspection.parts()) {
      String sheet = part.part().isEmpty() ? "" : part.part() + ": ";
      out.println(Paragraph.wrap(sheet + sentence(part), "  "));
      if (part.isRecognised()) {
        out.println(Paragraph.wrap(details(part), "    "));
        matched(part, out);
      }
      list("Headers nobody knows: ", part.unknown(), out);
      if (!part.isRecognised()) {
        part.near().forEach(near -> other(near, out));
      }
    }
  }

  private static void matched(Recognition part, PrintWriter out) {
    List<String> used = new ArrayList<>();
    List<String> unused = new ArrayList<>();
    part.columns()
        .forEach(
            (header, column) -> {
              if (column != null) {
                used.add(header + " = " + column);
              } else if (!header.isEmpty() && !part.unknown().contains(header)) {
                unused.add(header);
              }
            });
    list("Read: ", used, out);
    list("Known and not used: ", unused, out);
  }

  private static void other(Recognition.Near near, PrintWriter out) {
    String lacks =
        near.missing().isEmpty()
            ? "is for tables without " + String.join(", ", near.strange())
            : "would need " + String.join(", ", near.missing());
    out.println(
        Paragraph.wrap(
            "Not %s: it knows %s, but %s."
                .formatted(near.format(), String.join(", ", near.matched()), lacks),
            "    "));
  }

  private static void list(String what, List<String> headers, PrintWriter out) {
    if (!headers.isEmpty()) {
      out.println(Paragraph.wrap(what + String.join(", ", headers), "    "));
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
            ? part.format().isFoundIn(ExportFormat.Kind.WORKBOOK) ? "workbook" : "records"
            : part.dialect().charset() + ", fields separated by " + part.dialect().delimiterName();
    return "headers in %s on line %d; %s; %s"
        .formatted(
            part.language(),
            part.place().header(),
            written,
            String.join("; ", part.notationInWords()));
  }
}
