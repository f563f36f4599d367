package org.rackvidd.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class CampaignLinkTest {
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/links/parameters.csv", delimiter = '|', numLinesToSkip = 1)
  void readsParameters(String promise, String link, String reading) {
    assertThat(reading(CampaignLink.of(link))).as(promise).isEqualTo(reading);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/links/pages.csv", delimiter = '|', numLinesToSkip = 1)
  void readsPages(String promise, String link, String page, String host) {
    CampaignLink read = CampaignLink.of(link);
    assertThat(read.page()).as(promise).isEqualTo(page);
    assertThat(read.host()).as(promise).isEqualTo(host);
  }

  @Test
  void nothingIsAnEmptyLink() {
    assertThat(reading(CampaignLink.of(null))).isEqualTo("-");
    assertThat(reading(CampaignLink.of(" "))).isEqualTo("-");
    assertThat(CampaignLink.of("").page()).isNull();
  }

  @Test
  void aParameterNobodyKnowsIsAFault() {
    assertThatThrownBy(() -> CampaignLink.of("").parameter("utm_sorce"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("utm_sorce");
  }

  @Test
  void aLinkTooLongLosesWholeParameters() {
    String link = "https://example.se/?utm_source=fb&x=" + "y".repeat(8100) + "&utm_campaign=";
    assertThat(reading(CampaignLink.of(link + "v".repeat(100)))).isEqualTo("source=fb");
    assertThat(reading(CampaignLink.of(link + "vår"))).isEqualTo("source=fb; campaign=vår");
  }

  @Test
  void aPathTooLongLosesWholeFolders() {
    String page = CampaignLink.of("https://example.se/a/" + "b".repeat(9000)).page();
    assertThat(page).isEqualTo("https://example.se/a");
  }

  @Test
  void redirectsAreFollowedThreeTimes() {
    String link = "https://example.se/jobb";
    for (int i = 0; i < 3; i++) {
      link = "https://l.facebook.com/l.php?u=" + link.replace("%", "%25").replace(":", "%3A");
    }
    assertThat(CampaignLink.of(link).host()).isEqualTo("example.se");
    link = "https://l.facebook.com/l.php?u=" + link.replace("%", "%25").replace(":", "%3A");
    assertThat(CampaignLink.of(link).host()).isEqualTo("l.facebook.com");
  }

  static String reading(CampaignLink link) {
    List<String> parts = new ArrayList<>();
    for (String name : CampaignLink.PARAMETERS) {
      if (link.parameter(name) != null) {
        parts.add(name.substring("utm_".length()) + "=" + link.parameter(name));
      }
    }
    if (link.clickIdKind() != null) {
      parts.add("click=" + link.clickIdKind());
    }
    link.conflicts().forEach(name -> parts.add("conflict=" + name));
    link.macros().forEach(name -> parts.add("macro=" + name));
    return parts.isEmpty() ? "-" : String.join("; ", parts);
  }
}
