package org.rackvidd.adfigures;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rackvidd.yaml.StrictYaml;

/** Kinds of conversion of which one holds another: the same purchases under several names. */
public final class Nesting implements Serializable {
  /** The families of kinds, each from the widest on. */
  public static final String RESOURCE = "adfigures/nested_conversions.yaml";

  private static final long serialVersionUID = 1L;
  private static final String DIMENSION = "action=";

  private record Families(Map<String, List<String>> families) {}

  private record Place(String family, int width) implements Serializable {}

  /**
   * Where a cell of a breakdown stands among those it may be nested in.
   *
   * @param cell the cell, with the family in place of the kind
   * @param rank 0 for the widest kind
   */
  record Rank(String cell, int rank) {}

  private final Map<String, Place> places = new HashMap<>();

  private Nesting() {}

  static Nesting read() {
    Nesting nesting = new Nesting();
    StrictYaml.resource(RESOURCE, Families.class)
        .families()
        .forEach(
            (family, kinds) -> {
              for (String kind : kinds) {
                nesting.places.put(kind, new Place(family, nesting.places.size()));
              }
            });
    return nesting;
  }

  /** The rank of a cell; null where its kind is in no family. */
  Rank rank(String breakdown) {
    String[] pairs = breakdown.split(";", -1);
    for (int i = 0; i < pairs.length; i++) {
      Place place =
          pairs[i].startsWith(DIMENSION)
              ? places.get(pairs[i].substring(DIMENSION.length()))
              : null;
      if (place != null) {
        pairs[i] = DIMENSION + "<" + place.family() + ">";
        return new Rank(String.join(";", pairs), place.width());
      }
    }
    return null;
  }
}
