package org.rackvidd.exports;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rackvidd.exports.ExportFormat.ColumnRule;
import org.rackvidd.links.CampaignValue;

/** One column of a section, ready to be read: where its cells are and what its text means. */
final class Field {
  /** Above 2 to the power of 53, some 9 quadrillion, a number with decimals is no longer exact. */
  private static final Pattern DAMAGED_ID =
      Pattern.compile("-?\\d(?:[.,]\\d+)?[Ee]\\+?\\d+|(?:9\\d{15}|\\d{17,})[.,]0");

  /** What a spreadsheet shows instead of a value. */
  private static final Set<String> ERRORS =
      Set.of("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#CALC!");

  /** What an id is put into so that spreadsheets leave it alone, and what they make of one. */
  private static final Pattern DISGUISED_ID =
      Pattern.compile("=\"([^\"]*)\"|'([^']*)|(\\d{1,15}|[1-8]\\d{15})[.,]0");

  private static final int KEPT_DIGITS = 15;

  /** So many zeros at the end of a longer id are no chance: one in ten thousand has them. */
  private static final int CERTAIN = 4;

  final String name;
  final int slot;
  final ValueType type;
  final ColumnRule rule;
  final int[] cells;
  final TimeText times;
  final List<Source> sources = new ArrayList<>();
  final List<Field> persons = new ArrayList<>();
  Field instead;

  /** Whether a column of text takes it. */
  boolean isText;

  Field idField;
  String constant;

  /** Whether the constant is the platform's word, such as a title above the header. */
  private boolean isWord;

  /** The constant as it is stored in every row; null where rows may differ. */
  byte[] everyRow;

  private static final String ITSELF = "*";

  /** Whether nothing but its own cells gives it a value, as it stands there. */
  boolean plain;

  private static final int MOST_REMEMBERED = 1000;

  private final Map<String, String> values = new HashMap<>();
  private final Map<String, String> remembered = new HashMap<>();

  Field(
      String name, int slot, ValueType type, ColumnRule rule, List<Integer> cells, TimeText times) {
    this.name = name;
    this.slot = slot;
    this.type = type;
    this.rule = rule;
    this.cells = cells.stream().mapToInt(Integer::intValue).toArray();
    this.times = times;
    this.constant = rule.constant();
    rule.values()
        .forEach(
            (canonical, words) -> {
              values.put(HeaderName.normal(canonical), canonical);
              words.forEach(word -> values.put(HeaderName.normal(word), canonical));
            });
  }

  static TimeText times(
      ColumnRule rule, ValueType type, String pattern, DayOrder order, ZoneId zone) {
    if (type != ValueType.DATE && type != ValueType.TIME) {
      return null;
    }
    List<String> patterns = pattern == null ? rule.patterns() : List.of(pattern);
    return new TimeText(patterns.isEmpty() ? List.of("uuuu-M-d") : patterns, order, zone);
  }

  /** Called when all rules are known. */
  void complete() {
    isWord = constant != null && !values.isEmpty() && !constant.equals(rule.constant());
    boolean same =
        !isWord && constant != null && cells.length == 0 && sources.isEmpty() && instead == null;
    if (same && type == ValueType.TEXT) {
      everyRow = constant.getBytes(StandardCharsets.UTF_8);
    }
    plain =
        sources.isEmpty()
            && instead == null
            && values.isEmpty()
            && constant == null
            && type != ValueType.CAMPAIGN;
  }

  /** Whether no row can ever give it a value. */
  boolean saysNothing() {
    return plain && cells.length == 0 && persons.isEmpty();
  }

  /** The cell that {@link #text} would give as it stands; -1 where it must be asked. */
  int direct(Cells row) throws BadRow {
    if (instead != null) {
      int cell = instead.direct(row);
      if (cell >= 0 || instead.text(row) != null) {
        return cell;
      }
    }
    int cell = values.isEmpty() && type != ValueType.CAMPAIGN ? cell(row) : -1;
    boolean isOther =
        cell >= 0
            && type == ValueType.ID
            && (isDamaged(row, cell) || isDisguised(row, cell) || isRounded(row, cell, 1));
    return isOther ? -1 : cell;
  }

  /** The cell that speaks for the field in this row, or -1; two that disagree reject the row. */
  int cell(Cells row) throws BadRow {
    int found = -1;
    for (int cell : cells) {
      if (cell >= row.size() || isMissing(row, cell)) {
        continue;
      }
      if (type == ValueType.TEXT && isError(row, cell)) {
        // No words, and no name of anything.
        continue;
      }
      if (found < 0) {
        found = cell;
      } else if (!row.text(found).equals(row.text(cell))) {
        throw new BadRow(
            Reason.CONFLICTING_VALUES,
            "Two columns for %s hold different values: '%s' and '%s'."
                .formatted(name, shown(row.text(found)), shown(row.text(cell))));
      }
    }
    return found;
  }

