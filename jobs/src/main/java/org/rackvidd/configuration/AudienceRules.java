package org.rackvidd.configuration;

import java.io.Serializable;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Assigns posts to audiences and categories, a few microseconds each. May be shared by threads and
 * sent to executors: only the rules travel, the tables for looking words up are made anew there.
 */
public final class AudienceRules implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Audiences audiences;
  private transient volatile CompiledRules compiled;

  AudienceRules(Audiences audiences) {
    this.audiences = audiences;
  }

  /** Where a post belongs. */
  public Assignment assign(PostTraits post) {
    CompiledRules rules = compiled;
    if (rules == null) {
      // Two threads may both get here; the results are the same.
      rules = new CompiledRules(audiences);
      compiled = rules;
    }
    return rules.assign(post);
  }

  /** Whether it makes a difference to an audience which account something is of. */
  public boolean askForAccounts() {
    return anyCondition(condition -> !condition.accounts().isEmpty());
  }

  /** Whether it makes a difference to an audience what the campaign is called. */
  public boolean askForCampaigns() {
    return anyCondition(condition -> !condition.campaigns().isEmpty());
  }

  /** Whether it makes a difference to an audience what something says. */
  public boolean askForText() {
    return anyCondition(
        condition -> !condition.words().isEmpty() || !condition.hashtags().isEmpty());
  }

  private boolean anyCondition(Predicate<Audiences.Condition> holds) {
    return audiences.audiences().stream()
        .flatMap(rule -> Stream.concat(rule.any().stream(), rule.none().stream()))
        .anyMatch(holds);
  }

  /**
   * What the rules look at in a post. Absent values may be null; they are kept as empty.
   *
   * @param channel one of {@link Channels#ALL}
   * @param accountId the platform's id
   * @param text what the post says; the first 20 000 characters count
   * @param labels the labels that the organisation itself gave it; null elements are passed over
   * @param campaign the name of the campaign it belongs to
   * @param postType post, reel, video, story, update and so on
   */
  public record PostTraits(
      String channel,
      String accountId,
      String text,
      List<String> labels,
      String campaign,
      String postType) {
    public PostTraits {
      channel = channel == null ? "" : channel;
      accountId = accountId == null ? "" : accountId;
      text = text == null ? "" : text;
      labels = labels == null ? List.of() : labels;
      campaign = campaign == null ? "" : campaign;
      postType = postType == null ? "" : postType;
    }
  }

  /**
   * Where a post belongs.
   *
   * @param audiences every audience whose rule holds, in the order of the configuration, or only
   *     {@link Audiences#UNASSIGNED}; never empty
   * @param category the first category whose rule holds, or {@link Audiences#UNASSIGNED}
   */
  public record Assignment(List<String> audiences, String category) implements Serializable {
    public Assignment {
      audiences = List.copyOf(audiences);
    }
  }
}
