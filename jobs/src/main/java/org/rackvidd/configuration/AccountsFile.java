package org.rackvidd.configuration;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads {@code accounts.yaml}. */
final class AccountsFile {
  /** Where an account or a pattern was seen first, by channel and id or pattern. */
  private final Map<List<String>, Integer> firstLines = new HashMap<>();

  private AccountsFile() {}

  /** The accounts that have no problem. */
  static List<Account> read(Section file) {
    file.allow("accounts");
    if (!file.has("accounts")) {
      file.problem(file.line(), "'accounts' is missing; put the list of accounts below accounts:");
    }
    var reader = new AccountsFile();
    List<Account> accounts = new ArrayList<>();
    file.sections("accounts").forEach(entry -> reader.account(entry).ifPresent(accounts::add));
    return accounts;
  }

  private Optional<Account> account(Section entry) {
    entry.allow("channel", "id", "name", "role", "files", "followers");
    Optional<String> channel = channel(entry);
    Optional<String> id = id(entry);
    Optional<String> name = entry.has("name") ? entry.text("name") : id;
    Optional<Account.Role> role = role(entry);
    List<String> files = files(entry, channel);
    SortedMap<LocalDate, Long> followers = followers(entry);
    if (channel.isEmpty() || id.isEmpty() || name.isEmpty() || role.isEmpty()) {
      return Optional.empty();
    }
    if (isRepeated(entry, entry.line("id"), "account " + id.get(), channel.get())) {
      return Optional.empty();
    }
    return Optional.of(
        new Account(channel.get(), id.get(), name.get(), role.get(), files, followers));
  }

  private static Optional<String> channel(Section entry) {
    return entry
        .required("channel", "linkedin")
        .filter(
            channel -> {
              if (!Channels.contains(channel)) {
                entry.problem(
                    entry.line("channel"),
                    "the channel '%s' is unknown; %s",
                    channel,
                    Suggestion.of(channel, Channels.ALL));
              }
              return Channels.contains(channel);
            });
  }

  private static Optional<String> id(Section entry) {
    Optional<String> id = entry.required("id", "\"12345\"");
    if (id.filter(Account::isDamaged).isPresent()) {
      entry.problem(
          entry.line("id"),
          "the id '%s' was damaged by a spreadsheet; copy all its digits from the platform",
          id.get());
      return Optional.empty();
    }
    return id;
  }

  private static Optional<Account.Role> role(Section entry) {
    if (!entry.has("role")) {
      return Optional.of(Account.Role.OWN);
    }
    Map<String, Account.Role> roles = new TreeMap<>();
    for (Account.Role role : Account.Role.values()) {
      roles.put(role.text(), role);
    }
    Optional<String> stated = entry.text("role");
    stated
        .filter(role -> !roles.containsKey(role))
        .ifPresent(
            role ->
                entry.problem(
                    entry.line("role"),
                    "the role '%s' is unknown; %s",
                    role,
                    Suggestion.of(role, roles.keySet())));
    return stated.map(roles::get);
  }

  /** A pattern that stands twice for one channel could mean either account. */
  private List<String> files(Section entry, Optional<String> channel) {
    List<String> files = new ArrayList<>();
    for (YamlNode.Scalar value : entry.values("files")) {
      try {
        String pattern = Glob.ofName(value.text()).pattern();
        String what = "pattern '" + pattern + "'";
        if (channel.isEmpty() || !isRepeated(entry, value.line(), what, channel.get())) {
          files.add(pattern);
        }
      } catch (IllegalArgumentException e) {
        entry.problem(value.line(), "%s", e.getMessage());
      }
    }
    return files;
  }

  private boolean isRepeated(Section entry, int line, String what, String channel) {
    Integer first = firstLines.putIfAbsent(List.of(channel, what), line);
    if (first != null) {
      entry.problem(line, "the %s of %s already stands on line %d; keep one", what, channel, first);
    }
    return first != null;
  }

  private static SortedMap<LocalDate, Long> followers(Section entry) {
    SortedMap<LocalDate, Long> followers = new TreeMap<>();
    entry
        .section("followers")
        .ifPresent(
            days -> {
              for (YamlNode.Entry day : days.entries()) {
                Optional<LocalDate> date = date(days, day);
                days.whole(day, 0)
                    .ifPresent(count -> date.ifPresent(from -> followers.put(from, count)));
              }
            });
    return followers;
  }

  private static Optional<LocalDate> date(Section days, YamlNode.Entry day) {
    try {
      return Optional.of(LocalDate.parse(day.key()));
    } catch (DateTimeException e) {
      days.problem(day.line(), "'%s' is no date; write year-month-day, as 2026-01-31", day.key());
      return Optional.empty();
    }
  }
}
