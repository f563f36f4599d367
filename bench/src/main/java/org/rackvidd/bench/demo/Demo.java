package org.rackvidd.bench.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.rackvidd.bench.people.AdCounts;
import org.rackvidd.bench.people.Life;
import org.rackvidd.bench.people.Town;
import org.rackvidd.bench.world.StoryBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes {@code data/demo}: configuration, exports and truth of a made-up municipality. */
@Command(name = "demo", description = "Write data/demo, the same bytes every time.")
public final class Demo implements Callable<Integer> {
  @Option(names = "--out", required = true, description = "A folder that is empty or not there.")
  private Path out;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (Files.exists(out) && !isEmpty(out)) {
      throw new ParameterException(
          spec.commandLine(), out + " is not empty. Remove it, or name another folder.");
    }
    write(out);
    return 0;
  }

  /** Writes the whole demo, and returns the life it tells of. */
  static Life write(Path folder) throws IOException {
    Town granvika = new Granvika();
    Life life =
        new Life(
            granvika,
            StoryBook.swedish(),
            Downloads.DAYS,
            granvika.span().first(),
            List.of(),
            true);
    AccountReach reach = new AccountReach(granvika.span(), AdsDownloads.ranges());
    Life.Part everybody = life.part(reach);
    everybody.live(0, granvika.population().size());
    AdCounts counts = life.settle(List.of(everybody));
    Configuration.write(folder.resolve("config"), life);
    Downloads downloads = new Downloads(folder.resolve("exports"), life);
    MetaDownloads meta = new MetaDownloads(downloads);
    meta.facebook();
    meta.instagram();
    new LinkedInDownloads(downloads).write();
    new XDownloads(downloads).write();
    new YouTubeDownload(downloads).write();
    new AdsDownloads(downloads, counts, reach).write();
    minutes(downloads);
    downloads.truth().write(folder.resolve("truth"), true);
    return life;
  }

  /** A file that landed in the folder by mistake. */
  private static void minutes(Downloads downloads) throws IOException {
    String name = Downloads.NOVEMBER_2026 + "/minnesanteckningar 2026-10-27.csv";
    try (InputStream text = Demo.class.getResourceAsStream("minutes.csv")) {
      Files.write(downloads.path(name), text.readAllBytes());
    }
    downloads.file(name, "", "", "UTF-8").outcome("unrecognised").note("no export at all");
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }
}
