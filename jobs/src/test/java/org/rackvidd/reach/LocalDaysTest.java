package org.rackvidd.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LocalDaysTest {
  private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

  @Provide
  Arbitrary<String> zones() {
    return Arbitraries.of(
        "Europe/Stockholm", "Atlantic/Reykjavik", "America/Nuuk", "Australia/Lord_Howe", "UTC");
  }

  @Property
  void areThoseOfTheCalendar(
      @ForAll("zones") String zone,
      @ForAll @Size(20)
          List<@LongRange(min = -2_000_000_000_000_000L, max = 4_000_000_000_000_000L) Long>
              moments) {
    LocalDays days = new LocalDays(ZoneId.of(zone));
    for (long micros : moments) {
      Instant moment = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
      assertThat(days.of(micros))
          .isEqualTo((int) LocalDate.ofInstant(moment, ZoneId.of(zone)).toEpochDay());
    }
  }

  @Test
  void beginAtMidnightOnBothSidesOfAChange() {
    LocalDays days = new LocalDays(STOCKHOLM);
    for (String day :
        List.of("2026-03-28", "2026-03-29", "2026-03-30", "2026-10-25", "2026-10-26")) {
      LocalDate date = LocalDate.parse(day);
      long midnight = date.atStartOfDay(STOCKHOLM).toEpochSecond() * 1_000_000;
      assertThat(days.of(midnight)).isEqualTo((int) date.toEpochDay());
      assertThat(days.of(midnight - 1)).isEqualTo((int) date.toEpochDay() - 1);
    }
  }
}
