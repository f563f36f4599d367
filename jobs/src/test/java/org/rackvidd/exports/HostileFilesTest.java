package org.rackvidd.exports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackvidd.Pipeline;
import org.rackvidd.exports.ExportFormat.ColumnRule;

/** Files made to be too much for a reader. None costs more than its size allows. */
class HostileFilesTest {
  private static final String DEMOGRAPHICS =
      "Account Name,Job Title Segment,Impressions,Clicks,Total Spent\n";

  @TempDir private static Path folder;
  private static WatchedReading reading;

  @BeforeAll
  static void begins() {
    reading = new WatchedReading(folder);
  }

  @AfterAll
  static void ends() {
    reading.close();
  }

  static Stream<Arguments> texts() {
    String columns = names(1_000_000);
    return Stream.of(
        Arguments.of("a header of a million columns", columns + "\n1,2\n"),
        Arguments.of(
            "all columns a spreadsheet has, in many rows", (names(16_384) + "\n").repeat(2)),
        Arguments.of("rows of nothing but commas", (",".repeat(16_383) + "x\n").repeat(15)),
        Arguments.of("a line of 10 MB", "x".repeat(10 << 20)),
        Arguments.of("only quotes", "\"".repeat((5 << 20) + 1)),
        Arguments.of("a quote that opens in every field", "\"a\n,".repeat(500_000)),
        Arguments.of(
            "a text above the header that does not end",
            "x\n".repeat(100_000) + "Date,Views,Watch time (hours)\n2026-08-01,1,1\n"),
        Arguments.of("only headers", DEMOGRAPHICS.repeat(150)),
        Arguments.of("countless headers", DEMOGRAPHICS.repeat(50_000)),
        Arguments.of("countless titles", DEMOGRAPHICS + "Title\n".repeat(30_000)),
        Arguments.of("deep JSON", "[".repeat(3_000_000)),
        Arguments.of("deep JSON in a line", "{\"a\":".repeat(500_000)),
        Arguments.of("countless keys with nothing behind them", keys("{}", 300_000)),
        Arguments.of("countless keys", keys("1", 300_000)),
        Arguments.of("countless records", "{}\n".repeat(1_000_000)),
        Arguments.of("countless lists", "[" + "[],".repeat(1_000_000) + "[]]"));
  }

  private static String names(int columns) {
    return IntStream.range(0, columns).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
  }

  private static String keys(String value, int keys) {
    String line =
        IntStream.range(0, keys)
            .mapToObj(i -> "\"k" + i + "\":" + value)
            .collect(Collectors.joining(",", "{", "}\n"));
    return line.replace("k", "a") + line.replace("k", "b") + line.replace("k", "c");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void textsAreReadInBoundedTimeAndMemory(String name, String text) throws IOException {
    assertThat(reading.of(text.getBytes(UTF_8), name)).isNotEmpty();
  }

  /** What expressions, numbers, dates and links may be slow at, or fall over. */
  @ParameterizedTest
  @ValueSource(strings = {"9", "\u00a0", "https://a.se/?", "?a=%25&", "@a.", ", "})
  void hugeCellsOfEveryColumnAreReadInBoundedTimeAndMemory(String repeated) throws IOException {
    String cell = "\"" + repeated.repeat(20_000 / repeated.length()) + "\"";
    for (String name : Pipeline.FORMATS) {
      ExportFormat format = ExportFormat.named(name);
      List<String> headers =
          Stream.concat(format.columns().values().stream(), format.metrics().values().stream())
              .map(ColumnRule::headers)
              .flatMap(all -> all.values().stream().limit(1))
              .map(all -> all.get(0).replace("({currency})", "(SEK)"))
              .toList();
      String quoted = headers.stream().map(h -> '"' + h + '"').collect(Collectors.joining(","));
      String cells = headers.stream().map(h -> cell).collect(Collectors.joining(","));
      reading.of((quoted + "\n" + cells + "\n").getBytes(UTF_8), name);
    }
  }

  @Test
  void allColumnsOfASheetAreComparedWithAllFormatsInBoundedTime() throws IOException {
    String[] names =
        IntStream.range(0, CsvRows.MOST_FIELDS).mapToObj(i -> "c" + i).toArray(String[]::new);
    byte[] workbook = new WorkbookParts().rows(WorkbookParts.row(names).repeat(30)).zipped();

    assertThat(reading.of(workbook, "wide.xlsx")).contains("No format");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        WorkbookParts.STYLES,
        WorkbookParts.WORKBOOK,
        WorkbookParts.STRINGS,
        WorkbookParts.SHEET,
        "[Content_Types].xml",
        "xl/_rels/workbook.xml.rels"
      })
  void noPartOfAWorkbookFillsTheMemoryOrTheStack(String part) throws IOException {
    String xml = new WorkbookParts().rows(WorkbookParts.row("a", "b")).text(part);
    int at = xml.indexOf('>') + 1;
    // An empty root has no end of its own.
    String root = xml.substring(1, xml.indexOf(' '));
    String open = xml.charAt(at - 2) == '/' ? xml.substring(0, at - 2) + ">" : xml.substring(0, at);
    String rest = xml.charAt(at - 2) == '/' ? "</" + root + ">" : xml.substring(at);
    String deep = open + "<x>".repeat(100_000) + "</x>".repeat(100_000) + rest;
    String wide = open + "<x a=\"bcdefghijklmnopqrst%s\"/>".repeat(3_000_000) + rest;

    for (String hostile : List.of(deep, wide)) {
      byte[] workbook =
          new WorkbookParts().rows(WorkbookParts.row("a", "b")).with(part, hostile).zipped();
      assertThat(reading.of(workbook, part.replace('/', '-'))).isNotEmpty();
    }
  }

  @Test
  void aBombOfAGigabyteIsStopped() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      byte[] blanks = new byte[1 << 20];
      Arrays.fill(blanks, (byte) ' ');
      for (int i = 0; i < 1024; i++) {
        out.write(blanks);
      }
    }

    assertThat(reading.of(bytes.toByteArray(), "bomb.gz")).contains("It cannot be read");
  }
}
