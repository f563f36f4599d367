package org.rackvidd.bench.simulation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.rackvidd.bench.exports.Dialect;
import org.rackvidd.bench.exports.FacebookExport;
import org.rackvidd.bench.exports.InstagramExport;
import org.rackvidd.bench.exports.LinkedInExport;
import org.rackvidd.bench.exports.PostLayout;
import org.rackvidd.bench.exports.XExport;
import org.rackvidd.bench.exports.YouTubeExport;
import org.rackvidd.bench.people.Life;
import org.rackvidd.bench.truth.FileTruth;
import org.rackvidd.bench.truth.Truth;
import org.rackvidd.bench.world.Account;
import org.rackvidd.bench.world.Channel;
import org.rackvidd.bench.world.Figure;
import org.rackvidd.bench.world.PageDay;
import org.rackvidd.bench.world.Post;

/**
 * One day's downloads of posts: Facebook, Instagram and X for all towns together, LinkedIn's
 * workbook and YouTube's folder for each.
 */
final class PostFiles implements AutoCloseable {
  /** One row in so many says that fewer than nobody was reached. */
  private static final int BAD_ROW = 4_001;

  /** One post in so many has X's id as a spreadsheet shows it, and no link to repair it from. */
  private static final int BAD_ID = 101;

  private final Path folder;
  private final LocalDate observed;
  private final LocalDate from;
  private final Truth truth;
  private final Map<Channel, PostLayout> layouts = new EnumMap<>(Channel.class);
  private final Map<Channel, RollingExport> files = new EnumMap<>(Channel.class);
  private int written;

  /**
   * @param observed the day of the download
   * @param from the first day whose posts it holds
   */
  PostFiles(Path folder, LocalDate observed, LocalDate from, Truth truth) {
    this.folder = folder;
    this.observed = observed;
    this.from = from;
    this.truth = truth;
    open(Channel.FACEBOOK, new FacebookExport(true), Dialect.META, "meta_facebook_posts");
    open(Channel.INSTAGRAM, new InstagramExport(), Dialect.META, "meta_instagram_posts");
    open(Channel.X, new XExport(), Dialect.PLAIN, "x_posts");
  }

  private void open(Channel channel, PostLayout layout, Dialect dialect, String format) {
    layouts.put(channel, layout);
    files.put(
        channel,
        new RollingExport(
            folder,
            RollingExport.Description.of(
                observed + "/" + channel.key() + "_%d.csv", format, layout.header()),
            dialect,
            rows -> List.of(),
            truth));
  }

  /** Everything a town published in the range. */
  void write(Life town) throws IOException {
    for (Map.Entry<Channel, RollingExport> file : files.entrySet()) {
      PostLayout layout = layouts.get(file.getKey());
      for (Post post : newestFirst(town.posts(file.getKey()))) {
        write(post, layout, file.getValue());
      }
    }
    linkedIn(town);
    youTube(town);
  }

  private List<Post> newestFirst(List<Post> posts) {
    List<Post> inRange =
        new ArrayList<>(
            posts.stream()
                .filter(
                    post -> !post.localDay().isBefore(from) && post.localDay().isBefore(observed))
                .toList());
    Collections.reverse(inRange);
    return inRange;
  }

  private void write(Post post, PostLayout layout, RollingExport file) throws IOException {
    String[] row = layout.row(post, observed);
    file.accept(row);
    truth.posts().add(post, observed, layout.figures());
    written++;
    if (layout.figures().contains(Figure.REACH)) {
      if (written % BAD_ROW == 0) {
        file.reject(row, Map.of(layout.column(Figure.REACH), "-1"), "negative_figure");
      }
    } else if (written % BAD_ID == 0) {
      file.reject(row, Map.of("Post id", "2.11E+18", "Post Link", ""), "damaged_id");
    }
  }

  private void linkedIn(Life town) throws IOException {
    Account account = town.account(Channel.LINKEDIN);
    List<Post> posts = newestFirst(town.posts(Channel.LINKEDIN));
    List<PageDay> days =
        town.days(Channel.LINKEDIN).stream()
            .filter(day -> !day.day().isBefore(from) && day.day().isBefore(observed))
            .toList();
    Instant moment = observed.atTime(LocalTime.of(7, 40)).toInstant(ZoneOffset.UTC);
    String name = observed + "/" + account.id() + "_content_" + moment.toEpochMilli() + ".xls";
    new LinkedInExport(observed).write(folder.resolve(name), posts, days);
    truth
        .file(new FileTruth(name, "Metrics", "linkedin_page_days", "xls"))
        .accept(days.size())
        .setAside("note", 1);
    truth
        .file(new FileTruth(name, "All posts", "linkedin_posts", "xls"))
        .accept(posts.size())
        .setAside("note", 1);
    posts.forEach(post -> truth.posts().add(post, observed, LinkedInExport.FIGURES));
  }

  private void youTube(Life town) throws IOException {
    // Not everybody in an agency has the same language.
    YouTubeExport layout =
        town.town().number() % 2 == 0 ? YouTubeExport.SWEDISH : YouTubeExport.ENGLISH;
    List<Post> posts = newestFirst(town.posts(Channel.YOUTUBE));
    if (posts.isEmpty()) {
      return;
    }
    String channel = town.account(Channel.YOUTUBE).id();
    String name = observed + "/" + layout.path(channel, from, observed.minusDays(1));
    try (var csv = Dialect.PLAIN.create(folder.resolve(name))) {
      csv.writeRecord(layout.header());
      csv.writeRecord(layout.total(posts, observed));
      posts.forEach(post -> csv.writeRecord(layout.row(post, observed)));
    }
    truth
        .file(new FileTruth(name, "", "youtube_content", Dialect.PLAIN.encoding()))
        .accept(posts.size())
        .setAside("total", 1);
    posts.forEach(post -> truth.posts().add(post, observed, layout.figures()));
  }

  @Override
  public void close() throws IOException {
    for (RollingExport file : files.values()) {
      file.close();
    }
  }
}
