package org.rackvidd.bench.exports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import org.rackvidd.bench.world.Figure;
import org.rackvidd.bench.world.Post;

/** How a platform's export tells of posts: its columns, and a post as a row of them. */
public interface PostLayout {
  List<String> header();

  /** The row the platform would have given on the day of the download. */
  String[] row(Post post, LocalDate observed);

  /** The figures a reader can find in it. */
  EnumSet<Figure> figures();

  /** The column a figure stands in. */
  String column(Figure figure);

  /** The zone in which the platform decides which day a post belongs to. */
  ZoneId zone();

  /** The day the platform files the post under. */
  default LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, zone());
  }
}
