package org.rackvidd.exports;

import java.io.Serializable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which of day and month stands first in a table's dates of the kind 3/4/2026. */
enum DayOrder {
  /** The one its format knows; no row speaks against it. */
  USUAL,

  /**
   * The other one: at least half of its dates exist in no other way, and none speaks against it.
   */
  SWAPPED,

  /** Rows speak for either, or too few for the other. A date that may be two days is refused. */
  MIXED;

  /** What a date says of the order. */
  enum Sign {
    NONE,
    USUAL,
    SWAPPED,
    EITHER
  }

  /** Day and month as numbers, before the year. */
  private static final Pattern NUMBERS =
      Pattern.compile("(MM?(?=.d)|dd?(?=.M))([/.-])(MM?|dd?)(\\2u.*)");

  /**
   * What the dates of a table say.
   *
   * @param usual how many are a date in the usual order only
   * @param swapped how many are one in the other only
   * @param either how many are a date in both, and not the same
   */
  record Signs(long usual, long swapped, long either) implements Serializable {
    static final Signs NONE = new Signs(0, 0, 0);

    Signs plus(Signs other) {
      return new Signs(usual + other.usual, swapped + other.swapped, either + other.either);
    }

    /** Of a year's days three in five tell: where fewer than half do, one may be a slip. */
    DayOrder order() {
      if (swapped == 0) {
        return USUAL;
      }
      return usual == 0 && swapped >= either ? SWAPPED : MIXED;
    }
  }

  /** What is said of it to the user; null where there is nothing to say. */
  String remark() {
    return switch (this) {
      case USUAL -> null;
      case SWAPPED -> "day and month in the other order than usual, as its dates show";
      case MIXED -> "day and month in both orders: what may be two days is refused";
    };
  }

  /** The same pattern of java.time with day and month changed over; null where it has no such. */
  static String swapped(String pattern) {
    Matcher numbers = NUMBERS.matcher(pattern);
    return numbers.matches()
        ? numbers.group(3) + numbers.group(2) + numbers.group(1) + numbers.group(4)
        : null;
  }
}
