package org.rackvidd.bench.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rackvidd.bench.world.Account;
import org.rackvidd.bench.world.AdPlatform;
import org.rackvidd.bench.world.Campaign;
import org.rackvidd.bench.world.Campaign.Ad;
import org.rackvidd.bench.world.Campaign.AdSet;
import org.rackvidd.bench.world.Channel;
import org.rackvidd.bench.world.Dice;
import org.rackvidd.bench.world.Followers;

/**
 * A municipality like many.
 *
 * @param campaigns how many campaigns run on Meta at a time, on the whole; below 1 there are pauses
 */
public record OrdinaryTown(
    long seed, int number, String name, Population population, double campaigns, Span span)
    implements Town {
  private static final List<String> TITLES =
      List.of(
          "Undersköterska",
          "Lärare",
          "Socialsekreterare",
          "Förskollärare",
          "Sommarjobb unga",
          "Ingenjör");

  /** The same for worlds of any length, so that their last days are alike. */
  private static final LocalDate TRENDS_BEGIN = LocalDate.of(2025, 10, 1);

  private static final int SUMMER_JOB = 4;
  private static final int FLIGHT_DAYS = 21;
  private static final List<String> AD_NAMES =
      List.of("En dag på jobbet – film", "Platsannons – bild", "Karusell – fem kollegor");
  private static final double[] APPEALS = {1.7, 0.8, 1.3};

  /** The name in addresses. */
  private String handle() {
    StringBuilder handle = new StringBuilder();
    for (char letter : name.toLowerCase(Locale.ROOT).toCharArray()) {
      switch (letter) {
        case 'å', 'ä' -> handle.append('a');
        case 'ö' -> handle.append('o');
        case ' ' -> {}
        default -> handle.append(letter);
      }
    }
    return handle.append("kommun").append(number).toString();
  }

  @Override
  public String host() {
    return handle() + ".example";
  }

  @Override
  public String adAccount() {
    return name + " kommun Annonser";
  }

  @Override
  public Account account(Channel channel, int followers) {
    String id =
        switch (channel) {
          case FACEBOOK -> String.valueOf(100_060_000_000_000L + number * 7_919L);
          case INSTAGRAM -> String.valueOf(17_841_400_000_000_000L + number * 7_919L);
          case X, LINKEDIN, YOUTUBE -> handle();
        };
    Dice dice = Dice.of(seed, channel.key(), number);
    double perWeek =
        switch (channel) {
          case FACEBOOK -> dice.between(4, 7);
          case INSTAGRAM -> dice.between(3, 6);
          case LINKEDIN -> dice.between(1, 3);
          case X -> dice.between(1, 4);
          case YOUTUBE -> 0.5;
        };
    String owner = name + " kommun";
    return new Account(
        channel, id, owner, handle(), perWeek, new Followers(TRENDS_BEGIN, followers, 0));
  }

  @Override
  public LocalDate opened(Channel channel) {
    return span.first();
  }

  @Override
  public List<Flight> flights() {
    List<Flight> flights = new ArrayList<>();
    for (AdPlatform platform : AdPlatform.values()) {
      double atATime = platform == AdPlatform.META ? campaigns : Math.min(1, campaigns / 2);
      for (int group = 0; group < atATime; group++) {
        double share = Math.min(1, atATime - group);
        long from = Math.floorDiv(span.first().toEpochDay(), FLIGHT_DAYS);
        long to = Math.floorDiv(span.last().toEpochDay(), FLIGHT_DAYS);
        for (long flight = from; flight <= to; flight++) {
          Dice dice = Dice.of(seed, platform.key(), number, group, flight);
          if (dice.chance(share)) {
            flights.add(flight(platform, group, flight, dice));
          }
        }
      }
    }
    return flights;
  }

  private Flight flight(AdPlatform platform, int group, long flight, Dice dice) {
    LocalDate first = LocalDate.ofEpochDay(flight * FLIGHT_DAYS);
    int vacancy = platform == AdPlatform.TIKTOK ? SUMMER_JOB : dice.below(VACANCIES.size());
    long id =
        120_200_000_000_000_000L
            + platform.place() * 1_000_000_000_000_000L
            + (((long) number * 100 + group) * 100_000L + flight) * 1_000L;
    List<Ad> ads = new ArrayList<>();
    for (int i = 0; i < (platform == AdPlatform.META ? 3 : 2); i++) {
      ads.add(new Ad(String.valueOf(id + 101 + i), AD_NAMES.get(i), APPEALS[i]));
    }
    boolean young = vacancy == SUMMER_JOB;
    AdSet adSet =
        new AdSet(
            String.valueOf(id + 100),
            young ? "Unga 18–24 år" : "Kommunen + 50 km",
            dice.between(40, 250),
            young,
            ads);
    Campaign campaign =
        new Campaign(
            String.valueOf(id),
            "Rekrytering | " + TITLES.get(vacancy) + " | " + first,
            "actions:offsite_conversion.custom.ansok",
            first,
            first.plusDays(FLIGHT_DAYS - 1L));
    String tag = "rekrytering_" + VACANCIES.get(vacancy) + "_" + first;
    return new Flight(platform, campaign, adSet, tag, vacancy, group % 2 == 0);
  }
}
