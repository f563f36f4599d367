package org.rackvidd.bench.exports;

import static org.rackvidd.bench.world.Figure.COMMENTS;
import static org.rackvidd.bench.world.Figure.FOLLOWS;
import static org.rackvidd.bench.world.Figure.REACH;
import static org.rackvidd.bench.world.Figure.REACTIONS;
import static org.rackvidd.bench.world.Figure.SAVES;
import static org.rackvidd.bench.world.Figure.SHARES;
import static org.rackvidd.bench.world.Figure.VIEWS;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import org.rackvidd.bench.world.Figure;
import org.rackvidd.bench.world.Figures;
import org.rackvidd.bench.world.Post;
import org.rackvidd.bench.world.PostType;
import org.rackvidd.bench.world.Snowflake;

/** Business Suite's content export of an Instagram account, in the English interface. */
public record InstagramExport() implements PostLayout {
  private static final List<String> HEADER =
      List.of(
          "Post ID",
          "Account ID",
          "Account username",
          "Account name",
          "Description",
          "Duration (sec)",
          "Publish time",
          "Permalink",
          "Post type",
          "Data comment",
          "Date",
          "Views",
          "Reach",
          "Likes",
          "Shares",
          "Follows",
          "Comments",
          "Saves");

  @Override
  public List<String> header() {
    return HEADER;
  }

  @Override
  public String[] row(Post post, LocalDate observed) {
    Figures figures = post.figuresOn(observed);
    String kind = post.type() == PostType.REEL ? "reel" : "p";
    return new String[] {
      post.id(),
      post.account().id(),
      post.account().handle(),
      post.account().name(),
      post.text(),
      String.valueOf(post.seconds()),
      Moments.meta(post.publishedAt()),
      "https://www.instagram.com/" + kind + "/" + Snowflake.shortcode(post.media()) + "/",
      switch (post.type()) {
        case CAROUSEL -> "IG carousel";
        case REEL, VIDEO -> "IG reel";
        case PHOTO, LINK, TEXT -> "IG image";
      },
      "",
      "Lifetime",
      String.valueOf(figures.of(VIEWS)),
      String.valueOf(figures.of(REACH)),
      String.valueOf(figures.of(REACTIONS)),
      String.valueOf(figures.of(SHARES)),
      String.valueOf(figures.of(FOLLOWS)),
      String.valueOf(figures.of(COMMENTS)),
      String.valueOf(figures.of(SAVES))
    };
  }

  @Override
  public EnumSet<Figure> figures() {
    return EnumSet.of(VIEWS, REACH, REACTIONS, COMMENTS, SHARES, SAVES, FOLLOWS);
  }

  @Override
  public String column(Figure figure) {
    return switch (figure) {
      case VIEWS -> "Views";
      case REACH -> "Reach";
      case REACTIONS -> "Likes";
      case COMMENTS -> "Comments";
      case SHARES -> "Shares";
      case SAVES -> "Saves";
      case FOLLOWS -> "Follows";
      case IMPRESSIONS, CLICKS, LINK_CLICKS -> throw new IllegalArgumentException(figure.key());
    };
  }

  @Override
  public ZoneId zone() {
    return Moments.PACIFIC;
  }
}
