package org.rackvidd.bench.reading;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;

/** An export whose every field is in quotes and whose texts have several lines. */
enum Sample {
  /** Facebook posts with captions. */
  POSTS(
      "meta_facebook_posts",
      "post",
      "post_id string, account_id string, account_name string, text string,"
          + " published_at timestamp, permalink string, platform_post_type string, views bigint,"
          + " reach bigint, reactions bigint, comments bigint, shares bigint, clicks bigint",
      "Post ID,Page ID,Page name,Description,Publish time,Permalink,Post type,Views,Reach,"
          + "Reactions,Comments,Shares,Total clicks") {
    @Override
    void write(Row row, int i, Random random) throws IOException {
      long id = 122_100_000_000_000L + i;
      row.field(id).field(100_064).field("Björkviks kommun").field(caption(random));
      row.field(
          String.format(
              Locale.ROOT,
              "%d/%d/2026 %d:%02d",
              1 + random.nextInt(12),
              1 + random.nextInt(28),
              random.nextInt(24),
              random.nextInt(60)));
      row.field("https://www.facebook.com/100064/posts/" + id).field("Photos");
      row.field(random.nextInt(90_000)).field(random.nextInt(40_000)).field(random.nextInt(500));
      row.field(random.nextInt(50)).field(random.nextInt(20)).field(random.nextInt(900));
    }
  },

  /** Meta ads by day, age and gender. */
  ADS(
      "meta_ads",
      "ad",
      "campaign_id string, campaign_name string, ad_id string, ad_name string,"
          + " period_start date, age string, gender string, impressions bigint, reach bigint,"
          + " spend decimal(18,6), clicks bigint",
      "Campaign ID,Campaign name,Ad ID,Ad name,Day,Age,Gender,Impressions,Reach,"
          + "Amount spent (SEK),Clicks (all)") {
    @Override
    void write(Row row, int i, Random random) throws IOException {
      int ad = i / 365;
      row.field(120_200_000_000_000L + ad / 20).field("Sommar, \"" + ad / 20 + "\"");
      row.field(120_400_000_000_000L + ad).field("Annons " + ad + "\nvariant B");
      row.field(LocalDate.of(2026, 1, 1).plusDays(i % 365)).field("25-34").field("female");
      row.field(random.nextInt(9_000)).field(random.nextInt(7_000));
      row.field(random.nextInt(900) + "." + (10 + random.nextInt(90))).field(random.nextInt(99));
    }
  };

  private static final String[] WORDS =
      "Nu är det dags för sommarens badfest vid älven, kom och \"simma\" med oss 🌊 hela dagen lång"
          .split(" ");

  /** Name of the format it has. */
  final String format;

  /** Name of the intake its rows belong to. */
  final String intake;

  /** The file's columns under the intake's names, as Spark's reader is told of them. */
  final String schema;

  private final String header;

  Sample(String format, String intake, String schema, String header) {
    this.format = format;
    this.intake = intake;
    this.schema = schema;
    this.header = header;
  }

  abstract void write(Row row, int i, Random random) throws IOException;

  /** Writes so many rows, always the same. */
  void write(Path file, int rows) throws IOException {
    Random random = new Random(7);
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write(header);
      for (int i = 0; i < rows; i++) {
        Row row = new Row();
        write(row, i, random);
        out.write(row.text.toString());
      }
      out.write("\n");
    }
  }

  private static String caption(Random random) {
    StringBuilder caption = new StringBuilder();
    int words = 10 + random.nextInt(30);
    for (int i = 1; i <= words; i++) {
      caption.append(WORDS[random.nextInt(WORDS.length)]).append(i % 9 == 0 ? '\n' : ' ');
    }
    return caption.toString();
  }

  /** One row as it is put together. */
  static final class Row {
    private final StringBuilder text = new StringBuilder();
    private char before = '\n';

    Row field(Object value) {
      text.append(before).append('"').append(value.toString().replace("\"", "\"\"")).append('"');
      before = ',';
      return this;
    }
  }
}
