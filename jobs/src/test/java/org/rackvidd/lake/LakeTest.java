package org.rackvidd.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rackvidd.LakeRows;
import org.rackvidd.SparkExtension;
import org.rackvidd.errors.UserError;

@ExtendWith(SparkExtension.class)
class LakeTest {
  private static final String DAYS = "facts.account_day";

  @TempDir private Path folder;
  private Lake lake;

  @BeforeEach
  void open() {
    lake = LakeRows.open(folder.resolve("Våra sjöar 100 %"));
  }

  /** Few bytes and small tables are written anew, others merged by Delta. */
  private static LongStream fewAndMany() {
    return LongStream.of(0, 1L << 40);
  }

  @Test
  void rowsThatAreNotTheDeclaredTableAreNeverWritten() {
    lake.create(List.of("ops.build"));
    Stream.of(
            "CAST(1 AS BIGINT) AS batch, 'engagement' AS area, 'c' AS configuration",
            "'engagement' AS area, CAST(1 AS BIGINT) AS batch",
            "'engagement' AS area, CAST(1 AS BIGINT) AS batch, 'c' AS configuration, 1 AS more",
            "'engagement' AS area, 1 AS batch, 'c' AS configuration")
        .map(columns -> lake.spark().sql("SELECT " + columns))
        .forEach(
            rows -> {
              assertThatIllegalStateException()
                  .isThrownBy(() -> lake.replace("ops.build", rows, null))
                  .withMessageContaining("ops.build")
                  .withMessageContaining(
                      "declared [area STRING, batch BIGINT, configuration STRING]");
              assertThatIllegalStateException().isThrownBy(() -> lake.append("ops.build", rows));
            });
    assertThat(LakeRows.versions(lake)).containsEntry("ops.build", 0L);
  }

  @ParameterizedTest(name = "{0} bytes expected")
  @MethodSource("fewAndMany")
  void mergedInAnyOrderTheNewestStatementStands(long bytes) {
    lake.expect(bytes);
    lake.create(List.of(DAYS));
    lake.merge(DAYS, day("2026-03-02", 100, "2026-04-02"), functions.lit(true));
    lake.merge(DAYS, day("2026-03-02", 90, "2026-04-03"), functions.lit(true));
    lake.merge(DAYS, day("2026-03-02", 120, "2026-04-01"), functions.lit(true));
    lake.merge(DAYS, day("2026-03-03", 7, "2026-04-01"), functions.lit(true));
    assertThat(lake.table(DAYS).select("value").collectAsList())
        .extracting(row -> row.getDouble(0))
        .containsExactlyInAnyOrder(90.0, 7.0);
  }

  @ParameterizedTest(name = "{0} bytes expected")
  @MethodSource("fewAndMany")
  void aNewerStatementOfTheSameIsNoChange(long bytes) {
    lake.expect(bytes);
    lake.create(List.of(DAYS));
    lake.merge(DAYS, inBatch(1, day("2026-03-02", 100, "2026-04-02")), functions.lit(true));

    lake.merge(DAYS, inBatch(2, day("2026-03-02", 100, "2026-04-04")), functions.lit(true));
    assertThat(observedAndBatch()).containsExactly(tuple("2026-04-04", 1L));

    // What was stated in between is older than what stands, though that has its batch from before.
    lake.merge(DAYS, inBatch(3, day("2026-03-02", 90, "2026-04-03")), functions.lit(true));
    assertThat(observedAndBatch()).containsExactly(tuple("2026-04-04", 1L));

    lake.merge(DAYS, inBatch(4, day("2026-03-02", 90, "2026-04-05")), functions.lit(true));
    assertThat(observedAndBatch()).containsExactly(tuple("2026-04-05", 4L));

    Dataset<Row> unnamed =
        day("2026-03-02", 90, "2026-04-06").withColumn("account_name", nothing());
    lake.merge(DAYS, inBatch(5, unnamed), functions.lit(true));
    lake.merge(
        DAYS, inBatch(6, unnamed.withColumn("line", functions.lit(2L))), functions.lit(true));
    assertThat(observedAndBatch()).containsExactly(tuple("2026-04-06", 5L));
  }

  private static Dataset<Row> inBatch(long batch, Dataset<Row> rows) {
    return rows.withColumn("batch", functions.lit(batch));
  }

  private List<Tuple> observedAndBatch() {
    return lake.table(DAYS).select("observed_on", "batch").collectAsList().stream()
        .map(row -> tuple(row.getLocalDate(0).toString(), row.getLong(1)))
        .toList();
  }

