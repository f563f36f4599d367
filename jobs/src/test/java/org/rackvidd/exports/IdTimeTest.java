package org.rackvidd.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdTimeTest {
  @ParameterizedTest(name = "{0}: {1} was made at {2}")
  @CsvSource({
    // Seen beside the export's own time, to the minute.
    "INSTAGRAM, https://www.instagram.com/p/Ddr9jGEmLMp/,                    2026-09-24T22:30:17Z",
    "INSTAGRAM, https://www.instagram.com/p/DHpmj9euOPY/,                    2025-03-26T05:00:16Z",
    "INSTAGRAM, https://www.instagram.com/reel/DHpmj9euOPY?igsh=x,           2025-03-26T05:00:16Z",
    "INSTAGRAM, https://www.instagram.com/kommun/tv/DHpmj9euOPY,             2025-03-26T05:00:16Z",
    "X,         2074000000000000001,                                         2026-07-06T05:18:27Z",
    // The example of Wikipedia's article on Snowflake ids.
    "X,         https://twitter.com/Wikipedia/status/1541815603606036480,    2022-06-28T16:07:40Z",
    "X,         https://x.com/Wikipedia/status/1541815603606036480?s=20,     2022-06-28T16:07:40Z",
    "LINKEDIN,  7469614183219334623,                                         2026-06-08T05:00:00Z",
    "LINKEDIN,  https://www.linkedin.com/feed/update/urn:li:activity:7469614183219334623/, 2026-06-08T05:00:00Z",
    "LINKEDIN,  urn:li:ugcPost:7469614183219334623,                          2026-06-08T05:00:00Z",
    "LINKEDIN,  https://www.linkedin.com/posts/kommun_jobb-activity-7469614183219334623-AbCd, 2026-06-08T05:00:00Z",
    "TIKTOK,    7412345678901234567,                                         2024-09-08T18:46:55Z",
    "TIKTOK,    https://www.tiktok.com/@kommun/video/7412345678901234567?lang=sv, 2024-09-08T18:46:55Z",
    "TIKTOK,    https://www.tiktok.com/@kommun/photo/7412345678901234567,    2024-09-08T18:46:55Z",
  })
  void anIdTellsWhenItWasMade(IdTime platform, String text, Instant instant) {
    assertThat(platform.decode(text).map(time -> time.truncatedTo(ChronoUnit.SECONDS)))
        .contains(instant);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "INSTAGRAM, https://www.instagram.com/stories/kommun/3700000000000000000/",
    "INSTAGRAM, https://www.instagram.com/p/short/",
    "INSTAGRAM, https://www.instagram.com/kommun/",
    "INSTAGRAM, 18182686576415017",
    "X,         20",
    "X,         6.49E+17",
    "X,         https://x.com/kommun",
    "X,         9999999999999999999",
    "LINKEDIN,  https://www.linkedin.com/company/12345/",
    "LINKEDIN,  9999999999999999999",
    "LINKEDIN,  1000000000000000000",
    "TIKTOK,    https://www.tiktok.com/@kommun",
    "TIKTOK,    999999999999999999",
    "TIKTOK,    7.41E+18",
    "TIKTOK,    ''",
  })
  void whatHoldsNoIdTellsNothing(IdTime platform, String text) {
    assertThat(platform.decode(text)).isEmpty();
  }
}
