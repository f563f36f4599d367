package org.rackvidd.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DayOffsetsTest {
  @Property
  void theOffsetOfADayIsThatOfEachOfItsMinutes(
      @ForAll("zones") String zone, @ForAll("minutes") LocalDateTime time) {
    DayOffsets offsets = new DayOffsets(ZoneId.of(zone).getRules());

    ZoneOffset offset = offsets.of(time);

    if (offset != null) {
      assertThat(time.toInstant(offset)).isEqualTo(time.atZone(ZoneId.of(zone)).toInstant());
    }
    assertThat(offsets.of(time)).isEqualTo(offset);
  }

  @Example
  void aDayOnWhichClocksAreChangedHasNone() {
    DayOffsets offsets = new DayOffsets(ZoneId.of("America/Los_Angeles").getRules());

    assertThat(offsets.of(LocalDateTime.parse("2026-11-01T12:00"))).isNull();
    assertThat(offsets.of(LocalDateTime.parse("2026-11-02T12:00"))).isNotNull();
  }

  @Provide
  Arbitrary<String> zones() {
    return Arbitraries.of(
        "America/Los_Angeles", "Europe/Stockholm", "UTC", "Africa/Cairo", "America/Sao_Paulo");
  }

  @Provide
  Arbitrary<LocalDateTime> minutes() {
    return Arbitraries.longs()
        .between(8_766_000L, 36_000_000L)
        .map(minute -> LocalDateTime.ofEpochSecond(minute * 60, 0, ZoneOffset.UTC));
  }
}
