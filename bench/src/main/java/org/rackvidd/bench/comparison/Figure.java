package org.rackvidd.bench.comparison;

import java.util.Locale;
import java.util.Set;

/** What the sides must agree on, each asked by {@code figures/<key>.sql}. */
enum Figure {
  /** Posts per channel. */
  POSTS(Step.INGEST, 0, Input.FACEBOOK),
  /** Events of persons on the web site, by kind. */
  PERSON_EVENTS(Step.INGEST, 0, Input.VISITS, Input.PAGE_VIEWS, Input.CONVERSIONS),
  /** Posts and interactions per channel, of the whole time. */
  ENGAGEMENT(Step.ENGAGEMENT, 0),
  /**
   * Those of each period. Räckvidd, which reads the hour off the ids of X, is not asked: some posts
   * move to a neighbouring day.
   */
  ENGAGEMENT_PERIODS(Step.ENGAGEMENT, 1e-9),
  /** Rows, money and impressions. */
  AD_FIGURES(Step.AD_FIGURES, 1e-9),
  /** People per period and channel. */
  REACH(Step.REACH, 0),
  /**
   * The same, estimated: DuckDB's were off by a twelfth at most in 400 sets of 20 to 20 000 people,
   * Spark's have a standard deviation of a twentieth.
   */
  REACH_SKETCH(Step.REACH_SKETCH, 0.25),
  /**
   * People per quarter, whatever their channel; fewer than 50 are taken for none. The channels of a
   * month are not asked of Räckvidd, which has other names for some and hides the small ones.
   */
  REACH_QUARTERS(Step.REACH_SKETCH, 0.25),
  /** People per entry and step. */
  FUNNEL(Step.FUNNEL, 0),
  /** Credit per model, month and channel. */
  ATTRIBUTION(Step.ATTRIBUTION, 1e-9),
  /** Sizes, conversions and p. */
  EXPERIMENTS(Step.EXPERIMENTS, 1e-9);

  /** The step after which it can be asked. */
  final Step step;

  /** How far apart two answers may be, as a share of the larger. */
  final double tolerance;

  /** What it cannot do without, beside what the step needs. */
  @SuppressWarnings("ImmutableEnumChecker") // Set.of makes one
  final Set<Input> inputs;

  Figure(Step step, double tolerance, Input... inputs) {
    this.step = step;
    this.tolerance = tolerance;
    this.inputs = Set.of(inputs);
  }

  /** Name of its resources. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
