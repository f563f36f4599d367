package org.rackvidd.adfigures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds, of many entities, those that may be, hold or be held by another. */
final class EntityIndex {
  /**
   * @param names what the entities that are looked for name
   * @param common what they have in common with the one they are looked for by
   */
  private record Key(int names, Entity common) {}

  private final Set<Entity> all = new HashSet<>();
  private final Map<Key, List<Entity>> byKey = new HashMap<>();
  private final Set<Integer> shapes = new TreeSet<>();

  void add(Entity entity) {
    if (!all.add(entity)) {
      return;
    }
    int names = entity.names();
    shapes.add(names);
    for (Entity common : entity.andAllThatHoldIt()) {
      byKey.computeIfAbsent(new Key(names, common), k -> new ArrayList<>()).add(entity);
    }
  }

  /**
   * Those of which no name differs from the entity's; what either does not name may be the same.
   */
  List<Entity> overlapping(Entity entity) {
    List<Entity> found = new ArrayList<>();
    for (int names : shapes) {
      found.addAll(byKey.getOrDefault(new Key(names, entity.only(names)), List.of()));
    }
    return found;
  }
}
