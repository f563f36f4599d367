package org.rackvidd.bench.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SnowflakeTest {
  @ParameterizedTest
  @EnumSource
  void anIdTellsWhenItWasMade(Snowflake platform) {
    Dice dice = Dice.of(7, "ids");
    Instant moment = Instant.parse("2025-05-01T04:00:00.123Z");
    for (int i = 0; i < 1000; i++) {
      moment = moment.plusMillis(dice.below(100_000_000));
      long id = platform.mint(moment, dice);
      assertThat(platform.momentOf(id)).isEqualTo(moment);
      assertThat(Snowflake.ofShortcode(Snowflake.shortcode(id))).isEqualTo(id);
    }
  }

  @Test
  void everyPostOfTheNewsroomCarriesItsTime() {
    Newsroom newsroom = new Newsroom(7, StoryBook.swedish(), List.of());
    LocalDate day = LocalDate.of(2026, 3, 1);
    Followers followers = new Followers(day, 1000, 0);
    List<Post> posts = new ArrayList<>();
    for (Channel channel : Channel.values()) {
      Account account = new Account(channel, "id", "name", "handle", 30, followers);
      posts.addAll(newsroom.posts(account, day, day.plusDays(60)));
    }
    for (Post post : posts) {
      switch (post.account().channel()) {
        case INSTAGRAM ->
            assertThat(Snowflake.INSTAGRAM.momentOf(post.media())).isEqualTo(post.publishedAt());
        case X -> assertThat(Snowflake.X.momentOf(number(post))).isEqualTo(post.publishedAt());
        case LINKEDIN ->
            assertThat(Snowflake.LINKEDIN.momentOf(number(post))).isEqualTo(post.publishedAt());
        case FACEBOOK, YOUTUBE -> assertThat(post.media()).isZero();
      }
    }
    assertThat(posts).hasSizeGreaterThan(1000).extracting(Post::id).doesNotHaveDuplicates();
  }

  private static long number(Post post) {
    return Long.parseLong(post.id());
  }
}
