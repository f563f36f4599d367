package org.rackvidd.bench.demo;

import static org.rackvidd.bench.demo.Downloads.NOVEMBER_2026;
import static org.rackvidd.bench.demo.Downloads.SPRING_2026;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.rackvidd.bench.exports.LinkedInExport;
import org.rackvidd.bench.people.Span;
import org.rackvidd.bench.world.Channel;
import org.rackvidd.bench.world.PageDay;
import org.rackvidd.bench.world.Post;

/** Two workbooks from LinkedIn, each with half a year. */
final class LinkedInDownloads {
  private static final LocalDate REACTIONS_TAKEN_BACK = LocalDate.of(2025, 12, 26);

  private final Downloads downloads;

  LinkedInDownloads(Downloads downloads) {
    this.downloads = downloads;
  }

  void write() throws IOException {
    write(
        Granvika.LINKEDIN_FIRST,
        LocalDate.of(2026, 4, 30),
        SPRING_2026,
        Instant.parse("2026-05-04T08:12:31.123Z"));
    write(
        LocalDate.of(2026, 5, 1),
        Granvika.LAST,
        NOVEMBER_2026,
        Instant.parse("2026-11-03T07:40:02.518Z"));
  }

  private void write(LocalDate first, LocalDate last, LocalDate observed, Instant downloaded)
      throws IOException {
    List<Post> posts = new ArrayList<>();
    for (Post post : downloads.life().posts(Channel.LINKEDIN)) {
      LocalDate created = LocalDate.ofInstant(post.publishedAt(), ZoneOffset.UTC);
      if (!created.isBefore(first) && !created.isAfter(last)) {
        posts.add(0, post);
      }
    }
    List<PageDay> days = new ArrayList<>();
    Span range = new Span(first, last);
    for (PageDay day : downloads.life().days(Channel.LINKEDIN)) {
      if (range.contains(day.day())) {
        days.add(day.day().equals(REACTIONS_TAKEN_BACK) ? day.withReactions(-2) : day);
      }
    }
    String name = observed + "/granvika-kommun_content_" + downloaded.toEpochMilli() + ".xls";
    new LinkedInExport(observed).write(downloads.path(name), posts, days);
    downloads.seen(posts, observed, LinkedInExport.FIGURES);
    downloads
        .file(name, "Metrics", "linkedin_content_days", "xls")
        .accept(days.size())
        .setAside("note", 1)
        .note(observed.equals(SPRING_2026) ? "-2 reactions on 2025-12-26 are real" : "");
    downloads
        .file(name, "All posts", "linkedin_posts", "xls")
        .accept(posts.size())
        .setAside("note", 1)
        .note("no time of day but in the activity id");
  }
}
