package org.rackvidd.exports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.NanoTime;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParquetRowsTest {
  private static final Configuration HADOOP = new Configuration();

  private static final String VALUE =
      "optional group value { optional binary string_value (UTF8); optional int64 int_value; optional double double_value; }";

  private static final List<String> HEADERS =
      List.of("event_name", "device.category", "event_params.page", "event_params.session");

  /** The three ways a list is written. */
  private enum ListLayout {
    THREE_LEVELS(
        "optional group event_params (LIST) { repeated group list { optional group element { optional binary key (UTF8); %s } } }"),
    TWO_LEVELS(
        "optional group event_params (LIST) { repeated group array { optional binary key (UTF8); %s } }"),
    NO_LIST("repeated group event_params { optional binary key (UTF8); %s }");

    private final String schema;

    ListLayout(String schema) {
      this.schema = schema.formatted(VALUE);
    }

    Group element(Group event) {
      return switch (this) {
        case THREE_LEVELS -> list(event).addGroup("list").addGroup("element");
        case TWO_LEVELS -> list(event).addGroup("array");
        case NO_LIST -> event.addGroup("event_params");
      };
    }

    private static Group list(Group event) {
      return event.getFieldRepetitionCount("event_params") == 0
          ? event.addGroup("event_params")
          : event.getGroup("event_params", 0);
    }
  }

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(ListLayout.class)
  void eventsAreLaidOutAsInJson(ListLayout layout) throws IOException {
    SourceFile file = events(layout, CompressionCodecName.SNAPPY);

    assertThat(read(file, HEADERS))
        .containsExactly("1: page_view|mobile|/jobb|1617691775", "2: scroll|||", "3: |desktop||7");
    assertThat(ParquetRows.headers(file, HADOOP, 10))
        .containsExactlyInAnyOrder(
            "event_name",
            "user_id",
            "device.category",
            "event_params.page",
            "event_params.session");
  }

  @ParameterizedTest
  @EnumSource(names = {"UNCOMPRESSED", "SNAPPY", "GZIP", "ZSTD", "LZ4_RAW"})
  void anyCompressionWillDo(CompressionCodecName codec) throws IOException {
    assertThat(read(events(ListLayout.THREE_LEVELS, codec), HEADERS)).hasSize(3);
  }

  private SourceFile events(ListLayout layout, CompressionCodecName codec) throws IOException {
    MessageType schema =
        MessageTypeParser.parseMessageType(
            "message event { optional binary event_name (UTF8); optional binary user_id (UTF8); optional group device { optional binary category (UTF8); } %s }"
                .formatted(layout.schema));
    Group view = new SimpleGroup(schema).append("event_name", "page_view");
    view.addGroup("device").append("category", "mobile");
    layout.element(view).append("key", "page").addGroup("value").append("string_value", "/jobb");
    layout
        .element(view)
        .append("key", "session")
        .addGroup("value")
        .append("int_value", 1617691775L);
    Group scroll = new SimpleGroup(schema).append("event_name", "scroll");
    Group unnamed = new SimpleGroup(schema);
    unnamed.addGroup("device").append("category", "desktop");
    layout.element(unnamed).append("key", "session").addGroup("value").append("int_value", 7L);
    return write(schema, codec, view, scroll, unnamed);
  }

  @Test
  void valuesAreWrittenAsInJson() throws IOException {
    MessageType schema =
        MessageTypeParser.parseMessageType(
            """
            message values {
              required int32 day (DATE); required int64 millis (TIMESTAMP(MILLIS,true)); required int64 micros (TIMESTAMP(MICROS,true));
              required int64 nanos (TIMESTAMP(NANOS,true)); required int96 old; required int32 money (DECIMAL(9,2));
              required int64 more (DECIMAL(18,3)); required binary most (DECIMAL(30,4)); required double number; required double large;
              required float single; required boolean flag; required binary kind (ENUM); required binary bytes;
              required int64 unsigned (INTEGER(64,false)); required int64 id;
            }
            """);
    Group group =
        new SimpleGroup(schema)
            .append("day", 20_584)
            .append("millis", 1_617_691_790_431L)
            .append("micros", 1_617_691_790_431_476L)
            .append("nanos", 1_617_691_790_431_476_999L)
            .append("old", new NanoTime(2_440_588 + 1, 1_500_000L))
            .append("money", -1205)
            .append("more", 1L)
            .append("most", Binary.fromConstantByteArray(new byte[] {1, 0}))
            .append("number", 0.1)
            .append("large", 1.25e9)
            .append("single", 0.1f)
            .append("flag", true)
            .append("kind", "WEB")
            .append("bytes", Binary.fromConstantByteArray(new byte[] {1, 2, 3}))
            .append("unsigned", -1L)
            .append("id", Long.MAX_VALUE);
    List<String> headers = schema.getFields().stream().map(field -> field.getName()).toList();

    assertThat(read(write(schema, CompressionCodecName.SNAPPY, group), headers))
        .containsExactly(
            "1: 2026-05-11|1617691790431000|1617691790431476|1617691790431476|86400001500|-12.05|0.001|0.0256|0.1|1250000000|0.1|true|WEB|AQID|18446744073709551615|9223372036854775807");
  }

  @Test
  void aListMayGiveARowPerElement() throws IOException {
    MessageType schema =
        MessageTypeParser.parseMessageType(
            "message visit { required int64 id; repeated group actions { optional binary url (UTF8); } }");
    Group visit = new SimpleGroup(schema).append("id", 1L);
    visit.addGroup("actions").append("url", "/a");
    visit.addGroup("actions").append("url", "/b");
    SourceFile file =
        write(schema, CompressionCodecName.SNAPPY, visit, new SimpleGroup(schema).append("id", 2L));

    try (ParquetRows rows =
        new ParquetRows(file, HADOOP, List.of("id", "actions.url"), "actions")) {
      assertThat(JsonRowsTest.all(rows)).containsExactly("1: 1|", "2: 1|/a", "3: 1|/b", "4: 2|");
    }
  }

  @Test
  void aFileWithoutAnyOfTheHeadersHasNoRows() throws IOException {
    assertThat(read(events(ListLayout.NO_LIST, CompressionCodecName.SNAPPY), List.of("other")))
        .isEmpty();
  }

  @ParameterizedTest(name = "{0} bytes are left")
  @ValueSource(ints = {4, 12, 100, -1})
  void aFileThatWasCutOffSaysSo(int left) throws IOException {
    Path whole = path(events(ListLayout.THREE_LEVELS, CompressionCodecName.SNAPPY));
    byte[] bytes = Files.readAllBytes(whole);
    Files.write(whole, Arrays.copyOf(bytes, left < 0 ? bytes.length - 1 : left));

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> read(file(whole), HEADERS))
        .withMessageContaining("damaged or was cut off");
  }

  @Test
  void damageIsNeverMoreThanAProblemOfTheFile() throws IOException {
    Path whole = path(events(ListLayout.THREE_LEVELS, CompressionCodecName.UNCOMPRESSED));
    byte[] good = Files.readAllBytes(whole);
    int faults = 0;
    for (int at = 4; at < good.length; at += 31) {
      byte[] bad = good.clone();
      bad[at] ^= 0x55;
      Files.write(whole, bad);
      try {
        read(file(whole), HEADERS);
      } catch (IOException e) {
        assertThat(e.getMessage()).doesNotContain("Exception");
        faults++;
      }
    }
    assertThat(faults).isPositive();
  }

  @Test
  void aPageThatClaimsAnAbsurdSizeIsNotMadeRoomFor() throws IOException {
    Path whole = path(events(ListLayout.NO_LIST, CompressionCodecName.SNAPPY));
    byte[] good = Files.readAllBytes(whole);
    PageHeader header = Util.readPageHeader(new ByteArrayInputStream(good, 4, good.length - 4));
    ByteArrayOutputStream before = new ByteArrayOutputStream();
    Util.writePageHeader(header, before);
    header.setUncompressed_page_size(Integer.MAX_VALUE);
    ByteArrayOutputStream after = new ByteArrayOutputStream();
    Util.writePageHeader(header, after);
    // The larger number takes more bytes; that what follows is out of place nobody gets to see.
    ByteArrayOutputStream bad = new ByteArrayOutputStream();
    bad.write(good, 0, 4);
    after.writeTo(bad);
    bad.write(good, 4 + before.size(), good.length - 4 - before.size());
    Files.write(whole, bad.toByteArray());

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> read(file(whole), HEADERS))
        .withMessageContaining("larger than 128 MB");
  }

  @ParameterizedTest
  @ValueSource(ints = {30_000, 100_000})
  void aSchemaOfAbsurdDepthIsDamage(int depth) throws IOException {
    List<SchemaElement> schema = new ArrayList<>();
    for (int i = 0; i < depth; i++) {
      schema.add(new SchemaElement("g").setNum_children(1));
    }
    schema.add(new SchemaElement("x").setType(Type.INT32));
    ByteArrayOutputStream footer = new ByteArrayOutputStream();
    Util.writeFileMetaData(new FileMetaData(1, schema, 0, List.of()), footer);
    ByteBuffer file = ByteBuffer.allocate(footer.size() + 12).order(ByteOrder.LITTLE_ENDIAN);
    file.put("PAR1".getBytes(UTF_8)).put(footer.toByteArray()).putInt(footer.size());
    file.put("PAR1".getBytes(UTF_8));
    Path path = Files.write(folder.resolve("deep.parquet"), file.array());

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> read(file(path), HEADERS))
        .withMessageContaining("damaged");
  }

  @Test
  void aDictionaryThatClaimsMoreEntriesThanItHasBytesIsDamage() throws IOException {
    MessageType schema =
        MessageTypeParser.parseMessageType("message m { required binary event_name (UTF8); }");
    Group[] groups = new Group[1000];
    Arrays.setAll(groups, i -> new SimpleGroup(schema).append("event_name", "page_view"));
    Path whole = path(write(schema, CompressionCodecName.UNCOMPRESSED, groups));
    byte[] good = Files.readAllBytes(whole);
    PageHeader header = Util.readPageHeader(new ByteArrayInputStream(good, 4, good.length - 4));
    assertThat(header.isSetDictionary_page_header()).isTrue();
    ByteArrayOutputStream before = new ByteArrayOutputStream();
    Util.writePageHeader(header, before);
    // As many bytes as the true number takes, so that nothing moves.
    header.getDictionary_page_header().setNum_values(63);
    ByteArrayOutputStream after = new ByteArrayOutputStream();
    Util.writePageHeader(header, after);
    assertThat(after.size()).isEqualTo(before.size());
    assertThat(header.getUncompressed_page_size()).isLessThan(63);
    System.arraycopy(after.toByteArray(), 0, good, 4, after.size());
    Files.write(whole, good);

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> read(file(whole), HEADERS))
        .withMessageContaining("damaged");
  }

  @Test
  void itsFirstBytesTell() throws IOException {
    byte[] bytes =
        Files.readAllBytes(path(events(ListLayout.NO_LIST, CompressionCodecName.SNAPPY)));

    assertThat(ParquetRows.looksLikeParquet(bytes)).isTrue();
    assertThat(ParquetRows.looksLikeParquet("PART,1".getBytes(UTF_8))).isFalse();
    assertThat(ParquetRows.looksLikeParquet(new byte[] {'P', 'A', 'R'})).isFalse();
  }

  private static List<String> read(SourceFile file, List<String> headers) throws IOException {
    try (ParquetRows rows = new ParquetRows(file, HADOOP, headers, null)) {
      return JsonRowsTest.all(rows);
    }
  }

  private SourceFile write(MessageType schema, CompressionCodecName codec, Group... groups)
      throws IOException {
    Path path = Files.createTempFile(folder, "events", ".parquet");
    Files.delete(path);
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(path))
            .withType(schema)
            .withCompressionCodec(codec)
            .build()) {
      for (Group group : groups) {
        writer.write(group);
      }
    }
    return file(path);
  }

  private static Path path(SourceFile file) {
    return Path.of(java.net.URI.create(file.uri()));
  }

  static SourceFile file(Path path) throws IOException {
    return new SourceFile(
        path.toUri().toString(), path.getFileName().toString(), Files.size(path), 0);
  }
}
