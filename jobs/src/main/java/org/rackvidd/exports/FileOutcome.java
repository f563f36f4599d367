package org.rackvidd.exports;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.rackvidd.privacy.Redaction;

/**
 * What became of one table of one file: a line of ops.file.
 *
 * @param recognition null where the file holds no table itself: an archive, or nothing of use
 * @param counts null where no row was read
 * @param problem why nothing, or not all, was read; or null
 * @param sameAs path of the earlier file with the same content, or null
 * @param isSettled whether nothing more can come of the file as long as it and the formats stay as
 *     they are
 */
public record FileOutcome(
    SourceFile file,
    String fileId,
    Landing.Observed observed,
    Recognition recognition,
    Accounting.Counts counts,
    String problem,
    String sameAs,
    boolean isSettled) {

  /** All of a file that lay there in peace. */
  public FileOutcome(
      SourceFile file,
      String fileId,
      Landing.Observed observed,
      Recognition recognition,
      Accounting.Counts counts,
      String problem,
      String sameAs) {
    this(file, fileId, observed, recognition, counts, problem, sameAs, true);
  }

  /** read, archive, same_content, unrecognised or unreadable. */
  public String status() {
    if (sameAs != null) {
      return "same_content";
    } else if (recognition == null) {
      return problem == null ? "archive" : "unreadable";
    }
    return recognition.isRecognised() ? "read" : "unrecognised";
  }

  /** What is said of a file, whatever tables it had, that was written to while it was read. */
  FileOutcome changed() {
    return new FileOutcome(
        file,
        fileId,
        observed,
        null,
        null,
        "It changed while it was read. The next ingest reads it again.",
        null,
        false);
  }

  String part() {
    return recognition == null ? "" : recognition.part();
  }

  /** The row in the column order of ops.file. */
  Row row(String formatsVersion, long batch) {
    boolean isRead = counts != null;
    boolean known = recognition != null;
    TextDialect dialect = known ? recognition.dialect() : null;
    return RowFactory.create(
        file.path(),
        fileId,
        part(),
        status(),
        known && recognition.isRecognised() ? recognition.format().name() : null,
        known && recognition.isRecognised() ? recognition.format().intake() : null,
        known && recognition.isRecognised() ? recognition.language() : null,
        dialect == null ? null : dialect.charset(),
        isRead ? counts.read() : null,
        isRead ? counts.accepted() : null,
        isRead ? counts.rowsRejected() : null,
        isRead ? counts.rowsSetAside() : null,
        isRead ? counts.rejected() : null,
        isRead ? counts.setAside() : null,
        problem,
        known ? recognition.nearest() : null,
        known ? recognition.missing().toArray() : null,
        known ? recognition.unknown().stream().map(Redaction::cover).toArray() : null,
        sameAs,
        file.bytes(),
        Instant.ofEpochMilli(file.modifiedMillis()),
        observed.on(),
        observed.at(),
        observed.from(),
        isSettled ? formatsVersion : "",
        isRead ? counts.givenAccount() : null,
        batch);
  }

  /** What is said of the notation it was read in. */
  public List<String> notationRemarks() {
    return counts == null
        ? List.of()
        : counts.notation().notation(recognition.notation()).remarks();
  }

  /** The reasons of rows that were refused or set aside, the most frequent first. */
  public List<String> reasons() {
    if (counts == null) {
      return List.of();
    }
    return Stream.of(counts.rejected(), counts.setAside())
        .flatMap(map -> map.entrySet().stream())
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(e -> "%,d %s".formatted(e.getValue(), e.getKey()))
        .toList();
  }
}
