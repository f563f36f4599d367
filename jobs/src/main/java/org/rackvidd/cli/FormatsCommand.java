package org.rackvidd.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.rackvidd.Pipeline;
import org.rackvidd.configuration.Configuration;
import org.rackvidd.errors.Errors;
import org.rackvidd.exports.ExportFormat;
import org.rackvidd.exports.Formats;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The export formats that are read. */
@Command(
    name = "formats",
    description = "Lists the export formats that are read, or shows one of them.",
    mixinStandardHelpOptions = true)
final class FormatsCommand implements Callable<Integer> {
  @Parameters(arity = "0..1", paramLabel = "FORMAT", description = "Shows its columns and headers.")
  private String name;

  @Option(names = "--config", description = "Folder whose aliases and mappings count, too.")
  private Path config;

  @Option(names = "--markdown", description = "All of them, as docs/FORMATS.md has them.")
  private boolean markdown;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Configuration configuration =
        config == null ? Configuration.defaults() : Configuration.load(config);
    Formats formats = Formats.of(Pipeline.FORMATS, Pipeline.intakes(), configuration);
    PrintWriter out = spec.commandLine().getOut();
    if (markdown) {
      out.print(FormatsPage.of(formats.all()));
      out.flush();
      return 0;
    }
    if (name == null) {
      TextTable table = new TextTable("Format", "Languages", "What it is").keepFirst();
      for (ExportFormat format : formats.all()) {
        table.row(format.name(), String.join(" ", format.languages()), format.description());
      }
      table.print(out, Terminal.columns());
      return 0;
    }
    show(
        formats
            .find(name)
            .orElseThrow(
                () ->
                    Errors.unknownFormat(
                        name, formats.all().stream().map(ExportFormat::name).toList())),
        out);
    return 0;
  }

  private static void show(ExportFormat format, PrintWriter out) {
    out.println(format.name());
    out.println(Paragraph.wrap(String.valueOf(format.description()), "  "));
    out.println("From:    " + format.source());
    out.println("One row: " + format.row());
    out.println();
    TextTable table = new TextTable("Column", "Headers");
    format
        .columns()
        .forEach(
            (column, rule) -> {
              if (!rule.headers().isEmpty()) {
                table.row(column, headers(rule));
              }
            });
    format.metrics().forEach((metric, rule) -> table.row(metric, headers(rule)));
    table.print(out, Terminal.columns());
    if (!format.changes().isEmpty()) {
      out.println();
      out.println("Changed by the platform:");
      format
          .changes()
          .forEach(c -> out.println(Paragraph.wrap("- " + c.when() + ": " + c.what(), "  ")));
    }
    if (!format.traps().isEmpty()) {
      out.println();
      out.println("Mind:");
      format.traps().forEach(trap -> out.println(Paragraph.wrap("- " + trap, "  ")));
    }
  }

  private static String headers(ExportFormat.ColumnRule rule) {
    return String.join(" | ", rule.headers().values().stream().flatMap(h -> h.stream()).toList());
  }
}
