package org.rackvidd.bench.demo;

import static org.rackvidd.bench.demo.Downloads.NOVEMBER_2026;
import static org.rackvidd.bench.demo.Downloads.OCTOBER_2026;
import static org.rackvidd.bench.demo.Downloads.SPRING_2026;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.rackvidd.bench.exports.Dialect;
import org.rackvidd.bench.exports.ExportTable;
import org.rackvidd.bench.exports.FacebookExport;
import org.rackvidd.bench.exports.InstagramExport;
import org.rackvidd.bench.exports.PostLayout;
import org.rackvidd.bench.world.Channel;
import org.rackvidd.bench.world.Post;
import org.rackvidd.bench.world.Topic;

/** What came out of Business Suite: the page in Swedish, the Instagram account in English. */
final class MetaDownloads {
  private static final int POST_WITHOUT_A_DAY = 4;
  private static final int POST_WITH_NEGATIVE_REACH = 9;

  private final Downloads downloads;

  MetaDownloads(Downloads downloads) {
    this.downloads = downloads;
  }

  void facebook() throws IOException {
    PostLayout early = new FacebookExport(false);
    List<Post> first = downloads.newestFirst(Channel.FACEBOOK, early, "2025-05-01", "2026-04-30");
    downloads
        .write(
            SPRING_2026 + "/May-01-2025_Apr-30-2026_1093847562910384.csv",
            "facebook_posts",
            ExportTable.of(early, first, SPRING_2026),
            Dialect.META)
        .accept(first.size())
        .note("no link clicks column");
    downloads.seen(first, SPRING_2026, early.figures());

    PostLayout later = new FacebookExport(true);
    List<Post> second = downloads.newestFirst(Channel.FACEBOOK, later, "2026-05-01", "2026-09-30");
    ExportTable table = ExportTable.of(later, second, OCTOBER_2026);
    table.damage(POST_WITHOUT_A_DAY, "Publiceringstid", "02/31/2026 09:15");
    Post undated = second.remove(POST_WITHOUT_A_DAY);
    downloads
        .write(
            OCTOBER_2026 + "/May-01-2026_Sep-30-2026_1120475839201173.csv",
            "facebook_posts",
            table,
            Dialect.META)
        .accept(second.size())
        .reject("bad_date", 1)
        .note("31 February in post " + undated.id() + ", right in the next download");
    downloads.seen(second, OCTOBER_2026, later.figures());

    List<Post> again = downloads.newestFirst(Channel.FACEBOOK, later, "2026-09-01", "2026-10-31");
    downloads
        .write(
            NOVEMBER_2026 + "/Sep-01-2026_Oct-31-2026_1131203948576620.csv",
            "facebook_posts",
            ExportTable.of(later, again, NOVEMBER_2026),
            Dialect.META)
        .accept(again.size())
        .note("September again, a month later: figures restated, addresses changed");
    downloads.seen(again, NOVEMBER_2026, later.figures());
  }

  void instagram() throws IOException {
    PostLayout layout = new InstagramExport();
    List<Post> first = downloads.newestFirst(Channel.INSTAGRAM, layout, "2025-05-01", "2026-04-30");
    downloads
        .write(
            SPRING_2026 + "/May-01-2025_Apr-30-2026_870234519923847.csv",
            "instagram_posts",
            ExportTable.of(layout, first, SPRING_2026),
            Dialect.META)
        .accept(first.size());
    downloads.seen(first, SPRING_2026, layout.figures());

    List<Post> second =
        downloads.newestFirst(Channel.INSTAGRAM, layout, "2026-05-01", "2026-09-30");
    Post event = second.stream().filter(p -> p.topic() == Topic.EVENT).findFirst().orElseThrow();
    Post together = event.by(Granvika.FOOTBALL_CLUB);
    second.set(second.indexOf(event), together);
    ExportTable table = ExportTable.of(layout, second, OCTOBER_2026);
    table.damage(POST_WITH_NEGATIVE_REACH, "Reach", "-12");
    Post negative = second.remove(POST_WITH_NEGATIVE_REACH);
    downloads
        .write(
            OCTOBER_2026 + "/May-01-2026_Sep-30-2026_902817364551029.csv",
            "instagram_posts",
            table,
            Dialect.META)
        .accept(second.size())
        .reject("negative_figure", 1)
        .note(
            "reach of -12 in post %s; post %s is the football club's (account %s)"
                .formatted(negative.id(), together.id(), together.account().id()));
    downloads.seen(second, OCTOBER_2026, layout.figures());
    october(layout);
  }

  /** Downloaded once, copied once. */
  private void october(PostLayout layout) throws IOException {
    List<Post> posts = downloads.newestFirst(Channel.INSTAGRAM, layout, "2026-10-01", "2026-10-31");
    String name = NOVEMBER_2026 + "/Oct-01-2026_Oct-31-2026_918273645102938.csv";
    ExportTable table = ExportTable.of(layout, posts, NOVEMBER_2026);
    downloads.write(name, "instagram_posts", table, Dialect.META).accept(posts.size());
    downloads.seen(posts, NOVEMBER_2026, layout.figures());
    String copy = NOVEMBER_2026 + "/instagram oktober (kopia).csv";
    Files.copy(downloads.path(name), downloads.path(copy));
    downloads
        .file(copy, "", "instagram_posts", Dialect.META.encoding())
        .outcome("duplicate")
        .note("byte for byte the file above under another name");
  }
}
