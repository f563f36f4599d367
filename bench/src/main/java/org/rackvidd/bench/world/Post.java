package org.rackvidd.bench.world;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Something published.
 *
 * @param id the platform's id
 * @param media on Instagram the number behind the shortcode, elsewhere 0
 * @param title a video's title, elsewhere empty
 * @param seconds length of a video, else 0
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

  /** The views of a video on the day itself. */
  public long viewsOn(LocalDate day) {
    return response.viewsOn(day);
  }

  /** The same published by somebody else. */
  public Post by(Account other) {
    return new Post(
        other, id, media, publishedAt, topic, type, title, text, seconds, boosted, response);
  }

  public LocalDate localDay() {
    return LocalDate.ofInstant(publishedAt, Account.ZONE);
  }

  public YearMonth localMonth() {
    return YearMonth.from(localDay());
  }
}
