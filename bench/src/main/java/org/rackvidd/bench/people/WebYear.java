package org.rackvidd.bench.people;

import java.util.ArrayList;
import java.util.List;

/** All a person did on the web site while the world lasted; visits and applications in order. */
public record WebYear(
    List<Visit> visits, List<Application> applications, List<Enrolment> enrolments) {
  WebYear() {
    this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }
}
