package org.rackvidd.lake;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The catalogue: every table of the lake, in the order the pipeline makes them. */
public final class Tables {
  private final Map<String, TableSpec> byName = new LinkedHashMap<>();

  /**
   * @param resources by table name, the YAML that describes it
   */
  public Tables(Map<String, String> resources) {
    resources.forEach((name, resource) -> byName.put(name, TableSpec.read(name, resource)));
  }

  public TableSpec get(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalArgumentException("No table is described as " + name));
  }

  public Optional<TableSpec> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  public Collection<TableSpec> all() {
    return byName.values();
  }

  public List<String> names() {
    return List.copyOf(byName.keySet());
  }
}
