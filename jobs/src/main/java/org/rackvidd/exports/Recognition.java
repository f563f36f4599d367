package org.rackvidd.exports;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What one table of a file was recognised as, and how to read it; or what it comes nearest to.
 *
 * @param part name of the sheet; empty for text
 * @param dialect how the text is written; null for a sheet
 * @param format the format, or null where none fits or several fit equally
 * @param headerLine line of the header row
 * @param headers the header row
 * @param language language of most of its headers
 * @param decimalComma whether its numbers are written {@code 12,40}
 * @param patterns by column, the date pattern that fits this file
 * @param rivals names of formats that fit equally well
 * @param nearest name of the format that comes nearest, or null
 * @param missing headers the nearest format would need
 * @param unknown headers nobody knows
 */
public record Recognition(
    String part,
    TextDialect dialect,
    ExportFormat format,
    long headerLine,
    List<String> headers,
    String language,
    boolean decimalComma,
    Map<String, String> patterns,
    List<String> rivals,
    String nearest,
    List<String> missing,
    List<String> unknown)
    implements Serializable {

  public boolean isRecognised() {
    return format != null;
  }

  /** Why the table is not read, in a sentence; null where it is. */
  public String problem() {
    if (isRecognised()) {
      return null;
    }
    if (!rivals().isEmpty()) {
      return "It fits several formats equally: %s. Name its headers in aliases.yaml to decide."
          .formatted(String.join(", ", rivals()));
    }
    if (nearest() != null && missing().isEmpty()) {
      return "No format fits. Nearest is %s, which has no: %s."
          .formatted(nearest(), String.join(", ", unknown()));
    }
    if (nearest() != null) {
      return "No format fits. Nearest is %s, which would need: %s."
          .formatted(nearest(), String.join(", ", missing()));
    }
    return "No format knows its headers.";
  }
}
