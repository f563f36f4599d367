package org.rackvidd.bench.scale;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.rackvidd.bench.world.Account;
import org.rackvidd.bench.world.Campaign;
import org.rackvidd.bench.world.Campaign.Ad;
import org.rackvidd.bench.world.Campaign.AdSet;
import org.rackvidd.bench.world.Channel;
import org.rackvidd.bench.world.Dice;
import org.rackvidd.bench.world.Followers;

/** An agency that looks after the channels and the ads of as many municipalities as it takes. */
final class Agency {
  static final LocalDate LAST = LocalDate.of(2026, 10, 31);

  /** History kept, as a night on top of it should not cost more than without. */
  static final int DAYS = 400;

  static final LocalDate FIRST = LAST.minusDays(DAYS - 1L);
  private static final int FLIGHT_DAYS = 21;
  private static final int ADS_OF_ACCOUNT = 12;
  private static final int ADS_OF_CAMPAIGN = 3;
  private static final List<String> ROLES =
      List.of("Undersköterska", "Lärare", "Socialsekreterare", "Förskollärare", "Sommarjobb unga");
  private static final List<String> AD_NAMES =
      List.of("En dag på jobbet – film", "Platsannons – bild", "Karusell – fem kollegor");

  private final long seed;

  Agency(long seed) {
    this.seed = seed;
  }

  /** The account of a municipality on a channel. */
  Account account(Channel channel, int number) {
    Dice dice = Dice.of(seed, channel.key(), number);
    String place = Places.name(number);
    String handle =
        place.toLowerCase(Locale.ROOT).replace(" ", "").replaceAll("[åä]", "a").replace('ö', 'o')
            + "kommun"
            + number;
    String id =
        switch (channel) {
          case FACEBOOK -> String.valueOf(100_060_000_000_000L + number * 7_919L);
          case INSTAGRAM -> String.valueOf(17_841_400_000_000_000L + number * 7_919L);
          case X, LINKEDIN, YOUTUBE -> handle;
        };
    Followers followers =
        new Followers(FIRST, dice.between(900, 14_000), 0.002 + 0.02 * dice.unit());
    return new Account(channel, id, place + " kommun", handle, dice.between(5, 9), followers);
  }

  /** An ad account always has this many ads running. */
  static String adAccount(int slot) {
    return Places.name(slot / ADS_OF_ACCOUNT) + " kommun Annonser";
  }

  /** The campaign that keeps three neighbouring slots busy on a day. */
  Campaign campaign(int slot, LocalDate day) {
    int group = slot / ADS_OF_CAMPAIGN;
    long flight = Math.floorDiv(day.toEpochDay() + group % FLIGHT_DAYS, FLIGHT_DAYS);
    LocalDate first = LocalDate.ofEpochDay(flight * FLIGHT_DAYS - group % FLIGHT_DAYS);
    Dice dice = Dice.of(seed, "campaign", group, flight);
    long id = 120_200_000_000_000_000L + (flight * 100_000L + group) * 1_000L;
    String role = dice.pick(ROLES);
    List<Ad> ads = List.of(ad(id + 101, 0, 1.7), ad(id + 102, 1, 0.8), ad(id + 103, 2, 1.3));
    AdSet adSet =
        new AdSet(
            String.valueOf(id + 100),
            "Kommunen + 50 km",
            dice.between(120, 900),
            role.startsWith("Sommarjobb"),
            ads);
    return new Campaign(
        String.valueOf(id),
        "Rekrytering | " + role + " | " + first,
        "actions:offsite_conversion.custom.ansok",
        first,
        first.plusDays(FLIGHT_DAYS - 1L),
        List.of(adSet));
  }

  /** The slot's ad within its campaign. */
  static Ad ad(Campaign campaign, int slot) {
    return campaign.adSets().get(0).ads().get(slot % ADS_OF_CAMPAIGN);
  }

  private static Ad ad(long id, int name, double appeal) {
    return new Ad(String.valueOf(id), AD_NAMES.get(name), appeal);
  }
}
