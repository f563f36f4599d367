package org.rackvidd.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.SparkException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rackvidd.LakeRows;
import org.rackvidd.configuration.Configuration;
import org.rackvidd.lake.Lake;

class BuildTest {
  @TempDir private Path folder;

  @Test
  void whatWasBuiltBeforeAnAreaFailedIsNotBuiltAgain() {
    Lake lake = LakeRows.open(folder);
    lake.create(List.of("ops.file", "ops.build"));
    Map<String, Area> areas = new LinkedHashMap<>();
    areas.put("first", new Area(Set.of(), run -> "built"));
    areas.put("second", new Area(Set.of(), run -> fail()));
    areas.put("third", new Area(Set.of(), run -> "built"));

    assertThatThrownBy(() -> build(lake, areas)).isInstanceOf(SparkException.class);

    assertThat(lake.table("ops.build").select("area").collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactly("first");
  }

  @Test
  void howMuchThereIsToDoIsWhatAnAreaReads() {
    Lake lake = LakeRows.open(folder);
    lake.create(List.of("ops.file"));
    lake.append("ops.file", files(lake, "event", 1L << 40).union(files(lake, "post", 1_000)));
    assertThat(fewByIntake(lake)).isEqualTo(Map.of("post", true, "event", false, "ad", true));
  }

  @Test
  void filesOfAnEarlierVersionMayHoldWhateverAnAreaReads() {
    Lake lake = LakeRows.open(folder);
    files(lake, null, 1L << 40).drop("intake").write().format("delta").save(lake.path("ops.file"));
    assertThat(fewByIntake(lake)).isEqualTo(Map.of("post", false, "event", false, "ad", false));
  }

  /** Whether an area that reads an intake is told to expect few rows. */
  private static Map<String, Boolean> fewByIntake(Lake lake) {
    Map<String, Boolean> few = new HashMap<>();
    Map<String, Area> areas = new LinkedHashMap<>();
    for (String intake : List.of("post", "event", "ad")) {
      areas.put(
          intake,
          new Area(
              Set.of(intake),
              run -> {
                few.put(intake, run.lake().expectsFew());
                return "built";
              }));
    }
    lake.create(List.of("ops.build"));
    build(lake, areas);
    return few;
  }

  private static Dataset<Row> files(Lake lake, String intake, long bytes) {
    StructType schema = lake.tables().get("ops.file").schema();
    Object[] line = new Object[schema.size()];
    Map.of(
            "path",
            bytes + ".csv",
            "file_id",
            "f",
            "part",
            "",
            "status",
            "read",
            "bytes",
            bytes,
            "batch",
            1L)
        .forEach((column, value) -> line[schema.fieldIndex(column)] = value);
    line[schema.fieldIndex("intake")] = intake;
    return lake.spark().createDataFrame(List.of(RowFactory.create(line)), schema);
  }

  private static void build(Lake lake, Map<String, Area> areas) {
    new Build(lake, Configuration.defaults(), "1", line -> {}).run(areas, false, null, null);
  }

  /** As Spark's own code, which is Scala, does: without declaring it. */
  private static String fail() {
    throw BuildTest.<RuntimeException>undeclared(new SparkException("disk full"));
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> T undeclared(Throwable failure) throws T {
    throw (T) failure;
  }
}
