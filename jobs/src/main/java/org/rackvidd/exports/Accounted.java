package org.rackvidd.exports;

import java.util.List;
import java.util.Map;

/**
 * What is known of a batch's rows before any is stored.
 *
 * @param sections as they are to be read; of a large file its pieces
 * @param counts by {@link Section#key}, and for files in pieces by that of the whole as well
 */
record Accounted(
    List<Section> sections, Map<String, Accounting.Counts> counts, Contested contested) {
  Accounting.Counts of(Section section) {
    return counts.get(section.key());
  }
}
