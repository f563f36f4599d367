package org.rackvidd.bench.world;

import java.time.LocalDate;
import java.util.List;

/**
 * A paid campaign.
 *
 * @param result what the platform counts as a result, in its words
 */
public record Campaign(String id, String name, String result, LocalDate first, LocalDate last) {

  /**
   * Ads that share a budget and an audience.
   *
   * @param dailyBudget in whole crowns, shared by the ads
   * @param young true where the ads go to people under 25
   */
  public record AdSet(String id, String name, int dailyBudget, boolean young, List<Ad> ads) {}

  /**
   * What people saw.
   *
   * @param appeal clicks beside an ordinary ad's
   */
  public record Ad(String id, String name, double appeal) {}

  /** How many days it runs. */
  public int days() {
    return (int) (last.toEpochDay() - first.toEpochDay()) + 1;
  }
}
