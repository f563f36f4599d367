package org.rackvidd.reach;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Compares the channels of each audience, two by two and each with all others together.
 *
 * @param <P> what is known of a channel's people
 */
abstract class Overlaps<P> {
  /** In place of a second channel: all but the first. */
  static final String OTHERS = "others";

  private final Findings findings;
  private final Set<Place> hidden;
  private final int smallestGroup;

  /**
   * @param hidden places whose people are not shown, and nothing that could be computed with them
   */
  Overlaps(Findings findings, Set<Place> hidden, int smallestGroup) {
    this.findings = findings;
    this.hidden = hidden;
    this.smallestGroup = smallestGroup;
  }

  /**
   * @param all the place of all channels
   */
  abstract Overlap between(Place all, P people, P others);

  /**
   * @param channels of this place, by name
   */
  abstract Overlap withOthers(Place all, String channel, NavigableMap<String, P> channels);

  /** Adds what is found to the findings, as far as it may be shown. */
  final void add(Map<Place, P> people) {
    Map<Place, TreeMap<String, P>> channelsOf = new LinkedHashMap<>();
    people.forEach(
        (place, of) -> {
          if (place.delivery().equals(Place.ALL) && !place.channel().equals(Place.ALL)) {
            channelsOf
                .computeIfAbsent(place.of(Place.ALL), none -> new TreeMap<>())
                .put(place.channel(), of);
          }
        });
    channelsOf.forEach(
        (all, channels) -> {
          if (channels.size() > 1) {
            channels.keySet().forEach(channel -> add(all, channel, channels));
          }
        });
  }

  private void add(Place all, String channel, NavigableMap<String, P> channels) {
    boolean isHidden = hidden.contains(all.of(channel));
    channels
        .tailMap(channel, false)
        .forEach(
            (other, others) ->
                add(
                    all,
                    channel,
                    other,
                    isHidden || hidden.contains(all.of(other))
                        ? null
                        : between(all, channels.get(channel), others)));
    add(all, channel, OTHERS, isHidden ? null : withOthers(all, channel, channels));
  }

  private void add(Place all, String channel, String other, Overlap overlap) {
    if (overlap == null
        || isSmall(overlap.both())
        || isSmall(overlap.firstOnly())
        || isSmall(overlap.secondOnly())) {
      findings.hideOverlap(all.audience(), channel, other);
    } else {
      findings.addOverlap(all.audience(), channel, other, overlap);
    }
  }

  private boolean isSmall(Reached number) {
    return number.people() != null && Suppression.isSmall(number.people(), smallestGroup);
  }
}
