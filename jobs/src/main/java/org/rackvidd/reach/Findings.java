package org.rackvidd.reach;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What was found about one period and event, as a row that queries take apart: what is hidden has
 * no numbers.
 */
final class Findings {
  private static final String PEOPLE = "struct<low: bigint, people: bigint, high: bigint>";

  private static final StructType REACH =
      StructType.fromDDL(
          "channel string, audience string, delivery string, known "
              + PEOPLE
              + ", method string, impressions bigint, parts bigint");

  private static final StructType OVERLAP =
      StructType.fromDDL(
          "audience string, channel_a string, channel_b string, both %1$s, a_only %1$s, b_only %1$s, either %1$s, jaccard struct<low: double, value: double, high: double>, method string"
              .formatted(PEOPLE));

  private static final StructType FREQUENCY =
      StructType.fromDDL(
          "channel string, audience string, times int, known " + PEOPLE + ", method string");

  static final StructType SCHEMA =
      StructType.fromDDL("organisation string, period_kind string, period_start date, event string")
          .add("reach", DataTypes.createArrayType(REACH))
          .add("overlap", DataTypes.createArrayType(OVERLAP))
          .add("frequency", DataTypes.createArrayType(FREQUENCY));

  /**
   * What is known of the people of a place.
   *
   * @param people null where only bounds are known
   * @param impressions null where not known
   * @param parts null for persons
   */
  record People(Bounds bounds, Long people, Method method, Long impressions, Long parts) {

    /** The number that decides whether a group is too small. */
    long size() {
      return people == null ? bounds.high() : people;
    }
  }

  private final String organisation;
  private final String periodKind;
  private final LocalDate periodStart;
  private final String event;
  private final List<Row> reach = new ArrayList<>();
  private final List<Row> overlap = new ArrayList<>();
  private final List<Row> frequency = new ArrayList<>();

  Findings(String organisation, String periodKind, LocalDate periodStart, String event) {
    this.organisation = organisation;
    this.periodKind = periodKind;
    this.periodStart = periodStart;
    this.event = event;
  }

  void addReach(String channel, String audience, String delivery, People people) {
    reach.add(
        RowFactory.create(
            channel,
            audience,
            delivery,
            row(people.bounds(), people.people()),
            people.method().text(),
            people.impressions(),
            people.parts()));
  }

  void hideReach(String channel, String audience, String delivery) {
    reach.add(RowFactory.create(channel, audience, delivery, null, null, null, null));
  }

  void addOverlap(String audience, String first, String second, Overlap known) {
    Overlap.Index jaccard = known.jaccard();
    overlap.add(
        RowFactory.create(
            audience,
            first,
            second,
            row(known.both()),
            row(known.firstOnly()),
            row(known.secondOnly()),
            row(known.union()),
            RowFactory.create(jaccard.low(), jaccard.value(), jaccard.high()),
            known.method().text()));
  }

  void hideOverlap(String audience, String first, String second) {
    overlap.add(RowFactory.create(audience, first, second, null, null, null, null, null, null));
  }

  void addFrequency(String channel, String audience, int times, Reached people, Method method) {
    frequency.add(RowFactory.create(channel, audience, times, row(people), method.text()));
  }

  void hideFrequency(String channel, String audience, int times) {
    frequency.add(RowFactory.create(channel, audience, times, null, null));
  }

  private static Row row(Reached number) {
    return row(number.bounds(), number.people());
  }

  private static Row row(Bounds bounds, Long people) {
    return RowFactory.create(bounds.low(), people, bounds.isLimited() ? bounds.high() : null);
  }

  /** All of it, by {@link #SCHEMA}. */
  Row row() {
    return RowFactory.create(
        organisation,
        periodKind,
        periodStart,
        event,
        reach.toArray(),
        overlap.toArray(),
        frequency.toArray());
  }
}
