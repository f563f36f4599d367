package org.rackvidd.exports;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.TimestampType;

/** How the text of a cell is read. */
public enum ValueType {
  TEXT,
  /** Words that anybody may have typed, such as what was searched for: addresses are covered. */
  WORDS,
  /** Text that must not be a number a spreadsheet has shortened, such as {@code 6.49E+17}. */
  ID,
  /** A whole number: {@code 1234}, {@code 1,234}, {@code 424.0}, {@code 1.2K}. */
  COUNT,
  NUMBER,
  MONEY,
  /** A length of time in seconds: {@code 11.5}, {@code 0:09}, {@code 0:05:16}. */
  SECONDS,
  /** Hours, stored as seconds. */
  HOURS,
  /** A share of a whole in percent, stored as a fraction of 1: {@code 23.4}, {@code 23.4 %}. */
  PERCENT,
  DATE,
  TIME,
  FLAG,
  /** A campaign parameter as it is written; words for nothing, such as (not set), are nothing. */
  CAMPAIGN,
  /**
   * The id of a person, or of something only one person did: stored as a keyed hash, a number in a
   * column of numbers and 16 hexadecimal digits in one of text.
   */
  PERSON,
  /** True when the cell says anything at all. */
  PRESENT;

  @JsonCreator
  static ValueType of(String name) {
    String wanted = name.toUpperCase(Locale.ROOT);
    return Stream.of(values())
        .filter(type -> type.name().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no type is called %s; there are %s"
                        .formatted(name, List.of(values()))
                        .toLowerCase(Locale.ROOT)));
  }

  /** How a column of the type is read when its format does not say. */
  static ValueType of(DataType type) {
    if (type instanceof LongType) {
      return COUNT;
    } else if (type instanceof DoubleType) {
      return NUMBER;
    } else if (type instanceof DecimalType) {
      return MONEY;
    } else if (type instanceof DateType) {
      return DATE;
    } else if (type instanceof TimestampType) {
      return TIME;
    } else if (type instanceof BooleanType) {
      return FLAG;
    }
    return TEXT;
  }
}
