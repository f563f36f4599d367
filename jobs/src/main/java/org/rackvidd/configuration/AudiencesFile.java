package org.rackvidd.configuration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code audiences.yaml}. */
final class AudiencesFile {
  /** Entries in the table for finding words, at four bytes each: 40 MB on every executor. */
  private static final long LARGEST_TABLE = 10_000_000;

  private final Section file;
  private final Optional<Set<String>> knownAccounts;
  private final Set<String> areas;

  private AudiencesFile(Section file, Optional<Set<String>> knownAccounts, Set<String> areas) {
    this.file = file;
    this.knownAccounts = knownAccounts;
    this.areas = areas;
  }

  /**
   * The rules that have no problem.
   *
   * @param knownAccounts as channel:id, or empty to take every account on trust
   * @param areas of which the organisation says how many people live there
   */
  static Audiences read(Section file, Optional<Set<String>> knownAccounts, Set<String> areas) {
    file.allow("audiences", "categories");
    var reader = new AudiencesFile(file, knownAccounts, areas);
    var audiences = new Audiences(reader.rules("audiences"), reader.rules("categories"));
    reader.refuseTooManyWords(audiences);
    return audiences;
  }

  private List<Audiences.Rule> rules(String list) {
    List<Audiences.Rule> rules = new ArrayList<>();
    Map<String, Integer> firstLines = new HashMap<>();
    for (Section entry : file.sections(list)) {
      Optional<Audiences.Rule> rule = rule(entry, list.equals("audiences"));
      Optional<Integer> first = rule.map(r -> firstLines.putIfAbsent(r.name(), entry.line("name")));
      if (first.isPresent()) {
        entry.problem(
            entry.line("name"),
            "the name '%s' already stands on line %d; rename one",
            rule.get().name(),
            first.get());
      } else {
        rule.ifPresent(rules::add);
      }
    }
    return rules;
  }

  private Optional<Audiences.Rule> rule(Section entry, boolean isOfPeople) {
    if (isOfPeople) {
      entry.allow("name", "title", "any", "none", "area");
    } else {
      entry.allow("name", "title", "any", "none");
    }
    String area = area(entry);
    Optional<String> name = name(entry);
    Optional<String> title = entry.has("title") ? entry.text("title") : name;
    if (!entry.has("any")) {
      entry.problem(entry.line(), "'any' is missing; add the conditions of which one must hold");
    }
    List<Audiences.Condition> any = conditions(entry, "any");
    List<Audiences.Condition> none = conditions(entry, "none");
    return name.isEmpty() || title.isEmpty() || any.isEmpty()
        ? Optional.empty()
        : Optional.of(new Audiences.Rule(name.get(), title.get(), any, none, area));
  }

  private String area(Section entry) {
    Optional<String> area = entry.has("area") ? entry.text("area") : Optional.empty();
    if (area.isPresent() && !areas.contains(area.get())) {
      entry.problem(
          entry.line("area"),
          "the area '%s' is not in the population of organisation.yaml; %s",
          area.get(),
          areas.isEmpty()
              ? "add it there, as population: {all: 12500, %s: 3100}".formatted(area.get())
              : Suggestion.of(area.get(), areas));
      return Organisation.EVERYWHERE;
    }
    return area.orElse(Organisation.EVERYWHERE);
  }

  private static Optional<String> name(Section entry) {
    Optional<String> name = entry.required("name", "applicants");
    if (name.isEmpty()) {
      return name;
    }
    if (!Audiences.Rule.NAME.matcher(name.get()).matches()) {
      entry.problem(
          entry.line("name"),
          "the name '%s' must be of a-z, 0-9 and _; write the readable name as title:",
          name.get());
      return Optional.empty();
    }
    if (Audiences.RESERVED.contains(name.get())) {
      entry.problem(
          entry.line("name"),
          "the name '%s' has a meaning of its own in the results; choose another",
          name.get());
      return Optional.empty();
    }
    return name;
  }

  private List<Audiences.Condition> conditions(Section entry, String key) {
    List<Section> sections = entry.sections(key);
    if (entry.has(key) && key.equals("any") && sections.isEmpty()) {
      entry.problem(entry.line(key), "'any' has no condition; add one, as - words: [jobb]");
    }
    List<Audiences.Condition> conditions = new ArrayList<>();
    sections.forEach(section -> condition(section).ifPresent(conditions::add));
    return conditions;
  }

  private Optional<Audiences.Condition> condition(Section section) {
    section.allow("accounts", "channels", "hashtags", "words", "labels", "campaigns", "post_types");
    refuseEmptyLists(section);
    List<String> accounts = section.values("accounts", this::account);
    List<String> channels = section.values("channels", Audiences.Condition::channel);
    List<String> hashtags = section.values("hashtags", Audiences.Condition::hashtag);
    List<String> words = section.values("words", Audiences.Condition::word);
    List<String> labels = section.values("labels", Audiences.Condition::whole);
    List<String> campaigns = section.values("campaigns", Audiences.Condition::campaign);
    List<String> postTypes = section.values("post_types", Audiences.Condition::whole);
    try {
      return Optional.of(
          new Audiences.Condition(
              accounts, channels, hashtags, words, labels, campaigns, postTypes));
    } catch (IllegalArgumentException e) {
      // Nothing is left of it, which has been named as a problem already.
      return Optional.empty();
    }
  }

  /** An empty list asks for nothing, so the condition would hold for more than was meant. */
  private static void refuseEmptyLists(Section section) {
    for (YamlNode.Entry entry : section.entries()) {
      if (entry.value() instanceof YamlNode.Sequence list && list.items().isEmpty()) {
        section.problem(entry.line(), "'%s' is an empty list; fill it or remove it", entry.key());
      }
    }
    if (section.entries().isEmpty()) {
      section.problem(section.line(), "the condition is empty; write e.g. words: [jobb]");
    }
  }

  private String account(String value) {
    String account = Audiences.Condition.account(value);
    Invariants.require(
        knownAccounts.isEmpty() || knownAccounts.get().contains(account),
        "the account '%s' is not in accounts.yaml; add it there or correct it",
        account);
    return account;
  }

  private void refuseTooManyWords(Audiences audiences) {
    String letters =
        Stream.of(audiences.audiences(), audiences.categories())
            .flatMap(List::stream)
            .flatMap(rule -> Stream.concat(rule.any().stream(), rule.none().stream()))
            .flatMap(condition -> condition.words().stream())
            .collect(Collectors.joining());
    if (letters.length() * letters.chars().distinct().count() > LARGEST_TABLE) {
      file.problem(0, "has more words than can be looked for quickly; use fewer, with stars");
    }
  }
}
