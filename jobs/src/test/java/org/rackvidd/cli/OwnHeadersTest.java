package org.rackvidd.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rackvidd.LakeRows;
import org.rackvidd.lake.Lake;

/** What somebody does whose export has headers in a language nobody has described yet. */
class OwnHeadersTest {
  @TempDir private Path folder;

  @Test
  void headersOfAnUnknownLanguageAreReadTheSameDay() throws IOException {
    Path landing = Files.createDirectory(folder.resolve("landing"));
    Path posts =
        Files.writeString(
            landing.resolve("færslur.csv"),
            """
            Færslunúmer,Síðunúmer,Heiti síðu,Titill,Birtingartími,Tegund færslu,Viðbrögð
            122100000000000001,100200300,Sólvík,Laus störf,09/01/2026 10:00,Mynd,12
            122100000000000002,100200300,Sólvík,Sumarfrí,09/02/2026 10:00,Annað,3
            """);
    Path days =
        Files.writeString(
            landing.resolve("yfirlit.csv"),
            "Dagur,Áhorf,Heimsóknir\n2026-09-01,120,4\n2026-09-02,80,2\n");
    Path config = Files.createDirectory(folder.resolve("config"));
    Files.writeString(config.resolve("organisation.yaml"), "id: solvik\ncountry: IS\n");
    assertThat(ingest(landing, config).out()).contains("færslur.csv", "yfirlit.csv");
    Lake lake = LakeRows.open(folder.resolve("lake"));
    assertThat(lake.table("facts.post").count()).isZero();

    String aliases =
        filled(
                draft(posts, config, "meta_facebook_posts"),
                Map.of(
                    "post_id", "Færslunúmer",
                    "account_id", "Síðunúmer",
                    "account_name", "Heiti síðu",
                    "title", "Titill",
                    "published_at", "Birtingartími",
                    "platform_post_type", "Tegund færslu",
                    "reactions", "Viðbrögð"))
            + "  post_type.photo: [Mynd]\n"
            + filled(
                draft(days, config, "tiktok_overview"),
                Map.of("day", "Dagur", "views", "Áhorf", "profile_visits", "Heimsóknir"));
    Files.writeString(config.resolve("aliases.yaml"), aliases);
    CommandRun run = ingest(landing, config);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(LakeRows.of(lake, "facts.post"))
        .hasSize(2)
        .anySatisfy(post -> assertThat(post).contains("Laus störf", "\"post_type\":\"photo\""))
        .anySatisfy(post -> assertThat(post).contains("Sumarfrí", "\"post_type\":\"other\""));
    assertThat(LakeRows.of(lake, "facts.account_day"))
        .hasSize(4)
        .anySatisfy(day -> assertThat(day).contains("\"metric\":\"views\"", "\"value\":120.0"));
  }

  private static String draft(Path file, Path config, String format) {
    CommandRun run =
        CommandRun.of(
            "recognise",
            file.toString(),
            "--config",
            config.toString(),
            "--draft-alias",
            "--format",
            format);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.out();
  }

  /** The draft as it asks to be completed: headers in brackets, empty lines removed. */
  private static String filled(String draft, Map<String, String> headers) {
    headers.forEach(
        (column, header) ->
            assertThat(draft).contains("  %s: []".formatted(column)).contains(header));
    return draft
        .lines()
        .map(
            line -> {
              String column = line.strip().replaceFirst(":.*", "");
              String header = headers.get(column);
              return header == null ? line : line.replace("[]", "[\"" + header + "\"]");
            })
        .filter(line -> !line.contains(": []"))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private CommandRun ingest(Path landing, Path config) {
    return CommandRun.of(
        "ingest",
        "--lake",
        folder.resolve("lake").toString(),
        "--landing",
        landing.toString(),
        "--config",
        config.toString());
  }
}
