package org.rackvidd.links;

import java.util.HashMap;
import java.util.Map;

/**
 * Values by host. A host without an entry of its own has that of the domain it is in; {@code
 * google.*} is Google under any country's domain.
 */
final class HostTable<V> {
  private static final String ANYWHERE = ".*";

  private final Map<String, V> byHost = new HashMap<>();

  /**
   * @throws IllegalStateException where the host has a value already
   */
  void put(String host, V value) {
    if (byHost.put(host, value) != null) {
      throw new IllegalStateException("Host stands twice: " + host);
    }
  }

  /** The value for a host in lower case, null where there is none. */
  V find(String host) {
    String domain = host;
    while (true) {
      V value = byHost.get(domain);
      if (value != null) {
        return value;
      }
      int dot = domain.indexOf('.');
      if (dot < 0) {
        return null;
      }
      if (isCountryDomain(domain, dot + 1)) {
        value = byHost.get(domain.substring(0, dot) + ANYWHERE);
        if (value != null) {
          return value;
        }
      }
      domain = domain.substring(dot + 1);
    }
  }

  /** "se", "com", "co.uk", "com.br" */
  private static boolean isCountryDomain(String domain, int from) {
    int dot = domain.indexOf('.', from);
    int rest = domain.length() - from;
    return dot < 0 ? rest <= 3 : dot - from <= 3 && domain.length() - dot - 1 == 2;
  }
}
