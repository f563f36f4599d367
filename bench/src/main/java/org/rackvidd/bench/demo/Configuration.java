package org.rackvidd.bench.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.rackvidd.bench.people.Life;
import org.rackvidd.bench.world.Account;
import org.rackvidd.bench.world.Channel;

/** The folder of YAML that goes with the demo's exports. */
final class Configuration {
  private Configuration() {}

  static void write(Path folder, Life life) throws IOException {
    Files.createDirectories(folder);
    for (String name : List.of("organisation.yaml", "audiences.yaml")) {
      try (InputStream text = Configuration.class.getResourceAsStream(name)) {
        Files.write(folder.resolve(name), text.readAllBytes());
      }
    }
    Files.writeString(folder.resolve("accounts.yaml"), accounts(life));
  }

  private static String accounts(Life life) {
    StringBuilder text =
        new StringBuilder(
            """
            # The municipality's accounts, as the platforms' exports name them, and their followers
            # on the first of each month.
            accounts:
            """);
    for (Channel channel : Channel.values()) {
      Account account = life.account(channel);
      entry(text, channel.key(), account.id(), account.name(), "own");
      if (channel == Channel.LINKEDIN) {
        text.append("    files: [\"granvika-kommun_content_*.xls\"]\n");
      }
      followers(text, account);
    }
    entry(text, "meta", Granvika.AD_ACCOUNT, Granvika.AD_ACCOUNT, "own");
    Account club = Granvika.FOOTBALL_CLUB;
    text.append("  # Posts published together with others turn up in the Instagram export.\n");
    entry(text, club.channel().key(), club.id(), club.name(), "foreign");
    return text.toString();
  }

  private static void entry(
      StringBuilder text, String channel, String id, String name, String role) {
    text.append("  - channel: ").append(channel).append('\n');
    text.append("    id: \"").append(id).append("\"\n");
    text.append("    name: ").append(name).append('\n');
    text.append("    role: ").append(role).append('\n');
  }

  private static void followers(StringBuilder text, Account account) {
    text.append("    followers:\n");
    YearMonth last = YearMonth.from(Granvika.LAST).plusMonths(1);
    for (YearMonth month = YearMonth.from(account.followers().start());
        !month.isAfter(last);
        month = month.plusMonths(1)) {
      text.append("      ")
          .append(month.atDay(1))
          .append(": ")
          .append(account.followers().on(month.atDay(1)))
          .append('\n');
    }
  }
}
