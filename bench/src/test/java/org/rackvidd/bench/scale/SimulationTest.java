package org.rackvidd.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rackvidd.bench.PlainReader;
import org.rackvidd.bench.Sums;

class SimulationTest {
  @TempDir private Path folder;

  @Test
  void holdsWhatItsTruthSaysOnBothDays() throws IOException {
    new Simulation(folder, 1).write(40_000, 9);
    Path truth = folder.resolve("truth");
    PlainReader reader = new PlainReader().read(folder.resolve("exports"));
    assertThat(reader.counts())
        .hasSize(9)
        .containsExactlyInAnyOrderEntriesOf(PlainReader.truthOfFiles(truth.resolve("files.csv")));
    assertThat(
            reader.counts().values().stream()
                .mapToLong(count -> count.accepted() + count.rejected())
                .sum())
        .isEqualTo(40_000);
    Sums.assertSame(reader.postSums(), PlainReader.truth(truth.resolve("posts.csv")));
    Sums.assertSame(reader.adSums(), PlainReader.truth(truth.resolve("ads.csv")));

    Path later = folder.resolve("truth-next-day");
    reader.read(folder.resolve("next-day"));
    Sums.assertSame(reader.postSums(), PlainReader.truth(later.resolve("posts.csv")));
    Sums.assertSame(reader.adSums(), PlainReader.truth(later.resolve("ads.csv")));
  }

  @Test
  void isTheSameForTheSameSeedOnly() throws IOException {
    for (String run : List.of("one", "two")) {
      new Simulation(folder.resolve(run), 5).write(3_000, 6);
    }
    new Simulation(folder.resolve("other"), 6).write(3_000, 6);
    List<Path> files;
    try (Stream<Path> found = Files.walk(folder.resolve("one"))) {
      files = found.filter(Files::isRegularFile).toList();
    }
    assertThat(files).hasSize(6 + 3 + 2 * 4);
    for (Path file : files) {
      Path name = folder.resolve("one").relativize(file);
      assertThat(folder.resolve("two").resolve(name)).hasSameBinaryContentAs(file);
    }
    Path posts = Path.of("truth/posts.csv");
    assertThat(Files.readString(folder.resolve("other").resolve(posts)))
        .isNotEqualTo(Files.readString(folder.resolve("one").resolve(posts)));
  }

  @ParameterizedTest
  @CsvSource({"3000000,30", "1000,1", "1000,2", "1000,4", "1000,5", "1000,6", "77,60", "9,9"})
  void dividesAllRowsOverAllFiles(long rows, int files) {
    List<Kind.Part> parts = Kind.divide(rows, files);
    assertThat(parts).hasSize(files);
    assertThat(parts.stream().mapToLong(Kind.Part::rows).sum()).isEqualTo(rows);
  }
}
