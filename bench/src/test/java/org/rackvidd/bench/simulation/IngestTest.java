package org.rackvidd.bench.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rackvidd.Main;
import org.rackvidd.bench.people.Span;
import org.rackvidd.cli.Root;
import org.rackvidd.cli.Session;

/** Räckvidd reads what the simulator writes as what it is, every row of every file. */
class IngestTest {
  @TempDir private Path folder;

  @Test
  void everyFileIsReadAsItsTruthSays() throws IOException {
    // The fifth town's web statistics are Google's.
    Span span = new Span(Plan.OBSERVED.minusDays(40), Plan.OBSERVED);
    new Simulation(new Plan(4, span, 5, 700, 1, true), folder).write();
    Path config = folder.resolve("config");
    Files.writeString(
        config.resolve("organisation.yaml"),
        "person_key_file: " + folder.resolve("person.key") + "\n",
        StandardOpenOption.APPEND);
    Map<String, String> read = ingest(folder.resolve("lake"), folder.resolve("exports"), config);
    Map<String, String> truth = new TreeMap<>();
    for (NamedCsvRecord file : Csv.rows(folder.resolve("truth/files.csv"))) {
      truth.put(
          file.getField("file") + "|" + file.getField("sheet"),
          String.join(
              " ",
              file.getField("outcome"),
              file.getField("format"),
              file.getField("rows_read"),
              file.getField("accepted"),
              file.getField("rejected"),
              file.getField("set_aside")));
    }
    assertThat(truth).hasSizeGreaterThan(30);
    // Both languages of YouTube's are among them.
    for (String table : List.of("Tabelldata.csv", "Table data.csv")) {
      assertThat(truth.keySet()).anyMatch(file -> file.endsWith("/" + table + "|"));
    }
    assertThat(read).isEqualTo(truth);
    assertThat(reasons()).contains("bad_date", "bad_number", "too_few_fields", "damaged_id");
  }

  /** Why rows are refused, as the truth says. */
  private Set<String> reasons() {
    return Csv.rows(folder.resolve("truth/files.csv")).stream()
        .flatMap(file -> Stream.of(file.getField("reasons").split("[=;, 0-9]+")))
        .collect(Collectors.toSet());
  }

  private static Map<String, String> ingest(Path lake, Path landing, Path config) {
    SparkSession spark = Main.session(new Session.Settings("ingest", false));
    try {
      int code =
          Root.run(
              settings -> spark,
              "ingest",
              "--lake",
              lake.toString(),
              "--landing",
              landing.toString(),
              "--config",
              config.toString());
      assertThat(code).isZero();
      Map<String, String> files = new TreeMap<>();
      for (Row file :
          spark
              .read()
              .format("delta")
              .load(lake.resolve("ops/file").toString())
              .selectExpr(
                  "concat(path, '|', part)",
                  "concat_ws(' ', status, coalesce(format, ''), coalesce(rows_read, 0),"
                      + " coalesce(rows_accepted, 0), coalesce(rows_rejected, 0),"
                      + " coalesce(rows_set_aside, 0))")
              .collectAsList()) {
        files.put(file.getString(0), file.getString(1));
      }
      return files;
    } finally {
      spark.stop();
    }
  }
}
