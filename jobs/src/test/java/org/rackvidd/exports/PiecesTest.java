package org.rackvidd.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackvidd.Pipeline;
import org.rackvidd.SparkExtension;

@ExtendWith(SparkExtension.class)
class PiecesTest {
  private static final int ROWS = 10_000;

  private static final Intake ADS =
      Pipeline.intakes().stream().filter(i -> i.name().equals("ad")).findFirst().orElseThrow();

  @TempDir private Path folder;

  @ParameterizedTest(name = "with another header among the rows: {0}")
  @ValueSource(booleans = {false, true})
  void aFileInPiecesGivesTheRowsAndRefusalsOfTheWhole(boolean otherHeader, SparkSession spark)
      throws IOException {
    Path file = write("Text \"\"med\"\"\r\nrader, ", ROWS);
    if (otherHeader) {
      String text = Files.readString(file);
      int place = text.indexOf("\r\n77,", text.length() * 3 / 4) + 2;
      Files.writeString(
          file, text.substring(0, place) + "Day,Ad ID,Campaign ID\r\n" + text.substring(place));
    }
    Section whole = section(file);
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    List<Section> pieces = new ArrayList<>();
    try (InputStream in = whole.file().open(new Configuration())) {
      TextPiece.of(in, whole.recognition().dialect(), 200_000, whole.bytes())
          .forEach(piece -> pieces.add(whole.withPiece(piece)));
    }
    try (FirstReading inPieces = FirstReading.of(pieces, all -> entries(context, all));
        FirstReading inOneGo = FirstReading.of(List.of(whole), all -> entries(context, all))) {
      Accounted found = inPieces.accounted();
      Accounted expected = inOneGo.accounted();
      assertThat(pieces).hasSizeGreaterThan(2);
      assertThat(refused(inPieces))
          .isEqualTo(refused(inOneGo))
          .anyMatch(row -> row.contains("duplicate_key"))
          .anyMatch(row -> row.contains("bad_number"));
      assertThat(found.counts().get(whole.key()))
          .usingRecursiveComparison()
          .ignoringFields("section")
          .isEqualTo(expected.counts().get(whole.key()));
      assertThat(fingerprint(rows(spark, found.sections())))
          .isEqualTo(fingerprint(rows(spark, expected.sections())));
    }
  }

  @Test
  void aLargeFileIsReadByMoreTasksThanOne(SparkSession spark) throws IOException {
    Section whole = section(write("Text\n".repeat(100_000), 80));

    List<Section> pieces =
        Pieces.of(
            JavaSparkContext.fromSparkContext(spark.sparkContext()),
            new SerializableConfiguration(new Configuration()),
            List.of(whole));

    Dataset<Row> rows = rows(spark, pieces);
    assertThat(rows.javaRDD().getNumPartitions()).isGreaterThan(1);
    assertThat(rows.count()).isEqualTo(80);
  }

  @Test
  void thePlanShowsNothingOfWhatIsRead(SparkSession spark) throws IOException {
    Dataset<Row> rows = rows(spark, List.of(section(write("a,b", 1))));

    assertThat(rows.queryExecution().toString()).doesNotContain("kampanj", "bjorkvik");
  }

  /** Some rows name an ad and day of long before; others are broken. */
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
        new Section.Owner("bjorkvik", "SE", null, null),
        new Landing.Observed(Instant.EPOCH, LocalDate.EPOCH, "name"));
  }

  private static JavaRDD<Accounting.Entry> entries(
      JavaSparkContext context, List<Section> sections) {
    return context
        .parallelize(sections, 2)
        .flatMap(section -> new Accounting(section, ADS, new Configuration()));
  }

  private static List<String> refused(FirstReading reading) {
    return reading.refused().collect().stream()
        .sorted(Comparator.comparingLong(Accounting.Refused::line))
        .map(r -> r.line() + " " + r.reason() + " " + r.row())
        .toList();
  }

  private static Dataset<Row> rows(SparkSession spark, List<Section> sections) {
    return IntakeSource.rows(spark, ADS, sections.stream().map(IntakeSource.Share::whole).toList());
  }

  private static String fingerprint(Dataset<Row> rows) {
    return rows.selectExpr("count(*)", "sum(line)", "bit_xor(xxhash64(*))").head().toString();
  }
}
