package org.rackvidd.exports;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Decides what is read of the files that were looked at: each content once, however often and under
 * whatever names it lies, and by the best evidence of its moment there is, whichever of its paths
 * came first.
 */
final class Triage {
  private final Ledger ledger;
  private final ZoneId zone;
  private final List<FileOutcome> outcomes = new ArrayList<>();
  private final Map<String, Evidence> best = new HashMap<>();
  private final Set<String> withdrawn = new HashSet<>();

  /**
   * @param inspections of files that are new, or worth another look
   */
  Triage(List<Inspection> inspections, Ledger ledger, ZoneId zone) {
    this.ledger = ledger;
    this.zone = zone;
    inspections.stream()
        .collect(Collectors.groupingBy(Inspection::fileId, LinkedHashMap::new, Collectors.toList()))
        .forEach(this::sortOut);
    outcomes.sort(Comparator.comparing((FileOutcome o) -> o.file().path()));
  }

  private void sortOut(String fileId, List<Inspection> paths) {
    Map<Inspection, Evidence> evidence =
        paths.stream().collect(Collectors.toMap(Function.identity(), this::evidence));
    List<Inspection> bestFirst =
        paths.stream().sorted(Comparator.comparing(evidence::get)).toList();
    Evidence known = ledger.evidence(fileId).orElse(null);
    Evidence now = evidence.get(bestFirst.get(0)).orBetter(known);
    best.put(fileId, now);
    if (known != null && !now.equals(known)) {
      withdrawn.add(fileId);
    }
    String sameAs = ledger.earlierPath(fileId).orElse(null);
    for (Inspection inspection : bestFirst) {
      Landing.Observed observed = evidence.get(inspection).observed();
      if (inspection.isArchive()) {
        outcomes.add(unread(inspection, observed, null));
      } else if (sameAs != null || inspection.problem() != null) {
        outcomes.add(unread(inspection, observed, sameAs));
      } else {
        sameAs = inspection.file().path();
        inspection
            .parts()
            .forEach(
                part ->
                    outcomes.add(
                        new FileOutcome(
                            inspection.file(),
                            fileId,
                            observed,
                            part,
                            null,
                            part.problem(),
                            null)));
      }
    }
  }

  private Evidence evidence(Inspection inspection) {
    return new Evidence(inspection.file().path(), Landing.observed(inspection.file(), zone));
  }

  private static FileOutcome unread(
      Inspection inspection, Landing.Observed observed, String sameAs) {
    String problem = sameAs == null ? inspection.problem() : null;
    return new FileOutcome(
        inspection.file(), inspection.fileId(), observed, null, null, problem, sameAs);
  }

  /** What is to become of every table of the files, in the order of their paths. */
  List<FileOutcome> outcomes() {
    return outcomes;
  }

  /** Contents whose facts were stored by worse evidence than there is now. */
  Set<String> withdrawn() {
    return withdrawn;
  }

  /** The best there is of a content's moment. */
  Evidence best(String fileId) {
    Evidence found = best.get(fileId);
    return found == null ? ledger.evidence(fileId).orElseThrow() : found;
  }
}
