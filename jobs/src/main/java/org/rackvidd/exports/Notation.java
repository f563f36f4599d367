package org.rackvidd.exports;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How a table writes its numbers and dates where one text may mean two values. Only all of its rows
 * tell.
 */
record Notation(DecimalSign decimals, DayOrder days) implements Serializable {
  /** What a table's numbers and dates say of it. */
  record Signs(DecimalSign.Signs decimals, DayOrder.Signs days) implements Serializable {
    Signs plus(Signs other) {
      return new Signs(decimals.plus(other.decimals), days.plus(other.days));
    }

    /**
     * @param read the notation in which they were read
     */
    Notation notation(Notation read) {
      return new Notation(decimals.sign(read.decimals), days.order());
    }
  }

  /** What is said of it to the user. */
  List<String> remarks() {
    return Stream.of(decimals.remark(), days.remark()).filter(Objects::nonNull).toList();
  }
}
