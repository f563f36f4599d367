package org.rackvidd.bench.exports;

import static org.rackvidd.bench.world.Figure.CLICKS;
import static org.rackvidd.bench.world.Figure.COMMENTS;
import static org.rackvidd.bench.world.Figure.FOLLOWS;
import static org.rackvidd.bench.world.Figure.IMPRESSIONS;
import static org.rackvidd.bench.world.Figure.LINK_CLICKS;
import static org.rackvidd.bench.world.Figure.REACTIONS;
import static org.rackvidd.bench.world.Figure.SHARES;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.rackvidd.bench.world.Figure;
import org.rackvidd.bench.world.Figures;
import org.rackvidd.bench.world.Post;

/**
 * The tweet activity export from before 2024: forty columns, every field quoted, counts with a
 * decimal, and dashes for the promoted half of a post nobody promoted.
 */
public record OlderXExport() implements PostLayout {
  private static final List<String> COUNTS =
      List.of(
          "impressions",
          "engagements",
          "engagement rate",
          "retweets",
          "replies",
          "likes",
          "user profile clicks",
          "url clicks",
          "hashtag clicks",
          "detail expands",
          "permalink clicks",
          "app opens",
          "app installs",
          "follows",
          "email tweet",
          "dial phone",
          "media views",
          "media engagements");

  @Override
  public List<String> header() {
    List<String> names =
        new ArrayList<>(List.of("Tweet id", "Tweet permalink", "Tweet text", "time"));
    names.addAll(COUNTS);
    COUNTS.forEach(count -> names.add("promoted " + count));
    return names;
  }

  @Override
  public String[] row(Post post, LocalDate observed) {
    Figures figures = post.figuresOn(observed);
    long engagements = figures.interactions() - figures.of(Figure.SAVES) + figures.of(CLICKS);
    long impressions = figures.of(IMPRESSIONS);
    String[] row = new String[4 + 2 * COUNTS.size()];
    Arrays.fill(row, 0, 4 + COUNTS.size(), "0.0");
    Arrays.fill(row, 4 + COUNTS.size(), row.length, "-");
    row[0] = post.id();
    row[1] = "https://twitter.com/" + post.account().handle() + "/status/" + post.id();
    row[2] = post.text();
    row[3] = Moments.universal(post.publishedAt());
    row[4] = impressions + ".0";
    row[5] = engagements + ".0";
    row[6] = impressions == 0 ? "0.0" : String.valueOf(engagements / (double) impressions);
    row[7] = figures.of(SHARES) + ".0";
    row[8] = figures.of(COMMENTS) + ".0";
    row[9] = figures.of(REACTIONS) + ".0";
    row[10] = figures.of(CLICKS) / 5 + ".0";
    row[11] = figures.of(LINK_CLICKS) + ".0";
    row[13] = figures.of(CLICKS) - figures.of(LINK_CLICKS) + ".0";
    row[17] = figures.of(FOLLOWS) + ".0";
    return row;
  }

  @Override
  public EnumSet<Figure> figures() {
    return EnumSet.of(IMPRESSIONS, REACTIONS, COMMENTS, SHARES, LINK_CLICKS, FOLLOWS);
  }

  @Override
  public String column(Figure figure) {
    return switch (figure) {
      case IMPRESSIONS -> "impressions";
      case REACTIONS -> "likes";
      case COMMENTS -> "replies";
      case SHARES -> "retweets";
      case LINK_CLICKS -> "url clicks";
      case FOLLOWS -> "follows";
      case VIEWS, REACH, CLICKS, SAVES -> throw new IllegalArgumentException(figure.key());
    };
  }

  @Override
  public ZoneId zone() {
    return ZoneOffset.UTC;
  }
}
