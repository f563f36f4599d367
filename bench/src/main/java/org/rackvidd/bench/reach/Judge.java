package org.rackvidd.bench.reach;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.rackvidd.Main;
import org.rackvidd.Pipeline;
import org.rackvidd.cli.Session;
import org.rackvidd.configuration.Configuration;
import org.rackvidd.lake.Lake;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Says how many of a lake's numbers of people hold what is so in the world its exports are from.
 */
@Command(
    name = "judge-reach",
    description =
        "Hold a lake's reach, overlaps and frequencies against the truth of the simulated world"
            + " its exports come from. Exit code 1 where bounds do not hold the truth, are wider than the naive pair, or are not"
            + " there.")
public final class Judge implements Callable<Integer> {
  private static final int EXAMPLES = 5;

  @Option(
      names = "--lake",
      required = true,
      description = "A lake into which the world's exports were ingested, and that was built.")
  private Path lakeFolder;

  @Option(names = "--data", required = true, description = "The world, as simulate has written it.")
  private Path world;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter terminal = spec.commandLine().getOut();
    if (!Files.isDirectory(world.resolve("truth"))) {
      throw new ParameterException(spec.commandLine(), "no simulated world: " + world);
    }
    SparkSession spark = Main.session(new Session.Settings("judge", false));
    String root = lakeFolder.toAbsolutePath().normalize().toUri().toString();
    Lake lake = new Lake(spark, root, Pipeline.tables());
    if (lake.table("results.reach").isEmpty()) {
      throw new ParameterException(spec.commandLine(), "no lake with reach in it: " + lakeFolder);
    }
    Judgement judgement = new Judgement(lake, world);
    boolean holds = hold(terminal, "reach", judgement.reach());
    holds &= hold(terminal, "frequency", judgement.frequencies());
    holds &= hold(terminal, "overlap", judgement.overlaps());
    holds &= hold(terminal, "visitors", judgement.visitors());
    holds &= hold(terminal, "overlap of visitors", judgement.overlapsOfVisitors());
    List<String> leftOut = judgement.leftOut();
    terminal.printf(Locale.ROOT, "left out: %,d places that reached somebody%n", leftOut.size());
    holds &= leftOut.isEmpty();
    long reachable =
        Configuration.load(world.resolve("config")).organisation().reachable("all").orElseThrow();
    holds &= areNarrow(terminal, judgement.widths(reachable));
    spark.stop();
    return holds ? 0 : 1;
  }

  private static boolean hold(PrintWriter terminal, String about, List<Judgement.Claim> claims) {
    Map<Boolean, List<Judgement.Claim>> byKind =
        claims.stream().collect(Collectors.partitioningBy(Judgement.Claim::isEstimate));
    List<Judgement.Claim> wrong =
        byKind.get(false).stream().filter(claim -> !claim.holds()).toList();
    List<Judgement.Claim> estimates = byKind.get(true);
    long held = estimates.stream().filter(Judgement.Claim::holds).count();
    terminal.printf(
        Locale.ROOT,
        "%s: %,d numbers with bounds, of which %,d hold the truth",
        about,
        byKind.get(false).size(),
        byKind.get(false).size() - wrong.size());
    if (!estimates.isEmpty()) {
      terminal.printf(
          Locale.ROOT,
          "; %,d estimates, of which %.1f %% hold it in their interval of 95 %%",
          estimates.size(),
          100.0 * held / estimates.size());
    }
    terminal.println();
    wrong.stream().limit(EXAMPLES).forEach(claim -> terminal.println("  wrong: " + claim));
    terminal.flush();
    return wrong.isEmpty();
  }

  private static boolean areNarrow(PrintWriter terminal, List<Judgement.Width> widths) {
    List<Judgement.Width> wider = widths.stream().filter(Judgement.Width::isWider).toList();
    terminal.printf(
        Locale.ROOT,
        "width: %,d channels and periods, of which %,d are wider than from the largest part to the"
            + " sum of the parts%n",
        widths.size(),
        wider.size());
    wider.stream().limit(EXAMPLES).forEach(width -> terminal.println("  wider: " + width));
    DoubleSummaryStatistics nested =
        widths.stream()
            .filter(Judgement.Width::isNested)
            .mapToDouble(Judgement.Width::ratio)
            .filter(Double::isFinite)
            .summaryStatistics();
    if (nested.getCount() > 0) {
      terminal.printf(
          Locale.ROOT,
          "  %,d of nothing but campaigns with months stated beside days: %.2f times as wide as"
              + " that pair on average, %.2f to %.2f%n",
          nested.getCount(),
          nested.getAverage(),
          nested.getMin(),
          nested.getMax());
    }
    terminal.flush();
    return wider.isEmpty();
  }
}
