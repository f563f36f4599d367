package org.rackvidd.exports;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.rackvidd.yaml.StrictYaml;

/**
 * What one kind of export looks like and what its columns mean: the content of {@code
 * exports/<platform>_<export>.yaml}, or of a file in the user's {@code mappings/}.
 *
 * @param name {@code <platform>_<export>}
 * @param row what one row is
 * @param certainty A (read off real files) to D (general knowledge)
 * @param channel channel of the facts
 * @param intake what the rows become: post, ad or account_day
 * @param document text (CSV and its kin) or workbook (xls, xlsx)
 * @param timeZone zone of the wall times in the file
 * @param sheets names of the sheets it is found in, as a hint
 * @param columns by intake column, or by a helper name that starts with an underscore
 * @param metrics for account_day: columns of which each becomes one fact, by metric
 * @param setAside rows that are no data, the first rule that fits counts
 * @param ignore headers known and deliberately not used; a trailing star is a wildcard
 * @param traps what is easily got wrong, for docs/FORMATS.md
 */
public record ExportFormat(
    String name,
    String description,
    String source,
    String row,
    String certainty,
    String channel,
    String intake,
    Kind document,
    String timeZone,
    List<String> sheets,
    Signature recognise,
    Map<String, ColumnRule> columns,
    Map<String, ColumnRule> metrics,
    List<SetAside> setAside,
    List<String> ignore,
    List<String> traps)
    implements Serializable {

  /** What kind of file holds it. */
  public enum Kind {
    TEXT,
    WORKBOOK;

    @JsonCreator
    static Kind of(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * The columns by which the format is told from all others.
   *
   * @param all each must be there
   * @param any of each group at least one must be there
   * @param none none of these may be there
   * @param nothingElse whether a header that is no column of the format rules it out
   */
  public record Signature(
      List<String> all, List<List<String>> any, List<String> none, boolean nothingElse)
      implements Serializable {
    public Signature {
      all = orEmpty(all);
      any = orEmpty(any);
      none = orEmpty(none);
    }
  }

  /**
   * How one column is found and read.
   *
   * @param headers header names by language
   * @param patterns java.time patterns of a date or time
   * @param values canonical value to the platform's words for it
   * @param other canonical value of every other word; without it an unknown word rejects the row
   * @param fallbacks where the value comes from when the file has none of its own, in order
   * @param instead column whose value, where present, takes the place of this one's
   * @param idTime id that carries the moment
   * @param signed whether a negative figure is meant
   * @param dimension whether it is a dimension of an ad breakdown
   * @param personal whether it may name a person: never stored, never shown
   * @param constant value of every row
   */
  public record ColumnRule(
      Map<String, List<String>> headers,
      ValueType type,
      List<String> patterns,
      Map<String, List<String>> values,
      String other,
      @JsonProperty("else") List<Fallback> fallbacks,
      String instead,
      IdTimeRule idTime,
      boolean signed,
      boolean dimension,
      boolean personal,
      @JsonProperty("default") String constant)
      implements Serializable {
    public ColumnRule {
      headers = headers == null ? Map.of() : new LinkedHashMap<>(headers);
      patterns = orEmpty(patterns);
      values = values == null ? Map.of() : new LinkedHashMap<>(values);
      fallbacks = orEmpty(fallbacks);
    }

    ColumnRule withHeaders(String language, List<String> more) {
      Map<String, List<String>> all = new LinkedHashMap<>(headers);
      List<String> names = new ArrayList<>(all.getOrDefault(language, List.of()));
      names.addAll(more);
      all.put(language, names);
      return new ColumnRule(
          all, type, patterns, values, other, fallbacks, instead, idTime, signed, dimension,
          personal, constant);
    }
  }

  /**
   * A second source of a value.
   *
   * @param column another column
   * @param pattern its first group is cut out of that column; without it, the whole is taken
   * @param path its first group is cut out of the file's path
   * @param line whether the row's line is taken: an id for files that bring none and are never
   *     exported again, since two such files of one account would fall together
   */
  public record Fallback(String column, String pattern, String path, boolean line)
      implements Serializable {}

  /**
   * @param column column that holds the id or a link with it
   */
  public record IdTimeRule(IdTime scheme, String column) implements Serializable {}

  /**
   * A row that is a total or a note rather than data.
   *
   * @param reason total, note, part_of_total and so on
   * @param values the column equals one of these
   * @param startsWith or begins with one of these
   * @param blank or all of these columns, as far as the file has them, are empty
   */
  public record SetAside(
      String reason,
      String column,
      List<String> values,
      List<String> startsWith,
      List<String> blank)
      implements Serializable {
    public SetAside {
      values = orEmpty(values);
      startsWith = orEmpty(startsWith);
      blank = orEmpty(blank);
    }
  }

  public ExportFormat {
    sheets = orEmpty(sheets);
    recognise = recognise == null ? new Signature(null, null, null, false) : recognise;
    columns = columns == null ? Map.of() : new LinkedHashMap<>(columns);
    metrics = metrics == null ? Map.of() : new LinkedHashMap<>(metrics);
    setAside = orEmpty(setAside);
    ignore = orEmpty(ignore);
    traps = orEmpty(traps);
  }

  /** The format of that name in the jar. */
  public static ExportFormat named(String name) {
    return StrictYaml.resource("exports/" + name + ".yaml", ExportFormat.class).withName(name);
  }

  /**
   * @throws JsonProcessingException where the text is not the description of a format
   */
  static ExportFormat read(String name, String yaml) throws JsonProcessingException {
    return StrictYaml.read(yaml, ExportFormat.class).withName(name);
  }

  /** The languages whose headers are known. */
  public List<String> languages() {
    TreeSet<String> languages = new TreeSet<>();
    columns.values().forEach(rule -> languages.addAll(rule.headers().keySet()));
    metrics.values().forEach(rule -> languages.addAll(rule.headers().keySet()));
    return List.copyOf(languages);
  }

  private ExportFormat withName(String newName) {
    return with(newName, columns);
  }

  /** The same format with further headers for one column. */
  ExportFormat withHeaders(String column, List<String> headers) {
    Map<String, ColumnRule> changed = new LinkedHashMap<>(columns);
    changed.computeIfPresent(column, (name, rule) -> rule.withHeaders("own", headers));
    return with(name, changed);
  }

  private ExportFormat with(String newName, Map<String, ColumnRule> newColumns) {
    return new ExportFormat(
        newName,
        description,
        source,
        row,
        certainty,
        channel,
        intake,
        document,
        timeZone,
        sheets,
        recognise,
        newColumns,
        metrics,
        setAside,
        ignore,
        traps);
  }

  private static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : new ArrayList<>(list);
  }
}
