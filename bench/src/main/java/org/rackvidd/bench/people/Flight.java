package org.rackvidd.bench.people;

import org.rackvidd.bench.world.AdPlatform;
import org.rackvidd.bench.world.Campaign;

/**
 * An ad set of a campaign on a platform for as long as it runs.
 *
 * @param tag {@code utm_campaign} of its links
 * @param vacancy the vacancy its links lead to, counted as in {@link Town#VACANCIES}
 * @param split whether each person only ever sees one of the ads, drawn by lot; otherwise the
 *     platform favours the ad that does better
 */
public record Flight(
    AdPlatform platform,
    Campaign campaign,
    Campaign.AdSet adSet,
    String tag,
    int vacancy,
    boolean split) {
  /** What the links of an ad say in {@code utm_content}. */
  public String content(int ad) {
    return "annons-" + (char) ('a' + ad);
  }

  /** What a person counts for when the platform looks for somebody to show the ads to. */
  double weight(Person person) {
    return weight(platform, adSet.young(), person);
  }

  /** The same for any ad of a platform, be it for the young or for others. */
  static double weight(AdPlatform platform, boolean young, Person person) {
    double presence = person.within(platform);
    if (presence == 0) {
      return 0;
    }
    double age =
        switch (person.age()) {
          case FROM_18 -> young ? 1 : 0.3;
          case FROM_25, FROM_35, FROM_45 -> young ? 0.06 : 1;
          case FROM_55 -> young ? 0.01 : 0.6;
          case FROM_65 -> young ? 0.005 : 0.1;
        };
    return presence * age * (person.gender() == Gender.FEMALE && !young ? 1.6 : 1);
  }
}
