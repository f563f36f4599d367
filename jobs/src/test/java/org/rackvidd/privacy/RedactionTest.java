package org.rackvidd.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "anna.svensson@example.se",
        "åsa@exempel.se",
        "850412-1234",
        "19850412-1234",
        "8504121234",
        "198504121234",
        "196512741234",
        "120585-123X",
        "+46 70-123 45 67",
        "070-123 45 67",
        "0701234567",
        "08-123 456 78",
        "040 12 34 56",
        "070.123.45.67",
        "070/1234567",
        "(070) 1234567",
        "+46 (0)70 123 45 67",
        "850412–1234",
        "anna.svensson(at)example.se",
        "anna.svensson [at] example.se",
        "anna.svensson＠example.se",
        "anna.svensson%40example.se",
        "anna.svensson at example.se",
        "010305B9012",
        "311299 56715",
        "31129956715",
        "3112991234",
        "12 34 56 78",
        "912 34 567",
        "08-12 34",
        "+4 (0)/..-5",
        "åsa (a) exempel",
        "åsa [at] exempel"
      })
  void whatPointsAtAPersonIsCovered(String text) {
    assertThat(Redaction.cover("Ring " + text + " nu")).doesNotContain(text.substring(1, 6));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-03",
        "03-11-2026",
        "11/03/2026 14:05",
        "01/03/2026",
        "01.03.2026",
        "01.03.2026 14:05",
        "01.03.26",
        "05/2026",
        "nyheter/01/02/03",
        "2026/01/03",
        "1 234 567",
        "12 345 678",
        "20261103",
        "Möt oss at kommunen",
        "0.0512345",
        "0,0512345",
        "17895695668004550",
        "7123456789012345678",
        "Torsdag kl. 08:30"
      })
  void whatDoesNotStays(String text) {
    assertThat(Redaction.cover(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(ints = {480, 495, 500, 505})
  void anAddressAcrossTheCutLeavesNoHalf(int before) {
    String text = "x ".repeat(before / 2) + "anna.svensson@example.se and more";
    assertThat(Redaction.cover(text)).doesNotContain("anna").hasSizeLessThanOrEqualTo(501);
  }

  @Test
  void addressesRunTogetherAreCoveredWhole() {
    assertThat(Redaction.coverAddresses("till anna@bo@example.se och @kommunen"))
        .isEqualTo("till … och @kommunen");
  }
}
