package org.rackvidd.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CampaignLinkPropertiesTest {
  /** "%41" is an escape of its own, and two of these signs may begin a macro. */
  private static final Pattern OF_ITS_OWN_MEANING = Pattern.compile("%\\p{XDigit}{2}|%%|##");

  private static final List<String> PIECES =
      List.of(
          "https://",
          "http%3A%2F%2F",
          "//",
          "l.facebook.com/l.php?u=",
          "www.google.se/url?q=",
          "example.se",
          "anna@example.se",
          ":80",
          "[::1]",
          "/",
          "\\",
          ";jsessionid=1",
          "?",
          "&",
          "&amp;",
          "&#38;",
          "#",
          "#/",
          ";",
          "=",
          "%",
          "%2",
          "%25",
          "%3F",
          "%3D",
          "%26",
          "%C3",
          "%A5",
          "%E5",
          "%81",
          "+",
          " ",
          "utm_source",
          "UTM_MEDIUM",
          "utm%5Fcampaign",
          "mtm_kwd",
          "pk_campaign",
          "gclid=hemlig",
          "fbclid=hemlig",
          "{{",
          "}}",
          "{",
          "[[",
          "]]",
          "__CID__",
          "*|",
          "##",
          "(not set)",
          "/19850412-1234/",
          "å",
          "\u030A",
          "\uD83D",
          "\u0000",
          "𝒳");

  @Provide
  Arbitrary<String> mutated() {
    return Arbitraries.of(PIECES).list().ofMaxSize(40).map(pieces -> String.join("", pieces));
  }

  @Property(tries = 3000)
  void everyMutatedLinkHasAReadingWithoutPersons(@ForAll("mutated") String text) {
    CampaignLink link = CampaignLink.of(text);
    String reading = CampaignLinkTest.reading(link);
    if (link.page() != null) {
      String path = link.host() == null ? link.page() : link.page().replace(link.host(), "");
      assertThat(path).doesNotContain("@example", "?", "#", "19850412-1234");
    }
    assertThat(reading).doesNotContain("anna@");
    TrafficChannel channel =
        TrafficChannel.of(
            link.parameter("utm_source"),
            link.parameter("utm_medium"),
            link.parameter("utm_campaign"),
            link.clickIdKind(),
            link.host());
    assertThat(channel.channel()).isNotBlank();
  }

  @Property(tries = 1000)
  void everyTextHasAReading(@ForAll String text, @ForAll String more) {
    assertThat(CampaignLink.of(text + "?utm_source=" + more).conflicts()).isNotNull();
    assertThat(TrafficChannel.of(text, more, text, more, text).channel()).isNotBlank();
  }

  @Provide
  Arbitrary<String> values() {
    Arbitrary<Character> any =
        Arbitraries.chars().alpha().numeric().with("åäöÅÄÖøæþ+&=?#;%/ é€☃".toCharArray());
    // A letter first and last: blanks there are trimmed.
    return Combinators.combine(
            Arbitraries.of("jobb", "Vår"), any.list().ofMaxSize(30), Arbitraries.of("x", "ö"))
        .as(
            (first, middle, last) -> {
              var value = new StringBuilder(first);
              middle.forEach(value::append);
              return value.append(last).toString();
            })
        .filter(value -> !OF_ITS_OWN_MEANING.matcher(value).find());
  }

  @Property(tries = 2000)
  void whatWasEscapedIsReadAsItWas(
      @ForAll("values") String source, @ForAll("values") String campaign) {
    String query = "utm_source=" + escaped(source) + "&utm_campaign=" + escaped(campaign);
    for (String before :
        List.of("", "?", "https://example.se/?", "https://example.se/#/jobb?", "/a?b=c&")) {
      CampaignLink link = CampaignLink.of(before + query);
      assertThat(link.parameter("utm_source")).isEqualTo(source);
      assertThat(link.parameter("utm_campaign")).isEqualTo(campaign);
      assertThat(link.conflicts()).isEmpty();
    }
    CampaignLink redirected =
        CampaignLink.of(
            "https://l.facebook.com/l.php?h=1&u=" + escaped("https://example.se/?" + query));
    assertThat(redirected.parameter("utm_source")).isEqualTo(source);
    assertThat(redirected.page()).isEqualTo("https://example.se/");
  }

  @Property(tries = 1000)
  void readingAPageAgainGivesThePage(@ForAll("mutated") String text) {
    String page = CampaignLink.of(text).page();
    if (page != null) {
      assertThat(CampaignLink.of(page).page()).isEqualTo(page);
    }
  }

  private static String escaped(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
