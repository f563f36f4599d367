package org.rackvidd.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.rackvidd.exports.FileOutcome;
import org.rackvidd.exports.IngestReport;
import org.rackvidd.exports.PersonFiles;
import org.rackvidd.exports.Recognition;
import org.rackvidd.exports.Section;
import org.rackvidd.privacy.Redaction;

/** Shows what an ingest did: a line per table of a file, then what the user may want to mend. */
final class IngestPrinter {
  private static final int MOST_HINTS = 12;
  private static final int MOST_HEADERS = 12;

  private final PrintWriter out;

  IngestPrinter(PrintWriter out) {
    this.out = out;
  }

  void print(IngestReport report) {
    if (report.outcomes().isEmpty()) {
      out.println(
          switch (report.files()) {
            case 0 -> "There is no file in the landing folder yet.";
            case 1 -> "Nothing new: the one file is known.";
            default -> "Nothing new among %,d files.".formatted(report.files());
          });
    } else {
      table(report.outcomes()).print(out, Terminal.columns());
      out.println();
      out.println(summary(report));
      hints(report.outcomes());
    }
    if (report.moved() > 0) {
      out.printf(
          "Read again, as accounts.yaml puts their rows under another account now: %,d.%n",
          report.moved());
    }
    if (report.unread() > 0) {
      out.printf("Files of earlier runs still to be read: %,d; see ops.file.%n", report.unread());
    }
  }

  /** What became of the files that hold persons. */
  void print(PersonFiles.Swept swept) {
    swept
        .removed()
        .forEach(
            path ->
                out.println(
                    Paragraph.wrap(path + " held persons and was removed: all of it is in.", "")));
    swept.left().forEach(left -> out.println(Paragraph.wrap(left.path() + " " + left.why(), "")));
  }

  private static TextTable table(List<FileOutcome> outcomes) {
    TextTable table =
        new TextTable(
            "File", "Format", "Lang", ">Read", ">Accepted", ">Rejected", ">Set aside", "Why");
    for (FileOutcome outcome : outcomes) {
      Recognition found = outcome.recognition();
      boolean isRead = outcome.counts() != null;
      String part = found == null || found.part().isEmpty() ? "" : " › " + found.part();
      table.row(
          outcome.file().path() + part,
          format(outcome),
          found == null ? "" : found.language(),
          isRead ? count(outcome.counts().read()) : "",
          isRead ? count(outcome.counts().accepted()) : "",
          isRead ? count(outcome.counts().rowsRejected()) : "",
          isRead ? count(outcome.counts().rowsSetAside()) : "",
          why(outcome));
    }
    return table;
  }

  private static String format(FileOutcome outcome) {
    if (outcome.status().equals("archive")) {
      return "opened";
    }
    Recognition found = outcome.recognition();
    return found != null && found.isRecognised() ? found.format().name() : "–";
  }

  private static String why(FileOutcome outcome) {
    if (outcome.sameAs() != null) {
      return "same content as " + outcome.sameAs();
    }
    List<String> reasons = new ArrayList<>(outcome.reasons());
    if (outcome.problem() != null) {
      reasons.add(outcome.problem());
    }
    return String.join(", ", reasons);
  }

  private static String count(long rows) {
    return "%,d".formatted(rows);
  }

  private static String summary(IngestReport report) {
    Map<String, Long> byStatus =
        report.outcomes().stream()
            .collect(Collectors.groupingBy(FileOutcome::status, Collectors.counting()));
    long rejected =
        report.outcomes().stream()
            .filter(o -> o.counts() != null)
            .mapToLong(o -> o.counts().rowsRejected())
            .sum();
    return "%,d rows accepted, %,d rejected; tables read %,d, same content %,d, unrecognised %,d, unreadable %,d."
        .formatted(
            report.rowsAccepted(),
            rejected,
            byStatus.getOrDefault("read", 0L),
            byStatus.getOrDefault("same_content", 0L),
            byStatus.getOrDefault("unrecognised", 0L),
            byStatus.getOrDefault("unreadable", 0L));
  }

  private static String headers(List<String> headers) {
    String shown =
        headers.stream()
            .limit(MOST_HEADERS)
            .map(Redaction::cover)
            .map(header -> header.length() <= 60 ? header : header.substring(0, 60) + "…")
            .collect(Collectors.joining(", "));
    int more = headers.size() - MOST_HEADERS;
    return more > 0 ? "%s and %,d more".formatted(shown, more) : shown;
  }

  private void hints(List<FileOutcome> outcomes) {
    List<String> hints = new ArrayList<>();
    for (FileOutcome outcome : outcomes) {
      if (outcome.sameAs() == null && outcome.problem() != null) {
        hints.add(outcome.file().path() + ": " + outcome.problem());
      }
      for (String remark : outcome.notationRemarks()) {
        hints.add(outcome.file().path() + ": " + remark);
      }
      Recognition found = outcome.recognition();
      if (found != null && found.isRecognised() && !found.unknown().isEmpty()) {
        hints.add(
            "%s: headers nobody knows, left out: %s"
                .formatted(outcome.file().path(), headers(found.unknown())));
      }
    }
    outcomes.stream()
        .filter(
            o -> o.counts() != null && Section.UNNAMED_ACCOUNT.equals(o.counts().givenAccount()))
        .map(o -> o.recognition().format().channel())
        // A table of many channels, or of none, has no account that could be listed.
        .filter(Objects::nonNull)
        .distinct()
        .forEach(
            channel ->
                hints.add(
                    "%s: the export names no account, so its rows stand under '%s'. List the account in accounts.yaml."
                        .formatted(channel, Section.UNNAMED_ACCOUNT)));
    hints.stream().limit(MOST_HINTS).forEach(hint -> out.println("  " + hint));
    if (hints.size() > MOST_HINTS) {
      out.printf("  and %,d more; see ops.file.%n", hints.size() - MOST_HINTS);
    }
    if (outcomes.stream().anyMatch(o -> o.counts() != null && o.counts().rowsRejected() > 0)) {
      out.println("  Rejected rows, with line and reason, are in ops.rejected_row.");
    }
  }
}
