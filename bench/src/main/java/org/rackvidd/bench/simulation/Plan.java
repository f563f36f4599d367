package org.rackvidd.bench.simulation;

import java.time.LocalDate;
import java.util.List;
import org.rackvidd.bench.people.OrdinaryTown;
import org.rackvidd.bench.people.Population;
import org.rackvidd.bench.people.Span;
import org.rackvidd.bench.people.Town;
import org.rackvidd.bench.people.Trial;
import org.rackvidd.bench.world.Dice;

/**
 * A world to be made.
 *
 * @param span from the first day of the history to the day the next night brings
 * @param towns how many there are
 * @param residents of each
 * @param campaigns that run on Meta at a time in each
 * @param rhythm whether the hour of a publication makes a difference
 */
record Plan(long seed, Span span, int towns, int residents, double campaigns, boolean rhythm) {
  /** The day on which the history is downloaded. */
  static final LocalDate OBSERVED = LocalDate.of(2026, 11, 1);

  /** The day on which the next night's files are downloaded. */
  static final LocalDate NEXT_DAY = OBSERVED.plusDays(1);

  static final List<LocalDate> DOWNLOADS = List.of(OBSERVED, NEXT_DAY);

  /** The next day's reports reach back this far. */
  private static final int RECENT_DAYS = 28;

  private static final int USUAL_TOWN = 12_000;
  private static final double NEIGHBOURS = 1.5;
  private static final double RESIDENTS_OF_A_CAMPAIGN = 12_000;

  /** Rows a resident of a usual town makes in a day, measured. */
  private static final double ROWS_OF_A_RESIDENT = 0.060;

  /** Towns of usual size, or one smaller one, whose history has about so many rows. */
  static Plan ofRows(long rows, long seed, int days, boolean rhythm) {
    double people = rows / (ROWS_OF_A_RESIDENT * days);
    int towns = (int) Math.max(1, Math.round(people / USUAL_TOWN));
    return of((int) Math.max(50, Math.round(people / towns)), towns, seed, days, rhythm);
  }

  /** One town. */
  static Plan ofPeople(int residents, long seed, int days, boolean rhythm) {
    return of(residents, 1, seed, days, rhythm);
  }

  private static Plan of(int residents, int towns, long seed, int days, boolean rhythm) {
    return new Plan(
        seed,
        new Span(OBSERVED.minusDays(days), OBSERVED),
        towns,
        residents,
        Math.min(60, residents / RESIDENTS_OF_A_CAMPAIGN),
        rhythm);
  }

  /** The first day the next day's reports hold. */
  LocalDate recent() {
    return latest(span.first(), NEXT_DAY.minusDays(RECENT_DAYS));
  }

  Town town(int number) {
    return new OrdinaryTown(
        Dice.mix(seed ^ Dice.mix(number + 77L)),
        number,
        Places.name(number),
        new Population(
            Dice.mix(seed ^ Dice.mix(number + 99L)),
            residents,
            (int) Math.round(residents * NEIGHBOURS)),
        campaigns,
        span);
  }

  /** Every fifth town keeps its web statistics with Google, the others with Matomo. */
  static boolean isWithGoogle(int town) {
    return town % 5 == 4;
  }

  /** The experiments: one that helps, one that does nothing, one whose bookkeeping is broken. */
  List<Trial> trials() {
    LocalDate first = latest(span.first(), OBSERVED.minusDays(70));
    LocalDate last = OBSERVED.minusDays(21);
    return List.of(
        new Trial("kort-formular", first, last, Dice.mix(seed + 1), 1.3, 0),
        new Trial("ny-bild", first, last, Dice.mix(seed + 2), 1, 0),
        new Trial("snabb-sida", first, last, Dice.mix(seed + 3), 1, 0.15));
  }

  private static LocalDate latest(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
