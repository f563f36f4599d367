package org.rackvidd.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rackvidd.Pipeline;
import org.rackvidd.SparkExtension;

/** Whose rows are, by what the export says and, where it says nothing, by the configuration. */
@ExtendWith(SparkExtension.class)
class AccountOfRowsTest {
  private static final Intake ADS =
      Pipeline.intakes().stream().filter(i -> i.name().equals("ad")).findFirst().orElseThrow();

  @TempDir private Path folder;

  @Test
  void whereTheExportNamesNoAccountTheConfigurationDoes(SparkSession spark) throws IOException {
    assertThat(accounts(spark, "Campaign ID,Day,Amount spent (SEK)", "1,2026-06-01,10"))
        .containsExactly("880011 Björkvik");
  }

  @Test
  void anIdOfTheExportIsNotGivenAnothersName(SparkSession spark) throws IOException {
    assertThat(
            accounts(
                spark,
                "Account ID,Campaign ID,Day,Amount spent (SEK)",
                "440011,1,2026-06-01,10",
                "880011,2,2026-06-01,10",
                ",3,2026-06-01,10"))
        .containsExactly("440011 null", "880011 Björkvik", "880011 Björkvik");
  }

  @Test
  void aNameOfTheExportStandsForItsId(SparkSession spark) throws IOException {
    assertThat(
            accounts(
                spark,
                "Account name,Campaign ID,Day,Amount spent (SEK)",
                "Byrån,1,2026-06-01,10",
                ",2,2026-06-01,10"))
        .containsExactly("Byrån Byrån", "880011 Björkvik");
  }

  @Test
  void aReportOnAccountsIsOneOnlyIfItsHeadersAreKnown(SparkSession spark) throws IOException {
    assertThat(accounts(spark, "Account ID,Day,Amount spent (SEK)", "440011,2026-06-01,10"))
        .containsExactly("440011 null");
    assertThat(
            accounts(
                spark, "Account ID,Kampanjnamn,Day,Amount spent (SEK)", "440011,A,2026-06-01,10"))
        .isEmpty();
  }

  private List<String> accounts(SparkSession spark, String... lines) throws IOException {
    Path file = Files.writeString(folder.resolve("ads.csv"), String.join("\n", lines) + "\n");
    SourceFile source = new SourceFile(file.toUri().toString(), "ads.csv", Files.size(file), 0);
    Inspection inspection =
        new Inspector(List.of(ExportFormat.named("meta_ads")), new Configuration())
            .inspect(source)
            .get(0);
    Section section =
        new Section(
            source,
            inspection.fileId(),
            inspection.parts().get(0),
            new Section.Owner("bjorkvik", "SE", "880011", "Björkvik"),
            new Landing.Observed(Instant.EPOCH, LocalDate.EPOCH, "name"));
    return IntakeSource.rows(spark, ADS, List.of(IntakeSource.Share.whole(section)))
        .orderBy("line")
        .collectAsList()
        .stream()
        .map(row -> row.getAs("account_id") + " " + row.getAs("account_name"))
        .toList();
  }
}
