package org.rackvidd.bench.demo;

import static org.rackvidd.bench.demo.Downloads.NOVEMBER_2026;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;
import org.rackvidd.bench.exports.Dialect;
import org.rackvidd.bench.exports.ExportTable;
import org.rackvidd.bench.exports.YouTubeExport;
import org.rackvidd.bench.world.Channel;
import org.rackvidd.bench.world.Figure;
import org.rackvidd.bench.world.Post;

/** The folder YouTube Studio packs: table, chart and totals, most watched video first. */
final class YouTubeDownload {
  /** Studio tells what there was by the end of the range, whenever it is asked. */
  private static final LocalDate AS_OF = Granvika.LAST.plusDays(1);

  private static final LocalDate CHART_FROM = LocalDate.of(2026, 10, 1);
  private static final int CHARTED_VIDEOS = 3;

  private final Downloads downloads;
  private final YouTubeExport layout = YouTubeExport.SWEDISH;

  YouTubeDownload(Downloads downloads) {
    this.downloads = downloads;
  }

  void write() throws IOException {
    List<Post> videos = downloads.newestFirst(Channel.YOUTUBE, layout, "2025-05-01", "2026-10-31");
    Post unwatched = Collections.min(videos, Comparator.comparing(of(Figure.IMPRESSIONS)));
    videos.remove(unwatched);
    videos.sort(Comparator.comparing(of(Figure.VIEWS)).reversed());
    table(videos, unwatched);
    totals(videos);
    chart(videos.subList(0, CHARTED_VIDEOS));
  }

  private static Function<Post, Long> of(Figure figure) {
    return video -> video.figuresOn(AS_OF).of(figure);
  }

  /** A file of the folder the table is in. */
  private String file(String name) {
    Path table = Path.of(layout.path(Granvika.NAME, Granvika.FIRST, Granvika.LAST));
    return NOVEMBER_2026 + "/" + table.resolveSibling(name);
  }

  private void table(List<Post> videos, Post unwatched) throws IOException {
    ExportTable table = new ExportTable(layout.header());
    table.add(layout.total(videos, AS_OF));
    videos.forEach(video -> table.add(layout.row(video, AS_OF)));
    table.add(layout.row(unwatched, AS_OF));
    // Shown to some, watched by nobody: YouTube leaves the cells empty.
    int last = videos.size() + 1;
    for (String column : List.of("Visningar", "Visningstid (timmar)", "Prenumeranter")) {
      table.damage(last, column, "");
    }
    table.damage(last, "Klickfrekvens för exponeringar (%)", "0");
    downloads
        .write(file("Tabelldata.csv"), "youtube_content", table, Dialect.PLAIN)
        .accept(last)
        .setAside("total", 1)
        .note("video " + unwatched.id() + " has empty views");
    downloads.seen(videos, AS_OF, layout.figures());
    downloads.seen(List.of(unwatched), AS_OF, EnumSet.of(Figure.IMPRESSIONS));
  }

  private void totals(List<Post> videos) throws IOException {
    ExportTable totals = new ExportTable(YouTubeExport.TOTALS_HEADER);
    int days = 0;
    for (LocalDate day = Granvika.FIRST; !day.isAfter(Granvika.LAST); day = day.plusDays(1)) {
      long views = 0;
      for (Post video : videos) {
        views += video.viewsOn(day);
      }
      totals.add(new String[] {day.toString(), String.valueOf(views)});
      days++;
    }
    downloads.write(file("Totalt.csv"), "youtube_totals", totals, Dialect.PLAIN).accept(days);
  }

  private void chart(List<Post> videos) throws IOException {
    ExportTable chart = new ExportTable(YouTubeExport.CHART_HEADER);
    int rows = 0;
    for (LocalDate day = CHART_FROM; !day.isAfter(Granvika.LAST); day = day.plusDays(1)) {
      for (Post video : videos) {
        chart.add(layout.chartRow(video, day, video.viewsOn(day)));
        rows++;
      }
    }
    downloads
        .write(file("Diagramdata.csv"), "youtube_chart", chart, Dialect.PLAIN)
        .setAside("chart", rows)
        .note("three videos' days of October, already in the table's figures");
  }
}
