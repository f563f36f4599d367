package org.rackvidd.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.rackvidd.build.Period;

class ConsistencyTest {
  private static final String ALL = Place.ALL;
  private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
  private static final Place BOTH = new Place(null, ALL, ALL, ALL);
  private static final Place ONE = BOTH.of("one");
  private static final Place OTHER = BOTH.of("other");

  @Test
  void nobodyIsInAPartAndNotInTheWhole() {
    var agreed =
        agreed(Map.of(BOTH, new Bounds(0, 80), ONE, new Bounds(30, 100), OTHER, new Bounds(5, 90)));
    assertThat(agreed)
        .containsEntry(BOTH, new Bounds(30, 80))
        .containsEntry(ONE, new Bounds(30, 80))
        .containsEntry(OTHER, new Bounds(5, 80));
  }

  @Test
  void everybodyInTheWholeIsInAPart() {
    var agreed =
        agreed(
            Map.of(BOTH, new Bounds(50, 1000), ONE, new Bounds(0, 20), OTHER, new Bounds(0, 40)));
    assertThat(agreed)
        .containsEntry(BOTH, new Bounds(50, 60))
        .containsEntry(ONE, new Bounds(10, 20))
        .containsEntry(OTHER, new Bounds(30, 40));
  }

  @Test
  void aPartWithoutLimitIsThoseWhomTheOthersLeave() {
    var agreed =
        agreed(
            Map.of(BOTH, Bounds.exactly(50), ONE, new Bounds(0, 20), OTHER, Bounds.NOTHING_KNOWN));
    assertThat(agreed)
        .containsEntry(BOTH, Bounds.exactly(50))
        .containsEntry(ONE, new Bounds(0, 20))
        .containsEntry(OTHER, new Bounds(30, 50));
    agreed =
        agreed(
            Map.of(
                BOTH,
                new Bounds(50, Bounds.UNKNOWN),
                ONE,
                new Bounds(0, 20),
                OTHER,
                Bounds.NOTHING_KNOWN));
    assertThat(agreed)
        .containsEntry(BOTH, new Bounds(50, Bounds.UNKNOWN))
        .containsEntry(OTHER, new Bounds(30, Bounds.UNKNOWN));
  }

  @Test
  void ofTwoPartsWithoutLimitNothingFollows() {
    var agreed =
        agreed(
            Map.of(
                BOTH,
                new Bounds(50, Bounds.UNKNOWN),
                ONE,
                new Bounds(7, Bounds.UNKNOWN),
                OTHER,
                Bounds.NOTHING_KNOWN));
    assertThat(agreed)
        .containsEntry(BOTH, new Bounds(50, Bounds.UNKNOWN))
        .containsEntry(ONE, new Bounds(7, Bounds.UNKNOWN))
        .containsEntry(OTHER, Bounds.NOTHING_KNOWN);
  }

  @Test
  void daysTightenTheirWeekAndMonthAndTheseThem() {
    Place week = BOTH.in(Period.of("week", FIRST.plusDays(1)));
    Place month = BOTH.in(Period.of("month", FIRST));
    Map<Place, Bounds> bounds = new LinkedHashMap<>();
    bounds.put(week, new Bounds(0, 22));
    bounds.put(month, new Bounds(45, 1000));
    for (int day = 1; day <= 3; day++) {
      bounds.put(BOTH.in(Period.of("day", FIRST.plusDays(day))), new Bounds(0, day * 10L));
    }
    assertThat(agreed(bounds))
        .containsEntry(week, new Bounds(15, 22))
        .containsEntry(month, new Bounds(45, 52))
        .containsEntry(BOTH.in(Period.of("day", FIRST.plusDays(2))), new Bounds(13, 20))
        .containsEntry(BOTH.in(Period.of("day", FIRST.plusDays(3))), new Bounds(15, 22));
  }

  @Test
  void whatHasNoDateIsInNoYear() {
    Place year = BOTH.in(Period.of("year", FIRST));
    Map<Place, Bounds> bounds = Map.of(BOTH, new Bounds(40, 90), year, new Bounds(5, 50));
    assertThat(Consistency.of(bounds, Set.of(), true))
        .containsEntry(BOTH, new Bounds(40, 50))
        .containsEntry(year, new Bounds(40, 50));
    assertThat(Consistency.of(bounds, Set.of(BOTH), true)).isEqualTo(bounds);
    Map<Place, Bounds> larger = Map.of(BOTH, new Bounds(40, 90), year, new Bounds(60, 200));
    assertThat(Consistency.of(larger, Set.of(BOTH), true))
        .containsEntry(BOTH, new Bounds(60, 90))
        .containsEntry(year, new Bounds(60, 90));
  }

  @Test
  void whatHasNoDateIsOnAChannelAllTheSame() {
    assertThat(
            Consistency.of(
                Map.of(BOTH, new Bounds(0, 90), ONE, new Bounds(0, 20), OTHER, new Bounds(0, 40)),
                Set.of(BOTH, ONE, OTHER),
                true))
        .containsEntry(BOTH, new Bounds(0, 60));
  }

