package org.rackvidd.bench.world;

/** A figure a platform states about a post. */
public enum Figure {
  IMPRESSIONS,
  VIEWS,
  REACH,
  REACTIONS,
  COMMENTS,
  SHARES,
  SAVES,
  CLICKS,
  LINK_CLICKS,
  FOLLOWS;

  /** The name truth files use. */
  public String key() {
    return switch (this) {
      case IMPRESSIONS -> "impressions";
      case VIEWS -> "views";
      case REACH -> "reach";
      case REACTIONS -> "reactions";
      case COMMENTS -> "comments";
      case SHARES -> "shares";
      case SAVES -> "saves";
      case CLICKS -> "clicks";
      case LINK_CLICKS -> "link_clicks";
      case FOLLOWS -> "follows";
    };
  }

  /** Its place in arrays and sets of bits, which is written down nowhere. */
  @SuppressWarnings("EnumOrdinal")
  public int place() {
    return ordinal();
  }
}
