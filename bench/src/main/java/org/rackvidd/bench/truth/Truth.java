package org.rackvidd.bench.truth;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rackvidd.bench.exports.Dialect;
import org.rackvidd.bench.world.Planted;

/** All that a correct reader must find in a set of exports, and where to look it up. */
public final class Truth {
  private final List<FileTruth> files = new ArrayList<>();
  private final PostSums posts = new PostSums();
  private final AdSums ads = new AdSums();

  /** Takes in what is true of one more file. */
  public FileTruth file(FileTruth truth) {
    files.add(truth);
    return truth;
  }

  /** Rows of all files together that a reader must accept. */
  public long accepted() {
    return files.stream().mapToLong(FileTruth::accepted).sum();
  }

  public PostSums posts() {
    return posts;
  }

  public AdSums ads() {
    return ads;
  }

  /**
   * Writes {@code files.csv}, {@code posts.csv}, {@code ads.csv} and {@code planted.csv} into the
   * folder.
   *
   * @param rhythm whether the hour of publication makes a difference in the world
   */
  public void write(Path folder, boolean rhythm) throws IOException {
    write(
        folder.resolve("files.csv"),
        FileTruth.header(),
        files.stream().map(FileTruth::row).toList());
    write(folder.resolve("posts.csv"), PostSums.header(), posts.rows());
    write(folder.resolve("ads.csv"), AdSums.header(), ads.rows());
    write(
        folder.resolve("planted.csv"),
        Planted.header().toArray(String[]::new),
        Planted.rows(rhythm));
  }

  private static void write(Path file, String[] header, List<String[]> rows) throws IOException {
    try (CsvWriter csv = Dialect.PLAIN.create(file)) {
      csv.writeRecord(header);
      rows.forEach(csv::writeRecord);
    }
  }
}
