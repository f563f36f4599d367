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

/**
 * YouTube Studio's folder with its table of videos, in an interface of some language.
 *
 * @param dimension of which the folder's name speaks
 * @param table name of the table's file
 * @param total what its first row is called
 */
public record YouTubeExport(String dimension, String table, String total, List<String> header)
    implements PostLayout {
  public static final YouTubeExport SWEDISH =
      new YouTubeExport(
          "Innehåll",
          "Tabelldata.csv",
          "Totalt",
          List.of(
              "Innehåll",
              "Videotitel",
              "Publiceringstid för video",
              "Visningar",
              "Visningstid (timmar)",
              "Prenumeranter",
              "Exponeringar",
              "Klickfrekvens för exponeringar (%)"));

  public static final YouTubeExport ENGLISH =
      new YouTubeExport(
          "Content",
          "Table data.csv",
          "Total",
          List.of(
              "Content",
              "Video title",
              "Video publish time",
              "Views",
              "Watch time (hours)",
              "Subscribers",
              "Impressions",
              "Impressions click-through rate (%)"));

  /** Days and views, beside the Swedish table and in its chart. */
  public static final List<String> TOTALS_HEADER = List.of("Datum", "Visningar");

  public static final List<String> CHART_HEADER =
      List.of("Datum", "Innehåll", "Videotitel", "Publiceringstid för video", "Visningar");

  private static final int VIEWS_COLUMN = 3;
  private static final int SUBSCRIBERS_COLUMN = 5;
  private static final int IMPRESSIONS_COLUMN = 6;

  /** Where the table lies in what was downloaded of a channel. */
  public String path(String channel, LocalDate first, LocalDate last) {
    return "%s %s_%s %s/%s".formatted(dimension, first, last, channel, table);
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
      total,
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
      case VIEWS -> header.get(VIEWS_COLUMN);
      case IMPRESSIONS -> header.get(IMPRESSIONS_COLUMN);
      case FOLLOWS -> header.get(SUBSCRIBERS_COLUMN);
      case REACH, REACTIONS, COMMENTS, SHARES, SAVES, CLICKS, LINK_CLICKS ->
          throw new IllegalArgumentException(figure.key());
    };
  }

  @Override
  public ZoneId zone() {
    return Account.ZONE;
  }
}
