package org.rackvidd.adfigures;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What money was spent on: an ad, or as much of the way to it as an export names. An empty text
 * stands for any.
 */
record Entity(String campaign, String adSet, String ad) {
  /** All that an account spent. */
  static final Entity ACCOUNT = new Entity("", "", "");

  private static final int CAMPAIGN = 4;
  private static final int AD_SET = 2;
  private static final int AD = 1;

  /** 0 an account, 1 a campaign, 2 an ad set, 3 an ad. */
  int depth() {
    return !ad.isEmpty() ? 3 : !adSet.isEmpty() ? 2 : campaign.isEmpty() ? 0 : 1;
  }

  /** Which of the three it names, a bit each. */
  int names() {
    return (campaign.isEmpty() ? 0 : CAMPAIGN)
        | (adSet.isEmpty() ? 0 : AD_SET)
        | (ad.isEmpty() ? 0 : AD);
  }

  /** As much of it as the bits name. */
  Entity only(int names) {
    return new Entity(
        (names & CAMPAIGN) == 0 ? "" : campaign,
        (names & AD_SET) == 0 ? "" : adSet,
        (names & AD) == 0 ? "" : ad);
  }

  /** It, and whatever names no more than a part of what it names. */
  Set<Entity> andAllThatHoldIt() {
    Set<Entity> all = new LinkedHashSet<>();
    for (int names = 0; names <= names(); names++) {
      all.add(only(names));
    }
    return all;
  }

  /** Whether all of the other is in it. */
  boolean contains(Entity other) {
    return (campaign.isEmpty() || campaign.equals(other.campaign))
        && (adSet.isEmpty() || adSet.equals(other.adSet))
        && (ad.isEmpty() || ad.equals(other.ad));
  }

  /** The smallest that contains both. */
  Entity common(Entity other) {
    return new Entity(
        campaign.equals(other.campaign) ? campaign : "",
        adSet.equals(other.adSet) ? adSet : "",
        ad.equals(other.ad) ? ad : "");
  }
}
