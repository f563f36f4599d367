package org.rackvidd.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {
  private static final NumberText POINT = new NumberText(DecimalSign.POINT);
  private static final NumberText COMMA = new NumberText(DecimalSign.COMMA);

  @ParameterizedTest(name = "\"{0}\" is {1} in a file with decimal points, {2} in one with commas")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "0                    | 0                   | 0",
        "1234                 | 1234                | 1234",
        "007                  | 7                   | 7",
        "424.0                | 424                 | 424",
        "424,0                | 424                 | 424",
        "1,234                | 1234                | 1234",
        "1.234                | bad                 | 1234",
        "1.000                | bad                 | 1000",
        "1,000                | 1000                | bad",
        "1,234,567            | 1234567             | 1234567",
        "1.234.567            | 1234567             | 1234567",
        "1,234.0              | 1234                | 1234",
        "1.234,0              | 1234                | 1234",
        "1 234                | 1234                | 1234",
        "1 234 567,0          | 1234567             | 1234567",
        "1\u00a0234           | 1234                | 1234",
        "1\u202f234           | 1234                | 1234",
        "1'234'567            | 1234567             | 1234567",
        "1\u2019234           | 1234                | 1234",
        "1.2K                 | 1200                | 1200",
        "1,2k                 | 1200                | 1200",
        "1.234K               | 1234                | 1234000",
        "3M                   | 3000000             | 3000000",
        "2B                   | 2000000000          | 2000000000",
        "-12                  | -12                 | -12",
        "\u221212             | -12                 | -12",
        "-1,234               | -1234               | -1234",
        "9223372036854775807  | 9223372036854775807 | 9223372036854775807",
      })
  void readsCounts(String text, String point, String comma) throws BadRow {
    assertThat(count(POINT, text)).isEqualTo(point);
    assertThat(count(COMMA, text)).isEqualTo(comma);
  }

  @ParameterizedTest(name = "\"{0}\" is {1} in a file with decimal points, {2} in one with commas")
  @CsvSource(
      delimiter = '|',
      value = {
        "12.40     | 12.4     | 12.4",
        "12,40     | 12.4     | 12.4",
        "1,234     | 1234     | 1.234",
        "1.234     | 1.234    | 1234",
        "0,123     | 0.123    | 0.123",
        "0.123     | 0.123    | 0.123",
        "-0.125    | -0.125   | -0.125",
        "1234.567  | 1234.567 | 1234.567",
        "1234,567  | 1234.567 | 1234.567",
        "1 234,5   | 1234.5   | 1234.5",
        "1,234.56  | 1234.56  | 1234.56",
        "1.234,56  | 1234.56  | 1234.56",
        ".5        | 0.5      | 0.5",
      })
  void readsNumbersAndNeverTakesDecimalsForThousands(String text, double point, double comma)
      throws BadRow {
    assertThat(POINT.number(text.toCharArray(), 0, text.length())).isEqualTo(point);
    assertThat(COMMA.number(text.toCharArray(), 0, text.length())).isEqualTo(comma);
  }

  @ParameterizedTest(name = "\"{0}\" is {1} millionths")
  @CsvSource(
      delimiter = '|',
      value = {
        "0            | 0",
        "410.25       | 410250000",
        "12.345678    | 12345678",
        "0.0000005    | 0",
        "0.0000015    | 2",
        "1,012.30     | 1012300000",
        "-5.5         | -5500000",
        "999999999999 | 999999999999000000",
      })
  void keepsMoneyInMillionths(String text, long micros) throws BadRow {
    assertThat(POINT.money(text.toCharArray(), 0, text.length())).isEqualTo(micros);
  }

  @ParameterizedTest(name = "\"{0}\" is {1} seconds")
  @CsvSource(
      delimiter = '|',
      value = {
        "11.5 | 11.5",
        "0:09 | 9",
        "0:05:16 | 316",
        "1:00:00 | 3600",
        "12,5 | 12.5",
        "0 | 0"
      })
  void readsLengthsOfTime(String text, double seconds) throws BadRow {
    assertThat(POINT.seconds(text.toCharArray(), 0, text.length())).isEqualTo(seconds);
  }

  @ParameterizedTest(name = "\"{0}\" is {1} of the whole, {2} with a decimal comma")
  @CsvSource(
      delimiter = '|',
      value = {
        "23.4 | 0.234 | 0.234",
        "23,4 | 0.234 | 0.234",
        "23.4 % | 0.234 | 0.234",
        "0.45% | 0.0045 | 0.0045",
        "100 | 1 | 1",
        "0 | 0 | 0",
        "1.234 | 0.01234 | 12.34"
      })
  void readsPercentagesAsFractionsOfOne(String text, double point, double comma) throws BadRow {
    assertThat(POINT.fraction(text.toCharArray(), 0, text.length())).isEqualTo(point);
    assertThat(COMMA.fraction(text.toCharArray(), 0, text.length())).isEqualTo(comma);
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(
      strings = {
        "",
        "-",
        "K",
        "abc",
        "12 kr",
        "12%",
        "1e3",
        "6.49E+17",
        "+5",
        "NaN",
        "Infinity",
        "0x10",
        "1-2",
        "1,23,456",
        "12 34",
        "1 2345",
        "1.2.3",
        "1,2.3,4",
        "1234,567,890",
        "0,123,456",
        "1.234 567",
        "2026-09-24",
        "1234567890123456789012345678901234567890123"
      })
  void refusesWhatIsNoNumber(String text) {
    refuses(() -> POINT.count(text.toCharArray(), 0, text.length()));
    refuses(() -> COMMA.number(text.toCharArray(), 0, text.length()));
    refuses(() -> POINT.money(text.toCharArray(), 0, text.length()));
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(strings = {"1000000000000", "-1000000000000.5"})
  void refusesAmountsThatDoNotFit(String text) {
    refuses(() -> POINT.money(text.toCharArray(), 0, text.length()));
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(strings = {"1:2:3:4", ":", "1:", "0:9x"})
  void refusesWhatIsNoLengthOfTime(String text) {
    refuses(() -> POINT.seconds(text.toCharArray(), 0, text.length()));
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(strings = {"", "%", "< 10%", "5%%", "half"})
  void refusesWhatIsNoPercentage(String text) {
    refuses(() -> POINT.fraction(text.toCharArray(), 0, text.length()));
  }

  @Test
  void aLongTextIsNotRepeatedInFull() {
    String text = "9".repeat(5000);

    assertThatExceptionOfType(BadRow.class)
        .isThrownBy(() -> POINT.count(text.toCharArray(), 0, text.length()))
        .satisfies(bad -> assertThat(bad.getMessage()).hasSizeLessThan(80));
  }

  @ParameterizedTest(name = "\"{0}\" shows {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "12,40     | COMMA",
        "12.40     | POINT",
        "1.234,5   | COMMA",
        "1,234.5   | POINT",
        "0,123     | COMMA",
        "1 234,50  | COMMA",
        "1,234     | EITHER",
        "1.234     | EITHER",
        "-1,234    | EITHER",
        "1234.567  | POINT",
        "1234,567  | COMMA",
        "12.       | UNKNOWN",
        "1,234,567 | UNKNOWN",
        "1234      | UNKNOWN",
        "a,b       | UNKNOWN",
      })
  void tellsTheStyleOfANumberOnlyWhereItShows(String text, NumberText.Style style) {
    assertThat(NumberText.style(text)).isEqualTo(style);
  }

  @Test
  void countsWhatItsNumbersSayOfTheirSign() throws BadRow {
    for (DecimalSign sign : DecimalSign.values()) {
      NumberText numbers = new NumberText(sign);
      for (String text :
          new String[] {"1", "12.5", "12,5", "0,123", "1.234,50", "1234.567", "-3.5"}) {
        numbers.money(text.toCharArray(), 0, text.length());
      }
      for (String text : new String[] {"12,345", "1.234", "1,234"}) {
        if (sign == DecimalSign.MIXED) {
          refuses(() -> numbers.number(text.toCharArray(), 0, text.length()));
        } else {
          numbers.number(text.toCharArray(), 0, text.length());
        }
      }

      assertThat(numbers.signs()).as("%s", sign).isEqualTo(new DecimalSign.Signs(3, 3, 3));
    }
  }

  @Test
  void wholeNumbersTellWhichSignPartsThousands() throws BadRow {
    NumberText comma = new NumberText(DecimalSign.COMMA);
    NumberText point = new NumberText(DecimalSign.POINT);

    count(comma, "1.234");
    count(comma, "2.000");
    count(point, "1,234");
    count(point, "1.234");

    assertThat(comma.signs()).isEqualTo(new DecimalSign.Signs(0, 1, 2));
    assertThat(point.signs()).isEqualTo(new DecimalSign.Signs(1, 1, 2));
  }

  @Test
  void whereBothSignsAreWrittenWholeNumbersHaveThousandsOnly() throws BadRow {
    NumberText mixed = new NumberText(DecimalSign.MIXED);

    assertThat(count(mixed, "1,234")).isEqualTo("1234");
    assertThat(count(mixed, "1.234")).isEqualTo("1234");
    assertThat(count(mixed, "12,5")).isEqualTo("bad");
    assertThat(mixed.money("1.234,5".toCharArray(), 0, 7)).isEqualTo(1_234_500_000L);
    assertThat(mixed.money("12,5".toCharArray(), 0, 4)).isEqualTo(12_500_000L);
    assertThat(mixed.number("12.5".toCharArray(), 0, 4)).isEqualTo(12.5);
  }

  @ParameterizedTest(
      name = "{0} points, {1} commas, {2} of either are {3} where read with points, else {4}")
  @CsvSource({
    "0, 0, 0, POINT, COMMA",
    "0, 0, 9, POINT, COMMA",
    "1, 1, 0, POINT, COMMA",
    "0, 1, 1, COMMA, COMMA",
    "1, 0, 1, POINT, POINT",
    "1, 9, 1, MIXED, MIXED",
  })
  void whatDoesNotDependOnTheSignKeepsTheOneItWasReadBy(
      long points, long commas, long either, DecimalSign afterPoint, DecimalSign afterComma) {
    DecimalSign.Signs signs = new DecimalSign.Signs(points, commas, either);

    assertThat(signs.sign(DecimalSign.POINT)).isEqualTo(afterPoint);
    assertThat(signs.sign(DecimalSign.COMMA)).isEqualTo(afterComma);
  }

  private static String count(NumberText numbers, String text) throws BadRow {
    try {
      return Long.toString(numbers.count(text.toCharArray(), 0, text.length()));
    } catch (BadRow bad) {
      assertThat(bad.reason()).isEqualTo(Reason.BAD_NUMBER);
      return "bad";
    }
  }

  private static void refuses(ThrowingCallable reading) {
    assertThatExceptionOfType(BadRow.class)
        .isThrownBy(reading)
        .satisfies(bad -> assertThat(bad.reason()).isEqualTo(Reason.BAD_NUMBER));
  }
}
