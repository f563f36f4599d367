package org.rackvidd.bench.world;

/** The shape of a post, and the planted difference it makes: reels and carousels beat links. */
public enum PostType {
  PHOTO(1.00, 1.00, 1.25),
  CAROUSEL(1.15, 1.30, 1.45),
  REEL(1.45, 1.25, 1.60),
  VIDEO(1.05, 1.05, 1.40),
  LINK(0.80, 0.68, 1.15),
  TEXT(0.95, 0.80, 1.20);

  private final double reach;
  private final double warmth;
  private final double viewsPerPerson;

  PostType(double reach, double warmth, double viewsPerPerson) {
    this.reach = reach;
    this.warmth = warmth;
    this.viewsPerPerson = viewsPerPerson;
  }

  double reach() {
    return reach;
  }

  double warmth() {
    return warmth;
  }

  /** How often somebody who sees such a post sees it. */
  public double viewsPerPerson() {
    return viewsPerPerson;
  }

  /** True for what has a length in seconds. */
  public boolean moves() {
    return this == REEL || this == VIDEO;
  }

  /** What a communicator makes of a topic on a channel. */
  static PostType chosenFor(Channel channel, Topic topic, Dice dice) {
    return switch (channel) {
      case YOUTUBE -> VIDEO;
      case INSTAGRAM -> of(dice.pickByWeight(0.45, 0.30, 0.25), PHOTO, CAROUSEL, REEL);
      case X, LINKEDIN -> of(dice.pickByWeight(0.35, 0.40, 0.10, 0.15), PHOTO, LINK, VIDEO, TEXT);
      case FACEBOOK -> forFacebook(topic, dice);
    };
  }

  private static PostType forFacebook(Topic topic, Dice dice) {
    return switch (topic) {
      case VACANCY -> of(dice.pickByWeight(0.62, 0.26, 0.12), LINK, PHOTO, REEL);
      case PORTRAIT -> of(dice.pickByWeight(0.45, 0.35, 0.12, 0.08), PHOTO, REEL, VIDEO, LINK);
      case SERVICE_NOTICE -> of(dice.pickByWeight(0.60, 0.40), TEXT, PHOTO);
      default -> of(dice.pickByWeight(0.46, 0.26, 0.16, 0.12), PHOTO, LINK, REEL, TEXT);
    };
  }

  private static PostType of(int index, PostType... types) {
    return types[index];
  }
}
