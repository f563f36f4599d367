package org.rackvidd.exports;

import java.io.Serializable;

/** What a table writes before the decimals of a number. */
enum DecimalSign {
  POINT,
  COMMA,

  /** Either, as its numbers show. One that may be thousands as well as decimals is refused. */
  MIXED;

  /**
   * What the numbers of a table say.
   *
   * @param points how many show that decimals stand behind a point
   * @param commas how many show that they stand behind a comma, among them whole 1.234
   * @param either how many are written with three digits behind a sign, and may depend on it
   */
  record Signs(long points, long commas, long either) implements Serializable {
    static final Signs NONE = new Signs(0, 0, 0);

    Signs plus(Signs other) {
      return new Signs(points + other.points, commas + other.commas, either + other.either);
    }

    /**
     * @param read the sign by which they were read; it stands where they do not depend on it
     */
    DecimalSign sign(DecimalSign read) {
      if (either == 0 || points == 0 && commas == 0) {
        return read;
      }
      return points == 0 ? COMMA : commas == 0 ? POINT : MIXED;
    }
  }

  /** What is said of it to the user; null where there is nothing to say. */
  String remark() {
    return this == MIXED
        ? "decimals behind points and behind commas: what may be thousands is refused"
        : null;
  }
}
