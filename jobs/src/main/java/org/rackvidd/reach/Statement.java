package org.rackvidd.reach;

import java.util.Set;

/**
 * What is known about the reach of one thing over some days.
 *
 * @param level what it is about
 * @param account the account's id
 * @param campaign the campaign's id; of posts and of the whole account empty
 * @param audiences whom it is for
 * @param days when it was shown; of a post the day it was published on, {@link Days#EVER} where
 *     that is not known
 * @param reach people
 * @param impressions how often they were reached; null where not known
 */
record Statement(
    Level level,
    String account,
    String campaign,
    Set<String> audiences,
    Days days,
    Bounds reach,
    Long impressions) {

  /** What a statement can be about. */
  enum Level {
    POST,
    CAMPAIGN,
    ACCOUNT
  }

  Statement {
    audiences = Set.copyOf(audiences);
  }

  boolean isDated() {
    return !days.equals(Days.EVER);
  }
}
