package org.rackvidd.bench.world;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came back for a post: what single people did, as each of the downloads will state it. */
public final class Response {
  private static final int FIGURES = Figure.values().length;

  private final List<LocalDate> downloads;
  private final long[] counts;
  private final Map<LocalDate, Long> views = new TreeMap<>();

  Response(List<LocalDate> downloads) {
    this.downloads = downloads;
    this.counts = new long[downloads.size() * FIGURES];
  }

  /** Takes over what somebody counted, download by download, figure by figure. */
  public void add(int[] counted, int from) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += counted[from + i];
    }
  }

  /** Takes over the views somebody counted on a day. */
  public void addViews(LocalDate day, long more) {
    if (more > 0) {
      views.merge(day, more, Long::sum);
    }
  }

  /**
   * The figures a download made on a day would state.
   *
   * @throws IllegalArgumentException for a day on which nothing is downloaded
   */
  Figures on(LocalDate observed) {
    int download = downloads.indexOf(observed);
    if (download < 0) {
      throw new IllegalArgumentException("nothing is downloaded on " + observed);
    }
    Figures figures = Figures.none();
    for (Figure figure : Figure.values()) {
      figures.with(figure, counts[download * FIGURES + figure.place()]);
    }
    return figures;
  }

  /** Views on a day, of a platform that tells them by day. */
  long viewsOn(LocalDate day) {
    return views.getOrDefault(day, 0L);
  }
}
