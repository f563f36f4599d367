package org.rackvidd.bench.people;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.rackvidd.bench.world.Account;
import org.rackvidd.bench.world.Appeal;
import org.rackvidd.bench.world.Channel;
import org.rackvidd.bench.world.Dice;
import org.rackvidd.bench.world.Figure;
import org.rackvidd.bench.world.Followers;
import org.rackvidd.bench.world.PageDay;
import org.rackvidd.bench.world.Post;
import org.rackvidd.bench.world.Response;
import org.rackvidd.bench.world.Topic;

/** A town's posts on one channel, laid out so that a person is taken through them quickly. */
final class Feed {
  private static final int FIGURES = Figure.values().length;

  /** Impressions, people, clicks, reactions, comments, shares. */
  private static final int DAY_FIGURES = 6;

  /** After so many days nobody sees a post any more. */
  private static final int LONGEST_LIFE = 120;

  /** After so many days some take back a reaction. */
  private static final int REGRET = 29;

  /** What the smallest boost buys, of all who do not follow. */
  private static final double SHARE_OF_A_BOOST = 1 / 30.0;

  private static final double[] SEEN_BY_AGE = seenByAge();

  private final Account account;
  private final List<Post> posts;

  /** On which day of the world each download is made. */
  private final int[] downloads;

  /** The first day whose posts the last download tells of. */
  private final int recent;

  private final Span span;
  private final Touch touch;
  private final List<PageDay> pageDays = new ArrayList<>();

  /** Of each post: the chance that it is seen, without the person's own part. */
  private final double[] pull;

  private final double[] warmth;
  private final double[] evening;
  private final double[] boost;
  private final long[] luck;
  private final int[] days;
  private final int[] audiences;

  /** How often a video is at least shown for every view; a dull thumbnail more often. */
  private final int[] shows;

  /** Of all who ever follow the account, the share that does when a post is published. */
  private final double[] following;

  /**
   * @param posts oldest first
   * @param recent the first day whose posts the last download tells of
   * @param rhythm whether the hour of publication makes a difference
   */
  Feed(
      Account account,
      List<Post> posts,
      List<LocalDate> downloads,
      LocalDate recent,
      Span span,
      boolean rhythm) {
    this.account = account;
    this.posts = posts;
    this.downloads = downloads.stream().mapToInt(span::index).toArray();
    this.recent = span.index(recent);
    this.span = span;
    this.touch = Touch.of(account.channel());
    int size = posts.size();
    pull = new double[size];
    warmth = new double[size];
    evening = new double[size];
    boost = new double[size];
    luck = new long[size];
    days = new int[size];
    audiences = new int[size];
    following = new double[size];
    shows = new int[size];
    Followers followers = account.followers();
    long most = Math.max(followers.on(span.first()), followers.on(span.last()));
    for (int i = 0; i < size; i++) {
      Post post = posts.get(i);
      ZonedDateTime local = post.publishedAt().atZone(Account.ZONE);
      luck[i] = Dice.mix(post.id().hashCode() * 31L + local.toEpochSecond());
      Dice dice = Dice.from(luck[i]);
      Appeal appeal = Appeal.of(account, post, rhythm);
      pull[i] = appeal.reach() * dice.spread(0.28);
      warmth[i] = appeal.warmth() * dice.spread(0.25);
      evening[i] = rhythm ? Math.max(-1, Math.min(1, (local.getHour() - 13) / 8.0)) : 0;
      shows[i] = Dice.from(Dice.mix(luck[i])).between(6, 20);
      boost[i] = post.boosted() ? dice.between(1, 3) * SHARE_OF_A_BOOST : 0;
      days[i] = span.index(local.toLocalDate());
      audiences[i] = Audience.of(post);
      following[i] = (double) followers.on(local.toLocalDate()) / most;
    }
  }

  Account account() {
    return account;
  }

  List<Post> posts() {
    return posts;
  }

