package org.rackvidd.bench.demo;

import java.util.BitSet;
import java.util.List;
import org.rackvidd.bench.people.Person;
import org.rackvidd.bench.people.Span;
import org.rackvidd.bench.people.Touch;
import org.rackvidd.bench.people.WebYear;
import org.rackvidd.bench.people.Witness;

/**
 * Counts whom the ads of an account reached at all within some days, which no sum of ads or days
 * tells.
 */
final class AccountReach implements Witness {
  private final Span world;
  private final List<Span> ranges;
  private final long[] people;

  /** The ranges in which the person at hand saw an ad. */
  private final BitSet seen = new BitSet();

  AccountReach(Span world, List<Span> ranges) {
    this.world = world;
    this.ranges = ranges;
    this.people = new long[ranges.size()];
  }

  @Override
  public void reached(int download, int day, Touch touch, int audiences, int times) {
    for (int i = 0; touch == Touch.META_ADS && i < ranges.size(); i++) {
      if (ranges.get(i).contains(world.day(day))) {
        seen.set(i);
      }
    }
  }

  @Override
  public void lived(Person person, WebYear web) {
    seen.stream().forEach(range -> people[range]++);
    seen.clear();
  }

  /** People who saw an ad within a range. */
  long within(Span range) {
    return people[ranges.indexOf(range)];
  }
}
