package org.rackvidd.bench.scale;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.rackvidd.bench.exports.Dialect;
import org.rackvidd.bench.exports.FacebookExport;
import org.rackvidd.bench.exports.InstagramExport;
import org.rackvidd.bench.exports.PostLayout;
import org.rackvidd.bench.exports.XExport;
import org.rackvidd.bench.truth.FileTruth;
import org.rackvidd.bench.truth.Truth;
import org.rackvidd.bench.world.Account;
import org.rackvidd.bench.world.Channel;
import org.rackvidd.bench.world.Newsroom;
import org.rackvidd.bench.world.People;
import org.rackvidd.bench.world.StoryBook;

/**
 * A large folder of exports: 400 days of an agency's posts and ads, all downloaded on one day, and
 * three more files from the day after. Memory grows with the accounts, not with the rows.
 */
final class Simulation {
  private static final LocalDate OBSERVED = Agency.LAST.plusDays(1);
  private static final LocalDate NEXT_DAY = OBSERVED.plusDays(1);

  /** The next day's downloads reach back this far. */
  private static final LocalDate RECENT = NEXT_DAY.minusDays(28);

  /** Numbers of accounts are not shared between files. */
  private static final int CLIENTS_OF_FILE = 10_000;

  private final Path folder;
  private final long seed;
  private final Agency agency;
  private final Newsroom newsroom;

  Simulation(Path folder, long seed) {
    this.folder = folder;
    this.seed = seed;
    this.agency = new Agency(seed);
    this.newsroom = new Newsroom(seed, StoryBook.swedish());
  }

  /** Writes everything and returns the accounts whose posts are in it. */
  List<Account> write(long rows, int files) throws IOException {
    List<Kind.Part> parts = Kind.divide(rows, files);
    List<Callable<Written>> history = new ArrayList<>();
    parts.forEach(part -> history.add(() -> write(part)));
    List<Written> base = together(history);
    Truth now = new Truth();
    base.forEach(written -> now.file(written.file()));
    base.forEach(written -> now.posts().addAll(written.posts()));
    base.forEach(written -> now.ads().addAll(written.ads()));
    now.write(folder.resolve("truth"));

    List<Account> accounts = base.stream().flatMap(file -> file.accounts().stream()).toList();
    List<Written> next = together(nextDay(parts, accounts));
    Truth later = new Truth();
    next.forEach(written -> later.file(written.file()));
    base.forEach(written -> later.posts().addAll(written.settledPosts()));
    next.forEach(written -> later.posts().addAll(written.posts()));
    base.forEach(written -> later.ads().addAll(written.ads()));
    next.forEach(written -> later.ads().addAll(written.ads()));
    later.write(folder.resolve("truth-next-day"));
    return accounts;
  }

  private Written write(Kind.Part part) throws IOException {
    return switch (part.kind()) {
      case ADS_BY_PEOPLE, ADS -> ads(part);
      case FACEBOOK -> posts(part, Channel.FACEBOOK, RECENT);
      case INSTAGRAM -> posts(part, Channel.INSTAGRAM, RECENT);
      // The next day brings nothing from X, so all of it is settled.
      case X -> posts(part, Channel.X, NEXT_DAY);
    };
  }

  private Written posts(Kind.Part part, Channel channel, LocalDate unsettled) throws IOException {
    PostLayout layout = layout(channel);
    Dialect dialect = dialect(channel);
    String name = OBSERVED + "/" + channel.key() + "_" + (part.number() + 1) + ".csv";
    Written written =
        Written.of(new FileTruth(name, "", channel.key() + "_posts", dialect.encoding()));
    new PostFile(layout, dialect, OBSERVED, unsettled, newsroom)
        .writeHistory(
            folder.resolve("exports").resolve(name),
            number -> agency.account(channel, part.number() * CLIENTS_OF_FILE + number),
            part.rows(),
            written);
    return written;
  }

  private Written ads(Kind.Part part) throws IOException {
    boolean byPeople = part.kind() == Kind.ADS_BY_PEOPLE;
    LocalDate first = Agency.FIRST.plusDays((long) Agency.DAYS * part.number() / part.of());
    LocalDate next = Agency.FIRST.plusDays((long) Agency.DAYS * (part.number() + 1) / part.of());
    long days = Math.max(1, next.toEpochDay() - first.toEpochDay());
    String name =
        OBSERVED + (byPeople ? "/ads_age_gender_" : "/ads_") + (part.number() + 1) + ".csv";
    Written written = Written.of(new FileTruth(name, "", "meta_ads", Dialect.META_ADS.encoding()));
    new AdsFile(agency, seed, byPeople, first, first.plusDays(days - 1))
        .write(
            folder.resolve("exports").resolve(name),
            AdsFile.slots(part.rows(), byPeople, days),
            part.rows(),
            written);
    return written;
  }

  private List<Callable<Written>> nextDay(List<Kind.Part> parts, List<Account> accounts) {
    List<Callable<Written>> files = new ArrayList<>();
    for (Channel channel : List.of(Channel.FACEBOOK, Channel.INSTAGRAM)) {
      List<Account> ours = accounts.stream().filter(a -> a.channel() == channel).toList();
      files.add(() -> recentPosts(channel, ours));
    }
    long adRows =
        parts.stream()
            .filter(part -> part.kind() == Kind.ADS_BY_PEOPLE)
            .mapToLong(Kind.Part::rows)
            .sum();
    files.add(() -> newAds(AdsFile.slots(adRows, true, Agency.DAYS)));
    return files;
  }

  private Written recentPosts(Channel channel, List<Account> accounts) throws IOException {
    String name = NEXT_DAY + "/" + channel.key() + ".csv";
    Dialect dialect = dialect(channel);
    Written written =
        Written.of(new FileTruth(name, "", channel.key() + "_posts", dialect.encoding()));
    new PostFile(layout(channel), dialect, NEXT_DAY, RECENT, newsroom)
        .writeRecent(folder.resolve("next-day").resolve(name), accounts, RECENT, written);
    return written;
  }

  private Written newAds(int slots) throws IOException {
    String name = NEXT_DAY + "/ads_age_gender.csv";
    Written written = Written.of(new FileTruth(name, "", "meta_ads", Dialect.META_ADS.encoding()));
    new AdsFile(agency, seed, true, OBSERVED, OBSERVED)
        .write(
            folder.resolve("next-day").resolve(name),
            slots,
            (long) slots * People.BY_AGE_AND_GENDER.size(),
            written);
    return written;
  }

  private static PostLayout layout(Channel channel) {
    return switch (channel) {
      case FACEBOOK -> new FacebookExport(true);
      case INSTAGRAM -> new InstagramExport();
      case X -> new XExport();
      case LINKEDIN, YOUTUBE -> throw new IllegalArgumentException(channel.key());
    };
  }

  private static Dialect dialect(Channel channel) {
    return channel == Channel.X ? Dialect.PLAIN : Dialect.META;
  }

  /** Runs the work on all processors and returns its results in order. */
  private static <T> List<T> together(List<Callable<T>> work) throws IOException {
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> result : threads.invokeAll(work)) {
        results.add(result.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while writing", e);
    } catch (ExecutionException e) {
      throw new IOException("a file could not be written", e.getCause());
    } finally {
      threads.shutdown();
    }
  }
}
