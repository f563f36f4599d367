package org.rackvidd.bench.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rackvidd.bench.world.Account;
import org.rackvidd.bench.world.Channel;
import org.rackvidd.bench.world.Figure;
import org.rackvidd.bench.world.Followers;
import org.rackvidd.bench.world.Newsroom;
import org.rackvidd.bench.world.Post;
import org.rackvidd.bench.world.StoryBook;

class FeedTest {
  private static final LocalDate FIRST = LocalDate.of(2025, 9, 1);
  private static final Span YEAR = new Span(FIRST, FIRST.plusDays(365));
  private static final LocalDate DOWNLOAD = FIRST.plusDays(366);

  @Test
  void whoFollowsLaterSeesLess() {
    assertThat(laterBesideEarlier(0.05)).isGreaterThan(1.15 * laterBesideEarlier(0));
    assertThat(laterBesideEarlier(-0.05)).isLessThan(0.85 * laterBesideEarlier(0));
  }

  /** The reach of the posts of the second half year beside that of the first. */
  private static double laterBesideEarlier(double monthlyGrowth) {
    Followers followers = new Followers(FIRST, 1_000, monthlyGrowth);
    Account account = new Account(Channel.FACEBOOK, "1", "name", "handle", 4, followers);
    List<LocalDate> downloads = List.of(DOWNLOAD);
    List<Post> posts =
        new Newsroom(3, StoryBook.swedish(), downloads).posts(account, FIRST, YEAR.last());
    Feed feed = new Feed(account, posts, downloads, FIRST, YEAR, true);
    Feed.Counts counts = feed.new Counts();
    Population population = new Population(5, 2_000, 0);
    for (int number = 0; number < population.size(); number++) {
      feed.show(population.person(number), counts, new Nobody(), new ArrayList<>());
    }
    feed.settle(List.of(counts));
    return reach(posts.subList(posts.size() / 2, posts.size()))
        / reach(posts.subList(0, posts.size() / 2));
  }

  private static double reach(List<Post> posts) {
    return posts.stream().mapToLong(post -> post.figuresOn(DOWNLOAD).of(Figure.REACH)).sum();
  }

  /** Looks away. */
  private static final class Nobody implements Witness {
    @Override
    public void reached(int download, int day, Touch touch, int audiences, int times) {}

    @Override
    public void lived(Person person, WebYear web) {}
  }
}
