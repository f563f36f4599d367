package org.rackvidd.bench.exports;

import static org.rackvidd.bench.world.Figure.CLICKS;
import static org.rackvidd.bench.world.Figure.COMMENTS;
import static org.rackvidd.bench.world.Figure.FOLLOWS;
import static org.rackvidd.bench.world.Figure.IMPRESSIONS;
import static org.rackvidd.bench.world.Figure.REACTIONS;
import static org.rackvidd.bench.world.Figure.SHARES;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import org.apache.poi.hssf.record.WriteAccessRecord;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.rackvidd.bench.world.Figure;
import org.rackvidd.bench.world.Figures;
import org.rackvidd.bench.world.PageDay;
import org.rackvidd.bench.world.Post;
import org.rackvidd.bench.world.PostType;

/**
 * LinkedIn's content export of a page since 2023: a binary workbook with the sheets Metrics (a row
 * per day) and All posts, each with a note above its header, dates as text and rates as fractions.
 */
public final class LinkedInExport {
  private static final String METRICS_NOTE =
      "Daily totals for organic and sponsored content of the Page. All dates and times are in UTC.";
  private static final String POSTS_NOTE =
      "Totals for each post since it was created. All dates and times are in UTC.";
  private static final List<String> METRICS_HEADER =
      List.of(
          "Date",
          "Impressions (organic)",
          "Impressions (sponsored)",
          "Impressions (total)",
          "Unique impressions (organic)",
          "Clicks (organic)",
          "Clicks (sponsored)",
          "Clicks (total)",
          "Reactions (organic)",
          "Reactions (sponsored)",
          "Reactions (total)",
          "Comments (organic)",
          "Comments (sponsored)",
          "Comments (total)",
          "Reposts (organic)",
          "Reposts (sponsored)",
          "Reposts (total)",
          "Engagement rate (organic)",
          "Engagement rate (sponsored)",
          "Engagement rate (total)");
  private static final List<String> POSTS_HEADER =
      List.of(
          "Post title",
          "Post link",
          "Post type",
          "Campaign name",
          "Posted by",
          "Created date",
          "Campaign start date",
          "Campaign end date",
          "Audience",
          "Impressions",
          "Views (Excluding offsite video views)",
          "Offsite Views",
          "Clicks",
          "Click through rate (CTR)",
          "Likes",
          "Comments",
          "Reposts",
          "Follows",
          "Engagement rate",
          "Content Type");

  /** The figures a reader can find about a post. */
  public static final EnumSet<Figure> FIGURES =
      EnumSet.of(IMPRESSIONS, REACTIONS, COMMENTS, SHARES, CLICKS, FOLLOWS);

  private final LocalDate observed;

  public LinkedInExport(LocalDate observed) {
    this.observed = observed;
  }

  /**
   * Writes the workbook.
   *
   * @param posts the posts of the range, newest first
   * @param days what happened each day of the range
   */
  public void write(Path file, List<Post> posts, List<PageDay> days) throws IOException {
    Files.createDirectories(file.getParent());
    try (HSSFWorkbook book = new HSSFWorkbook();
        OutputStream bytes = Files.newOutputStream(file)) {
      Sheet metrics = sheet(book, "Metrics", METRICS_NOTE, METRICS_HEADER);
      for (PageDay day : days) {
        fill(metrics, day);
      }
      Sheet all = sheet(book, "All posts", POSTS_NOTE, POSTS_HEADER);
      for (Post post : posts) {
        fill(all, post);
      }
      forgetWhoWrote(book);
      book.write(bytes);
    }
  }

  /** POI would put the name of whoever runs it into the file, which would differ each time. */
  private static void forgetWhoWrote(HSSFWorkbook book) {
    WriteAccessRecord who =
        (WriteAccessRecord) book.getInternalWorkbook().findFirstRecordBySid(WriteAccessRecord.sid);
    who.setUsername("LinkedIn");
  }

  private static Sheet sheet(HSSFWorkbook book, String name, String note, List<String> header) {
    Sheet sheet = book.createSheet(name);
    sheet.createRow(0).createCell(0).setCellValue(note);
    Row names = sheet.createRow(1);
    for (int i = 0; i < header.size(); i++) {
      names.createCell(i).setCellValue(header.get(i));
    }
    return sheet;
  }

  private static void fill(Sheet sheet, PageDay day) {
    Row row = sheet.createRow(sheet.getLastRowNum() + 1);
    row.createCell(0).setCellValue(Moments.american(day.day()));
    double rate = rate(day.clicks() + day.reactions() + day.comments() + day.reposts(), day);
    double[] cells = {
      day.impressions(),
      0,
      day.impressions(),
      day.unique(),
      day.clicks(),
      0,
      day.clicks(),
      day.reactions(),
      0,
      day.reactions(),
      day.comments(),
      0,
      day.comments(),
      day.reposts(),
      0,
      day.reposts(),
      rate,
      0,
      rate
    };
    for (int i = 0; i < cells.length; i++) {
      row.createCell(i + 1).setCellValue(cells[i]);
    }
  }

  private static double rate(long engagements, PageDay day) {
    return day.impressions() == 0 ? 0 : (double) engagements / day.impressions();
  }

  private void fill(Sheet sheet, Post post) {
    Figures figures = post.figuresOn(observed);
    double impressions = figures.of(IMPRESSIONS);
    double clicks = figures.of(CLICKS);
    double engagements = figures.interactions() + clicks + figures.of(FOLLOWS);
    Row row = sheet.createRow(sheet.getLastRowNum() + 1);
    text(row, "Post title", post.text());
    text(row, "Post link", "https://www.linkedin.com/feed/update/urn:li:activity:" + post.id());
    text(row, "Post type", "Organic");
    text(row, "Posted by", "Maja Ek");
    LocalDate created = LocalDate.ofInstant(post.publishedAt(), ZoneOffset.UTC);
    text(row, "Created date", Moments.american(created));
    text(row, "Audience", "All followers");
    number(row, "Impressions", impressions);
    if (post.type().moves()) {
      number(row, "Views (Excluding offsite video views)", Math.rint(impressions * 0.3));
      number(row, "Offsite Views", 0);
    }
    number(row, "Clicks", clicks);
    number(row, "Click through rate (CTR)", impressions == 0 ? 0 : clicks / impressions);
    number(row, "Likes", (double) figures.of(REACTIONS));
    number(row, "Comments", (double) figures.of(COMMENTS));
    number(row, "Reposts", (double) figures.of(SHARES));
    number(row, "Follows", (double) figures.of(FOLLOWS));
    number(row, "Engagement rate", impressions == 0 ? 0 : engagements / impressions);
    // LinkedIn names only some types.
    if (post.type().moves()) {
      text(row, "Content Type", "Video");
    } else if (post.type() == PostType.LINK) {
      text(row, "Content Type", "Article");
    }
  }

  private static void text(Row row, String column, String value) {
    row.createCell(POSTS_HEADER.indexOf(column)).setCellValue(value);
  }

  private static void number(Row row, String column, double value) {
    row.createCell(POSTS_HEADER.indexOf(column)).setCellValue(value);
  }
}
