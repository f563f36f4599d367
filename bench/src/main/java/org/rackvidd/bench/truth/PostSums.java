package org.rackvidd.bench.truth;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeMap;
import org.rackvidd.bench.world.Figure;
import org.rackvidd.bench.world.Figures;
import org.rackvidd.bench.world.Post;

/**
 * Posts and their figures added up per channel, account and local month of publication. Reach is in
 * it to check a reader with, never as a figure: people are counted again in every post.
 */
public final class PostSums {
  private final TreeMap<String, Cell> cells = new TreeMap<>();

  private static final class Cell {
    private long posts;
    private final EnumMap<Figure, Long> sums = new EnumMap<>(Figure.class);
  }

  /** Adds what the latest download says about a post. */
  public void add(Post post, LocalDate observed, EnumSet<Figure> stated) {
    Figures figures = post.figuresOn(observed);
    Cell cell = cells.computeIfAbsent(key(post), key -> new Cell());
    cell.posts++;
    for (Figure figure : stated) {
      cell.sums.merge(figure, figures.of(figure), Long::sum);
    }
  }

  private static String key(Post post) {
    return String.join(
        "\t", post.account().channel().key(), post.account().id(), post.localMonth().toString());
  }

  /** Takes over what another thread added up. */
  public void addAll(PostSums other) {
    other.cells.forEach(
        (key, theirs) -> {
          Cell cell = cells.computeIfAbsent(key, k -> new Cell());
          cell.posts += theirs.posts;
          theirs.sums.forEach((figure, sum) -> cell.sums.merge(figure, sum, Long::sum));
        });
  }

  static String[] header() {
    List<String> names = new ArrayList<>(List.of("channel", "account_id", "month", "posts"));
    for (Figure figure : Figure.values()) {
      names.add(figure == Figure.REACH ? "reach_for_checking_only" : figure.key());
    }
    return names.toArray(String[]::new);
  }

  List<String[]> rows() {
    return cells.entrySet().stream().map(entry -> row(entry.getKey(), entry.getValue())).toList();
  }

  /** A figure the channel does not state stays empty. */
  private static String[] row(String key, Cell cell) {
    List<String> row = new ArrayList<>(List.of(key.split("\t")));
    row.add(String.valueOf(cell.posts));
    for (Figure figure : Figure.values()) {
      Long sum = cell.sums.get(figure);
      row.add(sum == null ? "" : sum.toString());
    }
    return row.toArray(String[]::new);
  }
}
