package org.rackvidd.bench.exports;

import static org.rackvidd.bench.world.Figure.FOLLOWS;
import static org.rackvidd.bench.world.Figure.IMPRESSIONS;
import static org.rackvidd.bench.world.Figure.VIEWS;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.rackvidd.bench.world.Account;
import org.rackvidd.bench.world.Figure;
import org.rackvidd.bench.world.Figures;
import org.rackvidd.bench.world.Post;

/** YouTube Studio's table of videos in the Swedish interface. */
public record YouTubeExport() implements PostLayout {
  private static final List<String> HEADER =
      List.of(
          "Innehåll",
          "Videotitel",
          "Publiceringstid för video",
          "Visningar",
          "Visningstid (timmar)",
          "Prenumeranter",
          "Exponeringar",
          "Klickfrekvens för exponeringar (%)");

  /** Days and views, beside the table and in the chart. */
  public static final List<String> TOTALS_HEADER = List.of("Datum", "Visningar");

  public static final List<String> CHART_HEADER =
      List.of("Datum", "Innehåll", "Videotitel", "Publiceringstid för video", "Visningar");

  @Override
  public List<String> header() {
    return HEADER;
  }

  @Override
  public String[] row(Post post, LocalDate observed) {
    Figures figures = post.figuresOn(observed);
    return new String[] {
      post.id(),
      post.title(),
      Moments.spelled(day(post.publishedAt())),
      String.valueOf(figures.of(VIEWS)),
      hours(post, observed),
      String.valueOf(figures.of(FOLLOWS)),
      String.valueOf(figures.of(IMPRESSIONS)),
      percent(figures)
    };
  }

  /** The first row, above the videos. */
  public String[] total(List<Post> posts, LocalDate observed) {
    long views = 0;
    long follows = 0;
    long impressions = 0;
    long tenthousandths = 0;
    for (Post post : posts) {
      Figures figures = post.figuresOn(observed);
      views += figures.of(VIEWS);
      follows += figures.of(FOLLOWS);
      impressions += figures.of(IMPRESSIONS);
      tenthousandths += watched(post, observed);
    }
    return new String[] {
      "Totalt",
      "",
      "",
      String.valueOf(views),
      decimal(tenthousandths, 4),
      String.valueOf(follows),
      String.valueOf(impressions),
      decimal(views * 4500 / Math.max(1, impressions), 2)
    };
  }

  /** A video's day in the chart. */
  public String[] chartRow(Post post, LocalDate day, long views) {
    return new String[] {
      day.toString(),
      post.id(),
      post.title(),
      Moments.spelled(day(post.publishedAt())),
      String.valueOf(views)
    };
  }

  private static String hours(Post post, LocalDate observed) {
    return decimal(watched(post, observed), 4);
  }

  /** Watched time in ten thousandths of an hour: a bit under half of each view. */
  private static long watched(Post post, LocalDate observed) {
    long views = post.figuresOn(observed).of(VIEWS);
    return views * post.seconds() * 10_000L * (38 + post.seconds() % 13) / 100 / 3600;
  }

  /** A bit under half of the views began with a click on a thumbnail. */
  private static String percent(Figures figures) {
    return decimal(figures.of(VIEWS) * 4500 / Math.max(1, figures.of(IMPRESSIONS)), 2);
  }

  private static String decimal(long parts, int places) {
    String digits = String.format(Locale.ROOT, "%0" + (places + 1) + "d", parts);
    int point = digits.length() - places;
    return digits.substring(0, point) + "." + digits.substring(point);
  }

  @Override
  public EnumSet<Figure> figures() {
    return EnumSet.of(VIEWS, IMPRESSIONS, FOLLOWS);
  }

  @Override
  public String column(Figure figure) {
    return switch (figure) {
      case VIEWS -> "Visningar";
      case IMPRESSIONS -> "Exponeringar";
      case FOLLOWS -> "Prenumeranter";
      case REACH, REACTIONS, COMMENTS, SHARES, SAVES, CLICKS, LINK_CLICKS ->
          throw new IllegalArgumentException(figure.key());
    };
  }

  @Override
  public ZoneId zone() {
    return Account.ZONE;
  }
}
