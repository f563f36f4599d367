package org.rackvidd.reach;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.rackvidd.build.Period;
import org.rackvidd.configuration.Organisation;

/** From what platforms state about an organisation to reach, overlap and frequency. */
final class StatedFindings implements FlatMapFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  /** Of an account's days the paid part is not stated. */
  private static final String PARTED = "impression";

  private final Organisation organisation;

  StatedFindings(Organisation organisation) {
    this.organisation = organisation;
  }

  /**
   * @param stated an organisation's statements about one event: statement.sql, collected
   * @return rows of {@link Findings}, one per period
   */
  @Override
  public Iterator<Row> call(Row stated) {
    Map<StatedReach.Way, List<Statement>> ways = new LinkedHashMap<>();
    LocalDate first = null;
    for (Row row : stated.<Row>getList(stated.fieldIndex("statements"))) {
      ways.computeIfAbsent(
              new StatedReach.Way(row.getAs("channel"), row.getAs("delivery")),
              none -> new ArrayList<>())
          .add(statement(row));
      LocalDate day = row.getAs("first_day");
      first = first == null || day != null && day.isBefore(first) ? day : first;
    }
    Map<Period, Map<Place, StatedReach.Known>> periods = new LinkedHashMap<>();
    new StatedReach(organisation, ways, stated.getAs("event").equals(PARTED))
        .known()
        .forEach(
            (place, known) ->
                periods
                    .computeIfAbsent(place.period(), none -> new LinkedHashMap<>())
                    .put(place, known));
    List<Row> found = new ArrayList<>();
    for (var period : periods.entrySet()) {
      LocalDate start = period.getKey() == null ? first : period.getKey().start();
      Findings findings =
          new Findings(
              stated.getAs("organisation"),
              period.getKey() == null ? Place.ALL : period.getKey().kind(),
              start,
              stated.getAs("event"));
      add(findings, period.getKey(), period.getValue());
      found.add(findings.row());
    }
    return found.iterator();
  }

  private static Statement statement(Row row) {
    LocalDate first = row.getAs("first_day");
    LocalDate last = row.getAs("last_day");
    Long high = row.getAs("reach_high");
    long low = row.getAs("reach_low");
    return new Statement(
        Statement.Level.valueOf(row.getAs("level")),
        row.getAs("account_id"),
        row.getAs("campaign_id"),
        Set.copyOf(row.getList(row.fieldIndex("audiences"))),
        first == null ? Days.EVER : Days.of(first, last),
        new Bounds(low, high == null ? Bounds.UNKNOWN : Math.max(low, high)),
        row.getAs("impressions"));
  }

  private void add(Findings findings, Period period, Map<Place, StatedReach.Known> places) {
    Map<Place, Findings.People> people = new LinkedHashMap<>();
    places.forEach((place, known) -> people.put(place, people(known)));
    Map<Place, Suppression.Size> sizes = new LinkedHashMap<>();
    people.forEach((place, of) -> sizes.put(place, size(of)));
    Set<Place> hidden = Suppression.hidden(sizes, organisation.smallestGroup());
    boolean isLong = period == null || period.days() > 7;
    people.forEach(
        (place, of) -> {
          boolean isHidden = hidden.contains(place);
          addReach(findings, place, of, isHidden);
          if (isLong && place.delivery().equals(Place.ALL)) {
            addFrequency(findings, place, of, isHidden);
          }
        });
    if (period == null || period.days() > 1) {
      addOverlaps(findings, places, hidden);
    }
  }

  private static Findings.People people(StatedReach.Known known) {
    Bounds reach = known.reach();
    Long people = reach.isExact() ? (Long) reach.low() : known.model();
    Method method =
        reach.isExact() ? Method.REPORTED : known.model() == null ? Method.BOUNDS : Method.MODEL;
    return new Findings.People(reach, people, method, known.impressions(), (long) known.parts());
  }

  private static Suppression.Size size(Findings.People people) {
    return new Suppression.Size(people.bounds().high(), people.bounds().isExact(), true);
  }

  private static void addReach(
      Findings findings, Place place, Findings.People people, boolean isHidden) {
    if (isHidden) {
      findings.hideReach(place.channel(), place.audience(), place.delivery());
    } else {
      findings.addReach(place.channel(), place.audience(), place.delivery(), people);
    }
  }

  private static void addFrequency(
      Findings findings, Place place, Findings.People people, boolean isHidden) {
    for (int times = 1; times <= TimesReached.MOST; times++) {
      if (isHidden) {
        findings.hideFrequency(place.channel(), place.audience(), times);
      } else {
        Bounds bounds = Frequency.atLeast(times, people.bounds(), people.impressions());
        findings.addFrequency(
            place.channel(),
            place.audience(),
            times,
            Reached.of(bounds),
            times == 1 && bounds.isExact() ? Method.REPORTED : Method.BOUNDS);
      }
    }
  }

  private void addOverlaps(
      Findings findings, Map<Place, StatedReach.Known> places, Set<Place> hidden) {
    Map<Place, Bounds> people = new LinkedHashMap<>();
    places.forEach((place, known) -> people.put(place, known.reach()));
    new Overlaps<Bounds>(findings, hidden, organisation.smallestGroup()) {
      @Override
      Overlap between(Place all, Bounds one, Bounds other) {
        return Overlap.of(one, other, new Bounds(0, people.get(all).high()));
      }

      @Override
      Overlap withOthers(Place all, String channel, NavigableMap<String, Bounds> channels) {
        Bounds everybody = people.get(all);
        return Overlap.of(channels.get(channel), others(channels, channel, everybody), everybody);
      }
    }.add(people);
  }

  /** All channels but one: no fewer than the largest, and whom that one did not reach. */
  private static Bounds others(
      NavigableMap<String, Bounds> channels, String channel, Bounds everybody) {
    long low = Bounds.minus(everybody.low(), channels.get(channel).high());
    long high = 0;
    for (var other : channels.entrySet()) {
      if (!other.getKey().equals(channel)) {
        low = Math.max(low, other.getValue().low());
        high = Bounds.plus(high, other.getValue().high());
      }
    }
    return new Bounds(low, Math.max(low, Math.min(high, everybody.high())));
  }
}
