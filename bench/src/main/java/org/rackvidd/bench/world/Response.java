package org.rackvidd.bench.world;

import java.time.LocalDate;

/** What came back for a post, as far as the platform knows it. */
public interface Response {
  /** The figures a download made on a day would state. */
  Figures on(LocalDate observed);

  /** The figures once everything has come in. */
  Figures lifetime();
}
