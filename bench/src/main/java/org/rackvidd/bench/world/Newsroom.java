package org.rackvidd.bench.world;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** Those who write the posts. What they write on a day depends on nothing but seed and day. */
public final class Newsroom {
  private final long seed;
  private final StoryBook book;
  private final List<LocalDate> downloads;

  /**
   * @param downloads the days on which it is told what came back for the posts
   */
  public Newsroom(long seed, StoryBook book, List<LocalDate> downloads) {
    this.seed = seed;
    this.book = book;
    this.downloads = downloads;
  }

  /** What the account publishes on a local day, in order. */
  public List<Post> posts(Account account, LocalDate day) {
    Dice dice = Dice.of(seed, "day", account.number(), day.toEpochDay());
    double expected = account.postsPerWeek() / 7 * Rhythm.appetite(account.channel(), day);
    int count = (int) Math.floor(expected);
    if (dice.chance(expected - count)) {
      count++;
    }
    List<ZonedDateTime> moments = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      moments.add(day.atTime(Rhythm.publishing(account.channel(), dice)).atZone(Account.ZONE));
    }
    moments.sort(null);
    List<Post> posts = new ArrayList<>(count);
    for (ZonedDateTime moment : moments) {
      posts.add(post(account, moment, dice));
    }
    return posts;
  }

  /** What the account publishes from the first to the last day, oldest first. */
  public List<Post> posts(Account account, LocalDate first, LocalDate last) {
    List<Post> posts = new ArrayList<>();
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      posts.addAll(posts(account, day));
    }
    return posts;
  }

  private Post post(Account account, ZonedDateTime moment, Dice dice) {
    Channel channel = account.channel();
    LocalDate day = moment.toLocalDate();
    Story story = book.choose(channel, day, dice);
    Topic topic = story.topic();
    PostType type = topic == Topic.REPLY ? PostType.TEXT : PostType.chosenFor(channel, topic, dice);
    boolean recruiting = topic == Topic.VACANCY || topic == Topic.PORTRAIT;
    boolean boosted = channel == Channel.FACEBOOK && recruiting && dice.chance(0.11);
    ZonedDateTime published = moment.plusNanos(dice.below(1000) * 1_000_000L);
    long media =
        channel == Channel.INSTAGRAM ? Snowflake.INSTAGRAM.mint(published.toInstant(), dice) : 0;
    return new Post(
        account,
        id(channel, published, dice),
        media,
        published.toInstant(),
        topic,
        type,
        book.title(story, day, dice),
        book.caption(story, channel, day, dice),
        type.moves() ? dice.between(14, type == PostType.REEL ? 85 : 240) : 0,
        boosted,
        new Response(downloads));
  }

  private static String id(Channel channel, ZonedDateTime published, Dice dice) {
    return switch (channel) {
      case FACEBOOK -> String.valueOf(1_000_000_000_000_000L + (dice.roll() >>> 15));
      case INSTAGRAM -> String.valueOf(17_900_000_000_000_000L + (dice.roll() >>> 16));
      case LINKEDIN -> String.valueOf(Snowflake.LINKEDIN.mint(published.toInstant(), dice));
      case X -> String.valueOf(Snowflake.X.mint(published.toInstant(), dice));
      case YOUTUBE -> Snowflake.videoName(dice);
    };
  }
}
