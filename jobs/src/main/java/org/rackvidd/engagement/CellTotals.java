package org.rackvidd.engagement;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;

/** What the posts of a cell add up to. */
final class CellTotals implements Serializable {
  private static final long serialVersionUID = 1L;

  private long posts;
  private final long[] counts;
  private final boolean[] stated;
  private final ValueTotals reach = new ValueTotals();
  private final PairTotals byReach = new PairTotals();
  private final PairTotals byImpressions = new PairTotals();
  private final PairTotals byFollowers = new PairTotals();
  private List<String> kinds = List.of();
  private LocalDate firstDay;
  private LocalDate lastDay;

  /**
   * Of no post.
   *
   * @param counts number of figures that are simply added up
   */
  CellTotals(int counts) {
    this.counts = new long[counts];
    this.stated = new boolean[counts];
  }

  /** Adds the posts of another cell, and returns the whole. */
  CellTotals add(CellTotals other) {
    posts += other.posts;
    for (int i = 0; i < counts.length; i++) {
      if (other.stated[i]) {
        addCount(i, other.counts[i]);
      }
    }
    addKinds(other.kinds);
    addDay(other.firstDay);
    addDay(other.lastDay);
    reach.add(other.reach);
    byReach.add(other.byReach);
    byImpressions.add(other.byImpressions);
    byFollowers.add(other.byFollowers);
    return this;
  }

  void addPosts(long more) {
    posts += more;
  }

  /**
   * @param column which of the figures that are simply added up
   */
  void addCount(int column, long count) {
    counts[column] = Math.addExact(counts[column], count);
    stated[column] = true;
  }

  /**
   * @param others kinds of interactions that are reported, as channel:kind
   */
  void addKinds(List<String> others) {
    if (!kinds.containsAll(others)) {
      TreeSet<String> both = new TreeSet<>(kinds);
      both.addAll(others);
      kinds = List.copyOf(both);
    }
  }

  /**
   * @param day null where it is not known
   */
  void addDay(LocalDate day) {
    if (day != null) {
      firstDay = firstDay == null || day.isBefore(firstDay) ? day : firstDay;
      lastDay = lastDay == null || day.isAfter(lastDay) ? day : lastDay;
    }
  }

  long posts() {
    return posts;
  }

  /**
   * @return null where no post reports it
   */
  Long count(int column) {
    return stated[column] ? counts[column] : null;
  }

  /** In order. */
  List<String> kinds() {
    return kinds;
  }

  /** Null where the day of no post is known. */
  LocalDate firstDay() {
    return firstDay;
  }

  /** Null where the day of no post is known. */
  LocalDate lastDay() {
    return lastDay;
  }

  ValueTotals reach() {
    return reach;
  }

  PairTotals byReach() {
    return byReach;
  }

  PairTotals byImpressions() {
    return byImpressions;
  }

  PairTotals byFollowers() {
    return byFollowers;
  }
}
