package org.rackvidd.reach;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes what is known of many places agree: whoever was reached in a part was reached in the whole,
 * and whoever was reached in the whole was reached in one of its parts. So a day's bounds tighten
 * its month's, a channel's those of all channels, and the other way round, until nothing changes.
 */
final class Consistency {
  /** Rounds after which what can still change is not worth the time; few take more than four. */
  private static final int MOST_ROUNDS = 12;

  /** What is known so far; low may exceed high where platforms contradict themselves. */
  private static final class Known {
    long low;
    long high;

    Known(Bounds bounds) {
      low = bounds.low();
      high = bounds.high();
    }

    boolean raise(long people) {
      boolean isMore = people > low;
      low = Math.max(low, people);
      return isMore;
    }

    boolean lower(long people) {
      boolean isLess = people < high;
      high = Math.min(high, people);
      return isLess;
    }
  }

  /**
   * A whole and its parts in one direction.
   *
   * @param isComplete whether everybody of the whole is in one of the parts
   */
  private record Family(Known whole, List<Known> parts, boolean isComplete) {
    boolean tighten() {
      boolean changed = false;
      for (Known part : parts) {
        changed |= whole.raise(part.low);
        changed |= part.lower(whole.high);
      }
      if (isComplete) {
        changed |= tightenBySum();
      }
      return changed;
    }

    private boolean tightenBySum() {
      long finite = 0;
      int unlimited = 0;
      for (Known part : parts) {
        if (part.high == Bounds.UNKNOWN) {
          unlimited++;
        } else {
          finite += part.high;
        }
      }
      boolean changed = unlimited == 0 && whole.lower(finite);
      for (Known part : parts) {
        boolean isUnlimited = part.high == Bounds.UNKNOWN;
        if (unlimited == 0 || unlimited == 1 && isUnlimited) {
          long others = isUnlimited ? finite : finite - part.high;
          changed |= part.raise(whole.low - others);
        }
      }
      return changed;
    }
  }

  /** Names a family: its whole, and the kind of its parts. */
  private record Name(Place whole, Place.Direction direction) {}

  private Consistency() {}

  /**
   * @param bounds by place, also of wholes of which nothing else is known
   * @param undated of which what is in no shorter period is a part
   * @param arePartedByDelivery whether everybody is in one of the deliveries there are
   * @return the tightest bounds that follow; where figures contradict each other, {@code high}
   *     gives way
   */
  static Map<Place, Bounds> of(
      Map<Place, Bounds> bounds, Set<Place> undated, boolean arePartedByDelivery) {
    Map<Place, Known> known = new LinkedHashMap<>();
    bounds.forEach((place, given) -> known.put(place, new Known(given)));
    Map<Name, List<Known>> parts = new LinkedHashMap<>();
    known.forEach(
        (place, of) ->
            place
                .wholes()
                .forEach(
                    (direction, whole) -> {
                      if (known.containsKey(whole)) {
                        parts
                            .computeIfAbsent(new Name(whole, direction), none -> new ArrayList<>())
                            .add(of);
                      }
                    }));
    List<Family> families = new ArrayList<>();
    parts.forEach(
        (name, members) ->
            families.add(
                new Family(
                    known.get(name.whole()),
                    members,
                    isComplete(name, undated, arePartedByDelivery))));
    boolean changes = true;
    for (int round = 0; changes && round < MOST_ROUNDS; round++) {
      changes = false;
      for (Family family : families) {
        changes |= family.tighten();
      }
    }
    Map<Place, Bounds> agreed = new LinkedHashMap<>();
    known.forEach((place, of) -> agreed.put(place, new Bounds(of.low, Math.max(of.low, of.high))));
    return agreed;
  }

  private static boolean isComplete(Name name, Set<Place> undated, boolean arePartedByDelivery) {
    if (name.direction() == Place.Direction.DELIVERIES) {
      return arePartedByDelivery;
    }
    return !(name.direction().isTime() && undated.contains(name.whole()));
  }
}
