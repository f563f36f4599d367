package org.rackvidd.bench.people;

/** What people told the platforms, in Meta's words. */
public enum Gender {
  FEMALE("female", 0.492),
  MALE("male", 0.484),
  UNKNOWN("unknown", 0.024);

  private final String word;
  private final double share;

  Gender(String word, double share) {
    this.word = word;
    this.share = share;
  }

  public String word() {
    return word;
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
