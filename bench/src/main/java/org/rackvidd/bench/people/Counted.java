package org.rackvidd.bench.people;

import java.time.LocalDate;
import java.util.List;
import org.rackvidd.bench.world.Figure;
import org.rackvidd.bench.world.Figures;
import org.rackvidd.bench.world.Response;

/** A response made of what single people did, as each of the downloads will state it. */
final class Counted implements Response {
  private static final int FIGURES = Figure.values().length;

  private final List<LocalDate> downloads;
  private final long[] counts;

  Counted(List<LocalDate> downloads) {
    this.downloads = downloads;
    this.counts = new long[downloads.size() * FIGURES];
  }

  /** Takes over what one thread counted, download by download, figure by figure. */
  void add(int[] counted, int from) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += counted[from + i];
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException for a day on which nothing is downloaded
   */
  @Override
  public Figures on(LocalDate observed) {
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

  @Override
  public Figures lifetime() {
    return on(downloads.get(downloads.size() - 1));
  }
}
