package org.rackvidd.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rackvidd.Pipeline;
import org.rackvidd.SparkExtension;

@ExtendWith(SparkExtension.class)
class RowReaderTest {
  private static final Intake POSTS = Pipeline.intakes().get(0);

  private static final String BOARD =
      """
      channel: board
      intake: post
      document: text
      recognise: {all: [text, views]}
      columns:
        post_id: {headers: {sv: [Nr]}, else: [{column: text, pattern: '^#(\\d+)'}, {line: true}]}
        text: {headers: {sv: [Text]}}
        views: {headers: {sv: [Visat]}}
        _by: {headers: {sv: [Av]}, type: text, personal: true}
      """;

  @TempDir private Path folder;

  @Test
  void aRowWithoutAnIdCanBeKnownByItsLine(SparkSession spark) throws Exception {
    Section section =
        section(
            """
            Nr;Text;Visat;Av
            7;Hej;1;
            ;"Två
            rader";2;
            ;#9 Öppet;3;
            ;Sist;4;
            """);

    assertThat(
            IntakeSource.rows(spark, POSTS, List.of(IntakeSource.Share.whole(section)))
                .orderBy("line")
                .collectAsList())
        .extracting(row -> row.getAs("post_id") + ": " + row.getAs("text"))
        .containsExactly("7: Hej", "3: Två\nrader", "9: #9 Öppet", "6: Sist");
  }

  @Test
  void aBatchOfLongRowsIsAShortOne() throws Exception {
    String text = "x".repeat(2 << 20);
    Section section = section("Nr;Text;Visat;Av\n" + (";" + text + ";1;\n").repeat(40));
    int rows = 0;
    int batches = 0;

    try (IntakeReader reader =
        new IntakeReader(
            POSTS,
            List.of(IntakeSource.Share.whole(section)),
            POSTS.schema(),
            new Configuration())) {
      while (reader.next()) {
        assertThat(reader.get().numRows()).isLessThanOrEqualTo(17);
        rows += reader.get().numRows();
        batches++;
      }
    }

    assertThat(rows).isEqualTo(40);
    assertThat(batches).isGreaterThan(2);
  }

  @Test
  void aRefusedRowIsShownWithoutWhatMayNameAPerson() throws Exception {
    assertThat(
            refused(
                """
                Nr;Text;Visat;Av;Annat
                1;Ring +46 70 123 45 67;x;Åsa Berg;Åsa Berg
                2;Mejla åsa.berg@räckvidd.se;-7;Åsa Berg;
                3;Född 19800101-1234;x;Åsa Berg;
                4;Hej;Svar till asa@kommun.se;Åsa Berg;
                5;Hej;Svar;till;Åsa;Berg
                Hej;x;Åsa Berg;
                91234567;20260501;x;Åsa Berg;
                """))
        .extracting(Accounting.Refused::row)
        .containsExactly(
            "1 | … | … | … | …",
            "2 | … | -7 | … | …",
            "3 | … | … | … | …",
            "4 | … | … | … | …",
            "… | … | … | … | … | …",
            "… | … | … | …",
            "… | 20260501 | … | … | …");
  }

  @Test
  void theReasonOfARefusalNamesNobodyEither() throws Exception {
    assertThat(
            refused(
                """
                Nr;Text;Visat;Av
                1;Hej;asa@kommun.se;
                2;Hej;Björn@räckvidd.se;
                """))
        .extracting(Accounting.Refused::sentence)
        .containsOnly("'…' is not a plain number.");
  }

  private List<Accounting.Refused> refused(String text) throws Exception {
    List<Accounting.Refused> refused = new ArrayList<>();
    new Accounting(section(text), POSTS, new Configuration())
        .forEachRemaining(
            entry -> {
              if (entry instanceof Accounting.Refused row) {
                refused.add(row);
              }
            });
    return refused;
  }

  private Section section(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("tavla.csv"), text);
    SourceFile source = new SourceFile(file.toUri().toString(), "tavla.csv", Files.size(file), 0);
    Inspection inspection =
        new Inspector(List.of(ExportFormat.read("board", BOARD)), new Configuration())
            .inspect(source)
            .get(0);
    return new Section(
        source,
        inspection.fileId(),
        inspection.parts().get(0),
        new Section.Owner("bjorkvik", "SE", null, null),
        new Landing.Observed(Instant.EPOCH, LocalDate.EPOCH, "name"));
  }
}