  /** What one thread counted, post by post and day by day. */
  final class Counts {
    private final int[] ofPosts = new int[posts.size() * downloads.length * FIGURES];
    private final long[] ofDays = new long[span.days() * DAY_FIGURES];

    /** Views by post and day, where the platform tells them. */
    private final int[] views =
        new int[account.channel() == Channel.YOUTUBE ? posts.size() * span.days() : 0];

    /** The days on which the person at hand saw anything. */
    private final BitSet seen = new BitSet();

    private void day(int day, int figure, int more) {
      ofDays[day * DAY_FIGURES + figure] += more;
    }
  }

  /** Hands what threads counted to the posts and the days. */
  void settle(List<Counts> parts) {
    long[] days = new long[span.days() * DAY_FIGURES];
    for (Counts part : parts) {
      for (int i = 0; i < posts.size(); i++) {
        Response response = posts.get(i).response();
        response.add(part.ofPosts, i * downloads.length * FIGURES);
        for (int day = 0; day < span.days() && part.views.length > 0; day++) {
          response.addViews(span.day(day), part.views[i * span.days() + day]);
        }
      }
      for (int i = 0; i < days.length; i++) {
        days[i] += part.ofDays[i];
      }
    }
    for (int day = 0; day < span.days(); day++) {
      long[] of = Arrays.copyOfRange(days, day * DAY_FIGURES, (day + 1) * DAY_FIGURES);
      pageDays.add(new PageDay(span.day(day), of[0], of[1], of[2], of[3], of[4], of[5]));
    }
  }

  /** What happened day by day around everything ever published, once settled. */
  List<PageDay> days() {
    return pageDays;
  }

  /** Takes a person through all posts. */
  void show(Person person, Counts counts, Witness witness, List<Landing> landings) {
    Channel channel = account.channel();
    if (!person.uses(channel)) {
      return;
    }
    counts.seen.clear();
    long own = Dice.mix(person.fate() ^ channel.place() + 0x506F_7374L);
    // Of those who ever follow, who stands where: a growing account has the first ones first, a
    // shrinking one keeps them longest.
    double place = person.follows(channel) ? Dice.unit(Dice.mix(own)) : 1;
    double as = person.activity() * Appeal.presence(channel, false, person.resident());
    double asFollower = person.activity() * Appeal.presence(channel, true, person.resident());
    for (int i = 0; i < pull.length; i++) {
      Post post = posts.get(i);
      double taste = person.role().taste(post.topic());
      boolean follower = place < following[i];
      double chance =
          (follower ? asFollower : as)
              * pull[i]
              * taste
              * (1 + 0.3 * evening[i] * person.evening());
      long bits = Dice.mix(own ^ luck[i]);
      if (Dice.unit(bits) < Math.min(Population.SURE, chance)) {
        answer(person, i, Dice.from(bits), false, counts, witness, landings);
      } else if (boost[i] > 0 && !follower && Dice.unit(Dice.mix(bits)) < boost[i]) {
        answer(person, i, Dice.from(Dice.mix(bits)), true, counts, witness, landings);
      }
    }
  }

