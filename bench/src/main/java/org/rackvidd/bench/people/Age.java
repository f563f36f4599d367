package org.rackvidd.bench.people;

/** Ages as the platforms group them, and how many of a town's grown-ups are in each. */
public enum Age {
  FROM_18("18-24", 0.09),
  FROM_25("25-34", 0.17),
  FROM_35("35-44", 0.17),
  FROM_45("45-54", 0.17),
  FROM_55("55-64", 0.16),
  FROM_65("65+", 0.24);

  private final String group;
  private final double share;

  Age(String group, double share) {
    this.group = group;
    this.share = share;
  }

  /** The group's name in exports. */
  public String group() {
    return group;
  }

  double share() {
    return share;
  }

  /** Its place in arrays and sets of bits, which is written down nowhere. */
  @SuppressWarnings("EnumOrdinal")
  public int place() {
    return ordinal();
  }
}
