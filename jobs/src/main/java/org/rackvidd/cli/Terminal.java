package org.rackvidd.cli;

/** What is known of the terminal: bin/rackvidd asks it and passes the answer on. */
final class Terminal {
  private static final int USUAL = 80;
  private static final int NARROWEST = 40;
  private static final int NARROWEST_HELP = 55;

  private Terminal() {}

  /** Columns of the terminal; unlimited where the output goes to a file. */
  static int columns() {
    Integer columns = Integer.getInteger("rackvidd.columns");
    return columns == null || columns <= 0 ? Integer.MAX_VALUE : Math.max(NARROWEST, columns);
  }

  /** A width for help, which picocli cannot write into less. */
  static int helpWidth() {
    return Math.max(NARROWEST_HELP, width());
  }

  /** A width for running text. */
  static int width() {
    int columns = columns();
    return columns == Integer.MAX_VALUE ? USUAL : Math.min(columns, 100);
  }
}
