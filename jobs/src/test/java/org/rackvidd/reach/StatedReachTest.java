package org.rackvidd.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rackvidd.build.Period;
import org.rackvidd.configuration.Organisation;

class StatedReachTest {
  private static final Period MONTH = new Period("month", LocalDate.of(2026, 2, 1));
  private static final StatedReach.Way FACEBOOK = new StatedReach.Way("facebook", "all");
  private static final StatedReach.Way INSTAGRAM = new StatedReach.Way("instagram", "all");

  private static Organisation organisation(Map<String, Long> reachable, boolean modelsReach) {
    return new Organisation(
        "o",
        "O",
        "SE",
        ZoneId.of("Europe/Stockholm"),
        List.of("sv"),
        "SEK",
        Map.of(),
        10,
        reachable,
        modelsReach);
  }

  private static Statement post(int day, long reach) {
    LocalDate date = LocalDate.of(2026, 2, day);
    return new Statement(
        Statement.Level.POST,
        "a",
        "",
        Set.of("unassigned"),
        Days.of(date, date),
        Bounds.exactly(reach),
        2 * reach);
  }

  private static StatedReach.Known of(
      String channel, Organisation organisation, Map<StatedReach.Way, List<Statement>> posts) {
    return new StatedReach(organisation, posts, true)
        .known()
        .get(new Place(MONTH, channel, Place.ALL, Place.ALL));
  }

  @Test
  void nobodyWhoCannotBeReachedIs() {
    Map<StatedReach.Way, List<Statement>> posts =
        Map.of(
            FACEBOOK, List.of(post(2, 600), post(3, 700)),
            INSTAGRAM, List.of(post(2, 300)));
    Organisation town = organisation(Map.of("all", 1_200L, "facebook", 1_000L), false);
    assertThat(of("facebook", town, posts).reach()).isEqualTo(new Bounds(700, 1_000));
    assertThat(of("instagram", town, posts).reach()).isEqualTo(Bounds.exactly(300));
    assertThat(of(Place.ALL, town, posts).reach()).isEqualTo(new Bounds(700, 1_200));
    assertThat(of(Place.ALL, town, posts).model()).isNull();
    assertThat(of(Place.ALL, town, posts).impressions()).isEqualTo(3_200);
  }

  @Test
  void theModelIsIndependenceWithinTheBounds() {
    Map<StatedReach.Way, List<Statement>> posts =
        Map.of(
            FACEBOOK, List.of(post(2, 500), post(3, 500)),
            INSTAGRAM, List.of(post(2, 200)));
    Organisation town = organisation(Map.of("all", 1_000L), true);
    // 1000 (1 - 0.5 x 0.5), and with Instagram 1000 (1 - 0.25 x 0.8).
    assertThat(of("facebook", town, posts).model()).isEqualTo(750);
    assertThat(of(Place.ALL, town, posts).model()).isEqualTo(800);
    Organisation country = organisation(Map.of("all", 1_000_000L), true);
    assertThat(of("facebook", country, Map.of(FACEBOOK, List.of(post(2, 500)))).model())
        .isEqualTo(500);
  }
}
