package org.rackvidd.exports;

import java.io.Serializable;
import org.rackvidd.privacy.PersonKey;

/**
 * One recognised table of one file with all that is needed to read it: the unit of work of an
 * ingest, sent to whichever machine reads it.
 *
 * @param owner whose rows they are
 * @param observed the moment of the export
 * @param personKey key that persons are hashed with; null where the format has none
 * @param piece which part of a large text file it is, or null for the whole
 * @param repeated hashes of the grains that several rows of its table have where one may, or null;
 *     they are all refused, as none of them tells of the whole
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Section(
    SourceFile file,
    String fileId,
    Recognition recognition,
    Owner owner,
    Landing.Observed observed,
    PersonKey personKey,
    TextPiece piece,
    long[] repeated)
    implements Serializable {

  /** Account id of rows whose account neither the file nor the configuration names. */
  public static final String UNNAMED_ACCOUNT = "unnamed";

  /**
   * Whose the rows of a table are, as far as they do not say it themselves.
   *
   * @param organisation its id
   * @param country where phone numbers without a calling code belong
   * @param accountId account they belong to, or null
   * @param accountName its name, or null
   */
  public record Owner(String organisation, String country, String accountId, String accountName)
      implements Serializable {}

  /** All of a table that is not about persons. */
  public Section(
      SourceFile file,
      String fileId,
      Recognition recognition,
      Owner owner,
      Landing.Observed observed) {
    this(file, fileId, recognition, owner, observed, null, null, null);
  }

  Section withPersonKey(PersonKey key) {
    return new Section(file, fileId, recognition, owner, observed, key, piece, repeated);
  }

  Section withNotation(Notation notation) {
    return new Section(
        file,
        fileId,
        recognition.withNotation(notation),
        owner,
        observed,
        personKey,
        piece,
        repeated);
  }

  Section withPiece(TextPiece of) {
    return new Section(file, fileId, recognition, owner, observed, personKey, of, repeated);
  }

  Section withRepeated(long[] hashes) {
    return new Section(file, fileId, recognition, owner, observed, personKey, piece, hashes);
  }

  /** Id of the account that rows which name none are put under. */
  String givenAccount() {
    return owner.accountId() == null ? UNNAMED_ACCOUNT : owner.accountId();
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
