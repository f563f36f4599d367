package org.rackvidd.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.SparkException;
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
