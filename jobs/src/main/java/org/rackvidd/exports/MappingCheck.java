package org.rackvidd.exports;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.rackvidd.exports.ExportFormat.ColumnRule;
import org.rackvidd.exports.ExportFormat.Fallback;
import org.rackvidd.links.CampaignLink;
import org.rackvidd.yaml.YamlLines;

/** Whether the description of a format fits together: names every fault, with its line. */
final class MappingCheck {
  /** What a link may be asked for beside its campaign parameters. */
  private static final Set<String> PARTS = Set.of("page", "host", "click_id");

  /** Ids that single persons could be found by. */
  private static final Set<String> HASHED = Set.of("person", "session", "source_event_id");

  /** Addresses, in which people's data may stand, and which are stored only in part. */
  private static final Set<String> OF_LINKS = Set.of("page", "referrer_host", "click_id");

  private final String file;
  private final YamlLines lines;
  private final ExportFormat format;
  private final Intake intake;
  private final Map<String, ColumnRule> rules = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();

  private MappingCheck(String file, YamlLines lines, ExportFormat format, Intake intake) {
    this.file = file;
    this.lines = lines;
    this.format = format;
    this.intake = intake;
    rules.putAll(format.columns());
    rules.putAll(format.metrics());
  }

  /**
   * The faults as sentences with file and line, none if it can be used.
   *
   * @param file as messages call it
   * @param yaml the text of which the format was read
   */
  static List<String> problems(
      String file, String yaml, ExportFormat format, Map<String, Intake> intakes) {
    YamlLines lines = YamlLines.of(yaml);
    Intake intake = intakes.get(format.intake());
    var check = new MappingCheck(file, lines, format, intake);
    if (intake == null) {
      check.problem("intake must be one of %s".formatted(names(intakes.keySet())), "intake");
    } else {
      check.all();
    }
    return check.problems;
  }

  private void all() {
    checkWhole();
    checkNames("recognise", format.recognise().all(), "recognise", "all");
    format.recognise().any().forEach(group -> checkNames("recognise", group, "recognise", "any"));
    checkNames("recognise", format.recognise().none(), "recognise", "none");
    for (int i = 0; i < format.setAside().size(); i++) {
      ExportFormat.SetAside rule = format.setAside().get(i);
      List<String> columns = rule.column() == null ? rule.blank() : List.of(rule.column());
      checkNames("set_aside", columns, "set_aside", Integer.toString(i));
    }
    format.columns().forEach((name, rule) -> checkColumn("columns", name, rule));
    format.metrics().forEach((name, rule) -> checkMetric(name, rule));
  }

  private void checkWhole() {
    if (format.timeZone() != null) {
      try {
        ZoneId.of(format.timeZone());
      } catch (DateTimeException e) {
        problem("the time_zone '%s' is no IANA zone".formatted(format.timeZone()), "time_zone");
      }
    }
    boolean hasChannel = format.channel() != null || format.columns().containsKey("channel");
    if (!hasChannel && !intake.isAboutPersons()) {
      problem("channel is missing; add it, as channel: linkedin");
    }
    for (List<String> group : intake.key()) {
      if (group.stream().noneMatch(this::isFilled)) {
        problem(
            "%s rows need %s; add it to columns"
                .formatted(intake.name(), String.join(" or ", group)),
            "columns");
      }
    }
    if (format.spread() != null && !format.columns().containsKey(format.spread())) {
      problem("spread names no column: %s".formatted(format.spread()), "spread");
    }
    if (!format.metrics().isEmpty() && !holdsMetrics()) {
      problem("%s rows have no metrics; name columns".formatted(intake.name()), "metrics");
    }
  }

  private boolean holdsMetrics() {
    return intake.isAboutPersons() || intake.slots().containsKey("metric");
  }

  private boolean isFilled(String column) {
    boolean byDimension =
        column.equals("dimension")
            && rules.values().stream().anyMatch(rule -> rule != null && rule.dimension());
    boolean byMetric = !format.metrics().isEmpty() && RowReader.BY_METRIC.contains(column);
    return format.columns().containsKey(column) || byMetric || byDimension;
  }

  private void checkMetric(String name, ColumnRule rule) {
    if (rule != null && !rule.fallbacks().isEmpty()) {
      problem("the metric %s can only have headers".formatted(name), "metrics", name, "else");
    }
    checkRule("metrics", name, rule);
  }

