package org.rackvidd.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SuppressionTest {
  private static final int SMALLEST = 10;
  private static final String ALL = Place.ALL;

  @Test
  void nobodyIsNoGroup() {
    assertThat(Suppression.isSmall(0, SMALLEST)).isFalse();
    assertThat(Suppression.isSmall(1, SMALLEST)).isTrue();
    assertThat(Suppression.isSmall(9, SMALLEST)).isTrue();
    assertThat(Suppression.isSmall(10, SMALLEST)).isFalse();
    assertThat(Suppression.isSmall(1, 1)).isFalse();
  }

  @Test
  void largeGroupsAreShown() {
    assertThat(hidden(Map.of(ALL, number(100), "a", number(40), "b", number(70)))).isEmpty();
    assertThat(hidden(Map.of())).isEmpty();
  }

  @Test
  void aSmallGroupIsHiddenWithTheSmallestBesideIt() {
    assertThat(
            hidden(
                Map.of(
                    ALL,
                    number(200),
                    "a",
                    number(5),
                    "b",
                    number(70),
                    "c",
                    number(60),
                    "d",
                    number(0))))
        .containsExactlyInAnyOrder("a", "c");
  }

  @Test
  void twoSmallGroupsHideEachOther() {
    assertThat(hidden(Map.of(ALL, number(100), "a", number(5), "b", number(9), "c", number(90))))
        .containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void whereNobodyElseIsLeftTheTotalIsHidden() {
    assertThat(hidden(Map.of(ALL, number(5), "a", number(5)))).containsExactlyInAnyOrder(ALL, "a");
    assertThat(hidden(Map.of(ALL, number(12), "a", number(5), "b", number(0))))
        .containsExactlyInAnyOrder(ALL, "a");
  }

  @Test
  void aPartThatTellsWhoIsInTheOthersOnlyIsHidden() {
    // 3 people are in b only, and who hides a must hide b with it.
    assertThat(hidden(Map.of(ALL, number(103), "a", number(100), "b", number(50))))
        .containsExactlyInAnyOrder("a", "b");
    assertThat(hidden(Map.of(ALL, number(100), "a", number(100), "b", number(50)))).isEmpty();
    assertThat(hidden(Map.of(ALL, number(110), "a", number(100), "b", number(50)))).isEmpty();
    assertThat(hidden(Map.of(ALL, number(105), "a", number(102), "b", number(50), "c", number(40))))
        .containsExactlyInAnyOrder("a", "c");
  }

  @Test
  void twoPartsThatTellWhoIsInBothAreHidden() {
    // 5 people are in both.
    assertThat(hidden(Map.of(ALL, number(145), "a", number(100), "b", number(50))))
        .containsExactlyInAnyOrder("a", "b");
    assertThat(hidden(Map.of(ALL, number(150), "a", number(100), "b", number(50)))).isEmpty();
  }

  @Test
  void withAPartThatIsNotPublishedNothingIsComputed() {
    assertThat(
            hidden(
                Map.of(
                    ALL,
                    number(100),
                    "a",
                    number(5),
                    "b",
                    number(50),
                    "c",
                    new Suppression.Size(60, true, false))))
        .containsExactly("a");
    assertThat(
            hidden(
                Map.of(
                    ALL,
                    number(100),
                    "a",
                    number(50),
                    "b",
                    number(60),
                    "c",
                    new Suppression.Size(4, true, false))))
        .isEmpty();
  }

  @Test
  void boundsAreNoNumbersToComputeWith() {
    Suppression.Size atMost = new Suppression.Size(60, false, true);
    assertThat(hidden(Map.of(ALL, number(100), "a", number(5), "b", atMost))).containsExactly("a");
    assertThat(
            hidden(
                Map.of(
                    ALL, new Suppression.Size(100, false, true), "a", number(5), "b", number(60))))
        .containsExactly("a");
    assertThat(hidden(Map.of("a", new Suppression.Size(9, false, true)))).containsExactly("a");
    assertThat(hidden(Map.of("a", new Suppression.Size(Bounds.UNKNOWN, false, true)))).isEmpty();
  }

  @Test
  void whatIsHiddenInOneDirectionIsNotComputedInAnother() {
    Map<Place, Suppression.Size> sizes = new LinkedHashMap<>();
    for (String channel : List.of("a", "b", ALL)) {
      for (String audience : List.of("x", "y", ALL)) {
        int people = (channel.equals(ALL) ? 2 : 1) * (audience.equals(ALL) ? 2 : 1) * 100;
        sizes.put(new Place(null, channel, audience, ALL), number(people));
      }
    }
    sizes.put(new Place(null, "a", "x", ALL), number(7));
    Set<Place> hidden = Suppression.hidden(sizes, SMALLEST);
    assertThat(hidden)
        .containsExactlyInAnyOrder(
            new Place(null, "a", "x", ALL),
            new Place(null, "a", "y", ALL),
            new Place(null, "b", "x", ALL),
            new Place(null, "b", "y", ALL));
  }

  @Property(tries = 1000, seed = "1")
  void nothingThatIsHiddenIsTheOnlyOneOfATotalAndItsParts(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<Place, Suppression.Size> sizes = lattice(random);
    Set<Place> hidden = Suppression.hidden(sizes, SMALLEST);
    sizes.forEach(
        (place, size) -> {
          if (size.isPublished() && Suppression.isSmall(size.people(), SMALLEST)) {
            assertThat(hidden).contains(place);
          }
          assertThat(size.isPublished() || !hidden.contains(place)).isTrue();
        });
    totals(sizes)
        .forEach(
            (total, places) -> {
              if (places.stream().map(sizes::get).allMatch(s -> s.isNumber() && s.isPublished())) {
                assertThat(places.stream().filter(hidden::contains).count())
                    .as("hidden of %s", places)
                    .isNotEqualTo(1);
              }
            });
  }

  /** Each total and its parts in one direction. */
  private static Map<List<Object>, Set<Place>> totals(Map<Place, Suppression.Size> sizes) {
    Map<List<Object>, Set<Place>> totals = new HashMap<>();
    for (Place place : sizes.keySet()) {
      place
          .wholes()
          .forEach(
              (direction, whole) -> {
                if (sizes.containsKey(whole)) {
                  Set<Place> total =
                      totals.computeIfAbsent(List.of(direction, whole), none -> new HashSet<>());
                  total.add(place);
                  total.add(whole);
                }
              });
    }
    return totals;
  }

  /** People of channels, audiences and deliveries, and of these together. */
  private static Map<Place, Suppression.Size> lattice(SplittableRandom random) {
    Map<Place, BitSet> people = new LinkedHashMap<>();
    double share = random.nextDouble(0.01, 0.3);
    for (String channel : List.of("a", "b", "c").subList(0, random.nextInt(1, 4))) {
      for (String audience : List.of("x", "y", "z").subList(0, random.nextInt(1, 4))) {
        for (String delivery : List.of("organic", "paid", "unknown")) {
          if (random.nextInt(4) > 0) {
            BitSet of = new BitSet();
            random.ints(200, 0, 200).filter(i -> random.nextDouble() < share).forEach(of::set);
            for (String inChannel : List.of(channel, ALL)) {
              for (String inAudience : List.of(audience, ALL)) {
                for (String inDelivery : List.of(delivery, ALL)) {
                  people
                      .computeIfAbsent(
                          new Place(null, inChannel, inAudience, inDelivery), none -> new BitSet())
                      .or(of);
                }
              }
            }
          }
        }
      }
    }
    boolean isEverything = random.nextBoolean();
    Map<Place, Suppression.Size> sizes = new LinkedHashMap<>();
    people.forEach(
        (place, of) ->
            sizes.put(
                place,
                new Suppression.Size(
                    of.cardinality(),
                    isEverything || random.nextInt(20) > 0,
                    isEverything || !place.delivery().equals("unknown"))));
    return sizes;
  }

  /** Channels of one audience. */
  private static List<String> hidden(Map<String, Suppression.Size> sizes) {
    Map<Place, Suppression.Size> places = new LinkedHashMap<>();
    sizes.forEach((channel, size) -> places.put(new Place(null, channel, ALL, ALL), size));
    return Suppression.hidden(places, SMALLEST).stream().map(Place::channel).toList();
  }

  private static Suppression.Size number(long people) {
    return new Suppression.Size(people, true, true);
  }
}
