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
    Response response) {

  /** The figures a download made on the day would state. */
  public Figures figuresOn(LocalDate observed) {
    return response.on(observed);
  }

  /** The figures once everything has come in. */
  public Figures lifetime() {
    return response.lifetime();
  }

  /** The part of a figure that happened on the day itself. */
  public long figureOfDay(Figure figure, LocalDate day) {
    return Math.round(shareOfDay(day) * lifetime().of(figure));
  }

  /** The share of all response that came in on the day itself. */
  public double shareOfDay(LocalDate day) {
    long age = ChronoUnit.DAYS.between(localDay(), day);
    if (age < 0) {
      return 0;
    }
    return Growth.happened(age) - (age == 0 ? 0 : Growth.happened(age - 1));
  }

  public LocalDate localDay() {
    return LocalDate.ofInstant(publishedAt, Account.ZONE);
  }

  public YearMonth localMonth() {
    return YearMonth.from(localDay());
  }
}
