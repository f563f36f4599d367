package org.rackvidd.bench.people;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * What a town's ads did, day by day and cell by cell, and whom each reached in a month and in all.
 */
public final class AdCounts {
  static final int IMPRESSIONS = 0;
  static final int REACH = 1;
  static final int CLICKS = 2;
  static final int LINK_CLICKS = 3;
  static final int LANDINGS = 4;
  static final int PLAYS = 5;

  /** Results as the first download knows them; the next places have those of the later ones. */
  static final int RESULTS = 6;

  private static final int CELLS = Breakdown.CELLS.size();

  private final int[][] days;
  private final int[][] months;
  private final int[][] wholes;
  private final int figures;

  AdCounts(List<Flight> flights, int downloads) {
    this.figures = RESULTS + downloads;
    this.days = new int[flights.size()][];
    this.months = new int[flights.size()][];
    this.wholes = new int[flights.size()][];
    for (int i = 0; i < flights.size(); i++) {
      Flight flight = flights.get(i);
      int ads = flight.adSet().ads().size();
      days[i] = new int[ads * flight.campaign().days() * CELLS * figures];
      months[i] = new int[ads * monthsOf(flight)];
      wholes[i] = new int[ads * CELLS];
    }
  }

  private static int monthsOf(Flight flight) {
    return month(flight, flight.campaign().last()) + 1;
  }

  /** The number of a day's month within a flight. */
  static int month(Flight flight, LocalDate day) {
    LocalDate first = flight.campaign().first();
    return (day.getYear() - first.getYear()) * 12 + day.getMonthValue() - first.getMonthValue();
  }

  private int at(Flight flight, int ad, int day, int cell, int figure) {
    return ((ad * flight.campaign().days() + day) * CELLS + cell) * figures + figure;
  }

  void add(int index, Flight flight, int ad, int day, int cell, int figure) {
    days[index][at(flight, ad, day, cell, figure)]++;
  }

  void reachedInMonth(int index, Flight flight, int ad, int month) {
    months[index][ad * monthsOf(flight) + month]++;
  }

  void reachedInFlight(int index, int ad, int cell) {
    wholes[index][ad * CELLS + cell]++;
  }

  int of(int index, Flight flight, int ad, int day, int cell, int figure) {
    return days[index][at(flight, ad, day, cell, figure)];
  }

  /** People an ad reached in a month. */
  public int reachOfMonth(int index, Flight flight, int ad, YearMonth month) {
    return months[index][ad * monthsOf(flight) + month(flight, month.atDay(1))];
  }

  /** People of a cell whom an ad reached while it ran. */
  public int reachOfFlight(int index, int ad, int cell) {
    return wholes[index][ad * CELLS + cell];
  }

  /** Takes over what another thread counted. */
  void add(AdCounts other) {
    for (int i = 0; i < days.length; i++) {
      add(days[i], other.days[i]);
      add(months[i], other.months[i]);
      add(wholes[i], other.wholes[i]);
    }
  }

  private static void add(int[] sums, int[] more) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += more[i];
    }
  }
}
