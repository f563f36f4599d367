package org.rackvidd.bench.world;

import java.time.LocalDate;

/**
 * What happened around all posts of an account on one day.
 *
 * @param unique people, each once
 */
public record PageDay(
    LocalDate day,
    long impressions,
    long unique,
    long clicks,
    long reactions,
    long comments,
    long reposts) {

  /** The same day after somebody took back more reactions than were given. */
  public PageDay withReactions(long taken) {
    return new PageDay(day, impressions, unique, clicks, taken, comments, reposts);
  }
}
