package org.rackvidd.exports;

import java.util.Locale;

/** Why a row was not taken in. The code stands in ops.rejected_row. */
public enum Reason {
  BAD_DATE,
  BAD_NUMBER,
  BAD_FLAG,
  NEGATIVE,
  MISSING_KEY,
  DAMAGED_ID,
  /** Two rows of a file that name the same thing with figures of their own. */
  DUPLICATE_KEY,
  TOO_FEW_FIELDS,
  TOO_MANY_FIELDS,
  CONFLICTING_VALUES,
  UNKNOWN_VALUE,
  TOO_LONG,
  UNREADABLE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
