package org.rackvidd.bench.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rackvidd.bench.exports.Dialect;
import org.rackvidd.bench.exports.ExportTable;
import org.rackvidd.bench.exports.PostLayout;
import org.rackvidd.bench.people.Life;
import org.rackvidd.bench.people.Span;
import org.rackvidd.bench.truth.AdSums;
import org.rackvidd.bench.truth.FileTruth;
import org.rackvidd.bench.truth.Truth;
import org.rackvidd.bench.world.Channel;
import org.rackvidd.bench.world.Figure;
import org.rackvidd.bench.world.Post;

/** The folder with everything the communicator downloaded, a folder in it for each day she did. */
final class Downloads {
  static final LocalDate AUTUMN_2025 = LocalDate.of(2025, 9, 2);
  static final LocalDate SPRING_2026 = LocalDate.of(2026, 5, 4);
  static final LocalDate OCTOBER_2026 = LocalDate.of(2026, 10, 2);
  static final LocalDate NOVEMBER_2026 = LocalDate.of(2026, 11, 3);

  /** All days as of which something is known; YouTube tells what there was by the last day. */
  static final List<LocalDate> DAYS =
      List.of(AUTUMN_2025, SPRING_2026, OCTOBER_2026, Granvika.LAST.plusDays(1), NOVEMBER_2026);

  private final Path folder;
  private final Life life;
  private final Truth truth = new Truth();
  private final Map<String, Observation> latest = new LinkedHashMap<>();

  /** What a download said about a post; the latest download wins. */
  private record Observation(Post post, LocalDate observed, EnumSet<Figure> figures) {}

  /**
   * @param life of Granvika, settled
   */
  Downloads(Path folder, Life life) {
    this.folder = folder;
    this.life = life;
  }

  Life life() {
    return life;
  }

  /** Everything in the folder, once it is there. */
  Truth truth() {
    latest
        .values()
        .forEach(seen -> truth.posts().add(seen.post(), seen.observed(), seen.figures()));
    latest.clear();
    return truth;
  }

  /** What the ads reports say, added up as they are written. */
  AdSums ads() {
    return truth.ads();
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  /** A text file and what is true of it. */
  FileTruth write(String name, String format, ExportTable table, Dialect dialect)
      throws IOException {
    table.write(path(name), dialect);
    return file(name, "", format, dialect.encoding());
  }

  FileTruth file(String name, String sheet, String format, String encoding) {
    return truth.file(new FileTruth(name, sheet, format, encoding));
  }

  /** The posts a download of a range would hold, in its order; the platform's days decide. */
  List<Post> newestFirst(Channel channel, PostLayout layout, String from, String to) {
    Span range = new Span(LocalDate.parse(from), LocalDate.parse(to));
    List<Post> posts = new ArrayList<>();
    for (Post post : life.posts(channel)) {
      if (range.contains(layout.day(post.publishedAt()))) {
        posts.add(post);
      }
    }
    Collections.reverse(posts);
    return posts;
  }

  /** Notes what a correct reader now knows about these posts. */
  void seen(List<Post> posts, LocalDate observed, EnumSet<Figure> figures) {
    for (Post post : posts) {
      String key = post.account().channel() + post.account().id() + post.id();
      latest.put(key, new Observation(post, observed, figures));
    }
  }
}
