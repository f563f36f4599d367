package org.rackvidd.adfigures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Figures that are kept, by what and when they are of. */
final class Amounts {
  /**
   * @param start first day
   * @param end last day
   */
  record Amount(Entity entity, long start, long end, Figures figures) {
    long days() {
      return end - start + 1;
    }
  }

  /** By their first day, and how many days the longest has. */
  private static final class Timeline {
    final NavigableMap<Long, List<Amount>> byStart = new TreeMap<>();
    long longest;

    Stream<Amount> touching(long start, long end) {
      return byStart.subMap(start - longest + 1, true, end, true).values().stream()
          .flatMap(List::stream)
          .filter(amount -> amount.end() >= start);
    }
  }

  private final int figures;
  private final EntityIndex entities = new EntityIndex();
  private final Map<Entity, Timeline> timelines = new HashMap<>();

  /**
   * @param figures number of figures each has
   */
  Amounts(int figures) {
    this.figures = figures;
  }

  void add(Amount amount) {
    entities.add(amount.entity());
    Timeline timeline = timelines.computeIfAbsent(amount.entity(), e -> new Timeline());
    timeline.byStart.computeIfAbsent(amount.start(), s -> new ArrayList<>()).add(amount);
    timeline.longest = Math.max(timeline.longest, amount.days());
  }

  /** Those that may be of some of the same money as an entity has on days from start to end. */
  List<Amount> overlapping(Entity entity, long start, long end) {
    List<Amount> found = new ArrayList<>();
    for (Entity each : entities.overlapping(entity)) {
      timelines.get(each).touching(start, end).forEach(found::add);
    }
    return found;
  }

  /** The sum of all that is of an entity and of days from start to end, and of nothing else. */
  Figures within(Entity entity, long start, long end) {
    Figures sum = none();
    for (Amount each : overlapping(entity, start, end)) {
      if (entity.contains(each.entity()) && each.start() >= start && each.end() <= end) {
        sum.add(each.figures());
      }
    }
    return sum;
  }

  Figures none() {
    return Figures.unknown(figures);
  }
}
