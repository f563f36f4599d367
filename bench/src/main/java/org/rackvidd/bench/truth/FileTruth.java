package org.rackvidd.bench.truth;

import java.util.Map;
import java.util.TreeMap;

/** What a correct reader must report about one file, or one sheet of a workbook. */
public final class FileTruth {
  private final String file;
  private final String sheet;
  private final String format;
  private final String encoding;
  private String outcome = "read";
  private long accepted;
  private final Map<String, Long> rejected = new TreeMap<>();
  private final Map<String, Long> setAside = new TreeMap<>();
  private String note = "";

  /**
   * Opens the account of a file.
   *
   * @param file its path under the exports folder
   * @param sheet of a workbook, else empty
   * @param format what it should be recognised as
   */
  public FileTruth(String file, String sheet, String format, String encoding) {
    this.file = file;
    this.sheet = sheet;
    this.format = format;
    this.encoding = encoding;
  }

  public FileTruth accept(long rows) {
    accepted += rows;
    return this;
  }

  /** Rows that cannot be used. */
  public FileTruth reject(String reason, long rows) {
    return count(rejected, reason, rows);
  }

  /** Rows that are no facts, such as totals and notes. */
  public FileTruth setAside(String reason, long rows) {
    return count(setAside, reason, rows);
  }

  long accepted() {
    return accepted;
  }

  private FileTruth count(Map<String, Long> reasons, String reason, long rows) {
    if (rows > 0) {
      reasons.merge(reason, rows, Long::sum);
    }
    return this;
  }

  /** A file of which no row is to be taken. */
  public FileTruth outcome(String word) {
    outcome = word;
    return this;
  }

  /** What was done to the file on purpose. */
  public FileTruth note(String text) {
    note = text;
    return this;
  }

  static String[] header() {
    return new String[] {
      "file",
      "sheet",
      "format",
      "encoding",
      "outcome",
      "rows_read",
      "accepted",
      "rejected",
      "set_aside",
      "reasons",
      "on_purpose"
    };
  }

  String[] row() {
    long refused = sum(rejected);
    long aside = sum(setAside);
    Map<String, Long> reasons = new TreeMap<>(rejected);
    reasons.putAll(setAside);
    StringBuilder why = new StringBuilder();
    reasons.forEach((reason, rows) -> why.append(reason).append('=').append(rows).append(' '));
    return new String[] {
      file,
      sheet,
      format,
      encoding,
      outcome,
      String.valueOf(accepted + refused + aside),
      String.valueOf(accepted),
      String.valueOf(refused),
      String.valueOf(aside),
      why.toString().strip(),
      note
    };
  }

  private static long sum(Map<String, Long> rows) {
    return rows.values().stream().mapToLong(Long::longValue).sum();
  }
}
