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
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rackvidd.yaml.StrictYaml;

/**
 * What one kind of export looks like and what its columns mean: the content of {@code
 * exports/<platform>_<export>.yaml}, or of a file in the user's {@code mappings/}.
 *
 * @param name {@code <platform>_<export>}
 * @param row what one row is
 * @param certainty A (read off real files) to D (general knowledge)
 * @param channel channel of the facts
 * @param intake what the rows become: post, ad, account_day and so on
 * @param document where it is found; null for a table in text or in a workbook alike
 * @param stacked whether a text file holds several such tables, one below the other
 * @param explode of records: the list whose elements become rows of their own, below the record's
 * @param timeZone zone of the wall times in the file
 * @param sheets names of the sheets it is found in, as a hint
 * @param columns by intake column, or by a helper name that starts with an underscore
 * @param metrics columns of which each becomes one fact: by metric for accounts and audiences, by
 *     event, with its moment in the cell, for persons
 * @param spread column whose values stand in the header: each header that is no column is one, and
 *     the cells below it are its figures
 * @param setAside rows that are no data, the first rule that fits counts
 * @param ignore headers known and deliberately not used; a trailing star is a wildcard
 * @param changes what the platform renamed or began to count otherwise
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
    boolean stacked,
    String explode,
    String timeZone,
    List<String> sheets,
    Signature recognise,
    Map<String, ColumnRule> columns,
    Map<String, ColumnRule> metrics,
    String spread,
    List<SetAside> setAside,
    List<String> ignore,
    List<Change> changes,
    List<String> traps)
    implements Serializable {

  /** What kind of file holds it. */
  public enum Kind {
    /** CSV and its kin. */
    TEXT,
    /** A sheet of an .xls or .xlsx file. */
    WORKBOOK,
    /** JSON or Parquet, whose columns are named by their paths. */
    RECORDS;

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
   * @param titled column of whose words one must stand alone in the row above the header
   * @param sheet regular expression that is found in the name of the sheet
   */
  public record Signature(
      List<String> all,
      List<List<String>> any,
      List<String> none,
      boolean nothingElse,
      String titled,
      String sheet)
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
   * @param other canonical value of every other word, or {@code *} where such a word stands for
   *     itself; without it an unknown word rejects the row
   * @param fallbacks where the value comes from when the file has none of its own, in order
   * @param instead column whose value, where present, takes the place of this one's
   * @param idTime id that carries the moment
   * @param signed whether a negative figure is meant
   * @param dimension whether it is a dimension of an ad breakdown
   * @param personal whether it may name a person: never stored, never shown
   * @param space of a person's id: what it is an id of, such as email or matomo
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
      String space,
      @JsonProperty("default") String constant)
      implements Serializable {
    public ColumnRule {
      headers = headers == null ? Map.of() : new LinkedHashMap<>(headers);
      patterns = orEmpty(patterns);
      values = values == null ? Map.of() : new LinkedHashMap<>(values);
      fallbacks = orEmpty(fallbacks);
    }

    ColumnRule withHeader(String language, String header) {
      return with(added(headers, language, header), values);
    }

    ColumnRule withWord(String value, String word) {
      return with(headers, added(values, value, word));
    }

    private static Map<String, List<String>> added(
        Map<String, List<String>> map, String key, String text) {
      Map<String, List<String>> all = new LinkedHashMap<>(map);
      List<String> texts = new ArrayList<>(all.getOrDefault(key, List.of()));
      texts.add(text);
      all.put(key, texts);
      return all;
    }

    private ColumnRule with(
        Map<String, List<String>> newHeaders, Map<String, List<String>> newValues) {
      return new ColumnRule(
          newHeaders,
          type,
          patterns,
          newValues,
          other,
          fallbacks,
          instead,
          idTime,
          signed,
          dimension,
          personal,
          space,
          constant);
    }
  }

  /**
   * A second source of a value.
   *
   * @param column another column
   * @param pattern its first group is cut out of that column; without it, the whole is taken
   * @param path its first group is cut out of the file's path
   * @param columns other columns, joined by {@code glue} as far as they have a value
   * @param glue what stands between them, a hyphen unless it is given
   * @param above its first group is cut out of what stands above the header, nearest first
   * @param parameter campaign parameter that is taken out of that column's link; also page, host or
   *     click_id
   * @param dayBefore whether the path or the line above states the day after the one that is meant,
   *     as the end of a period that does not belong to it
   * @param observed whether the day of the export is taken
   * @param line whether the row's line is taken: an id for files that bring none and are never
   *     exported again, since two such files of one account would fall together
   */
  public record Fallback(
      String column,
      String pattern,
      List<String> columns,
      String glue,
      String path,
      String above,
      String parameter,
      boolean dayBefore,
      boolean observed,
      boolean line)
      implements Serializable {
    public Fallback {
      columns = orEmpty(columns);
      glue = glue == null ? "-" : glue;
    }

    /**
     * @param texts what stands above the header, nearest first
     */
    Optional<String> fromAbove(List<String> texts) {
      return above == null
          ? Optional.empty()
          : texts.stream()
              .map(Pattern.compile(above)::matcher)
              .filter(Matcher::find)
              .map(matcher -> matcher.group(1))
              .findFirst();
    }
  }

  /**
   * Something the platform renamed or began to count otherwise.
   *
   * @param when a day, month or year, as well as it is known
   * @param what what it was before, what it is since, and what that means for the figures
   */
  public record Change(String when, String what) implements Serializable {}

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
    recognise = recognise == null ? new Signature(null, null, null, false, null, null) : recognise;
    columns = columns == null ? Map.of() : new LinkedHashMap<>(columns);
    metrics = metrics == null ? Map.of() : new LinkedHashMap<>(metrics);
    setAside = orEmpty(setAside);
    ignore = orEmpty(ignore);
    changes = orEmpty(changes);
    traps = orEmpty(traps);
  }

  /** Whether it may be found in a document of that kind. */
  public boolean isFoundIn(Kind kind) {
    return document == null ? kind != Kind.RECORDS : document == kind;
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

  /** All headers it knows and reads. */
  Stream<String> headers() {
    return Stream.of(columns, metrics)
        .flatMap(rules -> rules.values().stream())
        .flatMap(rule -> rule.headers().values().stream())
        .flatMap(List::stream);
  }

  /** The languages whose headers are known. */
  public List<String> languages() {
    TreeSet<String> languages = new TreeSet<>();
    columns.values().forEach(rule -> languages.addAll(rule.headers().keySet()));
    metrics.values().forEach(rule -> languages.addAll(rule.headers().keySet()));
    return List.copyOf(languages);
  }

  private ExportFormat withName(String newName) {
    return with(newName, columns, metrics);
  }

  /** The rule of a column or metric, or null where it has none of that name. */
  ColumnRule rule(String column) {
    ColumnRule rule = columns.get(column);
    return rule == null ? metrics.get(column) : rule;
  }

  /** The same format with another rule for one of its columns or metrics. */
  ExportFormat withRule(String column, UnaryOperator<ColumnRule> change) {
    Map<String, ColumnRule> newColumns = new LinkedHashMap<>(columns);
    Map<String, ColumnRule> newMetrics = new LinkedHashMap<>(metrics);
    newColumns.computeIfPresent(column, (name, rule) -> change.apply(rule));
    newMetrics.computeIfPresent(column, (name, rule) -> change.apply(rule));
    return with(name, newColumns, newMetrics);
  }

  private ExportFormat with(
      String newName, Map<String, ColumnRule> newColumns, Map<String, ColumnRule> newMetrics) {
    return new ExportFormat(
        newName,
        description,
        source,
        row,
        certainty,
        channel,
        intake,
        document,
        stacked,
        explode,
        timeZone,
        sheets,
        recognise,
        newColumns,
        newMetrics,
        spread,
        setAside,
        ignore,
        changes,
        traps);
  }

  private static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : new ArrayList<>(list);
  }
}
