package org.rackvidd.build;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Exports drawn by chance, made on several days: ads by day, over ranges, by campaign, by age and
 * by name without ids, also of the account, with figures that change; posts whose likes come and
 * go; a workbook that states half of a post on each of two sheets. Every content lies under several
 * names that say different things of its moment.
 */
final class Exports {
  private static final LocalDate FIRST = LocalDate.of(2026, 6, 1);

  /** How the workbook is read: as a user would describe an export of his own. */
  static final String MAPPING =
      """
      description: Posts of the intranet, the figures on two sheets.
      source: the intranet
      row: One post with some of its figures.
      certainty: A
      channel: intranet
      intake: post
      document: workbook
      recognise: {all: [post_id]}
      columns:
        post_id: {headers: {en: [Post number]}}
        reach: {headers: {en: [Readers]}}
        reactions: {headers: {en: [Thanks]}}
        shares: {headers: {en: [Passed on]}}
      """;

  private final SplittableRandom random;
  private final List<PlacedFile> placed = new ArrayList<>();

  Exports(long seed) {
    this.random = new SplittableRandom(seed);
    for (int export = 0; export < 3; export++) {
      LocalDate day = FIRST.plusDays(6 + random.nextInt(4) + 6L * export);
      place("ads", ".csv", day, text(adDays(export)));
      place("range", ".csv", day, text(adRange(export)));
      place("posts", ".csv", day, text(posts()));
    }
    place("names", ".csv", FIRST.plusDays(11), text(adNames()));
    place("ages", ".csv", FIRST.plusDays(12), text(ages()));
    place("intranet", ".xlsx", FIRST.plusDays(13), workbook());
  }

  List<PlacedFile> placed() {
    return placed;
  }

  /** Under one to three names; a copy may be made long after, or say better when it was made. */
  private void place(String name, String ending, LocalDate day, byte[] content) {
    Instant made = day.atTime(9, random.nextInt(60)).toInstant(java.time.ZoneOffset.UTC);
    List<PlacedFile> names =
        new ArrayList<>(
            List.of(
                new PlacedFile(name + "_" + day + ending, content, made),
                new PlacedFile(
                    "copy/" + name + "_" + day + ending, content, made.plusSeconds(777_600)),
                new PlacedFile(day.plusDays(1) + "/" + name + ending, content, made),
                new PlacedFile(
                    name + "_" + made.minusSeconds(86_400).toEpochMilli() + ending,
                    content,
                    made.plusSeconds(60))));
    int copies = 1 + random.nextInt(3);
    for (int i = 0; i < copies; i++) {
      placed.add(names.remove(random.nextInt(names.size())));
    }
  }

  private static byte[] text(String csv) {
    return csv.getBytes(StandardCharsets.UTF_8);
  }

  /** In the last export the campaigns have new names. */
  private String adDays(int export) {
    StringBuilder csv = new StringBuilder("Account ID,Account name,Campaign ID,Ad set ID,Ad ID,");
    csv.append("Campaign name,Ad set name,");
    csv.append("Ad name,Day,Amount spent (SEK),Impressions,Reach,Link clicks\n");
    for (int ad = 0; ad < 3; ad++) {
      for (int day = 0; day < 6; day++) {
        if (random.nextInt(4) > 0) {
          csv.append("55,Kontot,7").append(ad / 2).append(",8").append(ad / 2);
          csv.append(",9")
              .append(ad)
              .append(export == 2 ? ",New" : ",")
              .append(names(ad))
              .append(',')
              .append(FIRST.plusDays(day))
              .append(figures());
          csv.append('\n');
        }
      }
    }
    return csv.toString();
  }

  private static String names(int ad) {
    return "Campaign %d,Set %d,Ad %d".formatted(ad / 2, ad / 2, ad);
  }

  private String adNames() {
    StringBuilder csv = new StringBuilder("Account name,Campaign name,Ad set name,Ad name,Day,");
    csv.append("Amount spent (SEK),Impressions,Reach,Link clicks\n");
    for (int ad = 0; ad < 3; ad++) {
      for (int day = 2; day < 5; day++) {
        csv.append("Kontot,").append(names(ad)).append(',').append(FIRST.plusDays(day));
        csv.append(figures()).append('\n');
      }
    }
    return csv.toString();
  }

  private String adRange(int export) {
    boolean byAd = export == 1;
    StringBuilder csv = new StringBuilder("Account ID,Campaign ID,");
    csv.append(byAd ? "Ad set ID,Ad ID," : "").append("Reporting starts,Reporting ends,");
    csv.append("Amount spent (SEK),Impressions,Reach,Link clicks\n");
    for (int row = 0; row < (byAd ? 3 : 2); row++) {
      csv.append("55,7").append(byAd ? row / 2 : row);
      csv.append(byAd ? ",8" + row / 2 + ",9" + row : "").append(',').append(FIRST).append(',');
      csv.append(FIRST.plusDays(export == 2 ? 9 : 5)).append(figures()).append('\n');
    }
    return csv.toString();
  }

  private String ages() {
    StringBuilder csv =
        new StringBuilder("Account ID,Campaign ID,Ad set ID,Ad ID,Age,Reporting starts,");
    csv.append("Reporting ends,Amount spent (SEK),Impressions,Reach,Link clicks\n");
    for (String age : List.of("18-24", "25-34")) {
      csv.append("55,70,80,90,").append(age).append(',').append(FIRST).append(',');
      csv.append(FIRST.plusDays(5)).append(figures()).append('\n');
    }
    return csv.toString();
  }

  private String figures() {
    return ",%d.%02d,%d,%d,%s"
        .formatted(
            random.nextInt(90),
            random.nextInt(100),
            random.nextInt(900),
            random.nextInt(300),
            random.nextInt(5) == 0 ? "" : random.nextInt(40));
  }

  private String posts() {
    StringBuilder csv =
        new StringBuilder("Post ID,Page ID,Page name,Title,Publish time,Permalink,Post type,");
    csv.append("Views,Reactions,Comments,Reach\n");
    for (int post = 0; post < 4; post++) {
      csv.append(1000 + post).append(",77,Sidan,Rubrik ").append(random.nextInt(3));
      csv.append(",06/0").append(1 + post).append("/2026 10:00,https://www.facebook.com/p/");
      csv.append(post).append(",Photos");
      for (int figure = 0; figure < 4; figure++) {
        csv.append(',').append(random.nextInt(6) == 0 ? "" : random.nextInt(200));
      }
      csv.append('\n');
    }
    return csv.toString();
  }

  private byte[] workbook() {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      for (List<String> headers :
          List.of(
              List.of("Post number", "Readers", "Passed on"),
              List.of("Post number", "Passed on", "Thanks"))) {
        var sheet = workbook.createSheet("Sheet " + headers.get(1));
        for (int line = 0; line < 4; line++) {
          var row = sheet.createRow(line);
          for (int cell = 0; cell < 3; cell++) {
            if (line == 0) {
              row.createCell(cell).setCellValue(headers.get(cell));
            } else if (cell == 0) {
              row.createCell(cell).setCellValue("p" + line);
            } else {
              row.createCell(cell).setCellValue(10 * line + random.nextInt(9));
            }
          }
        }
      }
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
