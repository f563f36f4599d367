package org.rackvidd.bench.comparison;

import java.util.Locale;
import java.util.Set;

/** The parts of a night, in their order. */
enum Step {
  /** From the start of the process to the first answer. */
  START_UP("start-up"),
  /** Files into tables. */
  INGEST("ingest"),
  /** Posts and interactions per period and channel. */
  ENGAGEMENT("engagement", Input.FACEBOOK),
  /** Every ad, day and cell once. */
  AD_FIGURES("ad figures", Input.AD_DAYS),
  /** People per month and channel and per quarter, counted. */
  REACH("reach exact", Input.VISITS),
  /** The same, estimated. */
  REACH_SKETCH("reach by sketch", Input.VISITS),
  /** From a visit to a hire, person by person. */
  FUNNEL(
      "person-level funnel",
      Input.VISITS,
      Input.PAGE_VIEWS,
      Input.PAGES,
      Input.CONVERSIONS,
      Input.APPLICATIONS),
  /** Applications by the channels that led to them. */
  ATTRIBUTION("attribution", Input.VISITS, Input.CONVERSIONS),
  /** Variants against each other. */
  EXPERIMENTS("experiment statistics", Input.ASSIGNMENTS, Input.CONVERSIONS);

  /** Name for people. */
  final String title;

  /** What it cannot do without. */
  @SuppressWarnings("ImmutableEnumChecker") // Set.of makes one
  final Set<Input> inputs;

  Step(String title, Input... inputs) {
    this.title = title;
    this.inputs = Set.of(inputs);
  }

  /** Name of its resources. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
