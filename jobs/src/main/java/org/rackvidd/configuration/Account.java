package org.rackvidd.configuration;

import static org.rackvidd.configuration.Invariants.require;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.regex.Pattern;

/**
 * One account on one channel, from {@code accounts.yaml}.
 *
 * @param channel one of {@link Channels#ALL}
 * @param id the platform's id, always text
 * @param name the name people know it by; the id where none is given
 * @param role whose it is
 * @param files patterns of file and folder names; rows of such an export belong to this account
 *     when the export itself does not say
 * @param followers counts stated by hand, by the day from which each holds
 */
public record Account(
    String channel,
    String id,
    String name,
    Role role,
    List<String> files,
    SortedMap<LocalDate, Long> followers)
    implements Serializable {
  private static final Pattern DAMAGED =
      Pattern.compile("[+-]?\\d+([.,]\\d*)?[eE][+-]?\\d+|\\d+\\.\\d*");

  /** Whose an account is. */
  public enum Role {
    /** The organisation's own. */
    OWN,
    /** One to be compared with. */
    PEER,
    /** Somebody else's whose posts turn up in the exports, such as a collaboration. */
    FOREIGN;

    /** As it is written in the configuration and in the lake. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Account {
    require(Channels.contains(channel), "unknown channel: %s", channel);
    require(!id.isBlank() && !isDamaged(id), "not an account id: '%s'", id);
    require(followers.values().stream().allMatch(count -> count >= 0), "followers under 0");
    files = files.stream().map(file -> new Glob(file).pattern()).toList();
    followers = Invariants.sorted(followers);
  }

  /** Whether a spreadsheet has made the id a rounded number, as in {@code 6.49E+17}. */
  static boolean isDamaged(String id) {
    return DAMAGED.matcher(id).matches();
  }

  /** The count that holds on a day: the last one stated for that day or before it. */
  public OptionalLong followersOn(LocalDate day) {
    SortedMap<LocalDate, Long> stated = followers.headMap(day.plusDays(1));
    return stated.isEmpty() ? OptionalLong.empty() : OptionalLong.of(stated.get(stated.lastKey()));
  }

  boolean claims(List<String> foldedPathParts) {
    return files.stream()
        .map(Glob::new)
        .anyMatch(glob -> foldedPathParts.stream().anyMatch(glob::matches));
  }
}
