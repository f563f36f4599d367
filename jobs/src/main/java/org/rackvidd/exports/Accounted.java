package org.rackvidd.exports;

import java.util.Map;

/**
 * What is known of a batch's rows before any is stored.
 *
 * @param counts by {@link Section#key}
 */
record Accounted(Map<String, Accounting.Counts> counts, Contested contested) {
  Accounting.Counts of(Section section) {
    return counts.get(section.key());
  }
}
