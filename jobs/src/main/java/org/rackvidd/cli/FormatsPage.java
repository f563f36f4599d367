package org.rackvidd.cli;

import java.util.List;
import java.util.StringJoiner;
import org.rackvidd.exports.ExportFormat;

/** The export formats as a page of Markdown: docs/FORMATS.md. */
final class FormatsPage {
  private FormatsPage() {}

  static String of(List<ExportFormat> formats) {
    StringJoiner page = new StringJoiner("\n", "", "\n");
    page.add("# Export formats")
        .add("")
        .add("Made from `jobs/src/main/resources/exports`; do not edit. Renew with")
        .add("`bin/rackvidd formats --markdown > docs/FORMATS.md`.")
        .add("`bin/rackvidd formats FORMAT` shows every header of one of them.")
        .add("")
        .add(
            "Certainty: A, read off real exported files; B, two or more independent parsers agree;")
        .add("C, one parser or vendor document; D, general knowledge.")
        .add("")
        .add("| Format | Platform | Export | Header languages | Certainty | One row is |")
        .add("|---|---|---|---|---|---|");
    for (ExportFormat format : formats) {
      page.add(
          "| [%s](#%s) | %s | %s | %s | %s | %s |"
              .formatted(
                  format.name(),
                  format.name(),
                  format.channel() == null ? "–" : format.channel(),
                  MarkdownCell.of(format.source()),
                  String.join(", ", format.languages()),
                  format.certainty(),
                  MarkdownCell.of(format.row())));
    }
    formats.forEach(format -> add(format, page));
    return page.toString();
  }

  private static void add(ExportFormat format, StringJoiner page) {
    page.add("").add("## " + format.name()).add("").add(format.description());
    if (!format.changes().isEmpty()) {
      page.add("").add("Changed by the platform:").add("");
      format
          .changes()
          .forEach(change -> page.add("* " + change.when() + ": " + oneLine(change.what())));
    }
    if (!format.traps().isEmpty()) {
      page.add("").add("Traps, all handled or named:").add("");
      format.traps().forEach(trap -> page.add("* " + oneLine(trap)));
    }
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
