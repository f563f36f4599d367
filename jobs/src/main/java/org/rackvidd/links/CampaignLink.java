package org.rackvidd.links;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one link says about a campaign. Immutable; holds neither the link's text nor the value of a
 * click id, so nothing in it points at a person.
 *
 * <p>Any text has a reading, if an empty one. Read are whole links, relative ones, bare queries as
 * ad managers have them, and redirects of platforms and mail filters around a link. Of a text
 * longer than 8192 characters only whole parameters before that are read.
 */
public final class CampaignLink {
  /** The names {@link #parameter} knows. Matomo's names are read as these. */
  public static final List<String> PARAMETERS = LinkKey.PARAMETERS;

  /** The kinds of click ids, as platforms write their names. */
  public static final List<String> CLICK_ID_KINDS = LinkKey.CLICK_IDS;

  private static final int LONGEST = 8192;
  private static final int MOST_REDIRECTS = 3;
  private static final Map<String, Integer> INDEX = index();
  private static final CampaignLink EMPTY = new CampaignLink(null, null, new LinkParameters());

  private final String host;
  private final String page;
  private final LinkParameters parameters;

  private CampaignLink(String host, String page, LinkParameters parameters) {
    this.host = host;
    this.page = page;
    this.parameters = parameters;
  }

  /**
   * @param url any text, also null
   */
  public static CampaignLink of(String url) {
    if (url == null) {
      return EMPTY;
    }
    String text = withinBounds(url.strip());
    if (text.contains("&#")) {
      // As content management systems write an ampersand.
      text = text.replace("&#38;", "&").replace("&#038;", "&").replace("&#x26;", "&");
    }
    return text.isEmpty() ? EMPTY : read(text, MOST_REDIRECTS);
  }

  /**
   * @param name one of {@link #PARAMETERS}
   * @return the value, unescaped and trimmed, its case kept, at most 500 characters; null where the
   *     link has none or only a word for nothing ({@code (not set)}, {@code undefined}) or an
   *     unexpanded macro
   */
  public String parameter(String name) {
    Integer index = INDEX.get(name);
    if (index == null) {
      throw new IllegalArgumentException("No campaign parameter is called " + name);
    }
    return parameters.values[index];
  }

  /** The kind of click id, the last one where a link has several; null where it has none. */
  public String clickIdKind() {
    return parameters.clickIdKind;
  }

  /**
   * {@code https://host/path}: always https, host in lower case, no user, no default port, nothing
   * of query and fragment. In the path e-mail addresses, phone and identity numbers and runs of ten
   * or more digits are covered. Only a path where the link names no host; null where it has neither
   * or is none of the web.
   */
  public String page() {
    return page;
  }

  /** In lower case, without port; null where the link names none. */
  public String host() {
    return host;
  }

  /** Names of parameters that stand in the link with different values; the first one is taken. */
  public List<String> conflicts() {
    return names(parameters.conflicts);
  }

  /** Names of parameters that stand in the link with an unexpanded macro. */
  public List<String> macros() {
    return names(parameters.macros);
  }

  private static CampaignLink read(String text, int redirects) {
    LinkAddress address = LinkAddress.of(text);
    var parameters = new LinkParameters();
    parameters.read(text, address.rest(), text.length());
    String target = redirects == 0 ? null : Redirects.target(text, address);
    if (target == null) {
      return new CampaignLink(address.host(), address.page(), parameters);
    }
    CampaignLink inner = read(target, redirects - 1);
    // What was written behind the target without escaping it belongs to it.
    inner.parameters.fillFrom(parameters);
    return inner;
  }

  /** Cut between two parameters, or else between two folders: half a value is a false one. */
  private static String withinBounds(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int cut =
        Math.max(
            text.lastIndexOf('&', LONGEST),
            Math.max(text.lastIndexOf('?', LONGEST), text.lastIndexOf('#', LONGEST)));
    return text.substring(0, Math.max(0, cut > 0 ? cut : text.lastIndexOf('/', LONGEST)));
  }

  private static List<String> names(int bits) {
    if (bits == 0) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < PARAMETERS.size(); i++) {
      if ((bits & 1 << i) != 0) {
        names.add(PARAMETERS.get(i));
      }
    }
    return List.copyOf(names);
  }

  private static Map<String, Integer> index() {
    Map<String, Integer> index = new HashMap<>();
    for (int i = 0; i < PARAMETERS.size(); i++) {
      index.put(PARAMETERS.get(i), i);
    }
    return index;
  }
}
