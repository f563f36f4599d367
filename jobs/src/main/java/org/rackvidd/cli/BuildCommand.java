package org.rackvidd.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.rackvidd.Pipeline;
import org.rackvidd.build.Area;
import org.rackvidd.build.Build;
import org.rackvidd.configuration.Configuration;
import org.rackvidd.errors.Errors;
import org.rackvidd.lake.Lake;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Facts into results. */
@Command(
    name = "build",
    description = {
      "Builds the result tables from the facts, as far as facts have changed.",
      "A changed configuration or a new version of Räckvidd builds everything again."
    },
    mixinStandardHelpOptions = true)
final class BuildCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..*",
      paramLabel = "AREA",
      description =
          "Areas to build: engagement, restatement, ad_figures, reach. All when none is named.")
  private List<String> areas = List.of();

  @Option(names = "--lake", required = true, description = "Folder of the lake.")
  private String lake;

  @Option(
      names = "--config",
      description = "Folder with organisation.yaml and the rest; without it, defaults hold.")
  private Path config;

  @Option(names = "--full", description = "From the beginning, changed or not.")
  private boolean full;

  @Option(
      names = "--from",
      description = "Also what was published on or after this day, changed or not (2026-01-31).")
  private LocalDate from;

  @Option(names = "--to", description = "With --from: up to this day.")
  private LocalDate to;

  @ParentCommand private Root root;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Map<String, Area> chosen = new LinkedHashMap<>(Pipeline.AREAS);
    for (String area : areas) {
      if (!Pipeline.AREAS.containsKey(area)) {
        throw Errors.unknownArea(area, Pipeline.AREAS.keySet());
      }
    }
    if (!areas.isEmpty()) {
      chosen.keySet().retainAll(areas);
    }
    if (!Lakes.isThere(lake)) {
      throw Errors.noLake(lake);
    }
    Configuration configuration = Configurations.load(config, spec);
    root.session()
        .write("build", lake, opened -> run(opened, configuration, chosen, full, from, to, spec));
    return 0;
  }

  /** Builds and prints a line per area. */
  static void run(
      Lake lake,
      Configuration configuration,
      Map<String, Area> areas,
      boolean full,
      LocalDate from,
      LocalDate to,
      CommandSpec spec) {
    PrintWriter out = spec.commandLine().getOut();
    new Build(lake, configuration, Pipeline.version(), out::println).run(areas, full, from, to);
    lake.warnings().forEach(warning -> spec.commandLine().getErr().println("Warning: " + warning));
  }
}
