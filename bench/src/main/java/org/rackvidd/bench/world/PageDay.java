package org.rackvidd.bench.world;

import java.time.LocalDate;
import java.util.List;

/**
 * What happened around all posts of an account on one day.
 *
 * @param unique people, each once
 */
public record PageDay(
    LocalDate day,
    long impressions,
    long unique,
    long clicks,
    long reactions,
    long comments,
    long reposts) {

  /** The posts' responses, each coming in over the days after it was published. */
  public static PageDay of(LocalDate day, List<Post> posts) {
    double[] sums = new double[6];
    for (Post post : posts) {
      double part = post.shareOfDay(day);
      Figures figures = post.lifetime();
      sums[0] += part * figures.of(Figure.IMPRESSIONS);
      sums[1] += part * figures.of(Figure.REACH) * 0.8;
      sums[2] += part * figures.of(Figure.CLICKS);
      sums[3] += part * figures.of(Figure.REACTIONS);
      sums[4] += part * figures.of(Figure.COMMENTS);
      sums[5] += part * figures.of(Figure.SHARES);
    }
    return new PageDay(
        day,
        Math.round(sums[0]),
        Math.round(sums[1]),
        Math.round(sums[2]),
        Math.round(sums[3]),
        Math.round(sums[4]),
        Math.round(sums[5]));
  }

  /** The same day after somebody took back more reactions than were given. */
  public PageDay withReactions(long taken) {
    return new PageDay(day, impressions, unique, clicks, taken, comments, reposts);
  }
}
