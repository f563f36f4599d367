package org.rackvidd.configuration;

import static org.rackvidd.configuration.Invariants.require;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The rules of {@code audiences.yaml}, in their order.
 *
 * @param audiences a post belongs to every one whose rule holds
 * @param categories a post belongs to the first one whose rule holds
 */
public record Audiences(List<Rule> audiences, List<Rule> categories) implements Serializable {
  /** The audience or category of a post for which no rule holds. */
  public static final String UNASSIGNED = "unassigned";

  /** Names with a meaning of their own in the result tables. */
  static final Set<String> RESERVED = Set.of("all", UNASSIGNED);

  public Audiences {
    audiences = List.copyOf(audiences);
    categories = List.copyOf(categories);
    requireDistinctNames(audiences);
    requireDistinctNames(categories);
  }

  /** No rules: every post is unassigned. */
  public static Audiences none() {
    return new Audiences(List.of(), List.of());
  }

  /** The area whose residents an audience is. */
  public String areaOf(String audience) {
    return audiences.stream()
        .filter(rule -> rule.name().equals(audience))
        .map(Rule::area)
        .findFirst()
        .orElse(Organisation.EVERYWHERE);
  }

  /** The rules, ready to run over many posts. */
  public AudienceRules rules() {
    return new AudienceRules(this);
  }

  private static void requireDistinctNames(List<Rule> rules) {
    long names = rules.stream().map(Rule::name).distinct().count();
    require(names == rules.size(), "two rules have the same name");
  }

  /**
   * A named rule: it holds where any condition of {@code any} holds and none of {@code none}.
   *
   * @param name lower-case letters, digits and _; the value in the result tables
   * @param title for people to read; the name where none is given
   * @param any at least one
   * @param none may be empty
   * @param area whose residents it is for: a key of the organisation's population, {@code all}
   *     where none is given
   */
  public record Rule(
      String name, String title, List<Condition> any, List<Condition> none, String area)
      implements Serializable {
    static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,60}");

    public Rule {
      require(NAME.matcher(name).matches() && !RESERVED.contains(name), "rule name: %s", name);
      require(!any.isEmpty(), "the rule %s can never hold", name);
      any = List.copyOf(any);
      none = List.copyOf(none);
    }
  }

  /**
   * Holds where every list that is not empty has a value that fits. The lists are kept folded,
   * sorted and without repeats, so that two conditions of one meaning are equal.
   *
   * @param accounts {@code channel:id}
   * @param channels of {@link Channels#ALL}
   * @param hashtags without #
   * @param words words and phrases, with a star first or last for a part of a word
   * @param labels whole labels
   * @param campaigns patterns with * and ?
   * @param postTypes whole post types
   */
  public record Condition(
      List<String> accounts,
      List<String> channels,
      List<String> hashtags,
      List<String> words,
      List<String> labels,
      List<String> campaigns,
      List<String> postTypes)
      implements Serializable {
    private static final Pattern HASHTAG = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}_]+");

    public Condition {
      accounts = each(accounts, Condition::account);
      channels = each(channels, Condition::channel);
      hashtags = each(hashtags, Condition::hashtag);
      words = each(words, Condition::word);
      labels = each(labels, Condition::whole);
      campaigns = each(campaigns, Condition::campaign);
      postTypes = each(postTypes, Condition::whole);
      require(
          Stream.of(accounts, channels, hashtags, words, labels, campaigns, postTypes)
              .anyMatch(values -> !values.isEmpty()),
          "the condition is empty");
    }

    // Each of these gives the value as it is compared, or says what is wrong with it.

    static String account(String value) {
      int colon = value.indexOf(':');
      require(
          colon > 0 && colon < value.strip().length() - 1,
          "'%s' is not an account; write channel:id, as \"linkedin:12345\"",
          value);
      String id = value.substring(colon + 1).strip();
      require(
          !Account.isDamaged(id),
          "the id '%s' was damaged by a spreadsheet; copy all its digits",
          id);
      return channel(value.substring(0, colon)) + ":" + id;
    }

    static String channel(String value) {
      String channel = value.strip();
      require(
          Channels.contains(channel),
          "the channel '%s' is unknown; %s",
          channel,
          Suggestion.of(channel, Channels.ALL));
      return channel;
    }

    static String hashtag(String value) {
      String folded = Folding.fold(value);
      String hashtag = folded.startsWith("#") ? folded.substring(1) : folded;
      require(
          HASHTAG.matcher(hashtag).matches(),
          "'%s' is not a hashtag; write one word of letters, digits and _",
          value);
      return hashtag;
    }

    static String word(String value) {
      return WordPattern.parse(value).text();
    }

    static String whole(String value) {
      require(!value.isBlank(), "the value is empty; remove it");
      return Folding.fold(value);
    }

    static String campaign(String value) {
      return new Glob(value).pattern();
    }

    private static List<String> each(List<String> values, UnaryOperator<String> normal) {
      return values.stream().map(normal).distinct().sorted().toList();
    }
  }
}
