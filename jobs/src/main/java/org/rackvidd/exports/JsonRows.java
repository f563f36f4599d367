package org.rackvidd.exports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Rows of records in JSON, a record per line or all of them in one list. */
final class JsonRows extends RecordRows {
  private static final int DEEPEST = 64;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(CsvRows.LONGEST_ROW)
                  .build())
          // Names may be made up by the thousand; those of the pool are never forgotten.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private final JsonText text;
  private final FlatRecord record;

  /**
   * @param headers paths of the cells, as {@link FlatRecord} knows them
   * @param explode path of the list whose elements become rows of their own, or null
   */
  JsonRows(InputStream in, List<String> headers, String explode) throws IOException {
    this(in, new FlatRecord(headers, explode), explode != null);
  }

  private JsonRows(InputStream in, FlatRecord record, boolean explodes) throws IOException {
    super(record, explodes);
    this.text = new JsonText(in);
    this.record = record;
  }

  /** Whether a text with these first bytes may be JSON. */
  static boolean looksLikeJson(byte[] head) {
    for (byte b : head) {
      switch (b & 0xFF) {
        case '{', '[' -> {
          return true;
        }
        // Blanks, the marks of encodings, and what UTF-16 puts between.
        case ' ', '\t', '\n', '\r', 0, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF -> {}
        default -> {
          return false;
        }
      }
    }
    return false;
  }

  /**
   * The paths in the first records, each once, in the order they are met in.
   *
   * @param most number of records looked at
   * @throws IOException where not even one record can be read
   */
  static List<String> headers(InputStream in, int most) throws IOException {
    FlatRecord learning = new FlatRecord();
    try (JsonRows rows = new JsonRows(in, learning, false)) {
      rows.learn(most);
    } catch (IOException damaged) {
      if (learning.paths().isEmpty()) {
        throw damaged;
      }
    }
    return learning.paths();
  }

  @Override
  boolean nextRecord() throws IOException, BadRow {
    boolean isThere = text.next();
    if (isThere) {
      readRecord();
    }
    return isThere;
  }

  private void readRecord() throws IOException, BadRow {
    try (JsonParser json = JSON.createParser(text.record(), 0, text.length())) {
      json.nextToken();
      record.read(json);
    } catch (StreamConstraintsException e) {
      throw new BadRow(
          Reason.TOO_LONG,
          "The record is nested deeper than %d levels, or has a name or number of absurd length."
              .formatted(DEEPEST));
    } catch (JsonProcessingException e) {
      // What the parser says may quote the record.
      throw broken();
    }
  }

  /** A broken line costs itself; in a list, where it ends cannot be trusted. */
  private BadRow broken() throws IOException {
    if (text.isArray()) {
      throw text.broken();
    }
    return new BadRow(Reason.UNREADABLE, "The line is no valid JSON.");
  }

  /** Line of the record; its ordinal in a list. */
  @Override
  long place() {
    return text.isArray() ? text.ordinal() : text.line();
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
