package org.rackvidd.exports;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import org.rackvidd.privacy.PersonKey;

/**
 * One recognised table of one file with all that is needed to read it: the unit of work of an
 * ingest, sent to whichever machine reads it.
 *
 * @param personKey key that persons are hashed with; null where the format has none
 * @param country where phone numbers without a calling code belong
 * @param accountId account its rows belong to where they do not say, or null
 * @param observedAt the moment of the export, as well as it is known
 * @param observedOn its day
 * @param piece which part of a large text file it is, or null for the whole
 */
public record Section(
    SourceFile file,
    String fileId,
    Recognition recognition,
    String organisation,
    String country,
    PersonKey personKey,
    String accountId,
    String accountName,
    Instant observedAt,
    LocalDate observedOn,
    TextPiece piece)
    implements Serializable {

  /** Account id of rows whose account neither the file nor the configuration names. */
  public static final String UNNAMED_ACCOUNT = "unnamed";

  /** All of a table. */
  public Section(
      SourceFile file,
      String fileId,
      Recognition recognition,
      String organisation,
      String country,
      PersonKey personKey,
      String accountId,
      String accountName,
      Instant observedAt,
      LocalDate observedOn) {
    this(
        file,
        fileId,
        recognition,
        organisation,
        country,
        personKey,
        accountId,
        accountName,
        observedAt,
        observedOn,
        null);
  }

  Section withPersonKey(PersonKey key) {
    return new Section(
        file,
        fileId,
        recognition,
        organisation,
        country,
        key,
        accountId,
        accountName,
        observedAt,
        observedOn,
        piece);
  }

  Section withPiece(TextPiece of) {
    return new Section(
        file,
        fileId,
        recognition,
        organisation,
        country,
        personKey,
        accountId,
        accountName,
        observedAt,
        observedOn,
        of);
  }

  /** Whether it may be read in pieces: one table, in text, that can be entered in the middle. */
  boolean canSplit() {
    return file.entry() == null
        && file.bytes() >= TextPiece.LEAST_TO_SPLIT
        && recognition.part().isEmpty()
        && recognition.dialect() != null
        && TextPiece.canSplit(recognition.dialect().encoding());
  }

  /** How much there is to read. */
  long bytes() {
    return piece == null ? file.bytes() : piece.bytes();
  }

  ExportFormat format() {
    return recognition.format();
  }

  /** Names the section among all, whatever its file is called. */
  String key() {
    return piece == null ? wholeKey() : wholeKey() + "@" + piece.from();
  }

  /** Names the table that it is, or is a piece of. */
  String wholeKey() {
    return key(fileId, recognition.part());
  }

  static String key(String fileId, String part) {
    return fileId + "/" + part;
  }
}
