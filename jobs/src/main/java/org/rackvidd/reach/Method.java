package org.rackvidd.reach;

import java.util.Locale;

/** How a number of people is known. */
enum Method {
  /** The platform states it for this very thing and period. */
  REPORTED,
  /** Every person was counted once. */
  EXACT,
  /** Estimated from a sample of persons, with an interval of 95 %. */
  SKETCH,
  /** Between what is certain and what is possible. */
  BOUNDS,
  /** By an assumption that the configuration asks for. */
  MODEL;

  /** As tables have it. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
