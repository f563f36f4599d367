package org.rackvidd.links;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rackvidd.yaml.StrictYaml;

/** The words and hosts of {@code links/sources.yaml}, read once. */
final class TrafficSources {
  static final TrafficSources KNOWN = load();

  private final Map<String, Source> words = new HashMap<>();
  private final Map<String, Source> whole = new HashMap<>();
  private final Map<String, Source> named = new HashMap<>();
  private final Map<String, Source> mediums = new HashMap<>();
  private final Map<String, Source> wholeMediums = new HashMap<>();
  private final HostTable<Source> hosts = new HostTable<>();
  private final Map<String, ClickId> clickIds;
  private final Set<String> paidWords;
  private final Set<String> unpaidWords;

  /**
   * @param paidChannel the channel of a visit by an ad there; null where it is the same
   * @param paid whether only ads come from there
   */
  record Source(String channel, String paidChannel, boolean paid) {}

  /**
   * @param paid whether the platform adds it to the clicks of ads only
   * @param keeps channels that a visit with the id keeps
   */
  record ClickId(String channel, boolean paid, List<String> keeps) {
    /** The channel of a visit with the id, for which something else is known too, or is not. */
    String channelOf(Source other) {
      boolean kept = other != null && keeps != null && keeps.contains(other.channel());
      return kept ? other.channel() : channel;
    }
  }

  private record Entry(
      String channel,
      List<String> words,
      List<String> whole,
      List<String> hosts,
      List<String> mediums,
      List<String> wholeMediums,
      boolean named,
      String paidChannel,
      boolean paid) {}

  private record Document(
      List<Entry> channels,
      Map<String, ClickId> clickIds,
      List<String> paidWords,
      List<String> unpaidWords) {}

  private TrafficSources(Document document) {
    for (Entry entry : document.channels()) {
      var source = new Source(entry.channel(), entry.paidChannel(), entry.paid());
      putAll(words, entry.words(), source);
      putAll(whole, entry.whole(), source);
      putAll(named, entry.named() ? entry.words() : null, source);
      putAll(mediums, entry.mediums(), source);
      putAll(wholeMediums, entry.wholeMediums(), source);
      orEmpty(entry.hosts()).forEach(host -> hosts.put(host, source));
    }
    this.clickIds = Map.copyOf(document.clickIds());
    this.paidWords = new HashSet<>(document.paidWords());
    this.unpaidWords = new HashSet<>(document.unpaidWords());
  }

  /** Of a tagged source in lower case: a host, a word, or words; null where it is unknown. */
  Source ofSource(String text) {
    Source source = whole.get(text);
    if (source == null && text.indexOf('.') > 0) {
      source = ofHost(text);
    }
    return source == null ? LowerCaseWords.first(text, words) : source;
  }

  /** Of a campaign's name in lower case; null where no source is named in it. */
  Source ofName(String text) {
    return LowerCaseWords.first(text, named);
  }

  /** Of a tagged medium in lower case, null where it is unknown. */
  Source ofMedium(String text) {
    Source source = wholeMediums.get(text);
    // "e-mail" is one word.
    source = source == null ? mediums.get(text.replace("-", "").replace("_", "")) : source;
    return source == null ? LowerCaseWords.first(text, mediums) : source;
  }

  /** Of a host in lower case, null where it is unknown. */
  Source ofHost(String host) {
    return hosts.find(host);
  }

  /** Null for null and for a kind that is none. */
  ClickId ofClickId(String kind) {
    return kind == null ? null : clickIds.get(kind);
  }

  boolean saysPaid(String text) {
    return LowerCaseWords.any(text, paidWords);
  }

  boolean saysUnpaid(String text) {
    return LowerCaseWords.any(text, unpaidWords);
  }

  Set<String> clickIdKinds() {
    return clickIds.keySet();
  }

  private static void putAll(Map<String, Source> map, List<String> names, Source source) {
    for (String name : orEmpty(names)) {
      if (map.put(name, source) != null) {
        throw new IllegalStateException("Word stands twice in links/sources.yaml: " + name);
      }
    }
  }

  private static List<String> orEmpty(List<String> list) {
    return list == null ? List.of() : list;
  }

  private static TrafficSources load() {
    return new TrafficSources(StrictYaml.resource("links/sources.yaml", Document.class));
  }
}
