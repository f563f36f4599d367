package org.rackvidd.bench.exports;

import static org.rackvidd.bench.world.Figure.CLICKS;
import static org.rackvidd.bench.world.Figure.COMMENTS;
import static org.rackvidd.bench.world.Figure.FOLLOWS;
import static org.rackvidd.bench.world.Figure.IMPRESSIONS;
import static org.rackvidd.bench.world.Figure.LINK_CLICKS;
import static org.rackvidd.bench.world.Figure.REACTIONS;
import static org.rackvidd.bench.world.Figure.SAVES;
import static org.rackvidd.bench.world.Figure.SHARES;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import org.rackvidd.bench.world.Figure;
import org.rackvidd.bench.world.Figures;
import org.rackvidd.bench.world.Post;

/** X's content analytics since 2024: a date without a time, and replies among the posts. */
public record XExport() implements PostLayout {
  private static final List<String> HEADER =
      List.of(
          "Post id",
          "Date",
          "Post text",
          "Post Link",
          "Impressions",
          "Likes",
          "Engagements",
          "Bookmarks",
          "Shares",
          "New follows",
          "Replies",
          "Reposts",
          "Profile visits",
          "Detail Expands",
          "URL Clicks",
          "Hashtag Clicks",
          "Permalink Clicks");

  @Override
  public List<String> header() {
    return HEADER;
  }

  @Override
  public String[] row(Post post, LocalDate observed) {
    Figures figures = post.figuresOn(observed);
    long expands = figures.of(CLICKS) - figures.of(LINK_CLICKS);
    return new String[] {
      post.id(),
      Moments.withWeekday(day(post.publishedAt())),
      post.text(),
      "https://x.com/" + post.account().handle() + "/status/" + post.id(),
      String.valueOf(figures.of(IMPRESSIONS)),
      String.valueOf(figures.of(REACTIONS)),
      String.valueOf(figures.interactions() + figures.of(CLICKS)),
      String.valueOf(figures.of(SAVES)),
      "0",
      String.valueOf(figures.of(FOLLOWS)),
      String.valueOf(figures.of(COMMENTS)),
      String.valueOf(figures.of(SHARES)),
      String.valueOf(figures.of(CLICKS) / 5),
      String.valueOf(expands),
      String.valueOf(figures.of(LINK_CLICKS)),
      "0",
      "0"
    };
  }

  @Override
  public EnumSet<Figure> figures() {
    return EnumSet.of(IMPRESSIONS, REACTIONS, COMMENTS, SHARES, SAVES, LINK_CLICKS, FOLLOWS);
  }

  @Override
  public String column(Figure figure) {
    return switch (figure) {
      case IMPRESSIONS -> "Impressions";
      case REACTIONS -> "Likes";
      case COMMENTS -> "Replies";
      case SHARES -> "Reposts";
      case SAVES -> "Bookmarks";
      case LINK_CLICKS -> "URL Clicks";
      case FOLLOWS -> "New follows";
      case VIEWS, REACH, CLICKS -> throw new IllegalArgumentException(figure.key());
    };
  }

  @Override
  public ZoneId zone() {
    return ZoneOffset.UTC;
  }
}
