package org.rackvidd.bench.demo;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rackvidd.bench.PlainReader;
import org.rackvidd.bench.Sums;
import org.rackvidd.bench.people.Life;
import org.rackvidd.bench.world.Channel;
import org.rackvidd.bench.world.Figure;
import org.rackvidd.bench.world.Figures;
import org.rackvidd.bench.world.Post;
import org.rackvidd.bench.world.PostType;
import org.rackvidd.bench.world.Topic;

class DemoTest {
  private static final Path COMMITTED = Path.of("../data/demo");

  @TempDir private static Path made;

  private static Life life;

  @BeforeAll
  static void make() throws IOException {
    life = Demo.write(made);
  }

  @Test
  void isCommittedAsItIsMade() throws IOException {
    Map<String, byte[]> committed = contents(COMMITTED);
    Map<String, byte[]> now = contents(made);
    assertThat(now).containsOnlyKeys(committed.keySet());
    now.forEach((file, bytes) -> assertThat(bytes).as(file).isEqualTo(committed.get(file)));
  }

  @Test
  void staysSmall() throws IOException {
    assertThat(contents(made).values().stream().mapToLong(bytes -> bytes.length).sum())
        .isLessThan(600_000);
  }

  @Test
  void holdsWhatItsTruthSays() throws IOException {
    PlainReader reader = new PlainReader().read(made.resolve("exports"));
    Path truth = made.resolve("truth");
    assertThat(reader.counts())
        .containsExactlyInAnyOrderEntriesOf(PlainReader.truthOfFiles(truth.resolve("files.csv")));
    Sums.assertSame(reader.postSums(), PlainReader.truth(truth.resolve("posts.csv")));
    Sums.assertSame(reader.adSums(), PlainReader.truth(truth.resolve("ads.csv")));
  }

  @Test
  void aDayIsAPartOfTheWhole() throws IOException {
    Path folder = made.resolve("exports/2026-11-03/Innehåll 2025-05-01_2026-10-31 Granvika kommun");
    List<String> table = Files.readAllLines(folder.resolve("Tabelldata.csv"));
    long days =
        Files.readAllLines(folder.resolve("Totalt.csv")).stream()
            .skip(1)
            .mapToLong(day -> Long.parseLong(day.split(",")[1]))
            .sum();
    assertThat(table.get(1)).startsWith("Totalt,,," + days + ",");
  }

  @Test
  void theReachOfTheAccountIsNoSum() throws IOException {
    Path report =
        made.resolve("exports/2026-11-03/Granvika-kommun-Annonser-alder-och-kon-2026.csv");
    Map<String, Long> byAd = new TreeMap<>();
    long account = 0;
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(report)) {
      for (NamedCsvRecord row : csv) {
        long reach = Long.parseLong(row.getField("Reach"));
        if (row.getField("Ad ID").isEmpty()) {
          account = reach;
        } else {
          // Nobody is in two cells.
          byAd.merge(row.getField("Ad ID"), reach, Long::sum);
        }
      }
    }
    assertThat(account)
        .isGreaterThan(Collections.max(byAd.values()))
        .isLessThan(byAd.values().stream().mapToLong(Long::longValue).sum());
  }

  @Test
  void hasSomethingToFind() {
    List<Post> facebook = posts(Channel.FACEBOOK);
    assertThat(rate(facebook, Topic.PORTRAIT, PostType.values()))
        .isGreaterThan(1.7 * rate(facebook, Topic.VACANCY, PostType.LINK));
    assertThat(trend(facebook)).isLessThan(0.85);
    assertThat(trend(posts(Channel.INSTAGRAM))).isGreaterThan(1.2);
  }

  @Test
  void hardlyEverRepeatsItself() {
    for (Channel channel : List.of(Channel.FACEBOOK, Channel.INSTAGRAM, Channel.LINKEDIN)) {
      Map<String, Integer> times = new TreeMap<>();
      posts(channel).forEach(post -> times.merge(post.text(), 1, Integer::sum));
      assertThat(times.values()).allMatch(count -> count <= 3);
    }
  }

  private static List<Post> posts(Channel channel) {
    return life.posts(channel);
  }

  private static double rate(List<Post> posts, Topic topic, PostType... types) {
    double interactions = 0;
    double reach = 0;
    for (Post post : posts) {
      if (post.topic() == topic && List.of(types).contains(post.type()) && !post.boosted()) {
        interactions += inTheEnd(post).interactions();
        reach += inTheEnd(post).of(Figure.REACH);
      }
    }
    return interactions / reach;
  }

  private static Figures inTheEnd(Post post) {
    return post.figuresOn(Downloads.NOVEMBER_2026);
  }

  /** The median reach of the last third of posts beside that of the first. */
  private static double trend(List<Post> posts) {
    int third = posts.size() / 3;
    return median(posts.subList(2 * third, posts.size())) / median(posts.subList(0, third));
  }

  private static double median(List<Post> posts) {
    double[] reach =
        posts.stream().mapToDouble(post -> inTheEnd(post).of(Figure.REACH)).sorted().toArray();
    return reach[reach.length / 2];
  }

  private static Map<String, byte[]> contents(Path folder) throws IOException {
    Map<String, byte[]> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return contents;
  }
}
