package org.rackvidd.lake;

import java.util.List;

/** Rows that break a fail check of their table: nothing was written, the old table stands. */
public final class CheckFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CheckFailed(String table, List<String> breaches) {
    this(table, breaches, null);
  }

  CheckFailed(String table, List<String> breaches, Throwable cause) {
    super(
        """
        %s was not changed: its new rows break %s
          %s
        The table still holds what it held before; `rackvidd describe %s` says what it must hold."""
            .formatted(
                table,
                breaches.size() == 1 ? "a check" : breaches.size() + " checks",
                String.join("\n  ", breaches),
                table),
        cause);
  }
}
