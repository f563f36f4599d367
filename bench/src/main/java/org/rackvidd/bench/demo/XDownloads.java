package org.rackvidd.bench.demo;

import static org.rackvidd.bench.demo.Downloads.AUTUMN_2025;
import static org.rackvidd.bench.demo.Downloads.NOVEMBER_2026;
import static org.rackvidd.bench.demo.Downloads.OCTOBER_2026;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.rackvidd.bench.exports.Dialect;
import org.rackvidd.bench.exports.ExportTable;
import org.rackvidd.bench.exports.OlderXExport;
import org.rackvidd.bench.exports.PostLayout;
import org.rackvidd.bench.exports.XExport;
import org.rackvidd.bench.world.Channel;
import org.rackvidd.bench.world.Post;

/** Three files from X: the older layout, the newer one broken off, and one that met Excel. */
final class XDownloads {
  private static final int POST_WITHOUT_ADDRESS = 3;

  private final Downloads downloads;

  XDownloads(Downloads downloads) {
    this.downloads = downloads;
  }

  void write() throws IOException {
    olderLayout();
    brokenOff();
    savedByExcel();
  }

  private void olderLayout() throws IOException {
    PostLayout layout = new OlderXExport();
    List<Post> posts = downloads.newestFirst(Channel.X, layout, "2025-05-01", "2025-08-31");
    downloads
        .write(
            AUTUMN_2025 + "/tweet_activity_metrics_granvikakommun_20250501_20250901_en.csv",
            "x_posts_older",
            ExportTable.of(layout, posts, AUTUMN_2025),
            Dialect.ALL_QUOTED)
        .accept(posts.size())
        .note("a dash where nothing was promoted");
    downloads.seen(posts, AUTUMN_2025, layout.figures());
  }

  private void brokenOff() throws IOException {
    PostLayout layout = new XExport();
    List<Post> posts = downloads.newestFirst(Channel.X, layout, "2025-09-01", "2026-09-30");
    ExportTable table = ExportTable.of(layout, posts, OCTOBER_2026);
    Post half = posts.remove(posts.size() - 1);
    String name = OCTOBER_2026 + "/account_analytics_content_2025-09-01_2026-09-30.csv";
    downloads
        .write(name, "x_posts", table, Dialect.PLAIN)
        .accept(posts.size())
        .reject("too_few_fields", 1)
        .note("broken off within the last row, post " + half.id());
    breakOff(downloads.path(name), "/status/" + half.id());
    downloads.seen(posts, OCTOBER_2026, layout.figures());
  }

  /** Ends the file within the address, as a broken download does. */
  private static void breakOff(Path file, String address) throws IOException {
    String text = Files.readString(file);
    String kept = text.substring(0, text.indexOf(address) + address.length() - 9);
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.setLength(kept.getBytes(StandardCharsets.UTF_8).length);
    }
  }

  private void savedByExcel() throws IOException {
    PostLayout layout = new XExport();
    List<Post> posts = downloads.newestFirst(Channel.X, layout, "2026-10-01", "2026-10-31");
    ExportTable table = ExportTable.of(layout, posts, NOVEMBER_2026);
    for (int row = 0; row < posts.size(); row++) {
      table.damage(row, "Post id", asExcelShows(posts.get(row).id()));
    }
    table.damage(POST_WITHOUT_ADDRESS, "Post Link", "");
    Post lost = posts.remove(POST_WITHOUT_ADDRESS);
    downloads
        .write(
            NOVEMBER_2026 + "/account_analytics_content_2026-10-01_2026-10-31 excel.csv",
            "x_posts",
            table,
            Dialect.SWEDISH_EXCEL)
        .accept(posts.size())
        .reject("damaged_id", 1)
        .note(
            "saved by Excel: semicolons, emoji lost, ids like %s; the address repairs all but %s"
                .formatted(asExcelShows(lost.id()), lost.id()));
    downloads.seen(posts, NOVEMBER_2026, layout.figures());
  }

  /** Excel with Swedish settings has a decimal comma even in an id. */
  private static String asExcelShows(String id) {
    long hundredths = Math.round(Long.parseLong(id) / 1e16);
    return hundredths / 100 + "," + hundredths % 100 / 10 + hundredths % 10 + "E+18";
  }
}
