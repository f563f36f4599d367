package org.rackvidd.cli;

import java.util.Collection;
import java.util.Map;
import java.util.StringJoiner;
import org.rackvidd.lake.ColumnSpec;
import org.rackvidd.lake.TableSpec;

/** The catalogue as a page of Markdown: docs/TABLES.md. */
final class TablesPage {
  private TablesPage() {}

  static String of(Collection<TableSpec> tables) {
    StringJoiner page = new StringJoiner("\n", "", "\n");
    page.add("# Tables")
        .add("")
        .add("Made from `jobs/src/main/resources/tables`; do not edit. Renew with")
        .add("`bin/rackvidd tables --markdown > docs/TABLES.md`.")
        .add("")
        .add("| Table | One row per |")
        .add("|---|---|");
    tables.forEach(
        table ->
            page.add(
                "| [%s](#%s) | %s |"
                    .formatted(
                        table.name(),
                        table.name().replace(".", ""),
                        String.join(", ", table.grain()))));
    tables.forEach(table -> add(table, page));
    return page.toString();
  }

  private static void add(TableSpec table, StringJoiner page) {
    page.add("")
        .add("## " + table.name())
        .add("")
        .add(table.description())
        .add("")
        .add("One row per " + String.join(", ", table.grain()) + ".")
        .add("")
        .add("| Column | Type | Meaning |")
        .add("|---|---|---|");
    for (ColumnSpec column : table.columns()) {
      page.add(
          "| %s | %s | %s |"
              .formatted(column.name(), column.type(), MarkdownCell.of(column.doc())));
    }
    add("Always true:", table.fail(), page);
    add("Reported when not true:", table.warn(), page);
  }

  private static void add(String heading, Map<String, String> checks, StringJoiner page) {
    if (checks.isEmpty()) {
      return;
    }
    page.add("").add(heading).add("");
    checks.forEach((name, sql) -> page.add("* %s: `%s`".formatted(name, sql)));
  }
}
