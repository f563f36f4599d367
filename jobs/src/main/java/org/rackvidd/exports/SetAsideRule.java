package org.rackvidd.exports;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.rackvidd.exports.ExportFormat.SetAside;

/** A rule for rows that are no data, bound to the cells of one section. */
final class SetAsideRule {
  private final String reason;
  private final int[] cells;
  private final boolean mustBeBlank;
  private final Set<String> values = new HashSet<>();
  private final List<String> starts;
  private final int longest;

  SetAsideRule(SetAside rule, Binding binding) {
    this.reason = rule.reason();
    this.mustBeBlank = rule.column() == null;
    this.cells =
        (mustBeBlank ? rule.blank() : List.of(rule.column()))
            .stream()
                .flatMap(column -> binding.cells().getOrDefault(column, List.of()).stream())
                .mapToInt(Integer::intValue)
                .toArray();
    rule.values().forEach(value -> values.add(value.toLowerCase(Locale.ROOT)));
    this.starts = rule.startsWith().stream().map(v -> v.toLowerCase(Locale.ROOT)).toList();
    this.longest = values.stream().mapToInt(String::length).max().orElse(0);
  }

  String reason() {
    return reason;
  }

  /** Whether the rule looks for emptiness, which the rest of a row that was cut off has too. */
  boolean mustBeBlank() {
    return mustBeBlank;
  }

  boolean applies(Cells row) {
    if (mustBeBlank) {
      return cells.length > 0 && isBlank(row);
    }
    for (int cell : cells) {
      int length = cell < row.size() ? row.end(cell) - row.start(cell) : 0;
      if (length > 0) {
        return (length <= longest || !starts.isEmpty()) && fits(row.text(cell));
      }
    }
    return false;
  }

  private boolean isBlank(Cells row) {
    for (int cell : cells) {
      if (cell < row.size() && row.end(cell) > row.start(cell)) {
        return false;
      }
    }
    return true;
  }

  private boolean fits(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return values.contains(lower) || starts.stream().anyMatch(lower::startsWith);
  }
}
