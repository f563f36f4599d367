package org.rackvidd.bench.world;

import java.util.EnumMap;

/** What happened around a post, figure by figure. */
public final class Figures {
  private final EnumMap<Figure, Long> values = new EnumMap<>(Figure.class);

  Figures() {}

  /** Nothing yet. */
  public static Figures none() {
    return new Figures();
  }

  /** For those who make figures up; whoever is given them only reads. */
  public Figures with(Figure figure, long value) {
    values.put(figure, value);
    return this;
  }

  public long of(Figure figure) {
    return values.getOrDefault(figure, 0L);
  }

  /** Reactions, comments, shares and saves. */
  public long interactions() {
    return of(Figure.REACTIONS) + of(Figure.COMMENTS) + of(Figure.SHARES) + of(Figure.SAVES);
  }
}
