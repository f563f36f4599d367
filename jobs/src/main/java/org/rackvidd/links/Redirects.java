package org.rackvidd.links;

import java.util.List;
import org.rackvidd.yaml.StrictYaml;

/** Links of platforms and mail filters that carry the link meant in a parameter. */
final class Redirects {
  private static final HostTable<Redirect> BY_HOST = load();

  private Redirects() {}

  /**
   * @param path how the path begins; null for any
   * @param parameters that may carry the target, in the order of their use
   */
  private record Redirect(List<String> hosts, String path, List<String> parameters) {}

  private record Document(List<Redirect> redirects) {}

  /** The link inside this one, null where it is no redirect. */
  static String target(String text, LinkAddress address) {
    Redirect redirect = address.host() == null ? null : BY_HOST.find(address.host());
    if (redirect == null
        || (redirect.path() != null && !text.startsWith(redirect.path(), address.path()))) {
      return null;
    }
    for (String parameter : redirect.parameters()) {
      String target = parameter(text, address.rest(), parameter);
      if (target != null) {
        return target;
      }
    }
    return null;
  }

  private static String parameter(String text, int from, String name) {
    int start = from;
    while (start < text.length()) {
      int end = text.indexOf('&', start + 1);
      end = end < 0 ? text.length() : end;
      // The separator itself is at the start.
      int value = start + 1 + name.length();
      if (text.startsWith("amp;", start + 1)) {
        value += 4;
      }
      if (value < end
          && text.charAt(value) == '='
          && text.regionMatches(true, value - name.length(), name, 0, name.length())) {
        return web(text.substring(value + 1, end));
      }
      start = end;
    }
    return null;
  }

  private static String web(String value) {
    String target = Escapes.once(value);
    if (target.regionMatches(true, 0, "http%3A", 0, 7)
        || target.regionMatches(true, 0, "https%3A", 0, 8)) {
      target = Escapes.once(target);
    }
    return target.regionMatches(true, 0, "http://", 0, 7)
            || target.regionMatches(true, 0, "https://", 0, 8)
        ? target
        : null;
  }

  private static HostTable<Redirect> load() {
    var table = new HostTable<Redirect>();
    for (Redirect redirect :
        StrictYaml.resource("links/redirects.yaml", Document.class).redirects()) {
      for (String host : redirect.hosts()) {
        table.put(host, redirect);
      }
    }
    return table;
  }
}
