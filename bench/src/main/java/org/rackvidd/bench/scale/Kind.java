package org.rackvidd.bench.scale;

import java.util.ArrayList;
import java.util.List;

/** The kinds of export an agency downloads for its municipalities, and how the rows divide. */
enum Kind {
  ADS_BY_PEOPLE(0.76),
  FACEBOOK(0.08),
  INSTAGRAM(0.08),
  X(0.04),
  ADS(0.04);

  private final double share;

  Kind(double share) {
    this.share = share;
  }

  /**
   * One file to write.
   *
   * @param number counts the files of a kind
   * @param of how many files of the kind there are
   */
  record Part(Kind kind, int number, int of, long rows) {}

  /**
   * Divides rows over files: every kind gets at least one file while there are enough, and of each
   * kind all files are about as long. The parts add up to exactly the rows asked for.
   */
  static List<Part> divide(long rows, int files) {
    List<Kind> kinds = List.of(values()).subList(0, Math.min(files, values().length));
    double shares = kinds.stream().mapToDouble(kind -> kind.share).sum();
    List<Part> parts = new ArrayList<>();
    long rowsLeft = rows;
    int filesLeft = files;
    for (int i = kinds.size() - 1; i >= 0; i--) {
      Kind kind = kinds.get(i);
      long ofKind = i == 0 ? rowsLeft : Math.round(rows * kind.share / shares);
      int number =
          i == 0
              ? filesLeft
              : (int) Math.min(filesLeft - i, Math.max(1, Math.round(files * kind.share / shares)));
      for (int part = 0; part < number; part++) {
        long to = ofKind * (part + 1) / number;
        parts.add(new Part(kind, part, number, to - ofKind * part / number));
      }
      rowsLeft -= ofKind;
      filesLeft -= number;
    }
    return parts;
  }
}
