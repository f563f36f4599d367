package org.rackvidd.reach;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.rackvidd.build.Period;
import org.rackvidd.configuration.Organisation;

/**
 * What platforms' statements about one organisation and event say of every period, channel,
 * audience and delivery, in agreement with each other.
 */
final class StatedReach {
  /**
   * What is known of a place.
   *
   * @param reach people
   * @param model people, if exposures reached them independently of each other; null where that is
   *     not asked for, or is not to be had
   * @param impressions null where those of a part are not known
   * @param parts number of exposures
   */
  record Known(Bounds reach, Long model, Long impressions, int parts) {}

  /** A channel in one kind of delivery; all of them is no sum of the others. */
  record Way(String channel, String delivery) {}

  private final Organisation organisation;
  private final boolean arePartedByDelivery;
  private final Map<Place, Exposures.Total> totals = new LinkedHashMap<>();
  private final Set<Place> undated = new HashSet<>();

  /**
   * @param arePartedByDelivery whether everybody is in one of the deliveries that statements are of
   */
  StatedReach(
      Organisation organisation,
      Map<Way, List<Statement>> statements,
      boolean arePartedByDelivery) {
    this.organisation = organisation;
    this.arePartedByDelivery = arePartedByDelivery;
    statements.forEach(this::add);
  }

  private void add(Way way, List<Statement> statements) {
    Exposures exposures = new Exposures(statements);
    Set<String> audiences = new LinkedHashSet<>(exposures.audiences());
    audiences.add(Place.ALL);
    Set<Period> periods = new LinkedHashSet<>();
    for (long day : exposures.days()) {
      Period.holding(LocalDate.ofEpochDay(day)).forEach(periods::add);
    }
    // All time.
    periods.add(null);
    boolean isDated = statements.stream().allMatch(Statement::isDated);
    for (String audience : audiences) {
      for (Period period : periods) {
        Place place = new Place(period, way.channel(), audience, way.delivery());
        Days days = period == null ? Days.EVER : Days.of(period);
        Exposures.Total total = exposures.total(days, audience);
        if (total != null) {
          totals.put(place, total);
        }
        if (period == null && !isDated) {
          undated.add(place);
          undated.add(place.of(Place.ALL));
        }
      }
    }
  }

  /** What is known of each place, and of all channels together. */
  Map<Place, Known> known() {
    Map<Place, List<Place>> channels = new LinkedHashMap<>();
    Map<Place, Bounds> bounds = new LinkedHashMap<>();
    totals.forEach(
        (place, total) -> {
          bounds.put(place, within(total.reach(), place.channel()));
          channels.computeIfAbsent(place.of(Place.ALL), none -> new ArrayList<>()).add(place);
        });
    channels.keySet().forEach(all -> bounds.put(all, within(Bounds.NOTHING_KNOWN, Place.ALL)));
    Map<Place, Bounds> agreed = Consistency.of(bounds, undated, arePartedByDelivery);
    Map<Place, Known> known = new LinkedHashMap<>();
    totals.keySet().forEach(place -> known.put(place, ofChannel(place, agreed.get(place))));
    channels.forEach((all, parts) -> known.put(all, ofAll(agreed.get(all), parts, known)));
    return known;
  }

  private Bounds within(Bounds reach, String channel) {
    long reachable = organisation.reachable(channel).orElse(Bounds.UNKNOWN);
    return new Bounds(reach.low(), Math.max(reach.low(), Math.min(reach.high(), reachable)));
  }

  private Known ofChannel(Place place, Bounds agreed) {
    Exposures.Total total = totals.get(place);
    Long model = model(agreed, total.reachOfEach(), place.channel());
    return new Known(agreed, model, total.impressions(), total.exposures());
  }

  private Known ofAll(Bounds agreed, List<Place> parts, Map<Place, Known> known) {
    List<Known> ofChannels = parts.stream().map(known::get).toList();
    boolean isCounted = ofChannels.stream().map(Known::impressions).allMatch(Objects::nonNull);
    boolean isModelled = ofChannels.stream().map(Known::model).allMatch(Objects::nonNull);
    return new Known(
        agreed,
        isModelled
            ? model(agreed, ofChannels.stream().map(Known::model).toList(), Place.ALL)
            : null,
        isCounted ? Long.valueOf(ofChannels.stream().mapToLong(Known::impressions).sum()) : null,
        ofChannels.stream().mapToInt(Known::parts).sum());
  }

  private Long model(Bounds agreed, List<Long> reaches, String channel) {
    if (!organisation.modelsReach() || reaches == null) {
      return null;
    }
    return agreed.nearest(
        Independence.reach(reaches, organisation.reachable(channel).orElseThrow()));
  }
}