  @ParameterizedTest(name = "{0} bytes expected")
  @MethodSource("fewAndMany")
  void whateverIsWrittenATableOfThisRunIsNewNoLonger(long bytes) {
    lake.expect(bytes);
    lake.create(List.of(DAYS));
    assertThat(lake.isNew(DAYS)).isTrue();
    lake.replace(DAYS, day("2026-03-02", 100, "2026-04-02"), null);
    assertThat(lake.isNew(DAYS)).isFalse();
    lake.merge(DAYS, day("2026-03-02", 90, "2026-04-03"), functions.lit(true));
    assertThat(lake.table(DAYS).count()).isOne();
    lake.delete(DAYS, functions.lit(true));
    assertThat(lake.table(DAYS).isEmpty()).isTrue();
  }

  @Test
  void aTableHasItsChecksFromItsFirstCommit(SparkSession spark) {
    lake.create(List.of(DAYS));
    assertThat(LakeRows.versions(lake)).containsEntry(DAYS, 0L);
    assertThat(spark.sql("SHOW TBLPROPERTIES " + DAYS).collectAsList())
        .extracting(row -> row.getString(0))
        .contains("delta.constraints.key_is_there");
  }

  @Test
  void aTableIsWhatItsDescriptionSays(SparkSession spark) {
    lake.create(List.of(DAYS));
    TableSpec spec = lake.tables().get(DAYS);
    assertThat(lake.table(DAYS).schema().json()).isEqualTo(spec.schema().json());
    Row detail = spark.sql("DESCRIBE DETAIL " + DAYS).head();
    assertThat(detail.<String>getAs("description")).isEqualTo(spec.description());
    assertThat(detail.<Integer>getAs("minReaderVersion")).isEqualTo(1);
    assertThat(detail.<String, String>getJavaMap(detail.fieldIndex("properties")))
        .containsEntry("delta.dataSkippingStatsColumns", String.join(",", spec.stats()))
        .hasSize(1 + spec.fail().size());
  }

  @Test
  void aTableThatAKilledRunWasAboutToMakeIsMade() throws IOException {
    Path log = folder.resolve("Våra sjöar 100 %/facts/account_day/_delta_log");
    Files.createDirectories(log);
    Files.createFile(log.resolve(".00000000000000000000.json.1f0c.tmp"));
    assertThat(lake.exists(DAYS)).isFalse();
    lake.create(List.of(DAYS));
    lake.append(DAYS, day("2026-03-02", 100, "2026-04-02"));
    assertThat(lake.exists(DAYS)).isTrue();
    assertThat(lake.table(DAYS).count()).isOne();
  }

  @Test
  void aTableThatHasGrownGetsDeletionVectorsAndKeepsItsRows(SparkSession spark) {
    lake.create(List.of(DAYS));
    lake.append(DAYS, day("2026-03-02", 100, "2026-04-02"));
    new TableUpgrade(spark, lake.path(DAYS), lake.tables().get(DAYS), Long.MAX_VALUE).run();
    assertThat(LakeRows.versions(lake)).containsEntry(DAYS, 1L);
    new TableUpgrade(spark, lake.path(DAYS), lake.tables().get(DAYS), 100).run();
    assertThat(spark.sql("SHOW TBLPROPERTIES " + DAYS).collectAsList())
        .extracting(row -> row.getString(0) + "=" + row.getString(1))
        .contains("delta.enableDeletionVectors=true");
    lake.merge(DAYS, day("2026-03-02", 90, "2026-04-03"), functions.lit(true));
    assertThat(lake.table(DAYS).select("value").collectAsList())
        .extracting(row -> row.getDouble(0))
        .containsExactly(90.0);
  }

  @ParameterizedTest(name = "{0} bytes expected")
  @MethodSource("fewAndMany")
  void aBrokenCheckLeavesTheTableAsItWas(long bytes) {
    lake.expect(bytes);
    lake.create(List.of(DAYS));
    lake.append(DAYS, day("2026-03-02", 100, "2026-04-02"));
    Dataset<Row> nameless = day("2026-03-03", 1, "2026-04-02").withColumn("metric", nothing());
    List.<Runnable>of(
            () -> lake.append(DAYS, nameless),
            () -> lake.merge(DAYS, nameless, functions.lit(true)),
            () -> lake.replace(DAYS, nameless, null),
            () -> lake.overwrite(DAYS, nameless))
        .forEach(
            write ->
                assertThatExceptionOfType(CheckFailed.class)
                    .isThrownBy(write::run)
                    .withMessageContaining(DAYS)
                    .withMessageContaining("key_is_there"));
    assertThat(LakeRows.versions(lake)).containsEntry(DAYS, 1L);
  }

