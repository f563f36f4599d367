package org.rackvidd.links;

import java.util.Locale;

/**
 * Where a link leads, and where in its text the parameters begin.
 *
 * @param host lower case, without port; null where the link names none
 * @param page see {@link CampaignLink#page()}
 * @param path where the path begins
 * @param rest where the parameters begin; the text's length where there are none
 */
record LinkAddress(String host, String page, int path, int rest) {
  /** With its equals sign, some of it escaped. */
  private static final int LONGEST_KEY = 40;

  static LinkAddress of(String text) {
    int scheme = endOfScheme(text);
    if (scheme > 0) {
      boolean isWeb = text.regionMatches(true, 0, "http", 0, 4);
      return absolute(text, scheme, isWeb);
    }
    if (text.startsWith("//")) {
      return absolute(text, 2, true);
    }
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '/', '?', '#' -> {
          return i == 0 || !isHostWithDots(text, i) ? relative(text) : absolute(text, 0, true);
        }
        case ':' -> {
          // "example.se:8080/", but not "mailto:", "tel:" or "about:"
          return isHostWithDots(text, i)
              ? absolute(text, 0, true)
              : new LinkAddress(null, null, text.length(), text.length());
        }
        case '=', '&' -> {
          return new LinkAddress(null, null, 0, 0);
        }
        default -> {}
      }
    }
    return isHostWithDots(text, text.length()) ? absolute(text, 0, true) : relative(text);
  }

  private static int endOfScheme(String text) {
    int colon = text.indexOf("://");
    if (colon <= 0 || colon > 20) {
      return 0;
    }
    for (int i = 0; i < colon; i++) {
      char c = text.charAt(i);
      if (c >= 0x80 || !(Character.isLetterOrDigit(c) || c == '-' || c == '+' || c == '.')) {
        return 0;
      }
    }
    return colon + 3;
  }

  private static LinkAddress absolute(String text, int start, boolean isWeb) {
    int path = start;
    while (path < text.length() && "/?#\\".indexOf(text.charAt(path)) < 0) {
      path++;
    }
    int rest = endOfPath(text, Math.min(path, text.length()));
    String authority = text.substring(start, Math.min(path, text.length()));
    authority = authority.substring(authority.lastIndexOf('@') + 1);
    int colon = authority.lastIndexOf(':');
    boolean hasPort = colon > authority.lastIndexOf(']');
    String host = host(hasPort ? authority.substring(0, colon) : authority);
    if (host == null) {
      return new LinkAddress(null, null, path, rest);
    }
    if (!isWeb) {
      return new LinkAddress(host, null, path, rest);
    }
    String port = hasPort ? port(authority.substring(colon + 1)) : "";
    String page = "https://" + host + port + PagePath.of(text.substring(path, rest));
    return new LinkAddress(host, page, path, rest);
  }

  private static LinkAddress relative(String text) {
    int rest = endOfPath(text, 0);
    String path = PagePath.of(text.substring(0, rest));
    // "//" would be a host.
    boolean isPath = path.startsWith("/") && !path.startsWith("//") && text.startsWith("/");
    String page = isPath ? path : null;
    return new LinkAddress(null, page, 0, rest);
  }

  /** At the query or the fragment, or where a campaign's parameters begin without a ?. */
  private static int endOfPath(String text, int from) {
    int end = text.length();
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (c == '?' || c == '#' || ((c == '&' || c == ';') && isKeyAt(text, i + 1))) {
        return i;
      }
      if (c == '%' && text.regionMatches(true, i, "%3F", 0, 3) && isKeyAt(text, i + 3)) {
        // An escaped ? in front of a campaign's parameters was meant to be one.
        return i;
      }
    }
    return end;
  }

  /** Whether a campaign's parameter begins here, as it is or with its equals sign escaped. */
  private static boolean isKeyAt(String text, int from) {
    if (LinkKey.startsAt(text, from, text.length())) {
      return true;
    }
    String next = text.substring(from, Math.min(text.length(), from + LONGEST_KEY));
    String plain = Escapes.path(next);
    return !plain.equals(next) && LinkKey.startsAt(plain, 0, plain.length());
  }

  private static boolean isHostWithDots(String text, int end) {
    String host = host(text.substring(0, end));
    return host != null && host.indexOf('.') > 0;
  }

  private static String host(String text) {
    String host = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    if (host.isEmpty() || host.charAt(0) == '.') {
      return null;
    }
    boolean isSixth = host.charAt(0) == '[' && host.endsWith("]");
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      boolean fits =
          isSixth
              ? "[]:.".indexOf(c) >= 0 || hexDigit(c)
              : Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_';
      if (!fits) {
        return null;
      }
    }
    return host.toLowerCase(Locale.ROOT);
  }

  private static boolean hexDigit(char c) {
    return c < 0x80 && Character.digit(c, 16) >= 0;
  }

  private static String port(String digits) {
    if (digits.isEmpty() || digits.length() > 5 || digits.equals("80") || digits.equals("443")) {
      return "";
    }
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
        return "";
      }
    }
    return ":" + digits;
  }
}
