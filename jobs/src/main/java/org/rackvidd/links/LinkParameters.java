package org.rackvidd.links;

/** Collects the parameters of one link, in whatever order and disguise they come. */
final class LinkParameters {
  final String[] values = new String[LinkKey.PARAMETERS.size()];
  // One bit per parameter.
  int conflicts;
  int macros;
  String clickIdKind;

  private final int[] ranks = new int[LinkKey.PARAMETERS.size()];

  /** Reads a query, or a fragment, or both with the # between them. */
  void read(String text, int from, int end) {
    read(text, from, end, true);
  }

  private void read(String text, int from, int end, boolean mayBeEscaped) {
    int start = from;
    int equals = -1;
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (c == '=' && equals < 0) {
        equals = i;
      } else if (c == '&'
          || c == '#'
          || ((c == '?' || c == ';') && LinkKey.startsAt(text, i + 1, end))) {
        segment(text, start, equals, i, mayBeEscaped);
        start = i + 1;
        equals = -1;
      }
    }
    segment(text, start, equals, end, mayBeEscaped);
  }

  /** Takes from another link what this one does not state. */
  void fillFrom(LinkParameters other) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] == null) {
        values[i] = other.values[i];
        conflicts |= other.conflicts & 1 << i;
      }
    }
    macros |= other.macros;
    clickIdKind = clickIdKind == null ? other.clickIdKind : clickIdKind;
  }

  private void segment(String text, int from, int equals, int end, boolean mayBeEscaped) {
    if (from == end) {
      return;
    }
    int start = startOfKey(text, from, end);
    if (equals < 0) {
      // A whole query that was escaped: "?utm_source%3Dfb%26utm_medium%3Dcpc".
      if (mayBeEscaped && hasEscapedEquals(text, start, end)) {
        String plain = Escapes.once(text.substring(start, end));
        read(plain, 0, plain.length(), false);
      }
      return;
    }
    LinkKey key = key(text, start, equals);
    if (key != null) {
      take(key, text, equals + 1, end);
    }
  }

  /** Behind what editors and single-page applications put before a name. */
  private static int startOfKey(String text, int from, int end) {
    int start = from;
    while (start < end) {
      char c = text.charAt(start);
      if (c <= ' ' || c == '?' || c == '!' || c == '/') {
        start++;
      } else if (c == 'a' && text.startsWith("amp;", start)) {
        start += 4;
      } else if (c == '%' && text.regionMatches(true, start, "%3F", 0, 3)) {
        start += 3;
      } else {
        break;
      }
    }
    return Math.min(start, end);
  }

  private static boolean hasEscapedEquals(String text, int from, int end) {
    for (int i = from; i + 2 < end; i++) {
      if (text.charAt(i) == '%'
          && text.charAt(i + 1) == '3'
          && (text.charAt(i + 2) | 0x20) == 'd') {
        return true;
      }
    }
    return false;
  }

  private static LinkKey key(String text, int from, int to) {
    LinkKey key = LinkKey.find(text, from, to);
    if (key != null || to - from > 3 * 24) {
      return key;
    }
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '%' || c <= ' ') {
        String name = Escapes.once(text.substring(from, to)).strip();
        return LinkKey.find(name, 0, name.length());
      }
    }
    return null;
  }

  private void take(LinkKey key, String text, int from, int to) {
    // "%%campaign%%" has to be seen before %ca is taken for a letter.
    boolean macro = text.startsWith("%%", from) && CampaignValue.hasMacro(text.substring(from, to));
    String value = macro ? "" : CampaignValue.tidy(Escapes.value(text, from, to));
    macro |= CampaignValue.hasMacro(value);
    boolean absent = macro || CampaignValue.isNothing(value);
    if (key.isClickId()) {
      clickIdKind = absent ? clickIdKind : key.name();
      return;
    }
    int parameter = key.parameter();
    if (macro) {
      macros |= 1 << parameter;
    }
    if (absent) {
      return;
    }
    if (values[parameter] == null || key.rank() < ranks[parameter]) {
      values[parameter] = value;
      ranks[parameter] = key.rank();
      conflicts &= ~(1 << parameter);
    } else if (key.rank() == ranks[parameter] && !value.equals(values[parameter])) {
      conflicts |= 1 << parameter;
    }
  }
}
