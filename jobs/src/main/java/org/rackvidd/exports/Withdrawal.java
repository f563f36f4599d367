package org.rackvidd.exports;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.rackvidd.lake.Lake;

/**
 * Takes the facts of contents out that were stored under another moment than they turn out to have.
 * All that lies in landing and feeds the same tables is then read again, as the facts taken out may
 * have replaced others. It happens seldom, so it is done thoroughly: results are built from the
 * beginning. A run that is killed finds the ledger as it was and does it all again.
 */
final class Withdrawal {
  private final Lake lake;
  private final Formats formats;
  private final Ledger ledger;
  private final Set<String> withdrawn;
  private final Set<Intake> intakes;
  private final Set<String> contents;

  /**
   * @param withdrawn contents with better evidence of their moment than their facts have; none in
   *     most runs, in which nothing is then done
   */
  Withdrawal(Lake lake, Formats formats, Ledger ledger, Set<String> withdrawn) {
    this.lake = lake;
    this.formats = formats;
    this.ledger = ledger;
    this.withdrawn = withdrawn;
    Set<String> asFormats =
        withdrawn.stream().flatMap(id -> ledger.formats(id).stream()).collect(Collectors.toSet());
    this.intakes =
        formats.all().stream()
            .filter(format -> asFormats.contains(format.name()))
            .map(formats::intake)
            .collect(Collectors.toSet());
    Set<String> ofIntakes =
        formats.all().stream()
            .filter(this::concerns)
            .map(ExportFormat::name)
            .collect(Collectors.toSet());
    this.contents = withdrawn.isEmpty() ? Set.of() : ledger.contents(ofIntakes);
  }

  /** The contents that are read again. */
  Set<String> contents() {
    return contents;
  }

  boolean concerns(ExportFormat format) {
    return intakes.contains(formats.intake(format));
  }

  /**
   * One file for each of the contents that still lies there, unchanged or just looked at.
   *
   * @param files all of the landing folder
   * @param inspections of those that are new or were changed
   */
  List<SourceFile> files(List<SourceFile> files, List<Inspection> inspections) {
    if (contents.isEmpty()) {
      return List.of();
    }
    Map<String, Inspection> byPath =
        inspections.stream().collect(Collectors.toMap(i -> i.file().path(), Function.identity()));
    Map<String, SourceFile> byContent = new TreeMap<>();
    for (SourceFile file : files) {
      Inspection inspection = byPath.get(file.path());
      Set<String> held = inspection == null ? ledger.contentsOf(file) : Set.of(inspection.fileId());
      held.stream()
          .filter(contents::contains)
          .forEach(content -> byContent.putIfAbsent(content, file));
    }
    return byContent.values().stream().distinct().toList();
  }

  /** Before anything is stored. */
  void before() {
    if (withdrawn.isEmpty()) {
      return;
    }
    lake.delete("ops.build", functions.lit(true));
    Column theirs = functions.col("file_id").isin(withdrawn.toArray());
    tables().forEach(table -> lake.delete(table, theirs));
  }

  /** After all was stored: what is the newest again is no history. */
  void after() {
    for (Intake intake : intakes) {
      for (Intake.Fact fact : intake.facts()) {
        if (fact.history() != null) {
          lake.deleteLike(
              fact.history(), lake.table(fact.table()), lake.tables().get(fact.history()).grain());
        }
      }
    }
  }

  private Stream<String> tables() {
    Set<String> seen = new HashSet<>();
    return intakes.stream()
        .flatMap(intake -> intake.facts().stream())
        .flatMap(fact -> fact.tables().stream())
        .filter(seen::add);
  }
}
