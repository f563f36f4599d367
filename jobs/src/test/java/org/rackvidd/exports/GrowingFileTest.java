package org.rackvidd.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackvidd.LakeRows;
import org.rackvidd.Pipeline;
import org.rackvidd.SparkExtension;
import org.rackvidd.configuration.Configuration;
import org.rackvidd.lake.Lake;

/** A file that somebody is still writing is not read by halves. */
@ExtendWith(SparkExtension.class)
class GrowingFileTest {
  /** By how many seconds the growing file is older than it is, at each listing of its folder. */
  private static final Queue<Integer> AGES = new ArrayDeque<>();

  @TempDir private java.nio.file.Path folder;

  /** The files of this machine, of which one has another time whenever it is looked at. */
  public static final class Growing extends RawLocalFileSystem {
    @Override
    public URI getUri() {
      return URI.create("growing:///");
    }

    @Override
    public String getScheme() {
      return "growing";
    }

    @Override
    public FileStatus[] listStatus(Path path) throws IOException {
      int age = Optional.ofNullable(AGES.poll()).orElse(0);
      return Arrays.stream(super.listStatus(path))
          .map(file -> at(file, file.getPath().getName().startsWith("growing") ? age : 0))
          .toArray(FileStatus[]::new);
    }

    private static FileStatus at(FileStatus file, int secondsBefore) {
      return new FileStatus(
          file.getLen(),
          file.isDirectory(),
          file.getReplication(),
          file.getBlockSize(),
          file.getModificationTime() - 1000L * secondsBefore,
          file.getPath());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2 1 0", "0 1 0"})
  void itIsLeftForTheNextIngest(String ages, SparkSession spark) throws IOException {
    spark.sparkContext().hadoopConfiguration().set("fs.growing.impl", Growing.class.getName());
    java.nio.file.Path landing = Files.createDirectory(folder.resolve("landing"));
    String header = "Post ID,Account ID,Account username,Description,Publish time,Reach,Likes\n";
    Files.writeString(
        landing.resolve("whole.csv"), header + "18011,178,bjorkvik,Ett,09/24/2026 15:30,500,7\n");
    Files.writeString(
        landing.resolve("growing.csv"), header + "18012,178,bjorkvik,Två,09/24/2026 15:31,50,3\n");
    Stream.of(ages.split(" ")).map(Integer::valueOf).forEach(AGES::add);

    IngestReport first = ingest(landing);

    assertThat(first.outcomes())
        .extracting(o -> o.file().path() + " " + o.status() + " " + o.problem())
        .containsExactlyInAnyOrder(
            "whole.csv read null",
            "growing.csv unreadable It changed while it was read. The next ingest reads it again.");
    assertThat(posts()).containsExactly("Ett");

    IngestReport second = ingest(landing);

    assertThat(second.outcomes())
        .extracting(o -> o.file().path() + " " + o.status())
        .containsExactly("growing.csv read");
    assertThat(posts()).containsExactlyInAnyOrder("Ett", "Två");
  }

  private IngestReport ingest(java.nio.file.Path landing) {
    Configuration configuration = Configuration.defaults();
    Formats formats = Formats.of(Pipeline.FORMATS, Pipeline.intakes(), configuration);
    return new Ingest(lake(), formats, configuration, Map.of()).run("growing:" + landing);
  }

  private Lake lake() {
    return LakeRows.open(folder.resolve("lake"));
  }

  private java.util.List<String> posts() {
    return lake().table("facts.post").select("text").collectAsList().stream()
        .map(row -> row.getString(0))
        .toList();
  }
}
