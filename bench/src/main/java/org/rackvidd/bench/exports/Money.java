package org.rackvidd.bench.exports;

/** Amounts as text with a decimal point, whatever the locale. */
final class Money {
  private Money() {}

  /** Crowns with exactly two decimals. */
  static String crowns(long ore) {
    long rest = ore % 100;
    return ore / 100 + (rest < 10 ? ".0" : ".") + rest;
  }
}