  static boolean isMissing(Cells row, int cell) {
    int from = row.start(cell);
    int length = row.end(cell) - from;
    char[] chars = row.chars();
    return switch (length) {
      case 0 -> true;
      case 1 -> chars[from] == '-' || chars[from] == '\u2014' || chars[from] == '\u2013';
      case 2 ->
          chars[from] == '-' && chars[from + 1] == '-'
              || chars[from] == '\\' && chars[from + 1] == 'N';
      case 3 ->
          (chars[from] | 32) == 'n' && chars[from + 1] == '/' && (chars[from + 2] | 32) == 'a';
      // As databases write that there is nothing.
      case 4 -> new String(chars, from, length).equals("NULL");
      default -> false;
    };
  }

  /** Whether the id in the cell has become a rounded number, or a spreadsheet's error. */
  static boolean isDamaged(Cells row, int cell) {
    if (isError(row, cell)) {
      return true;
    }
    for (int i = row.start(cell); i < row.end(cell); i++) {
      char c = row.chars()[i];
      if ((c | 32) == 'e' || c == '.' || c == ',') {
        return DAMAGED_ID.matcher(row.text(cell)).matches();
      }
    }
    return false;
  }

  private static boolean isError(Cells row, int cell) {
    return row.chars()[row.start(cell)] == '#' && ERRORS.contains(row.text(cell));
  }

  /**
   * Whether a long number has nothing but zeros behind its fifteenth digit, as spreadsheets leave
   * it.
   *
   * @param least how many there must be
   */
  private static boolean isRounded(Cells row, int cell, int least) {
    int kept = row.start(cell) + KEPT_DIGITS;
    if (row.end(cell) - kept < least) {
      return false;
    }
    for (int i = row.start(cell); i < row.end(cell); i++) {
      char c = row.chars()[i];
      if (i < kept ? c < '0' || c > '9' : c != '0') {
        return false;
      }
    }
    return true;
  }

  private static boolean isDisguised(Cells row, int cell) {
    char[] chars = row.chars();
    char first = chars[row.start(cell)];
    int last = row.end(cell) - 1;
    boolean mayBe =
        first == '=' || first == '\'' || last > row.start(cell) && chars[last - 1] < '0';
    return mayBe && DISGUISED_ID.matcher(row.text(cell)).matches();
  }

  /** The id as it was before it was written so that a spreadsheet keeps it, or by one. */
  private static String undisguised(String id) {
    Matcher matcher = DISGUISED_ID.matcher(id);
    if (!matcher.matches()) {
      return id;
    }
    return Stream.of(matcher.group(1), matcher.group(2), matcher.group(3))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }

  /** The field's text in this row after all its rules, or null where nothing is known. */
  String text(Cells row) throws BadRow {
    if (instead != null) {
      String text = instead.text(row);
      if (text != null) {
        return text;
      }
    }
    int cell = cell(row);
    String own = cell < 0 ? null : row.text(cell);
    if (own != null && type == ValueType.ID) {
      own = undisguised(own);
      own = own.isEmpty() ? null : own;
    }
    boolean isId = cell >= 0 && type == ValueType.ID;
    boolean damaged = isId && (isDamaged(row, cell) || isRounded(row, cell, CERTAIN));
    boolean doubtful = isId && isRounded(row, cell, 1);
    if (own != null && !damaged && !doubtful && saysSomething(own)) {
      return translated(own);
    }
    for (Source source : sources) {
      String text = source.text(row);
      boolean isOfOwn = !doubtful || text != null && text.startsWith(own.substring(0, KEPT_DIGITS));
      if (text != null && isOfOwn && saysSomething(text)) {
        return translated(text);
      }
    }
    if (doubtful && !damaged) {
      return translated(own);
    }
    if (damaged) {
      throw new BadRow(
          Reason.DAMAGED_ID,
          "A spreadsheet has made '%2$s' of %1$s, and the row has no link to repair it from."
              .formatted(name, own));
    }
    return isWord ? translated(constant) : constant;
  }

  /** A campaign's (not set) leaves the word to the next source. */
  private boolean saysSomething(String text) {
    return type != ValueType.CAMPAIGN || CampaignValue.clean(text) != null;
  }

  /** The canonical value of one of the platform's words. */
  String translated(String text) throws BadRow {
    if (values.isEmpty()) {
      return text;
    }
    String value = remembered.get(text);
    if (value != null) {
      return value;
    }
    value = values.getOrDefault(HeaderName.normal(text), rule.other());
    value = ITSELF.equals(value) ? text : value;
    if (value != null && remembered.size() < MOST_REMEMBERED) {
      remembered.put(text, value);
    }
    if (value == null) {
      throw new BadRow(Reason.UNKNOWN_VALUE, "'%s' is no known %s.".formatted(shown(text), name));
    }
    return value;
  }

  static String shown(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }
}
