package org.rackvidd.reach;

import java.util.List;

/**
 * Reach of several exposures under the assumption that who was reached by one is as likely as
 * everybody else to have been reached by another: N (1 - prod (1 - r / N)) of N people who can be
 * reached (P. M. Sainsbury's formula).
 */
final class Independence {
  private Independence() {}

  /**
   * @param reaches people, each
   * @param reachable people who can be reached at all, above 0
   */
  static long reach(List<Long> reaches, long reachable) {
    double missed = 1;
    for (long reach : reaches) {
      missed *= 1 - Math.min(1, (double) reach / reachable);
    }
    return Math.round(reachable * (1 - missed));
  }
}
