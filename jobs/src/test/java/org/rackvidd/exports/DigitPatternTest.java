package org.rackvidd.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DigitPatternTest {
  @Property
  void whatIsReadIsWhatJavaTimeReads(
      @ForAll("patterns") String pattern, @ForAll("texts") String text) {
    LocalDateTime read = DigitPattern.of(pattern).read(text.toCharArray(), 0, text.length());

    if (read != null) {
      assertThat(read).isEqualTo(formatted(pattern, text));
    }
  }

  @Property
  void everyDateAsJavaWritesItIsRead(
      @ForAll("patterns") String pattern, @ForAll("moments") LocalDateTime moment) {
    String text = DateTimeFormatter.ofPattern(pattern).format(moment);

    assertThat(DigitPattern.of(pattern).read(text.toCharArray(), 0, text.length()))
        .isEqualTo(formatted(pattern, text));
  }

  @Example
  void patternsOfAnotherKindAreLeftAlone() {
    assertThat(
            new String[] {
              "MMM d, uuuu",
              "uuuuMMdd",
              "d-M-uu",
              "uuuu-M-d H:mm Z",
              "sv:d MMMM uuuu",
              "H:mm",
              "uuuu-M",
              "uuuu-M-d h:mm a",
              "epoch_millis",
              "uuuu-M-d H"
            })
        .allMatch(pattern -> DigitPattern.of(pattern) == null);
  }

  @Provide
  Arbitrary<String> patterns() {
    return Arbitraries.of(
        "uuuu-M-d",
        "uuuu-MM-dd",
        "M/d/uuuu",
        "d.M.uuuu",
        "M/d/uuuu H:mm",
        "uuuu-M-d H:mm:ss",
        "uuuu-MM-dd'T'HH:mm:ss",
        "d/M/uuuu, H:mm");
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> number =
        Arbitraries.of(
            "0", "1", "02", "12", "13", "29", "31", "59", "60", "2024", "2023", "007", "20240", "x",
            "");
    Arbitrary<String> sign = Arbitraries.of("-", "/", ".", " ", ":", "T", ", ");
    return Combinators.combine(
            number,
            sign,
            number,
            sign,
            number,
            Arbitraries.of("", " 1:02", " 23:59", "T24:00:01", "T09:08:07", ", 3:04", " 3:4"))
        .as((a, b, c, d, e, f) -> a + b + c + d + e + f);
  }

  @Provide
  Arbitrary<LocalDateTime> moments() {
    return Arbitraries.longs()
        .between(-1_000_000_000L, 4_000_000_000L)
        .map(seconds -> LocalDateTime.ofEpochSecond(seconds, 0, java.time.ZoneOffset.UTC));
  }

  private static LocalDateTime formatted(String pattern, String text) {
    DateTimeFormatter formatter =
        DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    try {
      TemporalAccessor parsed = formatter.parseBest(text, LocalDateTime::from, LocalDate::from);
      return parsed instanceof LocalDateTime time ? time : LocalDate.from(parsed).atStartOfDay();
    } catch (DateTimeException none) {
      return null;
    }
  }
}
