package org.rackvidd.exports;

/** A row that cannot be taken in, with the reason's code and a sentence. */
final class BadRow extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  BadRow(Reason reason, String sentence) {
    // Without a stack trace: a file may hold a million of them.
    super(sentence, null, false, false);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
