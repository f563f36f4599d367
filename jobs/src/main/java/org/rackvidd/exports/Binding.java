package org.rackvidd.exports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rackvidd.exports.ExportFormat.ColumnRule;

/**
 * Which cells of a header row are which columns of a format.
 *
 * @param cells by column or metric, the cells whose header names it, in file order
 * @param currency the code that stands in a header, or null
 * @param language the language most of the headers are in
 * @param unknown headers that are neither columns nor known to be left out
 */
record Binding(
    Map<String, List<Integer>> cells, String currency, String language, List<String> unknown) {

  /** The headers of one format, prepared for comparing. */
  static final class Headers {
    private static final String CURRENCY = "({currency})";

    private record Name(String column, String language) {}

    private record CurrencyName(Pattern pattern, Name name) {}

    private final Map<String, Name> names = new HashMap<>();
    private final List<CurrencyName> withCurrency = new ArrayList<>();
    private final Set<String> ignored = new HashSet<>();
    private final List<String> ignoredBeginnings = new ArrayList<>();
    private final String spread;

    Headers(ExportFormat format) {
      format.columns().forEach(this::add);
      format.metrics().forEach(this::add);
      format.ignore().forEach(header -> ignore(HeaderName.normal(header)));
      this.spread = format.spread();
    }

    private void ignore(String normal) {
      if (normal.endsWith("*")) {
        ignoredBeginnings.add(normal.substring(0, normal.length() - 1));
      } else {
        ignored.add(normal);
      }
    }

    private void add(String column, ColumnRule rule) {
      rule.headers()
          .forEach(
              (language, headers) ->
                  headers.forEach(header -> add(header, new Name(column, language))));
    }

    private void add(String header, Name name) {
      String normal = HeaderName.normal(header);
      if (normal.contains(CURRENCY)) {
        String regex = Pattern.quote(normal).replace(CURRENCY, "\\E\\(([a-z]{3})\\)\\Q");
        withCurrency.add(new CurrencyName(Pattern.compile(regex), name));
      } else {
        names.putIfAbsent(normal, name);
      }
    }

    private boolean isIgnored(String header) {
      if (ignored.contains(header)) {
        return true;
      }
      // No stream: a row of 16 384 cells is compared with every format.
      for (String beginning : ignoredBeginnings) {
        if (header.startsWith(beginning)) {
          return true;
        }
      }
      return false;
    }
  }

  /** Binds a row of headers; whether the row is a header row at all is not decided here. */
  static Binding of(Headers headers, List<String> row) {
    return of(headers, row, normal(row));
  }

  /** The cells of a row in the form in which headers are compared. */
  static List<String> normal(List<String> row) {
    return row.stream().map(HeaderName::normal).toList();
  }

  /**
   * As {@link #of(Headers, List)}, for a row that is compared with many formats.
   *
   * @param normal what {@link #normal} makes of the row
   */
  static Binding of(Headers headers, List<String> row, List<String> normal) {
    Map<String, List<Integer>> cells = new LinkedHashMap<>();
    Map<String, Integer> languages = new LinkedHashMap<>();
    List<String> unknown = new ArrayList<>();
    String currency = null;
    for (int i = 0; i < row.size(); i++) {
      String header = normal.get(i);
      if (header.isEmpty() && !headers.names.containsKey(header)) {
        continue;
      }
      Headers.Name name = headers.names.get(header);
      for (var candidate : headers.withCurrency) {
        // A currency stands in brackets, which few headers have.
        Matcher matcher =
            name == null && header.indexOf('(') >= 0 ? candidate.pattern().matcher(header) : null;
        if (matcher != null && matcher.matches()) {
          String found = matcher.group(1).toUpperCase(Locale.ROOT);
          // A row has one currency: amounts in a second one are left out, and said to be.
          name = currency == null || currency.equals(found) ? candidate.name() : null;
          currency = currency == null ? found : currency;
        }
      }
      if (name != null) {
        cells.computeIfAbsent(name.column(), k -> new ArrayList<>()).add(i);
        languages.merge(name.language(), 1, Integer::sum);
      } else if (headers.spread != null) {
        cells.computeIfAbsent(headers.spread, k -> new ArrayList<>()).add(i);
      } else if (!headers.isIgnored(header)) {
        unknown.add(row.get(i));
      }
    }
    String language =
        languages.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse("");
    return new Binding(cells, currency, language, unknown);
  }

  boolean has(String column) {
    return cells.containsKey(column);
  }

  /** How many of the header's cells are understood. */
  int size() {
    return cells.values().stream().mapToInt(List::size).sum();
  }
}
