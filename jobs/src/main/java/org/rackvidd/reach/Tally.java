package org.rackvidd.reach;

import java.io.Serializable;
import org.apache.datasketches.theta.UpdateSketch;

/** Takes note of the people of one group, event by event. */
interface Tally {
  void add(long person);

  /** What was noted, as a value of a column. */
  Object value();

  /** Makes tallies, wherever events are. */
  interface Kind extends Serializable {
    Tally none();
  }

  /** Who they are: a theta sketch, binary. */
  static Tally ofPeople() {
    UpdateSketch sketch = UpdateSketch.builder().setLogNominalEntries(PeopleSketch.LG_SIZE).build();
    return new Tally() {
      @Override
      public void add(long person) {
        sketch.update(person);
      }

      @Override
      public Object value() {
        return sketch.compact(false, null).toByteArray();
      }
    };
  }

  /** How often each of them comes: a {@link FrequencySample}. */
  static Tally ofTimes() {
    FrequencySample sample = new FrequencySample();
    return new Tally() {
      @Override
      public void add(long person) {
        sample.add(person);
      }

      @Override
      public Object value() {
        return sample.row();
      }
    };
  }
}
