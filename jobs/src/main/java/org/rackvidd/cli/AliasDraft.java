package org.rackvidd.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.rackvidd.exports.ExportFormat;
import org.rackvidd.exports.Recognition;

/**
 * The skeleton of an aliases.yaml for a table whose headers nobody knows: it names the columns that
 * are still to be found, and the headers to choose from. It guesses nothing.
 */
final class AliasDraft {
  private AliasDraft() {}

  /**
   * @param file name of the file, for the first line
   * @param near what the format and the table's headers have in common
   */
  static String of(String file, ExportFormat format, Recognition.Near near) {
    StringJoiner yaml = new StringJoiner("\n", "", "\n");
    yaml.add("# Made of " + comment(file) + ". Write the headers of the file into the brackets of")
        .add("# their columns, remove the lines left empty, and save it as aliases.yaml in the")
        .add("# configuration. Headers still to be placed:");
    near.strange().forEach(header -> yaml.add("#   " + quoted(header)));
    if (!near.missing().isEmpty()) {
      yaml.add("# The format needs: " + comment(String.join("; ", near.missing())));
    }
    yaml.add(format.name() + ":");
    List<String> columns = new ArrayList<>(format.columns().keySet());
    columns.addAll(format.metrics().keySet());
    for (String column : columns) {
      List<String> headers = headers(format, column);
      if (!headers.isEmpty() && headers.stream().noneMatch(near.matched()::contains)) {
        yaml.add("  %s: []  # %s".formatted(column, comment(String.join(" | ", headers))));
      }
    }
    return yaml.toString();
  }

  private static List<String> headers(ExportFormat format, String column) {
    ExportFormat.ColumnRule rule =
        format.columns().getOrDefault(column, format.metrics().get(column));
    return rule.headers().values().stream().flatMap(List::stream).limit(3).toList();
  }

  private static String comment(String text) {
    return text.replaceAll("\\s+", " ");
  }

  private static String quoted(String text) {
    return '"' + comment(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
