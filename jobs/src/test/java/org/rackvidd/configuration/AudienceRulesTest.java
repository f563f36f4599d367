package org.rackvidd.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackvidd.configuration.AudienceRules.Assignment;
import org.rackvidd.configuration.AudienceRules.PostTraits;

class AudienceRulesTest {
  @ParameterizedTest(name = "{0}: {1} in \"{2}\" is {3}")
  @CsvFileSource(resources = "words.csv", numLinesToSkip = 1, delimiter = '|')
  void findsWords(String language, String word, String text, boolean found) {
    assertThat(language).isNotBlank();
    assertThat(holds(condition(Map.of("words", unescape(word))), unescape(text))).isEqualTo(found);
  }

  @ParameterizedTest(name = "{0} in \"{1}\" is {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "jobb          | Sök nu #jobb                  | true",
        "'#Jobb'       | Sök nu #JOBB!                 | true",
        "jobb          | Sök nu #jobba                 | false",
        "jobb          | Sök nu jobb                   | false",
        "sök_nu        | (#Sök_nu)                     | true",
        "sök           | #sök_nu                       | false",
        "blåljus       | #bla\u030Aljus                | true",
        "jobb          | #skola#jobb                   | false",
        "skola         | #skola#jobb                   | true",
        "jobb          | ＃jobb                        | true",
        "39            | R&#39;D                       | false",
        "työpaikka     | Hae! #Työpaikka               | true",
        "þjónusta      | #þjónusta                     | true",
        "jobb          | 💙#jobb💙                     | true",
        "hej           | # hej                         | false",
      })
  void findsHashtags(String hashtag, String text, boolean found) {
    assertThat(holds(condition(Map.of("hashtags", hashtag)), text)).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({
    "accounts, facebook:1, true, false, false",
    "campaigns, Jobb*, false, true, false",
    "words, jobb, false, false, true",
    "hashtags, jobb, false, false, true",
    "labels, jobb, false, false, false"
  })
  void sayWhatTheyLookAt(
      String list, String value, boolean accounts, boolean campaigns, boolean text) {
    AudienceRules rules =
        new Audiences(List.of(rule("jobs", Map.of(list, value))), List.of()).rules();

    assertThat(rules.askForAccounts()).isEqualTo(accounts);
    assertThat(rules.askForCampaigns()).isEqualTo(campaigns);
    assertThat(rules.askForText()).isEqualTo(text);
  }

  @Test
  void aPostBelongsToEveryAudienceAndToTheFirstCategory() {
    var jobs = rule("jobs", Map.of("words", "jobb"));
    var school = rule("school", Map.of("words", "skola"));
    var health = rule("health", Map.of("words", "vård"));
    AudienceRules rules =
        new Audiences(List.of(health, jobs, school), List.of(school, jobs)).rules();

    assertThat(rules.assign(post("Jobb i skola")))
        .isEqualTo(new Assignment(List.of("jobs", "school"), "school"));
    assertThat(rules.assign(post("Jobb"))).isEqualTo(new Assignment(List.of("jobs"), "jobs"));
    assertThat(rules.assign(post("Vård")))
        .isEqualTo(new Assignment(List.of("health"), "unassigned"));
    assertThat(rules.assign(post("Annat")))
        .isEqualTo(new Assignment(List.of("unassigned"), "unassigned"));
  }

  @Test
  void everyKeyOfAConditionMustHoldAndAnyConditionOfARule() {
    var rule =
        new Audiences.Rule(
            "jobs",
            "Jobs",
            List.of(
                condition(Map.of("words", "jobb,tjänst", "channels", "linkedin,x")),
                condition(Map.of("labels", "Rekrytering"))),
            List.of(condition(Map.of("hashtags", "internt"))),
            "all");
    AudienceRules rules = new Audiences(List.of(rule), List.of()).rules();

    assertThat(audiences(rules, traits("linkedin", "Ledig tjänst"))).containsExactly("jobs");
    assertThat(audiences(rules, traits("facebook", "Ledig tjänst"))).containsExactly("unassigned");
    assertThat(audiences(rules, traits("linkedin", "Ledig dag"))).containsExactly("unassigned");
    assertThat(audiences(rules, traits("facebook", "x", "rekrytering"))).containsExactly("jobs");
    assertThat(audiences(rules, traits("x", "Jobb #internt", "Rekrytering")))
        .containsExactly("unassigned");
  }

  @ParameterizedTest(name = "{0}: {1} is {2}")
  @CsvSource({
    "accounts, linkedin:12345, true",
    "accounts, linkedin:1234, false",
    "accounts, facebook:12345, false",
    "channels, linkedin, true",
    "channels, x, false",
    "labels, kampanj VÅR, true",
    "labels, kampanj, false",
    "campaigns, rekrytering*2026*, true",
    "campaigns, rekrytering, false",
    "post_types, VIDEO, true",
    "post_types, vid, false",
  })
  void looksAtTheOtherTraits(String key, String value, boolean holds) {
    var post =
        new PostTraits(
            "linkedin",
            "12345",
            null,
            List.of("annat", "Kampanj va\u030Ar"),
            "Rekrytering vård 2026-05",
            "Video");
    AudienceRules rules = new Audiences(List.of(rule("a", Map.of(key, value))), List.of()).rules();

    assertThat(rules.assign(post).audiences()).containsExactly(holds ? "a" : "unassigned");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "*", "**", "a*", "*a", "jo*bb", "jobb *", "a* b", "!!!", "jobb!", "C(x)", "💙"
      })
  void wordsThatCouldNotMeanAnythingAreRefused(String word) {
    assertThatIllegalArgumentException().isThrownBy(() -> WordPattern.parse(word));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ö", "IT-tekniker", "24/7", "R&D", "#jobb", "vaa'an", "*jobb*", "a\u030A"})
  void wordsAsPeopleWriteThemAreTaken(String word) {
    assertThatNoException().isThrownBy(() -> WordPattern.parse(word));
  }

  @Test
  void conditionsOfOneMeaningAreEqual() {
    assertThat(condition(Map.of("words", "Jobb,SÖK  nu", "hashtags", "#A,b")))
        .isEqualTo(condition(Map.of("words", "sök nu,jobb,JOBB", "hashtags", "B,a")));
  }

  @Test
  void onlyTheBeginningOfAnEndlessTextCounts() {
    var words = condition(Map.of("words", "jobb"));

    assertThat(holds(words, "x ".repeat(9_000) + "jobb")).isTrue();
    assertThat(holds(words, "x ".repeat(10_000) + "jobb")).isFalse();
  }

  @Test
  void hostileTextsTakeNoTime() {
    var words = condition(Map.of("words", "*aaaab*,aaaac*,*aaad"));
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          assertThat(holds(words, "a".repeat(5_000_000))).isFalse();
          assertThat(holds(words, "a" + "\u0301\u0316".repeat(1_000_000))).isFalse();
          assertThat(holds(words, "\uD83D".repeat(100_000) + "\uDC00 aaad")).isFalse();
          assertThat(holds(words, "#".repeat(100_000))).isFalse();
        });
  }

  @Test
  void thousandsOfWordsFindTheSameAsOneByOne() {
    List<String> words =
        IntStream.range(0, 3000)
            .mapToObj(i -> Integer.toString(i * 7919 % 10007, 5).replace('0', 'å'))
            .toList();
    String text = String.join(" ", words.subList(0, 40)) + " 4444å 123 " + words.get(77) + "x";
    for (int i = 0; i < words.size(); i += 97) {
      String word = words.get(i).length() > 1 ? words.get(i) + "*" : words.get(i);
      boolean expected =
          List.of(text.split(" ")).stream()
              .anyMatch(
                  w ->
                      word.endsWith("*")
                          ? w.startsWith(word.substring(0, word.length() - 1))
                          : w.equals(word));
      var one = rule("one", Map.of("words", word));
      var other = rule("other", Map.of("words", String.join(",", words)));
      AudienceRules both = new Audiences(List.of(one, other), List.of()).rules();
      assertThat(both.assign(post(text)).audiences().contains("one")).as(word).isEqualTo(expected);
    }
  }

  private static boolean holds(Audiences.Condition condition, String text) {
    var rule = new Audiences.Rule("a", "a", List.of(condition), List.of(), "all");
    return new Audiences(List.of(rule), List.of())
        .rules()
        .assign(post(text))
        .audiences()
        .contains("a");
  }

  private static List<String> audiences(AudienceRules rules, PostTraits post) {
    return rules.assign(post).audiences();
  }

  private static PostTraits post(String text) {
    return traits("linkedin", text);
  }

  private static PostTraits traits(String channel, String text, String... labels) {
    return new PostTraits(channel, "1", text, List.of(labels), null, null);
  }

  private static Audiences.Rule rule(String name, Map<String, String> keys) {
    return new Audiences.Rule(name, name, List.of(condition(keys)), List.of(), "all");
  }

  /** Values by key, with commas between them. */
  private static Audiences.Condition condition(Map<String, String> keys) {
    return new Audiences.Condition(
        values(keys, "accounts"),
        values(keys, "channels"),
        values(keys, "hashtags"),
        values(keys, "words"),
        values(keys, "labels"),
        values(keys, "campaigns"),
        values(keys, "post_types"));
  }

  private static List<String> values(Map<String, String> keys, String key) {
    return keys.containsKey(key) ? List.of(keys.get(key).split(",")) : List.of();
  }

  /**
   * Characters that would be invisible in the table are written as {@code \}{@code uXXXX} there.
   */
  private static String unescape(String text) {
    return Pattern.compile("\\\\u([0-9A-F]{4})")
        .matcher(text)
        .replaceAll(hit -> String.valueOf((char) Integer.parseInt(hit.group(1), 16)));
  }
}