  /** Somebody sees a post and perhaps does something about it. */
  private void answer(
      Person person,
      int index,
      Dice dice,
      boolean paid,
      Counts counts,
      Witness witness,
      List<Landing> landings) {
    Post post = posts.get(index);
    // The first number has decided that the post is seen, so it is a small one.
    dice.roll();
    int age = age(dice.unit());
    int views = 1;
    for (double more = post.type().viewsPerPerson() - 1;
        views < 20 && dice.chance(more / (1 + more)); ) {
      views++;
    }
    Channel channel = account.channel();
    double warm =
        paid
            ? Appeal.PAID_WARMTH
            : warmth[index] * person.warmth() * person.role().taste(post.topic());
    Figure reaction = dice.chance(warm) ? reaction(channel, post.topic(), dice) : null;
    boolean regrets = reaction == Figure.REACTIONS && dice.chance(0.012);
    boolean clicks = dice.chance(paid ? Appeal.PAID_CLICKS : Appeal.clicks(post.type()));
    boolean leaves = clicks && dice.chance(Appeal.leaves(post.type()));
    boolean follows = dice.chance(Appeal.follows(channel));
    int impressions =
        channel == Channel.YOUTUBE ? views * dice.between(shows[index], shows[index] + 4) : views;
    int day = days[index] + age;
    int known = downloads.length;
    for (int d = 0; d < downloads.length; d++) {
      if (day < downloads[d]) {
        known = Math.min(known, d);
        int at = (index * downloads.length + d) * FIGURES;
        counts.ofPosts[at + Figure.REACH.place()]++;
        counts.ofPosts[at + Figure.VIEWS.place()] += views;
        counts.ofPosts[at + Figure.IMPRESSIONS.place()] += impressions;
        if (reaction != null && !(regrets && day + REGRET < downloads[d])) {
          counts.ofPosts[at + reaction.place()]++;
        }
        counts.ofPosts[at + Figure.CLICKS.place()] += clicks ? 1 : 0;
        counts.ofPosts[at + Figure.LINK_CLICKS.place()] += leaves ? 1 : 0;
        counts.ofPosts[at + Figure.FOLLOWS.place()] += follows ? 1 : 0;
      }
    }
    if (day < span.days()) {
      if (counts.views.length > 0) {
        counts.views[index * span.days() + day] += views;
      }
      counts.day(day, 0, impressions);
      counts.day(day, 1, counts.seen.get(day) ? 0 : 1);
      counts.seen.set(day);
      counts.day(day, 2, clicks ? 1 : 0);
      counts.day(day, 3, reaction == Figure.REACTIONS ? 1 : 0);
      counts.day(day, 4, reaction == Figure.COMMENTS ? 1 : 0);
      counts.day(day, 5, reaction == Figure.SHARES ? 1 : 0);
    }
    Touch how = paid ? Touch.FACEBOOK_BOOSTED : touch;
    // A later download does not go back to old posts: what came after the first stays unknown.
    if (known < downloads.length && (known == 0 || days[index] >= recent)) {
      witness.reached(known, days[index], how, audiences[index], views);
    }
    if (leaves) {
      landings.add(landing(index, how, age, dice));
    }
  }

  private Landing landing(int index, Touch how, int age, Dice dice) {
    Post post = posts.get(index);
    long second = post.publishedAt().getEpochSecond() + age * 86_400L + dice.between(60, 40_000);
    int vacancies = Town.VACANCIES.size();
    int vacancy =
        post.topic() == Topic.VACANCY ? (int) Long.remainderUnsigned(luck[index], vacancies) : -1;
    return new Landing(second, Referral.post(how), vacancy);
  }

  private static Figure reaction(Channel channel, Topic topic, Dice dice) {
    double shares = Appeal.shares(topic);
    double comments = Appeal.comments(topic);
    double saves = Appeal.saves(channel);
    return switch (dice.pickByWeight(shares, comments, saves, 1 - shares - comments - saves)) {
      case 0 -> Figure.SHARES;
      case 1 -> Figure.COMMENTS;
      case 2 -> Figure.SAVES;
      default -> Figure.REACTIONS;
    };
  }

  /** How many days after its publication somebody sees a post. */
  private static int age(double unit) {
    int at = Arrays.binarySearch(SEEN_BY_AGE, unit);
    return Math.min(LONGEST_LIFE, at < 0 ? -at - 1 : at);
  }

  private static double[] seenByAge() {
    double[] seen = new double[LONGEST_LIFE];
    for (int age = 0; age < LONGEST_LIFE; age++) {
      seen[age] = Appeal.seenBy(age);
    }
    return seen;
  }
}
