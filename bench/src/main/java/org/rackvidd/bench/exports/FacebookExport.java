package org.rackvidd.bench.exports;

import static org.rackvidd.bench.world.Figure.CLICKS;
import static org.rackvidd.bench.world.Figure.COMMENTS;
import static org.rackvidd.bench.world.Figure.LINK_CLICKS;
import static org.rackvidd.bench.world.Figure.REACH;
import static org.rackvidd.bench.world.Figure.REACTIONS;
import static org.rackvidd.bench.world.Figure.SHARES;
import static org.rackvidd.bench.world.Figure.VIEWS;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.rackvidd.bench.world.Dice;
import org.rackvidd.bench.world.Figure;
import org.rackvidd.bench.world.Figures;
import org.rackvidd.bench.world.Post;
import org.rackvidd.bench.world.PostType;
import org.rackvidd.bench.world.Topic;

/**
 * Business Suite's content export of a page, in the Swedish interface. Column names whose Swedish
 * form is not on record keep the English one. Link clicks have a column only where some post of the
 * range has any, so the layout differs from download to download.
 *
 * @param linkClicks whether this download has the column
 */
public record FacebookExport(boolean linkClicks) implements PostLayout {
  private static final String NOT_SAID = "";

  @Override
  public List<String> header() {
    List<String> names =
        new ArrayList<>(
            List.of(
                "Publicerings-id",
                "Sid-id",
                "Sidnamn",
                "Titel",
                "Beskrivning",
                "Duration (sec)",
                "Publiceringstid",
                "Caption type",
                "Permalänk",
                "Is crosspost",
                "Is share",
                "Inläggstyp",
                "Languages",
                "Custom labels",
                "Funded content status",
                "Data comment",
                "Datum",
                "Visningar",
                "Räckvidd",
                "Reaktioner, kommentarer och delningar",
                "Reaktioner",
                "Kommentarer",
                "Delningar",
                "Totalt antal klick",
                "Övriga klick"));
    if (linkClicks) {
      names.add("Länkklick");
    }
    return names;
  }

  @Override
  public String[] row(Post post, LocalDate observed) {
    Figures figures = post.figuresOn(observed);
    String[] row = {
      post.id(),
      post.account().id(),
      post.account().name(),
      post.text(),
      NOT_SAID,
      String.valueOf(post.seconds()),
      Moments.meta(post.publishedAt()),
      "N/A",
      address(post, observed),
      "0",
      post.topic() == Topic.SHARE ? "1" : "0",
      swedish(post.type()),
      NOT_SAID,
      NOT_SAID,
      post.boosted() ? "Boosted" : NOT_SAID,
      NOT_SAID,
      "Livstid",
      String.valueOf(figures.of(VIEWS)),
      String.valueOf(figures.of(REACH)),
      String.valueOf(figures.of(REACTIONS) + figures.of(COMMENTS) + figures.of(SHARES)),
      String.valueOf(figures.of(REACTIONS)),
      String.valueOf(figures.of(COMMENTS)),
      String.valueOf(figures.of(SHARES)),
      String.valueOf(figures.of(CLICKS)),
      String.valueOf(figures.of(CLICKS) - (linkClicks ? figures.of(LINK_CLICKS) : 0)),
      String.valueOf(figures.of(LINK_CLICKS))
    };
    return linkClicks ? row : Arrays.copyOf(row, row.length - 1);
  }

  /** Facebook makes the address anew for every download. */
  private static String address(Post post, LocalDate observed) {
    String page = "https://www.facebook.com/" + post.account().handle();
    if (post.type() == PostType.REEL) {
      return "https://www.facebook.com/reel/" + post.id().substring(1);
    }
    long part = Dice.of(observed.toEpochDay(), post.id()).roll() >>> 4;
    return page + "/posts/pfbid0" + Long.toString(part, 36);
  }

  private static String swedish(PostType type) {
    return switch (type) {
      case PHOTO, CAROUSEL -> "Foton";
      case REEL -> "Reels";
      case VIDEO -> "Videor";
      case LINK -> "Länkar";
      case TEXT -> "Status";
    };
  }

  @Override
  public EnumSet<Figure> figures() {
    EnumSet<Figure> figures = EnumSet.of(VIEWS, REACH, REACTIONS, COMMENTS, SHARES, CLICKS);
    if (linkClicks) {
      figures.add(LINK_CLICKS);
    }
    return figures;
  }

  @Override
  public String column(Figure figure) {
    return switch (figure) {
      case VIEWS -> "Visningar";
      case REACH -> "Räckvidd";
      case REACTIONS -> "Reaktioner";
      case COMMENTS -> "Kommentarer";
      case SHARES -> "Delningar";
      case CLICKS -> "Totalt antal klick";
      case LINK_CLICKS -> "Länkklick";
      case IMPRESSIONS, SAVES, FOLLOWS -> throw new IllegalArgumentException(figure.key());
    };
  }

  @Override
  public ZoneId zone() {
    return Moments.PACIFIC;
  }
}
