package org.rackvidd.build;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Exports drawn by chance: posts on three channels, seen again and again on later days with figures
 * that rise and fall, columns that come and go, texts and times that are corrected, one row twice
 * with different figures, one file twice under two names.
 */
final class Newsroom {
  private static final DateTimeFormatter PACIFIC =
      DateTimeFormatter.ofPattern("MM/dd/yyyy HH:mm", Locale.ROOT);
  private static final LocalDate FIRST = LocalDate.of(2026, 2, 20);
  private static final long FIRST_SNOWFLAKE = 2_024_600_000_000_000_000L;

  /** What accounts.yaml says of them. */
  static final String ACCOUNTS =
      """
      accounts:
        - {channel: instagram, id: "88"}
        - {channel: facebook, id: "77", followers: {2026-03-01: 1000, 2026-03-10: 1010}}
      """;

  /** What audiences.yaml says of their texts. */
  static final String AUDIENCES =
      """
      audiences:
        - {name: jobs, any: [{hashtags: [jobb]}]}
        - {name: families, any: [{hashtags: [familj]}]}
      categories:
        - {name: water, any: [{words: ["vatten*"]}]}
      """;

  private final SplittableRandom random;
  private final List<PlacedFile> placed = new ArrayList<>();

  Newsroom(long seed) {
    this.random = new SplittableRandom(seed);
    for (int week = 0; week < 3; week++) {
      LocalDate day = FIRST.plusDays(20 + 9L * week);
      place(day, "facebook.csv", facebook(week));
      if (week == 0) {
        place(day, "facebook (1).csv", new String(placed.get(0).content(), StandardCharsets.UTF_8));
      }
      place(day, "more/facebook.csv", facebook(week));
      place(day, "instagram.csv", instagram(week));
      place(day, "x.csv", x(week));
    }
  }

  /** The files, those of a week one after the other. */
  List<PlacedFile> placed() {
    return placed;
  }

  private void place(LocalDate day, String name, String csv) {
    placed.add(
        new PlacedFile(
            day + "/" + name,
            csv.getBytes(StandardCharsets.UTF_8),
            day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC)));
  }

  /** A post of {@link #FIRST} and the 23 days after it, that has been published by now. */
  private List<Integer> posts(int week) {
    List<Integer> posts = new ArrayList<>();
    for (int post = 0; post < 24; post++) {
      if (post < 12 + 6 * week && random.nextInt(3) > 0) {
        posts.add(post);
      }
    }
    posts.add(posts.get(0));
    return posts;
  }

  private String facebook(int week) {
    boolean hasReach = random.nextInt(3) > 0;
    StringBuilder csv =
        new StringBuilder("Post ID,Page ID,Page name,Title,Publish time,Permalink,Post type,");
    csv.append("Funded content status,Views,Reactions,Comments,Total clicks");
    csv.append(hasReach ? ",Reach\n" : "\n");
    for (int post : posts(week)) {
      int hour = random.nextInt(8) == 0 ? 22 : 10;
      LocalDateTime at = FIRST.plusDays(post).atTime(hour, 30);
      csv.append(1000000 + post).append(",77,Sidan,").append(text()).append(',');
      csv.append(PACIFIC.format(at)).append(",https://www.facebook.com/p/").append(post);
      csv.append(",Photos,").append(post % 7 == 0 ? "Active" : "");
      csv.append(figures(4, 900)).append(hasReach ? figures(1, 700) : "").append('\n');
    }
    return csv.toString();
  }

  private String instagram(int week) {
    StringBuilder csv =
        new StringBuilder("Post ID,Account ID,Account username,Description,Publish time,");
    csv.append("Permalink,Post type,Views,Reach,Likes,Shares,Comments,Saves\n");
    for (int post : posts(week)) {
      LocalDateTime at = FIRST.plusDays(post).atTime(15, 5);
      csv.append(1801000000 + post).append(post % 9 == 0 ? ",99,klubben," : ",88,kommunen,");
      csv.append(text()).append(',').append(PACIFIC.format(at));
      csv.append(",https://www.instagram.com/stories/kommunen/").append(post);
      csv.append(",IG story").append(figures(6, 500)).append('\n');
    }
    return csv.toString();
  }

  private String x(int week) {
    StringBuilder csv = new StringBuilder("Post id,Post text,Post Link,Impressions,Likes,");
    csv.append("Bookmarks,Shares,Replies,Reposts,URL Clicks\n");
    for (int post : posts(week)) {
      long id = FIRST_SNOWFLAKE + post * 360_000_000_000_000L;
      csv.append(id).append(',').append(text());
      csv.append(",https://x.com/kommunen/status/").append(id).append(figures(7, 300)).append('\n');
    }
    return csv.toString();
  }

  private String text() {
    String[] texts = {"#jobb i kommunen", "#familj och #jobb", "Vatten i kranen", "#familj"};
    return texts[random.nextInt(texts.length)];
  }

  private String figures(int count, int bound) {
    StringBuilder figures = new StringBuilder();
    for (int i = 0; i < count; i++) {
      figures.append(',').append(random.nextInt(9) == 0 ? "" : random.nextInt(bound));
    }
    return figures.toString();
  }
}
