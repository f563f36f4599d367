package org.rackvidd.bench.truth;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.rackvidd.bench.exports.Dialect;
import org.rackvidd.bench.world.Channel;
import org.rackvidd.bench.world.Figure;
import org.rackvidd.bench.world.Post;

/** Figures of posts that the second download states otherwise than the first. */
public final class Restated {
  private final List<String[]> rows = new ArrayList<>();

  /** Compares two downloads of an account's posts published from a day on. */
  public void add(List<Post> posts, LocalDate from, LocalDate first, LocalDate second) {
    for (Post post : posts) {
      if (!post.localDay().isBefore(from) && post.localDay().isBefore(first)) {
        for (Figure figure : Figure.values()) {
          long before = post.figuresOn(first).of(figure);
          long after = post.figuresOn(second).of(figure);
          if (before != after && isStated(post.account().channel(), figure)) {
            rows.add(
                new String[] {
                  post.account().channel().key(),
                  post.account().id(),
                  post.id(),
                  figure.key(),
                  String.valueOf(before),
                  String.valueOf(after)
                });
          }
        }
      }
    }
  }

  private static boolean isStated(Channel channel, Figure figure) {
    return switch (figure) {
      case REACTIONS, COMMENTS, SHARES -> channel != Channel.YOUTUBE;
      case VIEWS -> channel != Channel.X && channel != Channel.LINKEDIN;
      case REACH -> channel == Channel.FACEBOOK || channel == Channel.INSTAGRAM;
      case IMPRESSIONS -> channel != Channel.FACEBOOK && channel != Channel.INSTAGRAM;
      case SAVES -> channel == Channel.INSTAGRAM || channel == Channel.X;
      case FOLLOWS -> channel != Channel.FACEBOOK;
      case CLICKS -> channel == Channel.FACEBOOK || channel == Channel.LINKEDIN;
      case LINK_CLICKS -> channel == Channel.FACEBOOK || channel == Channel.X;
    };
  }

  /** Writes {@code restated.csv}. */
  public void write(Path folder) throws IOException {
    try (CsvWriter csv = Dialect.PLAIN.create(folder.resolve("restated.csv"))) {
      csv.writeRecord("channel", "account_id", "post_id", "figure", "before", "after");
      rows.forEach(csv::writeRecord);
    }
  }
}
