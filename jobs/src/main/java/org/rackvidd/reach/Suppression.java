package org.rackvidd.reach;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the places whose people must not be shown: groups that are too small, and as many more that
 * none of those can be computed from what is left (complementary suppression).
 */
final class Suppression {
  /**
   * How many people a place has.
   *
   * @param people their number, or at most so many
   * @param isNumber whether it is their number, so that others can be computed with it
   * @param isPublished whether a table has the place at all
   */
  record Size(long people, boolean isNumber, boolean isPublished) {}

  /** A total, and the places it is made up of in one direction. */
  private record Total(Place whole, List<Place> parts) {}

  private final Map<Place, Size> sizes;
  private final int smallestGroup;
  private final Set<Place> hidden = new HashSet<>();

  private Suppression(Map<Place, Size> sizes, int smallestGroup) {
    this.sizes = sizes;
    this.smallestGroup = smallestGroup;
  }

  /** Whether so many are too few to be shown; nobody is no group. */
  static boolean isSmall(long people, int smallestGroup) {
    return people > 0 && people < smallestGroup;
  }

  /** The places to hide among those that tables have. */
  static Set<Place> hidden(Map<Place, Size> sizes, int smallestGroup) {
    return new Suppression(sizes, smallestGroup).hidden();
  }

  private Set<Place> hidden() {
    List<Total> totals = totals();
    sizes.forEach(
        (place, size) -> {
          if (isSmall(size.people(), smallestGroup)) {
            hidden.add(place);
          }
        });
    totals.forEach(this::hideWhatTellsOfFew);
    boolean changes = true;
    while (changes) {
      changes = false;
      for (Total total : totals) {
        changes |= tellsOne(total) && hidden.add(companion(total));
      }
    }
    hidden.removeIf(place -> !sizes.get(place).isPublished());
    return hidden;
  }

  /** Those of which every part is a number and published: else nothing can be computed. */
  private List<Total> totals() {
    Map<List<Object>, Total> totals = new LinkedHashMap<>();
    sizes
        .keySet()
        .forEach(
            place ->
                place
                    .wholes()
                    .forEach(
                        (direction, whole) -> {
                          if (sizes.containsKey(whole)) {
                            totals
                                .computeIfAbsent(
                                    List.of(whole, direction),
                                    none -> new Total(whole, new ArrayList<>()))
                                .parts()
                                .add(place);
                          }
                        }));
    return totals.values().stream()
        .filter(total -> sizes.get(total.whole()).isNumber())
        .filter(total -> total.parts().stream().allMatch(this::isComputedWith))
        .toList();
  }

  private boolean isComputedWith(Place part) {
    return sizes.get(part).isNumber() && sizes.get(part).isPublished();
  }

  /**
   * What a total has more than one of its parts are those in the others only, and what two parts
   * have more than their total are those in both. Where these are few, a part goes.
   */
  private void hideWhatTellsOfFew(Total total) {
    long all = people(total.whole());
    long sum = total.parts().stream().mapToLong(this::people).sum();
    for (Place part : total.parts()) {
      boolean tellsOfBoth = total.parts().size() == 2 && isSmall(sum - all, smallestGroup);
      boolean tellsOfOthers = people(part) > 0 && isSmall(all - people(part), smallestGroup);
      if (tellsOfBoth || tellsOfOthers) {
        hidden.add(part);
      }
    }
  }

  /** Whether just one of a total and its parts is hidden. */
  private boolean tellsOne(Total total) {
    long hiddenParts = total.parts().stream().filter(hidden::contains).count();
    return hiddenParts + (hidden.contains(total.whole()) ? 1 : 0) == 1;
  }

  /** Who is hidden with it: the smallest part, as that is the least loss, else the total. */
  private Place companion(Total total) {
    return total.parts().stream()
        .filter(part -> !hidden.contains(part) && people(part) > 0)
        .min((one, other) -> Long.compare(people(one), people(other)))
        .orElse(total.whole());
  }

  private long people(Place place) {
    return sizes.get(place).people();
  }
}
