package org.rackvidd.configuration;

import static org.rackvidd.configuration.Invariants.require;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Own header names for columns of export formats, from {@code aliases.yaml}. Whether such a format
 * and column exist is for the reader of exports to say, with the file and line of the alias.
 *
 * @param all in the order of the file
 */
public record Aliases(List<Alias> all) implements Serializable {
  public Aliases {
    all = List.copyOf(all);
  }

  /** No own header names. */
  public static Aliases none() {
    return new Aliases(List.of());
  }

  /** The headers by format and column, in the order of the file. */
  public Map<String, Map<String, List<String>>> byFormat() {
    Map<String, Map<String, List<String>>> headers = new LinkedHashMap<>();
    for (Alias alias : all) {
      headers
          .computeIfAbsent(alias.format(), format -> new LinkedHashMap<>())
          .computeIfAbsent(alias.column(), column -> new ArrayList<>())
          .add(alias.header());
    }
    return headers;
  }

  /**
   * One own header name.
   *
   * @param format the name of an export format
   * @param column a column of that format
   * @param header as it stands in the file that was exported
   * @param file where the alias is written, for messages
   * @param line in that file, from 1
   */
  public record Alias(String format, String column, String header, String file, int line)
      implements Serializable {
    public Alias {
      require(!header.isBlank(), "an alias is empty");
    }
  }
}