  @Test
  void aGrainThatOccursTwiceIsABrokenCheck() {
    lake.create(List.of(DAYS));
    Dataset<Row> twice =
        day("2026-03-02", 100, "2026-04-02").union(day("2026-03-02", 90, "2026-04-03"));
    List.<Runnable>of(() -> lake.replace(DAYS, twice, null), () -> lake.overwrite(DAYS, twice))
        .forEach(
            write ->
                assertThatExceptionOfType(CheckFailed.class)
                    .isThrownBy(write::run)
                    .withMessageContaining(
                        "grain (channel, account_id, period_start, day, metric)"));
    assertThat(LakeRows.versions(lake)).containsEntry(DAYS, 0L);
  }

  @Test
  void overwritingLeavesOnlyTheNewRowsAndCountsThem() {
    lake.create(List.of(DAYS));
    lake.append(DAYS, day("2026-03-02", 100, "2026-04-02"));
    Dataset<Row> two = day("2026-03-03", 1, "2026-04-02").union(day("2026-03-04", 2, "2026-04-02"));
    assertThat(lake.overwrite(DAYS, two)).isEqualTo(2);
    assertThat(lake.table(DAYS).select("value").collectAsList())
        .extracting(row -> row.getDouble(0))
        .containsExactlyInAnyOrder(1.0, 2.0);
  }

  @Test
  void aTableOfAnEarlierVersionGetsTheColumnsAndChecksOfThisOne(SparkSession spark) {
    String root = lake.path(DAYS).replaceFirst("/facts.*", "");
    Lake earlier = new Lake(spark, root, new Tables(Map.of("facts.day", "lake/day_before.yaml")));
    earlier.create(List.of("facts.day"));
    earlier.append("facts.day", spark.sql("SELECT DATE'2026-03-01' AS day, 7L AS value"));

    Lake later = new Lake(spark, root, new Tables(Map.of("facts.day", "lake/day_after.yaml")));
    later.create(List.of("facts.day"));
    Dataset<Row> more =
        spark.sql("SELECT DATE'2026-03-02' AS day, 'views' AS metric, 500L AS value");
    later.merge("facts.day", more, functions.lit(true));

    assertThat(later.table("facts.day").columns()).containsExactly("day", "metric", "value");
    assertThat(later.table("facts.day").orderBy("day").collectAsList())
        .extracting(row -> row.get(1), row -> row.getLong(2))
        .containsExactly(tuple(null, 7L), tuple("views", 500L));
    assertThatExceptionOfType(CheckFailed.class)
        .isThrownBy(() -> later.append("facts.day", more.withColumn("value", functions.lit(-1L))))
        .withMessageContaining("value_is_not_negative");
    assertThat(spark.sql("SHOW TBLPROPERTIES facts.day").collectAsList())
        .extracting(row -> row.getString(0))
        .doesNotContain("delta.constraints.day_is_there");
    long version = LakeRows.version(later, "facts.day");
    new Lake(spark, root, later.tables()).create(List.of("facts.day"));
    assertThat(LakeRows.version(later, "facts.day")).isEqualTo(version);
  }

  @ParameterizedTest(name = "{0} bytes expected")
  @MethodSource("fewAndMany")
  void exchangingTakesOutWhatIsGoneAndLeavesTheRest(long bytes) {
    lake.expect(bytes);
    lake.create(List.of(DAYS));
    appendTwoDaysAnd(day("2026-03-03", 3, "2026-04-02"));
    Dataset<Row> fresh =
        day("2026-03-02", 20, "2026-04-01").union(day("2026-03-04", 4, "2026-04-02"));

    lake.exchange(
        DAYS,
        fresh,
        lake.table(DAYS).filter("day >= DATE'2026-03-02'"),
        functions.expr("stored.day >= DATE'2026-03-02'"));

    assertThat(lake.table(DAYS).orderBy("day").select("value").collectAsList())
        .extracting(row -> row.getDouble(0))
        .containsExactly(1.0, 20.0, 4.0);
  }

