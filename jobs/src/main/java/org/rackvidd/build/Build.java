package org.rackvidd.build;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.rackvidd.configuration.Configuration;
import org.rackvidd.lake.Lake;

/** Builds areas of results, each from where its last build ended. */
public final class Build {
  private static final String LEDGER = "ops.build";
  private static final String FILES = "ops.file";

  /**
   * The queries of a build are long: to generate code for them takes as many times the rows, to be
   * worth it, as for those of an ingest.
   */
  private static final int ROWS_TO_PAY = 4;

  /**
   * Files of one ingest.
   *
   * @param intake what their rows became; null where that is not known
   */
  private record Ingested(long batch, String intake, long bytes) {
    boolean isFor(Area area) {
      return intake == null || area.intakes().contains(intake);
    }
  }

  private final Lake lake;
  private final Configuration configuration;
  private final String version;
  private final Consumer<String> progress;

  /**
   * @param version fingerprint of the definitions of all results; another one rebuilds them
   * @param progress told a line per area
   */
  public Build(Lake lake, Configuration configuration, String version, Consumer<String> progress) {
    this.lake = lake;
    this.configuration = configuration;
    this.version = version;
    this.progress = progress;
  }

  /**
   * @param full whether to build from the beginning
   * @param from first local day to build again even if unchanged, or null
   * @param to last such day, or null
   */
  public void run(Map<String, Area> areas, boolean full, LocalDate from, LocalDate to) {
    lake.expect(0);
    // An earlier version's may lack a column.
    lake.create(List.of(FILES));
    List<Ingested> ingested = ingested();
    long last = ingested.stream().mapToLong(Ingested::batch).max().orElse(0);
    Map<String, Long> built = built();
    Map<String, Long> before = Map.copyOf(built);
    try {
      for (var area : areas.entrySet()) {
        long since = full ? -1 : built.getOrDefault(area.getKey(), -1L);
        if (since == last && from == null && to == null) {
          progress.accept(area.getKey() + ": up to date");
          continue;
        }
        lake.expect(
            ingested.stream()
                    .filter(files -> files.batch() > since && files.isFor(area.getValue()))
                    .mapToLong(Ingested::bytes)
                    .sum()
                / ROWS_TO_PAY);
        String done =
            area.getValue().build().apply(new BuildRun(lake, configuration, since, from, to));
        built.put(area.getKey(), last);
        progress.accept(area.getKey() + ": " + done);
      }
    } catch (Throwable failure) { // Scala throws checked exceptions undeclared.
      try {
        note(built, before);
      } catch (RuntimeException alsoFailed) {
        failure.addSuppressed(alsoFailed);
      }
      throw failure;
    }
    note(built, before);
  }

  /**
   * Areas that were built before another one failed need not be built again. One commit for all of
   * them; a run that is killed before builds them once more, with the same outcome.
   */
  private void note(Map<String, Long> built, Map<String, Long> before) {
    lake.expect(0);
    if (!built.equals(before)) {
      record(built);
    }
  }

  private List<Ingested> ingested() {
    return lake
        .table(FILES)
        .groupBy("batch", "intake")
        .agg(functions.sum("bytes"))
        .collectAsList()
        .stream()
        .map(row -> new Ingested(row.getLong(0), row.getString(1), row.getLong(2)))
        .toList();
  }

  /** The last batch of each area that was built by the definitions there are now. */
  private Map<String, Long> built() {
    Map<String, Long> built = new TreeMap<>();
    if (!lake.isNew(LEDGER)) {
      lake.table(LEDGER)
          .filter(functions.col("configuration").equalTo(fingerprint()))
          .select("area", "batch")
          .collectAsList()
          .forEach(row -> built.put(row.getString(0), row.getLong(1)));
    }
    return built;
  }

  private void record(Map<String, Long> built) {
    List<Row> rows =
        built.entrySet().stream()
            .map(area -> RowFactory.create(area.getKey(), area.getValue(), fingerprint()))
            .toList();
    lake.replace(
        LEDGER, lake.spark().createDataFrame(rows, lake.tables().get(LEDGER).schema()), null);
  }

  private String fingerprint() {
    try {
      byte[] text = (version + configuration.fingerprint()).getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
      return HexFormat.of().formatHex(digest).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
