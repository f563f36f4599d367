package org.rackvidd.bench.truth;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.rackvidd.bench.exports.Dialect;
import org.rackvidd.bench.people.AdCounts;
import org.rackvidd.bench.people.Breakdown;
import org.rackvidd.bench.people.Flight;
import org.rackvidd.bench.people.Life;
import org.rackvidd.bench.world.AdPlatform;
import org.rackvidd.bench.world.Channel;
import org.rackvidd.bench.world.Figure;
import org.rackvidd.bench.world.People;
import org.rackvidd.bench.world.Post;

/** Figures of posts and ads that the second download states otherwise than the first. */
public final class Restated {
  private final List<String[]> rows = new ArrayList<>();
  private final List<String[]> ofAds = new ArrayList<>();

  /** Compares two downloads of an account's posts published from a day on. */
  public void add(List<Post> posts, LocalDate from, LocalDate first, LocalDate second) {
    for (Post post : posts) {
      if (!post.localDay().isBefore(from) && post.localDay().isBefore(first)) {
        for (Figure figure : Figure.values()) {
          long before = post.figuresOn(first).of(figure);
          long after = post.figuresOn(second).of(figure);
          if (before != after && isStated(post.account().channel(), figure)) {
            rows.add(
                new String[] {
                  post.account().channel().key(),
                  post.account().id(),
                  post.id(),
                  figure.key(),
                  String.valueOf(before),
                  String.valueOf(after)
                });
          }
        }
      }
    }
  }

  private static boolean isStated(Channel channel, Figure figure) {
    return switch (figure) {
      case REACTIONS, COMMENTS, SHARES -> channel != Channel.YOUTUBE;
      case VIEWS -> channel != Channel.X && channel != Channel.LINKEDIN;
      case REACH -> channel == Channel.FACEBOOK || channel == Channel.INSTAGRAM;
      case IMPRESSIONS -> channel != Channel.FACEBOOK && channel != Channel.INSTAGRAM;
      case SAVES -> channel == Channel.INSTAGRAM || channel == Channel.X;
      case FOLLOWS -> channel != Channel.FACEBOOK;
      case CLICKS -> channel == Channel.FACEBOOK || channel == Channel.LINKEDIN;
      case LINK_CLICKS -> channel == Channel.FACEBOOK || channel == Channel.X;
    };
  }

  /**
   * Compares what two downloads state of a town's ads: applications come in for two weeks after a
   * click, all else is as it was.
   *
   * @param from the first day that both hold
   * @param first the day of the first download, which does not hold it
   */
  public void add(Life town, AdCounts counts, LocalDate from, LocalDate first) {
    List<Flight> flights = town.advertising().flights();
    for (int flight = 0; flight < flights.size(); flight++) {
      for (int ad = 0; ad < flights.get(flight).adSet().ads().size(); ad++) {
        for (int day = 0; day < flights.get(flight).campaign().days(); day++) {
          LocalDate date = flights.get(flight).campaign().first().plusDays(day);
          if (!date.isBefore(from) && date.isBefore(first)) {
            add(town, counts, flight, ad, day);
          }
        }
      }
    }
  }

  /** Meta's report is by age and gender, those of the others are not. */
  private void add(Life town, AdCounts counts, int index, int ad, int day) {
    Flight flight = town.advertising().flights().get(index);
    boolean isByPeople = flight.platform() == AdPlatform.META;
    long before = 0;
    long after = 0;
    for (int cell = 0; cell < Breakdown.CELLS.size(); cell++) {
      long first = town.advertising().delivery(counts, index, ad, day, cell, 0).results();
      long second = town.advertising().delivery(counts, index, ad, day, cell, 1).results();
      if (isByPeople) {
        add(town, flight, ad, day, Breakdown.CELLS.get(cell), first, second);
      }
      before += first;
      after += second;
    }
    if (!isByPeople) {
      add(town, flight, ad, day, People.ALL, before, after);
    }
  }

  private void add(
      Life town, Flight flight, int ad, int day, People people, long before, long after) {
    if (before != after) {
      ofAds.add(
          new String[] {
            flight.platform().key(),
            town.town().adAccount(),
            flight.adSet().ads().get(ad).id(),
            flight.campaign().first().plusDays(day).toString(),
            people.age(),
            people.gender(),
            String.valueOf(before),
            String.valueOf(after)
          });
    }
  }

  /** Writes {@code restated.csv} and {@code restated_ads.csv}. */
  public void write(Path folder) throws IOException {
    try (CsvWriter csv = Dialect.PLAIN.create(folder.resolve("restated_ads.csv"))) {
      csv.writeRecord(
          "platform",
          "account_name",
          "ad_id",
          "day",
          "age",
          "gender",
          "results_before",
          "results_after");
      ofAds.forEach(csv::writeRecord);
    }
    try (CsvWriter csv = Dialect.PLAIN.create(folder.resolve("restated.csv"))) {
      csv.writeRecord("channel", "account_id", "post_id", "figure", "before", "after");
      rows.forEach(csv::writeRecord);
    }
  }
}