  private void checkColumn(String section, String name, ColumnRule rule) {
    if (!name.startsWith("_") && !intake.slots().containsKey(name)) {
      problem(
          "%s rows have no column %s; they have %s, and helpers begin with _"
              .formatted(intake.name(), name, names(List.of(intake.columns().fieldNames()))),
          section,
          name);
    }
    checkRule(section, name, rule);
    if (rule != null && intake.isAboutPersons()) {
      checkPersonal(section, name, rule);
    }
  }

  /** What stands in an export about persons must not reach the lake as it stands. */
  private void checkPersonal(String section, String name, ColumnRule rule) {
    if (HASHED.contains(name) && rule.type() != ValueType.PERSON && rule.constant() == null) {
      problem(
          "%s must be hashed; add type: person and space:".formatted(name), section, name, "type");
    }
    if (OF_LINKS.contains(name) && !rule.headers().isEmpty()) {
      problem(
          "%s must be taken out of a link, as else: [{column: _link, parameter: %s}]"
              .formatted(name, name.equals("referrer_host") ? "host" : name),
          section,
          name,
          "headers");
    }
  }

  private void checkRule(String section, String name, ColumnRule rule) {
    if (rule == null) {
      problem("%s says nothing; give it headers, else or default".formatted(name), section, name);
      return;
    }
    if (rule.type() == ValueType.PERSON && rule.space() == null) {
      problem(
          "%s lacks space: what its ids are ids of, such as email".formatted(name), section, name);
    }
    for (int i = 0; i < rule.patterns().size(); i++) {
      checkDatePattern(rule.patterns().get(i), section, name, "patterns", Integer.toString(i));
    }
    checkNames(name, known(rule.instead()), section, name, "instead");
    if (rule.idTime() != null) {
      checkNames(name, known(rule.idTime().column()), section, name, "id_time");
    }
    for (int i = 0; i < rule.fallbacks().size(); i++) {
      checkFallback(name, rule.fallbacks().get(i), section, name, "else", Integer.toString(i));
    }
  }

  private void checkFallback(String name, Fallback fallback, String... place) {
    checkNames(name, known(fallback.column()), place);
    checkNames(name, fallback.columns(), place);
    String parameter = fallback.parameter();
    if (parameter != null
        && !PARTS.contains(parameter)
        && !CampaignLink.PARAMETERS.contains(parameter)) {
      List<String> all =
          Stream.concat(PARTS.stream().sorted(), CampaignLink.PARAMETERS.stream()).toList();
      problem("a link has no parameter %s; there are %s".formatted(parameter, names(all)), place);
    }
    if (parameter != null && fallback.column() == null) {
      problem("the parameter of %s needs the column of its link".formatted(name), place);
    }
    checkRegex(fallback.pattern(), 0, place);
    checkRegex(fallback.path(), 1, place);
    checkRegex(fallback.above(), 1, place);
  }

  private void checkRegex(String regex, int groups, String... place) {
    if (regex == null) {
      return;
    }
    try {
      if (Pattern.compile(regex).matcher("").groupCount() < groups) {
        problem("'%s' has no (group) that says what is cut out".formatted(regex), place);
      }
    } catch (PatternSyntaxException e) {
      problem("'%s' is no regular expression: %s".formatted(regex, e.getDescription()), place);
    }
  }

  private void checkDatePattern(String pattern, String... place) {
    try {
      new TimeText(List.of(pattern), ZoneOffset.UTC);
    } catch (IllegalArgumentException e) {
      problem("'%s' is no pattern of a date: %s".formatted(pattern, e.getMessage()), place);
      return;
    }
    if (!pattern.startsWith("epoch_") && pattern.replaceAll("'[^']*'", "").indexOf('y') >= 0) {
      // To Java, y is the year of an era that no export names.
      problem("'%s' must write the year as uuuu".formatted(pattern), place);
    }
  }

  private void checkNames(String who, List<String> columns, String... place) {
    for (String column : columns) {
      if (!rules.containsKey(column)) {
        problem(
            "%s names a column %s that is none; there are %s"
                .formatted(who, column, names(rules.keySet())),
            place);
      }
    }
  }

  private static List<String> known(String column) {
    return column == null ? List.of() : List.of(column);
  }

  private static String names(Iterable<String> names) {
    return String.join(", ", names);
  }

  private void problem(String sentence, String... place) {
    problems.add("%s:%d: %s".formatted(file, lines.of(place), sentence));
  }
}
