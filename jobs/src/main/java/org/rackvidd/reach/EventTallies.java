package org.rackvidd.reach;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.types.StructType;
import org.rackvidd.configuration.AudienceRules;

/**
 * Goes through events once and tallies their people by day (or month), event, channel, audience and
 * delivery. Spark's own aggregates of sketches take a microsecond for each event, most of it on the
 * way there; here groups are found by the bytes of their columns, and the rules of audiences.yaml
 * are asked once per group.
 */
final class EventTallies implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Events after which tallies are passed on, so that they never outgrow the memory of a task. */
  private static final int MOST_EVENTS = 4_000_000;

  private static final String GROUP =
      "organisation string, start date, event string, channel string, audience string,"
          + " delivery string, events bigint, events_once bigint, noted ";

  private final Broadcast<AudienceRules> rules;
  private final Tally.Kind kind;
  private final boolean countsEverybody;

  /**
   * @param rules broadcast, so that they are compiled once and not for every task
   * @param countsEverybody whether there is a group of everybody beside those of audiences, of
   *     which an event may be in several
   */
  EventTallies(Broadcast<AudienceRules> rules, Tally.Kind kind, boolean countsEverybody) {
    this.rules = rules;
    this.kind = kind;
    this.countsEverybody = countsEverybody;
  }

  /**
   * Several of the rows that come out may be of one group, from different tasks.
   *
   * @param type of the column {@code noted}
   * @param events rows of a person and a struct of {@link Traits}, as event_day.sql and
   *     event_month.sql make them
   */
  Dataset<Row> of(Dataset<Row> events, String type) {
    return events
        .sparkSession()
        .createDataFrame(
            events.queryExecution().toRdd().toJavaRDD().mapPartitions(Groups::new),
            StructType.fromDDL(GROUP + type));
  }

  /** Where the columns of an event's group stand. */
  private static final class Traits {
    static final int ORGANISATION = 0;
    static final int DAY = 1;
    static final int EVENT = 2;
    static final int CHANNEL = 3;
    static final int DELIVERY = 4;
    static final int ACCOUNT = 5;
    static final int CAMPAIGN = 6;
    static final int SUBJECT = 7;
    static final int COUNT = 8;

    private Traits() {}
  }

  /** What a row that comes out is about. */
  private record Group(
      String organisation,
      int day,
      String event,
      String channel,
      String audience,
      String delivery) {}

  private static final class Counted {
    final Tally tally;
    long events;
    long eventsOnce;

    Counted(Tally tally) {
      this.tally = tally;
    }
  }

  /** The groups of all events with the same traits. */
  private static final class Alike {
    final UnsafeRow traits;
    final Counted[] groups;

    Alike(UnsafeRow traits, Counted[] groups) {
      this.traits = traits;
      this.groups = groups;
    }
  }

  private final class Groups implements Iterator<Row> {
    private final Iterator<InternalRow> events;
    private final Map<UnsafeRow, Alike> byTraits = new HashMap<>();
    private final Map<Group, Counted> groups = new HashMap<>();
    private final Map<List<String>, List<String>> audiences = new HashMap<>();
    private Alike last;
    private Iterator<Map.Entry<Group, Counted>> ready = groups.entrySet().iterator();

    Groups(Iterator<InternalRow> events) {
      this.events = events;
    }

    @Override
    public boolean hasNext() {
      if (!ready.hasNext() && events.hasNext()) {
        byTraits.clear();
        groups.clear();
        last = null;
        for (int n = 0; n < MOST_EVENTS && events.hasNext(); n++) {
          add(events.next());
        }
        ready = groups.entrySet().iterator();
      }
      return ready.hasNext();
    }

    private void add(InternalRow event) {
      UnsafeRow traits = (UnsafeRow) event.getStruct(1, Traits.COUNT);
      // The event before often has the same ones.
      if (last == null || !traits.equals(last.traits)) {
        last = byTraits.get(traits);
        if (last == null) {
          last = new Alike(traits.copy(), groupsOf(traits));
          byTraits.put(last.traits, last);
        }
      }
      long person = event.getLong(0);
      last.groups[0].eventsOnce++;
      for (Counted group : last.groups) {
        group.events++;
        group.tally.add(person);
      }
    }

    private Counted[] groupsOf(UnsafeRow traits) {
      String channel = text(traits, Traits.CHANNEL);
      List<String> asked =
          Arrays.asList(
              channel,
              text(traits, Traits.ACCOUNT),
              text(traits, Traits.CAMPAIGN),
              text(traits, Traits.SUBJECT));
      return audiences.computeIfAbsent(asked, this::audiencesOf).stream()
          .map(
              audience ->
                  new Group(
                      text(traits, Traits.ORGANISATION),
                      traits.getInt(Traits.DAY),
                      text(traits, Traits.EVENT),
                      channel,
                      audience,
                      text(traits, Traits.DELIVERY)))
          .map(group -> groups.computeIfAbsent(group, none -> new Counted(kind.none())))
          .toArray(Counted[]::new);
    }

    private List<String> audiencesOf(List<String> asked) {
      List<String> audiences =
          new ArrayList<>(
              ReachFunctions.audiences(
                  rules.value(), asked.get(0), asked.get(1), asked.get(2), asked.get(3)));
      if (countsEverybody) {
        audiences.add(Exposures.EVERYBODY);
      }
      return audiences;
    }

    private static String text(UnsafeRow traits, int column) {
      return traits.isNullAt(column) ? null : traits.getUTF8String(column).toString();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Map.Entry<Group, Counted> counted = ready.next();
      Group group = counted.getKey();
      return RowFactory.create(
          group.organisation(),
          LocalDate.ofEpochDay(group.day()),
          group.event(),
          group.channel(),
          group.audience(),
          group.delivery(),
          counted.getValue().events,
          counted.getValue().eventsOnce,
          counted.getValue().tally.value());
    }
  }
}
