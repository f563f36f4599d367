package org.rackvidd.bench.people;

import org.rackvidd.bench.world.Dice;
import org.rackvidd.bench.world.Topic;

/**
 * What somebody is to the municipality, which decides what they care about and how often they visit
 * its site.
 */
public enum Role {
  JOB_SEEKER(11, 0.45),
  PARENT(5, 0.03),
  STUDENT(3, 0.10),
  EMPLOYEE(8, 0.05),
  ENTREPRENEUR(6, 0.01),
  RESIDENT(2.5, 0.015);

  private final double visitsPerYear;
  private final double jobInterest;

  Role(double visitsPerYear, double jobInterest) {
    this.visitsPerYear = visitsPerYear;
    this.jobInterest = jobInterest;
  }

  /** Visits to the site that no post and no ad brings about. */
  double visitsPerYear() {
    return visitsPerYear;
  }

  /** The chance that a visit of their own leads to a vacancy. */
  double jobInterest() {
    return jobInterest;
  }

  /** The role of somebody of an age. */
  static Role of(Age age, Dice dice) {
    return switch (age) {
      case FROM_18 -> pick(dice, 0.16, 0.03, 0.45, 0.05, 0.02);
      case FROM_25 -> pick(dice, 0.13, 0.26, 0.08, 0.09, 0.04);
      case FROM_35 -> pick(dice, 0.08, 0.45, 0.02, 0.11, 0.06);
      case FROM_45 -> pick(dice, 0.06, 0.30, 0.01, 0.12, 0.07);
      case FROM_55 -> pick(dice, 0.04, 0.06, 0.00, 0.13, 0.06);
      case FROM_65 -> pick(dice, 0.005, 0.01, 0.00, 0.01, 0.02);
    };
  }

  private static Role pick(
      Dice dice,
      double jobSeeker,
      double parent,
      double student,
      double employee,
      double entrepreneur) {
    double rest = 1 - jobSeeker - parent - student - employee - entrepreneur;
    return values()[dice.pickByWeight(jobSeeker, parent, student, employee, entrepreneur, rest)];
  }

  /** How much likelier than others they are to be shown, and to answer, something on a topic. */
  double taste(Topic topic) {
    return switch (topic) {
      case VACANCY -> this == JOB_SEEKER ? 2.2 : this == STUDENT ? 1.4 : 0.85;
      case PORTRAIT -> this == EMPLOYEE ? 1.8 : this == JOB_SEEKER ? 1.3 : 0.9;
      case SCHOOL, EVENT -> this == PARENT ? 1.6 : 0.85;
      case BUSINESS -> this == ENTREPRENEUR ? 3.5 : 0.85;
      case CARE -> this == RESIDENT ? 1.1 : 0.9;
      case SERVICE_NOTICE, CITY_WORKS, DEMOCRACY, SHARE, REPLY -> 1;
    };
  }
}
