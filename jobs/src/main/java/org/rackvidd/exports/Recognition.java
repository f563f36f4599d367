package org.rackvidd.exports;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rackvidd.privacy.Redaction;

/**
 * What one table of a file was recognised as, and how to read it; or what it comes nearest to.
 *
 * @param part name of the sheet, or line of the header where a text holds several tables; empty
 *     where it holds one
 * @param dialect how the text is written; null for a sheet or records
 * @param format the format, or null where none fits or several fit equally
 * @param place where the table is in its document
 * @param headers the header row; where no format fits, the row that looks most like one
 * @param above what stands above the header, nearest first
 * @param language language of most of its headers
 * @param notation how its numbers and dates are written, as its first rows show
 * @param patterns by column, the date pattern that fits this file
 * @param rivals names of formats that fit equally well
 * @param near formats that come near but do not fit, or fit less well, the nearest first
 * @param unknown headers nobody knows
 */
public record Recognition(
    String part,
    TextDialect dialect,
    ExportFormat format,
    Place place,
    List<String> headers,
    List<String> above,
    String language,
    Notation notation,
    Map<String, String> patterns,
    List<String> rivals,
    List<Near> near,
    List<String> unknown)
    implements Serializable {
  private static final int MOST_NAMED = 20;

  /**
   * The lines of a table.
   *
   * @param first line of the first row that belongs to it
   * @param header line of its header
   * @param last line of the last row that may belong to it
   */
  public record Place(long first, long header, long last) implements Serializable {
    static Place from(long header) {
      return new Place(0, header, Long.MAX_VALUE);
    }

    boolean holds(long line) {
      return line >= first && line <= last;
    }
  }

  /**
   * A format that was not taken.
   *
   * @param matched headers it knows
   * @param missing headers it would need
   * @param strange headers it does not know, or must not have
   */
  public record Near(
      String format, List<String> matched, List<String> missing, List<String> strange)
      implements Serializable {}

  /** How numbers and dates are written, in words. */
  public List<String> notationInWords() {
    String sign = notation.decimals() == DecimalSign.COMMA ? "comma" : "point";
    return Stream.concat(Stream.of("decimal " + sign), notation.remarks().stream()).toList();
  }

  /** The same table with its numbers and dates read in another way. */
  Recognition withNotation(Notation other) {
    return new Recognition(
        part, dialect, format, place, headers, above, language, other, patterns, rivals, near,
        unknown);
  }

  public boolean isRecognised() {
    return format != null;
  }

  /** Name of the format an unrecognised table comes nearest to, or null. */
  public String nearest() {
    return isRecognised() || near.isEmpty() ? null : near.get(0).format();
  }

  /** Headers the nearest format would need. */
  public List<String> missing() {
    return nearest() == null ? List.of() : near.get(0).missing();
  }

  /** The column each header is, in the order of the file; null for one that is not used. */
  public Map<String, String> columns() {
    Map<String, String> columns = new LinkedHashMap<>();
    Binding binding = Binding.of(new Binding.Headers(format), headers);
    headers.forEach(header -> columns.put(header, null));
    binding
        .cells()
        .forEach((column, cells) -> cells.forEach(cell -> columns.put(headers.get(cell), column)));
    return columns;
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
          .formatted(nearest(), some(near.get(0).strange()));
    }
    if (nearest() != null) {
      return "No format fits. Nearest is %s, which would need: %s."
          .formatted(nearest(), some(missing()));
    }
    return "No format knows its headers. `rackvidd recognise --draft-alias --format FORMAT FILE`"
        + " drafts aliases for them; a table of your own needs a mapping.";
  }

  /** What stands in a file may be anything, and there may be any number of it. */
  private static String some(List<String> headers) {
    String some =
        headers.stream().limit(MOST_NAMED).map(Redaction::cover).collect(Collectors.joining(", "));
    int more = headers.size() - MOST_NAMED;
    return more > 0 ? some + " and %,d more".formatted(more) : some;
  }
}
