package org.rackvidd.bench.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.rackvidd.bench.people.Application;
import org.rackvidd.bench.people.Enrolment;
import org.rackvidd.bench.people.Person;
import org.rackvidd.bench.people.Span;
import org.rackvidd.bench.people.Touch;
import org.rackvidd.bench.people.Visit;
import org.rackvidd.bench.people.WebYear;
import org.rackvidd.bench.people.Witness;
import org.rackvidd.bench.truth.WorldTruth;
import org.rackvidd.bench.world.Account;
import org.rackvidd.bench.world.Dice;

/** What one thread sees of the people it has live: the truth, and the records that remain of it. */
final class Chronicle implements Witness {
  private static final double CONSENT = 0.65;
  private static final double BLOCKED = 0.04;

  private final Span span;
  private final List<WorldTruth> truths;
  private final Spool spool;
  private int town;
  private List<Applied> applied = new ArrayList<>();
  private List<Enrolment> enrolments = new ArrayList<>();

  /**
   * An application in the applicant system.
   *
   * @param linked whether the form's hidden field holds the visitor's name
   */
  record Applied(Application application, boolean linked) {}

  Chronicle(Span span, Spool spool) {
    this.span = span;
    this.truths = Plan.DOWNLOADS.stream().map(observed -> new WorldTruth(span, observed)).toList();
    this.spool = spool;
  }

  /** From here on people of this town are seen. */
  void moveTo(int town) {
    this.town = town;
    applied = new ArrayList<>();
    enrolments = new ArrayList<>();
  }

  /** What is so as of a download. */
  WorldTruth truth(int download) {
    return truths.get(download);
  }

  /** Applications of the town at hand. */
  List<Applied> applied() {
    return applied;
  }

  /** Enrolments of the town at hand that were recorded. */
  List<Enrolment> enrolments() {
    return enrolments;
  }

  @Override
  public void reached(int download, int day, Touch touch, int audiences, int times) {
    for (WorldTruth truth : truths.subList(download, truths.size())) {
      truth.reached(day, touch, audiences, times);
    }
  }

  @Override
  public void lived(Person person, WebYear web) {
    boolean consent = !Plan.isWithGoogle(town) || Dice.unit(Dice.mix(person.fate() ^ 3)) < CONSENT;
    List<Application> linked = new ArrayList<>();
    for (Application application : web.applications()) {
      boolean named =
          consent && Dice.unit(Dice.mix(application.browser() ^ application.second())) >= BLOCKED;
      if (named) {
        linked.add(application);
      }
      applied.add(new Applied(application, named));
      truths.forEach(truth -> truth.applied(application));
    }
    // In a town with Google, the variant is known by the id that only consent gives.
    for (Enrolment enrolment : consent ? web.enrolments() : List.<Enrolment>of()) {
      truths.forEach(truth -> truth.enrolled(enrolment, web));
      if (enrolment.recorded()) {
        enrolments.add(enrolment);
      }
    }
    WebYear seen = consent ? web : new WebYear(List.of(), List.of(), List.of());
    truths.forEach(truth -> truth.lived(seen, linked));
    for (Visit visit : web.visits()) {
      keep(new Spool.Entry(town, consent, visit));
    }
  }

  private void keep(Spool.Entry entry) {
    try {
      Instant begin = Instant.ofEpochSecond(entry.visit().second());
      spool.add(span.index(LocalDate.ofInstant(begin, Account.ZONE)), entry);
    } catch (IOException e) {
      throw new UncheckedIOException("a visit could not be kept", e);
    }
  }
}
