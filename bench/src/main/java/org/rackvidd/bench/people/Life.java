package org.rackvidd.bench.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.rackvidd.bench.world.Account;
import org.rackvidd.bench.world.AdPlatform;
import org.rackvidd.bench.world.Channel;
import org.rackvidd.bench.world.Newsroom;
import org.rackvidd.bench.world.PageDay;
import org.rackvidd.bench.world.Post;
import org.rackvidd.bench.world.StoryBook;

/** The life of a town: what it publishes and buys, and what its people make of it. */
public final class Life {
  private final Town town;
  private final List<Feed> feeds;
  private final Advertising advertising;
  private final Site site;

  /**
   * Prepares a town's posts and campaigns.
   *
   * @param downloads the days on which exports are made, the earliest first
   * @param recent the first day whose posts the last download tells of
   * @param rhythm whether the hour of a publication makes a difference
   */
  public Life(
      Town town,
      StoryBook book,
      List<LocalDate> downloads,
      LocalDate recent,
      List<Trial> trials,
      boolean rhythm) {
    this.town = town;
    Census census = new Census(town.population());
    Newsroom newsroom = new Newsroom(town.seed(), book, downloads);
    feeds = new ArrayList<>();
    for (Channel channel : Channel.values()) {
      Account account = town.account(channel, census.followers(channel));
      List<Post> posts = newsroom.posts(account, town.opened(channel), town.span().last());
      feeds.add(new Feed(account, posts, downloads, recent, town.span(), rhythm));
    }
    List<Flight> flights = town.flights();
    advertising =
        new Advertising(
            flights,
            flights.stream().mapToDouble(census::weight).toArray(),
            town.span(),
            downloads);
    site = new Site(town.span(), trials);
  }

  public Town town() {
    return town;
  }

  public Advertising advertising() {
    return advertising;
  }

  /** The town's account on a channel. */
  public Account account(Channel channel) {
    return feeds.get(channel.place()).account();
  }

  /** What the town published on a channel, oldest first; its figures are those lived so far. */
  public List<Post> posts(Channel channel) {
    return feeds.get(channel.place()).posts();
  }

  /** What happened on a channel day by day, once settled. */
  public List<PageDay> days(Channel channel) {
    return feeds.get(channel.place()).days();
  }

  /** What one thread has counted of a town. */
  public final class Part {
    private final Witness witness;
    private final List<Feed.Counts> posts = new ArrayList<>();
    private final AdCounts ads = advertising.counts();

    private Part(Witness witness) {
      this.witness = witness;
      feeds.forEach(feed -> posts.add(feed.new Counts()));
    }

    /** Has the people with these numbers live; the last is not among them. */
    public void live(int from, int to) {
      for (int number = from; number < to; number++) {
        Person person = town.population().person(number);
        List<Landing> landings = new ArrayList<>();
        for (int i = 0; i < feeds.size(); i++) {
          feeds.get(i).show(person, posts.get(i), witness, landings);
        }
        List<Impression> shown = advertising.show(person, ads, witness, landings);
        WebYear web = site.live(person, landings);
        advertising.claim(person, shown, web.applications(), ads);
        witness.lived(person, web);
      }
    }
  }

  /** Room for one thread. */
  public Part part(Witness witness) {
    return new Part(witness);
  }

  /** Puts together what all threads counted: from then on posts have their figures. */
  public AdCounts settle(List<Part> parts) {
    AdCounts ads = advertising.counts();
    for (int i = 0; i < feeds.size(); i++) {
      int feed = i;
      feeds.get(i).settle(parts.stream().map(part -> part.posts.get(feed)).toList());
    }
    parts.forEach(part -> ads.add(part.ads));
    return ads;
  }

  /** Who follows the town, and whom each platform could show its ads. */
  private static final class Census {
    private final Map<Channel, Integer> followers = new EnumMap<>(Channel.class);
    private final double[] weights = new double[AdPlatform.values().length];
    private final double[] youngWeights = new double[AdPlatform.values().length];

    Census(Population population) {
      for (int number = 0; number < population.size(); number++) {
        count(population.person(number));
      }
    }

    private void count(Person person) {
      for (Channel channel : Channel.values()) {
        if (person.follows(channel)) {
          followers.merge(channel, 1, Integer::sum);
        }
      }
      for (AdPlatform platform : AdPlatform.values()) {
        weights[platform.place()] += Flight.weight(platform, false, person);
        youngWeights[platform.place()] += Flight.weight(platform, true, person);
      }
    }

    int followers(Channel channel) {
      return followers.getOrDefault(channel, 0);
    }

    double weight(Flight flight) {
      return (flight.adSet().young() ? youngWeights : weights)[flight.platform().place()];
    }
  }
}
