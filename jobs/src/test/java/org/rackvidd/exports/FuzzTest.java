package org.rackvidd.exports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is done to a file, reading it ends, in bounded memory, with every row accounted for.
 * {@code -Dfuzz.mutations} and {@code -Dfuzz.seed} make it longer, or another one; a file that
 * fails is kept below target/fuzz.
 */
class FuzzTest {
  private static final int MUTATIONS = Integer.getInteger("fuzz.mutations", 400);
  private static final long SEED = Long.getLong("fuzz.seed", 20_261_120);
  private static final int MOST_SEEDS = 2_000;
  private static final int LARGEST_SEED = 200_000;

  private static final String EVENTS =
      """
      {"event_timestamp":"1776543210000000","event_name":"page_view","user_pseudo_id":"1.2",\
      "stream_id":"77","event_bundle_sequence_id":1,"event_params":[{"key":"page_location",\
      "value":{"string_value":"https://a.se/?utm_source=x"}},{"key":"ga_session_id","value":{"int_value":5}}]}
      {"event_timestamp":"1776543210000001","event_name":"scroll","user_pseudo_id":"1.3","stream_id":"77"}
      """;

  private static final String VISITS =
      """
      [{"idVisit":"7","visitorId":"a1","idSite":"1","siteName":"x","serverTimestamp":1776543210,\
      "actionDetails":[{"type":"action","timestamp":1776543210,"url":"https://a.se/"},\
      {"type":"goal","timestamp":1776543211}]},
      {"idVisit":"8","visitorId":"a2","idSite":"1","serverTimestamp":1776543299}]
      """;

  @TempDir private Path folder;

  @Test
  void everySpoiltFileIsReadToItsEndWithEveryRowAccountedFor() throws Exception {
    Set<String> seen = new TreeSet<>();
    try (WatchedReading reading = new WatchedReading(folder)) {
      List<byte[]> seeds = seeds(reading);
      for (byte[] seed : seeds) {
        seen.add(reading.of(seed, "seed"));
      }
      for (int i = 0; i < MUTATIONS; i++) {
        Mutations mutations = new Mutations(SEED + i);
        // Every seed has its turn; what led to something new has more of them.
        byte[] spoilt = mutations.of(seeds.get((int) ((i * 7_919L) % seeds.size())), seeds);
        if (seen.add(reading.of(spoilt, "mutation-%d-of-seed-%d".formatted(i, SEED)))
            && spoilt.length < LARGEST_SEED
            && seeds.size() < MOST_SEEDS) {
          seeds.add(spoilt);
        }
      }
    }
    assertThat(seen).as("kinds of outcome").hasSizeGreaterThan(100);
  }

  /** All cases, the demo's files, and records. */
  private List<byte[]> seeds(WatchedReading reading) throws Exception {
    List<byte[]> seeds = new ArrayList<>();
    Path cases = Path.of(FuzzTest.class.getResource("/exports").toURI());
    for (Path root : List.of(cases, Path.of("../data/demo/exports"))) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          if (!file.endsWith("expect.yaml")) {
            seeds.add(Files.readAllBytes(file));
            reading.notePersons(file);
          }
        }
      }
    }
    seeds.add(EVENTS.getBytes(UTF_8));
    seeds.add(VISITS.getBytes(UTF_8));
    seeds.add(parquet());
    return seeds;
  }

  private byte[] parquet() throws IOException {
    MessageType schema =
        MessageTypeParser.parseMessageType(
            "message e { optional int64 event_timestamp; optional binary event_name (UTF8); optional binary user_pseudo_id (UTF8); }");
    Path path = folder.resolve("events");
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(path)).withType(schema).build()) {
      for (int i = 0; i < 20; i++) {
        Group event = new SimpleGroup(schema);
        event.add(0, 1_776_543_210_000_000L + i);
        event.add(1, "page_view");
        event.add(2, "1." + i);
        writer.write(event);
      }
    }
    return Files.readAllBytes(path);
  }
}