  @ParameterizedTest(name = "{0} bytes expected")
  @MethodSource("fewAndMany")
  void replacingLeavesWhatDoesNotMeetTheCondition(long bytes) {
    lake.expect(bytes);
    lake.create(List.of(DAYS));
    appendTwoDaysAnd(day("2026-03-03", 3, "2026-04-02").withColumn("file_id", nothing()));

    assertThat(
            lake.replace(
                DAYS,
                day("2026-03-04", 4, "2026-04-02"),
                "file_id = 'f' AND day > DATE'2026-03-01'"))
        .isOne();

    assertThat(lake.table(DAYS).orderBy("day").select("value").collectAsList())
        .extracting(row -> row.getDouble(0))
        .containsExactly(1.0, 3.0, 4.0);
  }

  @ParameterizedTest(name = "{0} bytes expected")
  @MethodSource("fewAndMany")
  void rowsAreDeletedByTheirLike(long bytes) {
    lake.expect(bytes);
    lake.create(List.of(DAYS));
    appendTwoDaysAnd(
        day("2026-03-02", 2, "2026-04-02").withColumn("line", nothing().cast("bigint")));

    lake.deleteLike(
        DAYS,
        lake.spark().sql("SELECT DATE'2026-03-02' AS day, CAST(1 AS BIGINT) AS line"),
        List.of("day", "line"));

    assertThat(lake.table(DAYS).orderBy("day").collectAsList())
        .extracting(row -> row.getAs("day").toString(), row -> row.getAs("line"))
        .containsExactly(tuple("2026-03-01", 1L), tuple("2026-03-02", null));
  }

  @ParameterizedTest(name = "{0} bytes expected")
  @MethodSource("fewAndMany")
  void mergingReplacesAlwaysWhereTheTableHasNoNewest(long bytes) {
    lake.expect(bytes);
    lake.create(List.of("ops.build"));
    String row = "SELECT '%s' AS area, CAST(%d AS BIGINT) AS batch, 'c' AS configuration";
    lake.append("ops.build", lake.spark().sql(row.formatted("a", 7)));

    lake.merge(
        "ops.build",
        lake.spark().sql(row.formatted("a", 3)).union(lake.spark().sql(row.formatted("b", 1))),
        functions.lit(true));

    assertThat(lake.table("ops.build").orderBy("area").collectAsList())
        .extracting(r -> r.getString(0), r -> r.getLong(1))
        .containsExactly(tuple("a", 3L), tuple("b", 1L));
  }

  @Test
  void whatAMergeWouldReplaceOrKeepOutIsSuperseded() {
    lake.create(List.of(DAYS));
    assertThat(lake.superseded(DAYS, day("2026-03-02", 1, "2026-04-02"), functions.lit(true)))
        .isEmpty();
    lake.append(DAYS, day("2026-03-01", 1, "2026-04-02").union(day("2026-03-02", 2, "2026-04-02")));
    Dataset<Row> rows =
        day("2026-03-01", 10, "2026-04-03")
            .union(day("2026-03-02", 20, "2026-04-01"))
            .union(day("2026-03-03", 30, "2026-04-01"));
    assertThat(lake.superseded(DAYS, rows, functions.lit(true)).orElseThrow().collectAsList())
        .extracting(row -> row.<Double>getAs("value"))
        .containsExactlyInAnyOrder(1.0, 20.0);
    Dataset<Row> same = day("2026-03-01", 1, "2026-04-02");
    assertThat(lake.superseded(DAYS, same, functions.lit(true)).orElseThrow().isEmpty()).isTrue();
  }

  @Test
  void oneRunAtATimeWrites() {
    try (LakeLock first = LakeLock.take(lake.path(DAYS))) {
      assertThatExceptionOfType(UserError.class)
          .isThrownBy(() -> LakeLock.take(lake.path(DAYS)))
          .withMessageStartingWith("Another run is writing to the lake");
    }
    LakeLock.take(lake.path(DAYS)).close();
  }

  private void appendTwoDaysAnd(Dataset<Row> third) {
    lake.append(
        DAYS,
        day("2026-03-01", 1, "2026-04-02").union(day("2026-03-02", 2, "2026-04-02")).union(third));
  }

  private Dataset<Row> day(String day, double value, String observed) {
    return lake.spark()
        .sql(
            """
            SELECT 'o' AS organisation, 'x' AS channel, 'a' AS account_id, 'A' AS account_name,
              DATE'%s' AS period_start, DATE'%s' AS day, 'views' AS metric, CAST(%s AS DOUBLE) AS value,
              DATE'%s' AS observed_on, TIMESTAMP'%s' AS observed_at, 'f' AS file_id,
              CAST(1 AS BIGINT) AS line, CAST(1 AS BIGINT) AS batch
            """
                .formatted(day, day, value, observed, observed));
  }

  private static Column nothing() {
    return functions.lit(null).cast("string");
  }
}
