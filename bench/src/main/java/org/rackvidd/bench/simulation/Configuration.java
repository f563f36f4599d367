package org.rackvidd.bench.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import org.rackvidd.bench.people.Audience;
import org.rackvidd.bench.people.Life;
import org.rackvidd.bench.world.Account;
import org.rackvidd.bench.world.Channel;
import org.rackvidd.bench.world.Dice;

/** The configuration an agency would have written for these towns. */
final class Configuration {
  private final Plan plan;
  private final Path folder;
  private final StringBuilder accounts = new StringBuilder("accounts:\n");

  Configuration(Plan plan, Path folder) {
    this.plan = plan;
    this.folder = folder;
  }

  /** A town's accounts. */
  void add(Life life) {
    for (Channel channel : Channel.values()) {
      Account account = life.account(channel);
      accounts.append("  - {channel: ").append(channel.key());
      accounts.append(", id: \"").append(account.id());
      accounts.append("\", name: \"").append(account.name()).append("\", role: own");
      if (channel == Channel.LINKEDIN) {
        accounts.append(", files: [\"").append(account.id()).append("_content_*.xls\"]");
      }
      accounts.append(", followers: {").append(plan.span().first());
      accounts.append(": ").append(account.followers().atStart()).append("}}\n");
    }
  }

  void write() throws IOException {
    Files.createDirectories(folder.resolve("mappings"));
    Files.writeString(folder.resolve("accounts.yaml"), accounts);
    Files.writeString(folder.resolve("organisation.yaml"), organisation());
    Files.writeString(folder.resolve("audiences.yaml"), audiences());
    Files.writeString(folder.resolve("mappings/applications.yaml"), applications());
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      key.append(String.format("%016x", Dice.mix(plan.seed() * 4 + i)));
    }
    Path keyFile = folder.resolveSibling("person.key");
    Files.writeString(keyFile, key + "\n");
    // No key is used that others on the machine can read.
    Files.setPosixFilePermissions(keyFile, PosixFilePermissions.fromString("rw-------"));
  }

  private String organisation() {
    return """
        id: simulated
        name: Kommunbyrån Norr
        country: SE
        time_zone: Europe/Stockholm
        languages: [sv]
        currency: SEK
        population:
          all: %d
        # Residents, and those nearby who see a town's posts and ads.
        reachable:
          all: %d
        smallest_group: 5
        keep_person_files: true
        """
        .formatted(
            (long) plan.towns() * plan.town(0).population().residents(),
            (long) plan.towns() * plan.town(0).population().size());
  }

  private static String audiences() {
    StringBuilder text = new StringBuilder("audiences:\n");
    for (Audience audience : Audience.values()) {
      if (audience == Audience.ALL) {
        continue;
      }
      text.append("  - name: ").append(audience.key()).append("\n    any:\n");
      text.append("      - hashtags: ").append(audience.hashtags()).append('\n');
      if (!audience.campaigns().isEmpty()) {
        text.append("      - campaigns: ").append(quoted(audience.campaigns())).append('\n');
      }
    }
    return text.toString();
  }

  private static String quoted(List<String> words) {
    return words.stream().map(word -> '"' + word + '"').collect(Collectors.joining(", ", "[", "]"));
  }

  private static String applications() {
    return """
        description: Applications from the applicant system, which keeps the visitor's name in a hidden field.
        source: Applicant system > Ansökningar > Exportera som CSV
        row: One application of one candidate.
        intake: event
        time_zone: Europe/Stockholm
        recognise:
          all: [_candidate, _application, application]
        columns:
          _visitor:
            headers: {sv: [Besökar-id]}
            type: text
            personal: true
          _matomo:
            else: [{column: _visitor, pattern: '^([0-9a-f]{16})$'}]
            type: person
            space: matomo
            personal: true
          _ga4:
            else: [{column: _visitor, pattern: '^(\\d+\\.\\d+)$'}]
            type: person
            space: ga4
            personal: true
          _candidate:
            headers: {sv: [Kandidat-id]}
            type: person
            space: applicants
            personal: true
          person:
            else: [{column: _matomo}, {column: _ga4}, {column: _candidate}]
            type: person
            space: applicants
          _application:
            headers: {sv: [Ansöknings-id]}
            type: text
          source_event_id:
            else: [{columns: [_application]}]
            type: person
            space: application
          subject:
            headers: {sv: [Annons]}
          stage:
            headers: {sv: [Status]}
          _link:
            headers: {sv: [Källa]}
            type: text
            personal: true
          utm_source:
            else: [{column: _link, parameter: utm_source}]
          utm_medium:
            else: [{column: _link, parameter: utm_medium}]
          utm_campaign:
            else: [{column: _link, parameter: utm_campaign}]
          utm_content:
            else: [{column: _link, parameter: utm_content}]
        metrics:
          application:
            headers: {sv: [Inkommen]}
            patterns: ["uuuu-MM-dd HH:mm"]
          qualified:
            headers: {sv: [Kallad till intervju]}
          hired:
            headers: {sv: [Anställd]}
          rejected:
            headers: {sv: [Avslag]}
        """;
  }
}
