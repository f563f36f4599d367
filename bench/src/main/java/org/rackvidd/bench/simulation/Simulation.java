package org.rackvidd.bench.simulation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.rackvidd.bench.people.AdCounts;
import org.rackvidd.bench.people.Enrolment;
import org.rackvidd.bench.people.Life;
import org.rackvidd.bench.people.Population;
import org.rackvidd.bench.people.Town;
import org.rackvidd.bench.truth.Restated;
import org.rackvidd.bench.truth.Truth;
import org.rackvidd.bench.truth.WorldTruth;
import org.rackvidd.bench.world.Channel;
import org.rackvidd.bench.world.StoryBook;

/**
 * Makes a world: town after town its people live, on all processors, and what is left of it is
 * written down. Memory grows with the days, with the largest town's posts, ads and applications and
 * with the busiest day's visits, not with the number of towns; as much as all visits take is needed
 * on disk for the time being.
 */
final class Simulation {
  private final Plan plan;
  private final Path folder;
  private final int threads;
  private final Truth now = new Truth();
  private final Truth later = new Truth();
  private final Restated restated = new Restated();

  Simulation(Plan plan, Path folder) {
    this(plan, folder, Runtime.getRuntime().availableProcessors());
  }

  /**
   * @param threads makes no difference to what is written
   */
  Simulation(Plan plan, Path folder, int threads) {
    this.plan = plan;
    this.folder = folder;
    this.threads = threads;
  }

  /** Writes everything and returns the number of rows in the history that a reader must accept. */
  long write() throws IOException {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    List<Chronicle> chronicles = new ArrayList<>();
    try (Spool spool = new Spool(folder.resolve("visits.tmp"), plan.span().days())) {
      try {
        for (int thread = 0; thread < threads; thread++) {
          chronicles.add(new Chronicle(plan.span(), spool));
        }
        Configuration configuration = new Configuration(plan, folder.resolve("config"));
        live(workers, chronicles, configuration);
        configuration.write();
      } finally {
        stop(workers);
      }
      try (WebFiles web = new WebFiles(plan, spool)) {
        web.writeHistory(folder.resolve("exports"), now);
        web.writeNextDay(folder.resolve("next-day"), later);
      }
    }
    writeTruth(chronicles, 0, now, folder.resolve("truth"));
    writeTruth(chronicles, 1, later, folder.resolve("truth-next-day"));
    restated.write(folder.resolve("truth-next-day"));
    return now.accepted();
  }

  /** Nobody may still write when the files are closed. */
  private static void stop(ExecutorService workers) {
    workers.shutdownNow();
    try {
      workers.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void writeTruth(List<Chronicle> chronicles, int download, Truth files, Path out)
      throws IOException {
    WorldTruth world = new WorldTruth(plan.span(), Plan.DOWNLOADS.get(download));
    chronicles.forEach(chronicle -> world.add(chronicle.truth(download)));
    files.write(out, plan.rhythm());
    world.write(out, plan.trials(), plan.rhythm());
  }

  private void live(
      ExecutorService workers, List<Chronicle> chronicles, Configuration configuration)
      throws IOException {
    StoryBook book = StoryBook.swedish();
    Path exports = folder.resolve("exports");
    Path nextDay = folder.resolve("next-day");
    try (PostFiles posts = new PostFiles(exports, Plan.OBSERVED, plan.span().first(), now);
        AdFiles ads = new AdFiles(exports, Plan.OBSERVED, 0, plan.span().first(), now);
        ApplicantFiles applicants = new ApplicantFiles(exports, Plan.OBSERVED, now);
        EnrolmentFile enrolments = new EnrolmentFile(exports, now);
        PostFiles laterPosts = new PostFiles(nextDay, Plan.NEXT_DAY, plan.recent(), later);
        AdFiles laterAds = new AdFiles(nextDay, Plan.NEXT_DAY, 1, plan.recent(), later);
        ApplicantFiles laterApplicants = new ApplicantFiles(nextDay, Plan.NEXT_DAY, later)) {
      for (int number = 0; number < plan.towns(); number++) {
        Town town = plan.town(number);
        Life life =
            new Life(town, book, Plan.DOWNLOADS, plan.recent(), plan.trials(), plan.rhythm());
        AdCounts counts = live(life, workers, chronicles);
        configuration.add(life);
        posts.write(life);
        ads.write(life, counts);
        laterPosts.write(life);
        laterAds.write(life, counts);
        List<Chronicle.Applied> applied =
            chronicles.stream().flatMap(chronicle -> chronicle.applied().stream()).toList();
        applicants.write(town, applied);
        laterApplicants.write(town, applied);
        List<Enrolment> enrolled =
            chronicles.stream().flatMap(chronicle -> chronicle.enrolments().stream()).toList();
        enrolments.write(town, enrolled);
        for (Channel channel : Channel.values()) {
          restated.add(life.posts(channel), plan.recent(), Plan.OBSERVED, Plan.NEXT_DAY);
        }
        restated.add(life, counts, plan.recent(), Plan.OBSERVED);
      }
    }
  }

  /** All people of a town, shared out among the threads. */
  private AdCounts live(Life life, ExecutorService workers, List<Chronicle> chronicles)
      throws IOException {
    Population population = life.town().population();
    List<Life.Part> parts = new ArrayList<>();
    List<Callable<Void>> work = new ArrayList<>();
    for (int thread = 0; thread < threads; thread++) {
      Chronicle chronicle = chronicles.get(thread);
      chronicle.moveTo(life.town().number());
      Life.Part part = life.part(chronicle);
      parts.add(part);
      int from = (int) ((long) population.size() * thread / threads);
      int to = (int) ((long) population.size() * (thread + 1) / threads);
      work.add(
          () -> {
            part.live(from, to);
            return null;
          });
    }
    try {
      for (Future<Void> done : workers.invokeAll(work)) {
        done.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while people lived", e);
    } catch (ExecutionException e) {
      throw new IOException("a town could not be lived through", e.getCause());
    }
    return life.settle(parts);
  }
}
