package org.rackvidd.bench.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.rackvidd.bench.world.Account;
import org.rackvidd.bench.world.Campaign;
import org.rackvidd.bench.world.Campaign.Ad;
import org.rackvidd.bench.world.Campaign.AdSet;
import org.rackvidd.bench.world.Channel;
import org.rackvidd.bench.world.Followers;

/** Granvika kommun, which does not exist: 31 250 people by a lake, and five channels. */
final class Granvika {
  static final long SEED = 31_250;
  static final LocalDate FIRST = LocalDate.of(2025, 5, 1);
  static final LocalDate LAST = LocalDate.of(2026, 10, 31);

  /** The page on LinkedIn is younger than the other channels. */
  static final LocalDate LINKEDIN_FIRST = LocalDate.of(2025, 11, 1);

  static final String NAME = "Granvika kommun";
  static final String AD_ACCOUNT = "Granvika kommun Annonser";
  private static final String LANDINGS = "actions:offsite_conversion.custom.ansok";
  private static final String LEADS = "actions:onsite_conversion.lead_grouped";

  static final Account FACEBOOK =
      account(Channel.FACEBOOK, "100064512873319", "granvikakommun", 4.0, 5600, 0.004);
  static final Account INSTAGRAM =
      account(Channel.INSTAGRAM, "17841405622907153", "granvikakommun", 3.1, 2400, 0.019);
  static final Account LINKEDIN =
      account(Channel.LINKEDIN, "granvika-kommun", "granvika-kommun", 2.0, 1210, 0.021);
  static final Account X =
      account(Channel.X, "granvikakommun", "granvikakommun", 2.2, 1320, -0.004);
  static final Account YOUTUBE = account(Channel.YOUTUBE, NAME, "granvikakommun", 0.5, 410, 0.012);

  /** The football club, whose post together with the municipality lands in its export. */
  static final Account FOOTBALL_CLUB =
      new Account(
          Channel.INSTAGRAM,
          "17841400377120846",
          "Granvika IF",
          "granvikaif",
          7,
          new Followers(FIRST, 1900, 0.01));

  private Granvika() {}

  private static Account account(
      Channel channel, String id, String handle, double perWeek, int followers, double growth) {
    LocalDate start = channel == Channel.LINKEDIN ? LINKEDIN_FIRST : FIRST;
    return new Account(channel, id, NAME, handle, perWeek, new Followers(start, followers, growth));
  }

  static List<Account> accounts() {
    return List.of(FACEBOOK, INSTAGRAM, LINKEDIN, X, YOUTUBE);
  }

  /** Recruitment, season by season. */
  static List<Campaign> campaigns() {
    return List.of(
        campaign(1, "Rekrytering | Sommarvikarier vård | maj 2025", "2025-05-05", 11, 180, false),
        campaign(2, "Rekrytering | Undersköterska | hösten 2025", "2025-09-15", 12, 220, false),
        campaign(3, "Rekrytering | Lärare | våren 2026", "2026-02-09", 12, 200, false),
        campaign(4, "Rekrytering | Sommarjobb unga | 2026", "2026-03-16", 12, 150, true),
        campaign(5, "Rekrytering | Socialsekreterare | 2026", "2026-09-07", 12, 240, false),
        campaign(6, "Rekrytering | Undersköterska | hösten 2026", "2026-10-05", 11, 260, false));
  }

  private static Campaign campaign(
      int number, String name, String first, int days, int budget, boolean young) {
    LocalDate start = LocalDate.parse(first);
    List<AdSet> adSets = new ArrayList<>();
    adSets.add(
        new AdSet(
            id(number, 10),
            young ? "Granvika 18–24 år" : "Granvika + 50 km, 25–64 år",
            budget,
            young,
            List.of(
                new Ad(id(number, 11), "En dag på jobbet – film", 1.7),
                new Ad(id(number, 12), "Platsannons – bild", 0.8))));
    if (number % 2 == 0) {
      adSets.add(
          new AdSet(
              id(number, 20),
              "Liknande: besökt lediga jobb",
              budget / 2,
              young,
              List.of(new Ad(id(number, 21), "Karusell – fem kollegor", 1.3))));
    }
    return new Campaign(
        id(number, 0),
        name,
        number == 4 ? LEADS : LANDINGS,
        start,
        start.plusDays(days - 1L),
        adSets);
  }

  /** Eighteen digits, too many for a spreadsheet. */
  private static String id(int campaign, int part) {
    return String.valueOf(
        120_214_600_000_000_000L + campaign * 37_510_003L * 1000 + part * 10_007L);
  }
}
