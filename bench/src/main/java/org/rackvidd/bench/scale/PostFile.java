package org.rackvidd.bench.scale;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.rackvidd.bench.exports.Dialect;
import org.rackvidd.bench.exports.PostLayout;
import org.rackvidd.bench.world.Account;
import org.rackvidd.bench.world.Figure;
import org.rackvidd.bench.world.Newsroom;
import org.rackvidd.bench.world.Post;

/** A download of many accounts' posts, account by account, each newest first. */
final class PostFile {
  /** One row in so many says that fewer than nobody was reached. */
  private static final long BAD_ROW = 4_001;

  private final PostLayout layout;
  private final Dialect dialect;
  private final LocalDate observed;
  private final LocalDate unsettled;
  private final Newsroom newsroom;

  /**
   * @param unsettled from this day on, the next day's download will tell of the posts again
   */
  PostFile(
      PostLayout layout,
      Dialect dialect,
      LocalDate observed,
      LocalDate unsettled,
      Newsroom newsroom) {
    this.layout = layout;
    this.dialect = dialect;
    this.observed = observed;
    this.unsettled = unsettled;
    this.newsroom = newsroom;
  }

  /** Where the accounts of a file come from, first to last, without an end. */
  interface Clients {
    Account account(int number);
  }

  /** Exactly so many rows of history. */
  void writeHistory(Path file, Clients clients, long rows, Written written) throws IOException {
    try (CsvWriter csv = dialect.create(file)) {
      csv.writeRecord(layout.header());
      long row = 0;
      for (int number = 0; row < rows; number++) {
        Account account = clients.account(number);
        written.accounts().add(account);
        for (LocalDate day = observed.minusDays(1);
            row < rows && !day.isBefore(Agency.FIRST);
            day = day.minusDays(1)) {
          List<Post> posts = newsroom.posts(account, day);
          for (int i = posts.size() - 1; i >= 0 && row < rows; i--) {
            write(csv, posts.get(i), ++row % BAD_ROW == 0, written);
          }
        }
      }
    }
  }

  /** All posts of these accounts since the day. */
  void writeRecent(Path file, List<Account> accounts, LocalDate since, Written written)
      throws IOException {
    try (CsvWriter csv = dialect.create(file)) {
      csv.writeRecord(layout.header());
      for (Account account : accounts) {
        for (LocalDate day = observed.minusDays(1); !day.isBefore(since); day = day.minusDays(1)) {
          List<Post> posts = newsroom.posts(account, day);
          for (int i = posts.size() - 1; i >= 0; i--) {
            write(csv, posts.get(i), false, written);
          }
        }
      }
    }
  }

  private void write(CsvWriter csv, Post post, boolean bad, Written written) {
    String[] row = layout.row(post, observed);
    if (bad && layout.figures().contains(Figure.REACH)) {
      row[layout.header().indexOf(layout.column(Figure.REACH))] = "-1";
      written.file().reject("negative_figure", 1);
    } else {
      written.file().accept(1);
      written.posts().add(post, observed, layout.figures());
      if (post.localDay().isBefore(unsettled)) {
        written.settledPosts().add(post, observed, layout.figures());
      }
    }
    csv.writeRecord(row);
  }
}
