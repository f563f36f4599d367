package org.rackvidd.bench.world;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * Something published.
 *
 * @param id the platform's id
 * @param media on Instagram the number behind the shortcode, elsewhere 0
 * @param title a video's title, elsewhere empty
 * @param seconds length of a video, else 0
 * @param lifetime the figures once everything has come in
 */
public record Post(
    Account account,
    String id,
    long media,
    Instant publishedAt,
    Topic topic,
    PostType type,
    String title,
    String text,
    int seconds,
    boolean boosted,
    Figures lifetime) {

  /** A day later most has happened, after a month nearly all; a few reactions are taken back. */
  public Figures figuresOn(LocalDate observed) {
    long age = Math.max(0, ChronoUnit.DAYS.between(localDay(), observed));
    Figures figures = lifetime.scaled(happened(age));
    long reactions = figures.of(Figure.REACTIONS);
    if (age > 28 && publishedAt.getEpochSecond() % 17 == 0 && reactions > 20) {
      figures.with(Figure.REACTIONS, reactions - reactions / 20);
    }
    return figures;
  }

  /** The part of a figure that happened on the day itself. */
  public long figureOfDay(Figure figure, LocalDate day) {
    return Math.round(shareOfDay(day) * lifetime.of(figure));
  }

  /** The share of all response that came in on the day itself. */
  public double shareOfDay(LocalDate day) {
    long age = ChronoUnit.DAYS.between(localDay(), day);
    if (age < 0) {
      return 0;
    }
    return happened(age) - (age == 0 ? 0 : happened(age - 1));
  }

  private static double happened(long age) {
    return 1 - 0.36 * StrictMath.exp(-age / 2.5) - 0.08 * StrictMath.exp(-age / 25.0);
  }

  public LocalDate localDay() {
    return LocalDate.ofInstant(publishedAt, Account.ZONE);
  }

  public YearMonth localMonth() {
    return YearMonth.from(localDay());
  }
}
