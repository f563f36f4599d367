package org.rackvidd.bench.people;

import java.time.LocalDate;
import org.rackvidd.bench.world.Account;

/**
 * An experiment on the way to an application: whoever opens a vacancy while it runs sees one of two
 * variants, by lot.
 *
 * @param salt what the lot is drawn with
 * @param effect B's factor on the chance that an application once begun is sent; 1 for none
 * @param lost the share of B's people that the experiment's bookkeeping loses, which no honest
 *     analysis may ignore
 */
public record Trial(
    String name, LocalDate first, LocalDate last, long salt, double effect, double lost) {
  boolean runs(long second) {
    return second >= midnight(first) && second < midnight(last.plusDays(1));
  }

  private static long midnight(LocalDate day) {
    return day.atStartOfDay(Account.ZONE).toEpochSecond();
  }
}
