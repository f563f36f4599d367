package org.rackvidd.reach;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Row;

/**
 * From the sketches of one period and event to reach and overlap: unions of channels, audiences and
 * deliveries, and what pairs of channels have in common.
 */
final class SketchedReach implements MapFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  /** Delivery of people of whom nothing tells whether an ad brought them. */
  private static final String UNKNOWN = "unknown";

  /** People of a place, and how often they came. */
  private static final class Counted {
    final List<PeopleSketch> parts = new ArrayList<>();
    long events;
    PeopleSketch people;
  }

  private final int smallestGroup;

  SketchedReach(int smallestGroup) {
    this.smallestGroup = smallestGroup;
  }

  /**
   * @param period a row of people_period.sql
   * @return a row of {@link Findings}
   */
  @Override
  public Row call(Row period) {
    String kind = period.getAs("period_kind");
    Findings findings =
        new Findings(
            period.getAs("organisation"),
            kind,
            period.getAs("period_start"),
            period.getAs("event"));
    Map<Place, Counted> counted = counted(period.getList(period.fieldIndex("cells")));
    counted.values().forEach(c -> c.people = PeopleSketch.union(c.parts));
    Set<Place> hidden = Suppression.hidden(sizes(counted), smallestGroup);
    counted.forEach((place, people) -> addReach(findings, place, people, hidden.contains(place)));
    if (!kind.equals("day")) {
      addOverlaps(findings, counted, hidden);
    }
    return findings.row();
  }

  private static Map<Place, Counted> counted(List<Row> cells) {
    Map<Place, Counted> counted = new LinkedHashMap<>();
    for (Row cell : cells) {
      PeopleSketch people = PeopleSketch.read(cell.getAs("sketch"));
      String channel = cell.getAs("channel");
      String audience = cell.getAs("audience");
      String delivery = cell.getAs("delivery");
      for (String inChannel : List.of(channel, Place.ALL)) {
        for (String inDelivery : List.of(delivery, Place.ALL)) {
          add(counted, inChannel, audience, inDelivery, people, cell.getAs("events"));
          add(counted, inChannel, Place.ALL, inDelivery, people, cell.getAs("events_once"));
        }
      }
    }
    return counted;
  }

  private static void add(
      Map<Place, Counted> counted,
      String channel,
      String audience,
      String delivery,
      PeopleSketch people,
      long events) {
    Counted place =
        counted.computeIfAbsent(
            new Place(null, channel, audience, delivery), none -> new Counted());
    place.parts.add(people);
    place.events += events;
  }

  private static Map<Place, Suppression.Size> sizes(Map<Place, Counted> counted) {
    Map<Place, Suppression.Size> sizes = new LinkedHashMap<>();
    counted.forEach(
        (place, of) ->
            sizes.put(
                place,
                new Suppression.Size(of.people.people(), true, !place.delivery().equals(UNKNOWN))));
    return sizes;
  }

  private static void addReach(Findings findings, Place place, Counted counted, boolean isHidden) {
    if (place.delivery().equals(UNKNOWN)) {
      return;
    }
    if (isHidden) {
      findings.hideReach(place.channel(), place.audience(), place.delivery());
      return;
    }
    PeopleSketch people = counted.people;
    findings.addReach(
        place.channel(),
        place.audience(),
        place.delivery(),
        new Findings.People(
            people.bounds(), people.people(), people.method(), counted.events, null));
  }

  private void addOverlaps(Findings findings, Map<Place, Counted> counted, Set<Place> hidden) {
    Map<Place, PeopleSketch> people = new LinkedHashMap<>();
    counted.forEach((place, of) -> people.put(place, of.people));
    new Overlaps<PeopleSketch>(findings, hidden, smallestGroup) {
      @Override
      Overlap between(Place all, PeopleSketch one, PeopleSketch other) {
        return Overlap.of(one, other);
      }

      @Override
      Overlap withOthers(Place all, String channel, NavigableMap<String, PeopleSketch> channels) {
        Map<String, PeopleSketch> others = new TreeMap<>(channels);
        PeopleSketch one = others.remove(channel);
        return Overlap.of(one, PeopleSketch.union(others.values()));
      }
    }.add(people);
  }
}