  @Test
  void whereDeliveriesAreNotAllTheyDoNotLimitTheWhole() {
    Place organic = new Place(null, "a", Place.ALL, "organic");
    Place all = new Place(null, "a", Place.ALL, Place.ALL);
    Map<Place, Bounds> bounds = Map.of(organic, Bounds.exactly(50), all, new Bounds(0, 80));
    assertThat(Consistency.of(bounds, Set.of(), false)).containsEntry(all, new Bounds(50, 80));
    assertThat(Consistency.of(bounds, Set.of(), true)).containsEntry(all, Bounds.exactly(50));
  }

  @Test
  void ofContradictionsTheLowerNumberStands() {
    var agreed =
        agreed(Map.of(BOTH, Bounds.exactly(10), ONE, Bounds.exactly(30), OTHER, Bounds.exactly(0)));
    assertThat(agreed)
        .containsEntry(BOTH, Bounds.exactly(30))
        .containsEntry(ONE, Bounds.exactly(30));
    agreed = agreed(Map.of(BOTH, Bounds.exactly(100), ONE, Bounds.exactly(30)));
    assertThat(agreed).containsEntry(BOTH, Bounds.exactly(100));
    assertThat(agreed.get(ONE).isExact()).isTrue();
  }

  @Property(tries = 60, seed = "2")
  void nothingContradictsSoMuchThatItIsAnError(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<Place, Bounds> bounds = new LinkedHashMap<>();
    world(random)
        .keySet()
        .forEach(
            place -> {
              long low = random.nextLong(100);
              long high = random.nextInt(5) == 0 ? Bounds.UNKNOWN : low + random.nextLong(50);
              bounds.put(place, new Bounds(low, high));
            });
    Map<Place, Bounds> agreed = agreed(bounds);
    assertThat(agreed).containsOnlyKeys(bounds.keySet());
    bounds.forEach(
        (place, given) -> assertThat(agreed.get(place).low()).isGreaterThanOrEqualTo(given.low()));
  }

  @Property(tries = 60, seed = "1")
  void theTruthStaysWithinAndPartsWithinWholes(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<Place, BitSet> people = world(random);
    Set<Place> undated = new HashSet<>();
    if (random.nextBoolean()) {
      for (String audience : List.of("x", ALL)) {
        for (String delivery : List.of("organic", ALL)) {
          for (String channel : List.of("one", ALL)) {
            Place place = new Place(null, channel, audience, delivery);
            people.computeIfAbsent(place, none -> new BitSet()).set(200, 230);
            undated.add(place);
          }
        }
      }
    }
    Map<Place, Bounds> bounds = new LinkedHashMap<>();
    people.forEach((place, of) -> bounds.put(place, around(of.cardinality(), random)));
    Map<Place, Bounds> agreed = Consistency.of(bounds, undated, true);
    assertThat(agreed).containsOnlyKeys(people.keySet());
    agreed.forEach(
        (place, found) -> {
          assertThat(found.holds(people.get(place).cardinality()))
              .as("%s holds %s of %s", found, people.get(place).cardinality(), place)
              .isTrue();
          assertThat(found.low()).isGreaterThanOrEqualTo(bounds.get(place).low());
          assertThat(found.high()).isLessThanOrEqualTo(bounds.get(place).high());
          for (Place whole : place.wholes().values()) {
            assertThat(found.low()).isLessThanOrEqualTo(agreed.get(whole).low());
            assertThat(found.high()).isLessThanOrEqualTo(agreed.get(whole).high());
          }
        });
    assertThat(Consistency.of(agreed, undated, true)).isEqualTo(agreed);
  }

  private static Bounds around(long people, SplittableRandom random) {
    return switch (random.nextInt(4)) {
      case 0 -> Bounds.exactly(people);
      case 1 -> new Bounds(random.nextLong(people + 1), Bounds.UNKNOWN);
      default -> new Bounds(random.nextLong(people + 1), people + random.nextLong(100));
    };
  }

  /** People of channels, audiences, deliveries and periods. */
  private static Map<Place, BitSet> world(SplittableRandom random) {
    Map<Place, BitSet> people = new LinkedHashMap<>();
    double share = random.nextDouble(0.02, 0.5);
    for (int day = 0; day < 40; day += random.nextInt(1, 15)) {
      for (String channel : List.of("one", "other")) {
        for (String audience : List.of("x", "y")) {
          for (String delivery : List.of("organic", "paid")) {
            if (random.nextInt(3) > 0) {
              BitSet of = new BitSet();
              for (int person = 0; person < 200; person++) {
                of.set(person, random.nextDouble() < share);
              }
              addEverywhere(people, FIRST.plusDays(day), channel, audience, delivery, of);
            }
          }
        }
      }
    }
    return people;
  }

  private static void addEverywhere(
      Map<Place, BitSet> people,
      LocalDate day,
      String channel,
      String audience,
      String delivery,
      BitSet of) {
    for (String inChannel : List.of(channel, ALL)) {
      for (String inAudience : List.of(audience, ALL)) {
        for (String inDelivery : List.of(delivery, ALL)) {
          Place place = new Place(null, inChannel, inAudience, inDelivery);
          people.computeIfAbsent(place, none -> new BitSet()).or(of);
          Period.holding(day)
              .forEach(
                  period -> people.computeIfAbsent(place.in(period), none -> new BitSet()).or(of));
        }
      }
    }
  }

  private static Map<Place, Bounds> agreed(Map<Place, Bounds> bounds) {
    return Consistency.of(bounds, Set.of(), true);
  }
}
