package org.rackvidd.configuration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code aliases.yaml}. */
final class AliasesFile {
  private AliasesFile() {}

  /** The aliases that have no problem. */
  static Aliases read(Section file) {
    List<Aliases.Alias> aliases = new ArrayList<>();
    for (YamlNode.Entry format : file.entries()) {
      file.section(format).ifPresent(columns -> aliases.addAll(ofFormat(format.key(), columns)));
    }
    return new Aliases(aliases);
  }

  /** A header can be only one column of a format, a word only one value of a column. */
  private static List<Aliases.Alias> ofFormat(String format, Section columns) {
    List<Aliases.Alias> aliases = new ArrayList<>();
    Map<String, Integer> firstLines = new HashMap<>();
    for (YamlNode.Entry column : columns.entries()) {
      int point = column.key().indexOf('.');
      String scope = point < 0 ? "" : column.key().substring(0, point);
      for (YamlNode.Scalar header : columns.values(column)) {
        Integer first =
            firstLines.putIfAbsent(scope + '.' + Folding.fold(header.text()), header.line());
        if (header.text().isEmpty()) {
          columns.problem(header.line(), "a header of '%s' is empty; remove it", column.key());
        } else if (first != null) {
          columns.problem(
              header.line(),
              "the header '%s' of %s already stands on line %d; keep one",
              header.text(),
              format,
              first);
        } else {
          aliases.add(
              new Aliases.Alias(
                  format, column.key(), header.text(), columns.file(), header.line()));
        }
      }
    }
    return aliases;
  }
}
