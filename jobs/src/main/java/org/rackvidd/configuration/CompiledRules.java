package org.rackvidd.configuration;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.rackvidd.configuration.AudienceRules.Assignment;
import org.rackvidd.configuration.AudienceRules.PostTraits;

/** The rules of {@link Audiences} with all their words and hashtags in two tables. */
final class CompiledRules {
  private static final List<String> NO_AUDIENCE = List.of(Audiences.UNASSIGNED);
  private static final FoldedText NO_TEXT = new FoldedText("", List.of());

  private final Map<String, BitSet> needles = new HashMap<>();
  private final Map<String, BitSet> hashtags = new HashMap<>();
  private final List<Rule> audiences;
  private final List<Rule> categories;
  private final WordAutomaton words;
  private int conditions;

  CompiledRules(Audiences rules) {
    audiences = rules.audiences().stream().map(this::compile).toList();
    categories = rules.categories().stream().map(this::compile).toList();
    words = new WordAutomaton(needles);
  }

  Assignment assign(PostTraits post) {
    var reading = new Reading(post);
    List<String> fitting = new ArrayList<>(2);
    for (Rule rule : audiences) {
      if (rule.holds(reading)) {
        fitting.add(rule.name);
      }
    }
    return new Assignment(fitting.isEmpty() ? NO_AUDIENCE : fitting, category(reading));
  }

  private String category(Reading reading) {
    for (Rule rule : categories) {
      if (rule.holds(reading)) {
        return rule.name;
      }
    }
    return Audiences.UNASSIGNED;
  }

  private Rule compile(Audiences.Rule rule) {
    return new Rule(
        rule.name(),
        rule.any().stream().map(this::compile).toList(),
        rule.none().stream().map(this::compile).toList());
  }

  private Condition compile(Audiences.Condition condition) {
    int number = conditions++;
    condition.words().stream()
        .map(word -> WordPattern.parse(word).needle())
        .forEach(needle -> needles.computeIfAbsent(needle, key -> new BitSet()).set(number));
    condition
        .hashtags()
        .forEach(hashtag -> hashtags.computeIfAbsent(hashtag, key -> new BitSet()).set(number));
    return new Condition(
        number,
        !condition.words().isEmpty(),
        !condition.hashtags().isEmpty(),
        Set.copyOf(condition.accounts()),
        Set.copyOf(condition.channels()),
        Set.copyOf(condition.labels()),
        condition.campaigns().stream().map(Glob::new).toList(),
        Set.copyOf(condition.postTypes()));
  }

  private record Rule(String name, List<Condition> any, List<Condition> none) {
    boolean holds(Reading reading) {
      return holdsAny(any, reading) && !holdsAny(none, reading);
    }

    private static boolean holdsAny(List<Condition> conditions, Reading reading) {
      for (int i = 0; i < conditions.size(); i++) {
        if (conditions.get(i).holds(reading)) {
          return true;
        }
      }
      return false;
    }
  }

  private record Condition(
      int number,
      boolean asksWords,
      boolean asksHashtags,
      Set<String> accounts,
      Set<String> channels,
      Set<String> labels,
      List<Glob> campaigns,
      Set<String> postTypes) {
    boolean holds(Reading reading) {
      return (!asksWords || reading.wordsFound.get(number))
          && (!asksHashtags || reading.hashtagsFound.get(number))
          && (channels.isEmpty() || channels.contains(reading.post.channel()))
          && (accounts.isEmpty() || accounts.contains(reading.account))
          && (postTypes.isEmpty() || postTypes.contains(reading.postType))
          && (labels.isEmpty() || reading.labels.stream().anyMatch(labels::contains))
          && (campaigns.isEmpty()
              || campaigns.stream().anyMatch(glob -> glob.matches(reading.campaign)));
    }
  }

  /** A post, read once for all rules. */
  private final class Reading {
    private final PostTraits post;
    private final String account;
    private final String campaign;
    private final String postType;
    private final List<String> labels;
    private final BitSet wordsFound = new BitSet(conditions);
    private final BitSet hashtagsFound = new BitSet(conditions);

    Reading(PostTraits post) {
      this.post = post;
      account = post.channel() + ":" + post.accountId();
      campaign = Folding.fold(post.campaign());
      postType = Folding.fold(post.postType());
      labels = new ArrayList<>(post.labels().size());
      post.labels().stream().filter(Objects::nonNull).map(Folding::fold).forEach(labels::add);
      FoldedText text = asksText() ? FoldedText.of(post.text()) : NO_TEXT;
      words.find(text.words(), wordsFound);
      for (String hashtag : text.hashtags()) {
        BitSet asking = hashtags.get(hashtag);
        if (asking != null) {
          hashtagsFound.or(asking);
        }
      }
    }

    private boolean asksText() {
      return !needles.isEmpty() || !hashtags.isEmpty();
    }
  }
}
