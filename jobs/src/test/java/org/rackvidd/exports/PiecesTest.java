package org.rackvidd.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rackvidd.Pipeline;
import org.rackvidd.SparkExtension;

@ExtendWith(SparkExtension.class)
class PiecesTest {
  private static final int ROWS = 40_000;

  private static final Intake ADS =
      Pipeline.intakes().stream().filter(i -> i.name().equals("ad")).findFirst().orElseThrow();

  @TempDir private Path folder;

  @Test
  void aLargeFileInPiecesGivesTheRowsAndRefusalsOfTheWhole(SparkSession spark) throws IOException {
    Section whole = section(write());
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    var hadoop = new SerializableConfiguration(new Configuration());

    List<Section> pieces = Pieces.of(context, hadoop, List.of(whole));
    Map<String, long[]> repeated =
        Pieces.repeated(context.parallelize(of(pieces, Accounting.Grains.class), 2));
    List<Section> marked = Pieces.withTaken(pieces, repeated);

    assertThat(pieces).hasSizeGreaterThan(2);
    assertThat(of(marked, Accounting.Refused.class))
        .extracting(r -> r.line() + " " + r.reason() + " " + r.row())
        .isEqualTo(
            of(List.of(whole), Accounting.Refused.class).stream()
                .map(r -> r.line() + " " + r.reason() + " " + r.row())
                .toList())
        .hasSizeGreaterThan(ROWS / 1000);
    assertThat(sum(of(marked, Accounting.Counts.class)))
        .usingRecursiveComparison()
        .ignoringFields("section")
        .isEqualTo(of(List.of(whole), Accounting.Counts.class).get(0));

    Dataset<Row> inPieces = rows(spark, marked);
    assertThat(inPieces.javaRDD().getNumPartitions()).isGreaterThan(1);
    assertThat(fingerprint(inPieces)).isEqualTo(fingerprint(rows(spark, List.of(whole))));
  }

  @Test
  void thePlanShowsNothingOfWhatIsRead(SparkSession spark) throws IOException {
    Dataset<Row> rows = rows(spark, List.of(section(write("a,b", 1))));

    assertThat(rows.queryExecution().toString()).doesNotContain("kampanj.csv", "bjorkvik");
  }

  /** Every thousandth row names an ad and day of long before; others are broken. */
  private Path write() throws IOException {
    return write("Text \"\"med\"\"\r\nrader, ".repeat(60), ROWS);
  }

  private Path write(String text, int rows) throws IOException {
    Path file = folder.resolve("kampanj.csv");
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write("Campaign ID,Campaign name,Ad ID,Day,Impressions,Amount spent (SEK)\r\n");
      for (int i = 0; i < rows; i++) {
        int ad = i % 1000 == 999 ? i / 2 : i;
        String impressions = i % 7001 == 7000 ? "många" : Integer.toString(i);
        out.write("77,\"%s\",%d,2026-05-01,%s,%d.25\r\n".formatted(text, ad, impressions, i % 90));
      }
    }
    return file;
  }

  private static Section section(Path file) throws IOException {
    SourceFile source = new SourceFile(file.toUri().toString(), "kampanj.csv", Files.size(file), 0);
    Inspection inspection =
        new Inspector(List.of(ExportFormat.named("meta_ads")), new Configuration())
            .inspect(source)
            .get(0);
    return new Section(
        source,
        inspection.fileId(),
        inspection.parts().get(0),
        "bjorkvik",
        "SE",
        null,
        null,
        null,
        Instant.EPOCH,
        LocalDate.EPOCH);
  }

  private static <T extends Accounting.Entry> List<T> of(List<Section> sections, Class<T> kind) {
    List<T> entries = new ArrayList<>();
    for (Section section : sections) {
      new Accounting(section, ADS, new Configuration())
          .forEachRemaining(
              entry -> {
                if (kind.isInstance(entry)) {
                  entries.add(kind.cast(entry));
                }
              });
    }
    return entries;
  }

  private static Accounting.Counts sum(List<Accounting.Counts> counts) {
    return counts.stream().reduce(Accounting.Counts::plus).orElseThrow();
  }

  private static Dataset<Row> rows(SparkSession spark, List<Section> sections) {
    return IntakeSource.rows(spark, ADS, sections.stream().map(IntakeSource.Share::whole).toList());
  }

  private static String fingerprint(Dataset<Row> rows) {
    return rows.selectExpr("count(*)", "sum(line)", "bit_xor(xxhash64(*))").head().toString();
  }
}
