package org.rackvidd.exports;

import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a field's value comes from when it has no cell of its own, or an empty one. */
interface Source {
  Source LINE = row -> Long.toString(row.line());

  /** The text in this row, or null where there is none. */
  String text(Cells row) throws BadRow;

  /** Another field's text, or the part of it that the pattern's first group cuts out. */
  static Source cut(Field field, Pattern pattern) {
    return row -> {
      String text = field.text(row);
      if (text == null || pattern == null) {
        return text;
      }
      Matcher matcher = pattern.matcher(text);
      return matcher.find() ? matcher.group(matcher.groupCount()) : null;
    };
  }

  /** Several fields' texts as one, as far as they have any. */
  static Source join(List<Field> fields, String glue) {
    return row -> {
      StringJoiner joined = new StringJoiner(glue);
      boolean any = false;
      for (Field field : fields) {
        String text = field.text(row);
        if (text != null) {
          joined.add(text);
          any = true;
        }
      }
      return any ? joined.toString() : null;
    };
  }
}
