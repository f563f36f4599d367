package org.rackvidd.exports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackvidd.LakeRows;
import org.rackvidd.cli.CommandRun;
import org.rackvidd.lake.Lake;
import org.rackvidd.yaml.StrictYaml;

/**
 * Whatever lies in the landing folder, the batch is done: one ingest of everything that can be
 * wrong with a file beside a good file of every format.
 */
class BadInputTest {
  private static final String HEADER =
      "Post ID,Account ID,Account username,Description,Publish time,Permalink,Reach,Likes\n";
  private static final String SPENT = "Account ID,Campaign ID,Day,Amount spent (SEK)\n";
  private static final String LAUGHS =
      """
      <!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
      <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">
      <!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;">
      <!ENTITY g "&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;"><!ENTITY h "&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;">
      <!ENTITY i "&h;&h;&h;&h;&h;&h;&h;&h;&h;&h;">]>
      """;

  /** Stands in everything personal that is put into the files. */
  private static final String SECRET = "hemlig";

  // YouTube's totals are not among them: in these cases they contradict its dates.
  private static final List<String> GOOD =
      List.of(
          "meta_facebook_posts/plain",
          "meta_instagram_posts/plain",
          "meta_ads/plain",
          "youtube_content/swedish",
          "youtube_chart/swedish",
          "youtube_dates/swedish",
          "x_posts/plain",
          "x_posts_old/likes",
          "linkedin_posts/workbook_2026");

  @TempDir private static Path folder;
  private static Path landing;
  private static Lake lake;
  private static Map<String, List<Row>> facts;
  private static List<Row> rejected;
  private static CommandRun ingest;
  private static CommandRun again;
  private static Map<String, List<Row>> files;
  private static int posts;

  @BeforeAll
  static void ingestsAllOfIt() throws Exception {
    landing = Files.createDirectories(folder.resolve("landing"));
    layOutGoodFiles();
    layOutText();
    layOutBinary();
    layOutWorkbooks();
    layOutNames();
    String to = folder.resolve("lake").toString();

    ingest = CommandRun.of("ingest", "--lake", to, "--landing", landing.toString());
    again = CommandRun.of("ingest", "--lake", to, "--landing", landing.toString());

    lake = LakeRows.open(folder.resolve("lake"));
    files =
        lake.table("ops.file").collectAsList().stream()
            .collect(Collectors.groupingBy(row -> row.getAs("path")));
    rejected = lake.table("ops.rejected_row").orderBy("line").collectAsList();
    facts =
        Stream.of("post", "post_metrics", "ad_metrics", "account_day")
            .collect(
                Collectors.toMap(
                    table -> table, table -> lake.table("facts." + table).collectAsList()));
  }

  private static void layOutGoodFiles() throws Exception {
    for (String name : GOOD) {
      Path from = Path.of(BadInputTest.class.getResource("/exports/" + name).toURI());
      try (Stream<Path> all = Files.walk(from)) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          if (!file.endsWith("expect.yaml")) {
            Path to = landing.resolve(name).resolve(from.relativize(file).toString());
            Files.createDirectories(to.getParent());
            Files.copy(file, to);
          }
        }
      }
    }
  }

  private static void layOutText() throws IOException {
    write("empty.csv", "");
    write("header only.csv", HEADER);
    write("wrong delimiter.csv", HEADER.replace(',', '|') + post() + post());
    write(
        "quotes left open.csv",
        HEADER
            + post().replace("Text", "\"Text")
            + post()
            + post().replace("Text", "\"Text, i\ntvå rader\"")
            + post().replace("Text", "\"Text"));
    Files.writeString(
        landing.resolve("letters at last.csv"),
        SPENT.replace("Day", "Campaign name,Day")
            + "993,1,%s,2026-06-01,5\n".formatted("a".repeat(500)).repeat(600)
            + "993,2,Malmö,2026-06-01,5\n",
        Charset.forName("windows-1252"));
    write(
        "commas at last.csv",
        SPENT
            + spent(991, 1, 250, "7")
            + spent(991, 251, 252, "1.234")
            + spent(991, 252, 253, "12,5"));
    write(
        "amounts of both kinds.csv",
        SPENT
            + spent(992, 1, 250, "1.5")
            + spent(992, 251, 252, "1,234")
            + spent(992, 252, 253, "12,5"));
    write("days first.csv", HEADER + onDay("25/03/2026") + onDay("03/04/2026"));
    write(
        "days first at last.csv",
        HEADER
            + onDays("03/04/2026", Recogniser.ROWS_LOOKED_AT + 1)
            + onDays("25/03/2026", Recogniser.ROWS_LOOKED_AT + 1));
    write(
        "days and months first.csv",
        HEADER + onDay("25/03/2026") + onDay("03/25/2026") + onDay("03/04/2026"));
    write(
        "quotes and commas.csv",
        HEADER
            + post().replace("Text", "\"Hej, alla, 20 %")
            + post()
            + post().replace("Text", "\"oj")
            + post()
            + "1801,178,bjorkvik\n"
            + post().replace("Text", "\"Text")
            + post().replace("Text", "5\" bred")
            + post().replace("Text", "x\" y"));
    write("year 26.csv", HEADER + onDay("03/04/0026") + onDay("03/04/2026"));
    write("cut in quotes.csv", HEADER + post() + "17,8,bjorkvik,\"Det börjar bra");
    write("cut in a row.csv", HEADER + post() + "17,8,bjorkvik,Text,09/24/20");
    write(
        "column twice.csv",
        HEADER.replace("Likes", "Likes,Reach")
            + post().replace("\n", ",500\n")
            + post().replace("\n", ",501\n"));
    write(
        "impossible values.csv",
        HEADER
            + post().replace(",500,", ",-500,")
            + post().replace("09/24/2026", "31/02/2026")
            + post());
    write("utf-16 without mark.csv", (HEADER + post() + post()).getBytes(UTF_16LE));
    write("nul bytes.csv", HEADER + post().replace("Text", "\0\0\0\0"));
    write("100 000 columns.csv", "column,".repeat(100_000) + "\n" + "1,".repeat(100_000) + "\n");
    write("page.xls", "<html><body><table><tr><td>Post ID</td></tr></table></body></html>");
    write(
        "personal.csv",
        HEADER
            + post().replace(",500,", ",anna." + SECRET + "@kommun.se,")
            + post().replace("bjorkvik", "Åsa.Ö-" + SECRET + "@räckvidd.se").replace("Text", ",")
            + post().replace(",500,", ",Ring " + SECRET + "@x,"));
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(landing.resolve("one long line.csv")))) {
      out.write((HEADER + post()).getBytes(UTF_8));
      byte[] megabyte = "x".repeat(1 << 20).getBytes(UTF_8);
      for (int i = 0; i < 200; i++) {
        out.write(megabyte);
      }
      out.write(("\n" + post()).getBytes(UTF_8));
    }
  }

  private static void layOutBinary() throws IOException {
    byte[] noise = new byte[300_000];
    new Random(7).nextBytes(noise);
    write("noise.csv", noise);
    write("picture.csv", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0});
    write("zipped.csv", zip("posts.csv", HEADER + post()));
    write("archive.zip", zip("posts 2.csv", HEADER + post()));
    try (POIFSFileSystem ole = new POIFSFileSystem()) {
      ole.createDocument(new ByteArrayInputStream(noise), "WordDocument");
      write("letter.xls", bytes(ole));
    }
  }

  private static byte[] bytes(POIFSFileSystem ole) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ole.writeFilesystem(bytes);
    return bytes.toByteArray();
  }

  private static void layOutWorkbooks() throws Exception {
    byte[] good = new WorkbookParts().rows(updates()).zipped();
    write("posted by.xlsx", good);
    write("cut off.xlsx", Arrays.copyOf(good, good.length * 2 / 3));
    write("protected.xlsx", encrypted(good));
    write(
        "laughing sheet.xlsx",
        new WorkbookParts()
            .with(
                WorkbookParts.SHEET,
                WorkbookParts.worksheet(LAUGHS, updates() + WorkbookParts.row("&i;")))
            .zipped());
    write(
        "laughing strings.xlsx",
        new WorkbookParts()
            .rows(updates())
            .with(WorkbookParts.STRINGS, LAUGHS + "<sst><si><t>&i;</t></si></sst>")
            .zipped());
    write(
        "laughing workbook.xlsx",
        new WorkbookParts()
            .with(WorkbookParts.WORKBOOK, LAUGHS + "<workbook>&i;</workbook>")
            .zipped());
    write("bomb.xlsx", new WorkbookParts().with(WorkbookParts.SHEET, new byte[300 << 20]).zipped());
    write(
        "no such string.xlsx",
        new WorkbookParts()
            .rows(updates() + "<row><c t=\"s\"><v>17</v></c></row>" + update("A", "1"))
            .zipped());
    write(
        "rows out of order.xlsx",
        new WorkbookParts()
            .rows(
                updates()
                    + "<row r=\"9\"><c><v>1</v></c></row>".repeat(3)
                    + "<row r=\"3\"><c><v>1</v></c></row>")
            .zipped());
    write(
        "no string at all.xlsx",
        new WorkbookParts().rows("<row><c t=\"s\"><v>17</v></c></row>".repeat(3)).zipped());
    write(
        "cells astray.xlsx",
        new WorkbookParts()
            .rows(
                updates()
                    + "<row><c r=\"C9\"><v>1</v></c><c r=\"A9\"><v>2</v></c></row>"
                    + "<row><c r=\"ZZZZ9\"><v>1</v></c></row>"
                    + update("Anna " + SECRET, "7"))
            .zipped());
  }

  /** Rows of campaigns from one number to before another. */
  private static String spent(int account, int from, int to, String amount) {
    return IntStream.range(from, to)
        .mapToObj(i -> "%d,88%d,2026-06-01,\"%s\"%n".formatted(account, i, amount))
        .collect(Collectors.joining());
  }

  private static String updates() {
    return WorkbookParts.row("Post title", "Post link", "Posted by", "Created date", "Impressions")
        + update("Anna " + SECRET, "1204")
        + update("Anna " + SECRET, "anna." + SECRET + "@kommun.se")
        + update("Anna " + SECRET, "-1");
  }

  private static String update(String by, String impressions) {
    return WorkbookParts.row(
        "Vi söker rektor",
        "https://www.linkedin.com/feed/update/urn:li:activity:" + (7459486197350530000L + posts++),
        by,
        "05/11/2026",
        impressions);
  }

  private static void layOutNames() throws IOException {
    write("a folder.csv/inside.csv", HEADER + post());
    write(decomposed("åäö på räksmörgås.csv"), HEADER + post());
    write("100 % #1? a+b.csv", HEADER + post());
    write("with:colon.csv", HEADER + post());
    write("å".repeat(120) + ".csv", HEADER + post());
    write("unfinished.csv.part", HEADER + post());
    write("unfinished.csv.crdownload", HEADER + post());
    write(".hidden.csv", HEADER + post());
    write(".hidden/inside.csv", HEADER + post());
    write("__MACOSX/inside.csv", HEADER + post());
    write("~$open in excel.xlsx", HEADER + post());
    write("locked.csv", HEADER + post());
    Files.setPosixFilePermissions(landing.resolve("locked.csv"), Set.of());
    Files.createSymbolicLink(landing.resolve("a folder.csv/circle"), landing);
    Files.createSymbolicLink(landing.resolve("broken link.csv"), landing.resolve("gone.csv"));
  }

  private static String decomposed(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD);
  }

  /** A good row, of a post of its own. */
  private static String post() {
    return "1801%04d,178,bjorkvik,Text,09/24/2026 15:30,https://www.instagram.com/stories/x/,500,7\n"
        .formatted(posts++);
  }

  private static String onDay(String day) {
    return post().replace("09/24/2026", day);
  }

  private static String onDays(String day, int posts) {
    return Stream.generate(() -> onDay(day)).limit(posts).collect(Collectors.joining());
  }

  private static void write(String path, String content) throws IOException {
    write(path, content.getBytes(UTF_8));
  }

  private static void write(String path, byte[] content) throws IOException {
    Path file = landing.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  private static byte[] zip(String name, String content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  private static byte[] encrypted(byte[] workbook) throws Exception {
    try (POIFSFileSystem ole = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("lösen");
      try (OutputStream out = encryptor.getDataStream(ole)) {
        out.write(workbook);
      }
      return bytes(ole);
    }
  }

  @Test
  void theBatchIsDoneAndSaysSo() {
    assertThat(ingest.err()).startsWith("No --config").hasLineCount(1);
    assertThat(ingest.exitCode()).isZero();
    assertThat(ingest.out())
        .contains("rows accepted", "rejected", "unreadable", "ops.rejected_row")
        .doesNotContain("Exception");
    assertThat(again.exitCode()).isZero();
    assertThat(again.out()).startsWith("Nothing new among").contains("still to be read");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "empty.csv               | unreadable   | The file is empty",
        "noise.csv               | unreadable   | binary data",
        "nul bytes.csv           | unreadable   | binary data",
        "picture.csv             | unreadable   | no table",
        "letter.xls              | unreadable   | damaged",
        "protected.xlsx          | unreadable   | protected by a password",
        "cut off.xlsx            | unreadable   | cannot be read",
        "laughing sheet.xlsx     | unreadable   | damaged",
        "laughing strings.xlsx   | unreadable   | damaged",
        "laughing workbook.xlsx  | unreadable   | damaged",
        "bomb.xlsx               | unreadable   | bomb",
        "no string at all.xlsx   | unreadable   | No row can be read",
        "broken link.csv         | unreadable   | cannot be read",
        "100 000 columns.csv     | unrecognised | No format knows its headers",
        "page.xls                | unrecognised | No format knows its headers",
      })
  void aFileThatCannotBeReadSaysWhy(String path, String status, String problem) {
    Row line = line(path);

    assertThat(line.<String>getAs("status")).isEqualTo(status);
    assertThat(line.<String>getAs("problem")).contains(problem).doesNotContain("Exception");
    assertThat(line.<Object>getAs("rows_read")).isNull();
    assertThat(ingest.out()).contains(path);
  }

  @Test
  void anArchiveIsOpenedWhateverItIsCalled() {
    assertThat(line("zipped.csv").<String>getAs("status")).isEqualTo("archive");
    assertThat(line("archive.zip").<String>getAs("status")).isEqualTo("archive");
    assertThat(line("archive.zip/posts 2.csv").<String>getAs("status")).isEqualTo("read");
    assertThat(line("zipped.csv/posts.csv").<String>getAs("status")).isEqualTo("read");
  }

  @Test
  void aFileThatMayNotBeReadSaysSo() {
    assumeTrue(!Files.isReadable(landing.resolve("locked.csv")), "root may read everything");

    assertThat(line("locked.csv").<String>getAs("status")).isEqualTo("unreadable");
    assertThat(line("locked.csv").<String>getAs("problem")).contains("Permission denied");
  }

  @ParameterizedTest(name = "{0}: {1} accepted, rejected {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "header only.csv         | 0 | ''",
        "one long line.csv       | 2 | 3:too_long",
        "wrong delimiter.csv     | 0 | 2:too_few_fields 3:too_few_fields",
        "quotes left open.csv    | 2 | 2:unreadable 6:unreadable",
        "days first.csv          | 2 | ''",
        "days first at last.csv  | 402 | ''",
        "days and months first.csv | 2 | 4:bad_date",
        "quotes and commas.csv   | 4 | 2:unreadable 4:unreadable 6:too_few_fields 7:unreadable",
        "year 26.csv             | 1 | 2:bad_date",
        "cut in quotes.csv       | 1 | 3:unreadable",
        "cut in a row.csv        | 1 | 3:too_few_fields",
        "column twice.csv        | 1 | 3:conflicting_values",
        "impossible values.csv   | 1 | 2:negative 3:bad_date",
        "utf-16 without mark.csv | 2 | ''",
        "personal.csv            | 0 | 2:bad_number 3:too_many_fields 4:bad_number",
        "posted by.xlsx          | 1 | 3:bad_number 4:negative",
        "no such string.xlsx     | 2 | 3:bad_number 4:negative 5:unreadable",
        "rows out of order.xlsx  | 1 | 3:bad_number 4:negative 9:missing_key 9:unreadable 9:unreadable 9:unreadable",
        "cells astray.xlsx       | 2 | 3:bad_number 4:negative 5:unreadable 6:too_many_fields",
      })
  void aFileWithBadRowsGivesTheOthers(String path, long accepted, String reasons) {
    Row line = line(path);

    assertThat(line.<String>getAs("status")).isEqualTo("read");
    assertThat(line.<Long>getAs("rows_accepted")).isEqualTo(accepted);
    assertThat(line.<String>getAs("problem")).isNull();
    assertThat(rejected.stream().filter(row -> row.getAs("path").equals(path)))
        .extracting(row -> row.getAs("line") + ":" + row.getAs("reason"))
        .containsExactlyElementsOf(reasons.isEmpty() ? List.of() : List.of(reasons.split(" ")));
    assertThat(posts(line)).isEqualTo(accepted);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "days first.csv, 2026-03-25 2026-04-03",
    "days first at last.csv, 2026-03-25 2026-04-03",
    "days and months first.csv, 2026-03-25",
    "year 26.csv, 2026-03-04"
  })
  void datesAreReadInTheOrderThatTheFileProves(String path, String days) {
    assertThat(facts.get("post").stream().filter(post -> isFrom(path, post)))
        .extracting(post -> post.getAs("published_at").toString().substring(0, 10))
        .containsOnly(days.split(" "));
  }

  @Test
  void amountsAreReadByTheDecimalSignThatTheFileProves() {
    assertThat(facts.get("ad_metrics").stream().filter(ad -> isFrom("commas at last.csv", ad)))
        .extracting(ad -> ad.<BigDecimal>getAs("spend").stripTrailingZeros().toPlainString())
        .hasSize(251)
        .contains("7", "1234", "12.5");
    assertThat(line("amounts of both kinds.csv").<Long>getAs("rows_accepted")).isEqualTo(250);
    assertThat(
            rejected.stream().filter(row -> row.getAs("path").equals("amounts of both kinds.csv")))
        .extracting(row -> row.getAs("line") + " " + row.getAs("sentence"))
        .containsExactly("251 '1,234' may have thousands or decimals; the table writes both.");
    assertThat(ingest.out() + ingest.err())
        .contains("amounts of both kinds.csv: decimals behind points and behind commas");
  }

  @Test
  void anEncodingIsToldByTheFirstLettersThatDiffer() {
    assertThat(line("letters at last.csv").<String>getAs("encoding")).isEqualTo("windows-1252");
    assertThat(facts.get("ad_metrics").stream().filter(ad -> isFrom("letters at last.csv", ad)))
        .extracting(ad -> ad.<String>getAs("campaign_name"))
        .contains("Malmö");
  }

  private static boolean isFrom(String path, Row post) {
    return post.getAs("file_id").equals(line(path).getAs("file_id"));
  }

  private static long posts(Row line) {
    return facts.get("post").stream().filter(post -> isFrom(line.getAs("path"), post)).count();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "a folder.csv/inside.csv",
        "åäö på räksmörgås.csv",
        "100 % #1? a+b.csv",
        "with:colon.csv"
      })
  void anyNameWillDo(String path) {
    assertThat(line(path).<Long>getAs("rows_accepted")).isEqualTo(1);
    assertThat(posts(line(path))).isEqualTo(1);
  }

  @Test
  void aLongNameWillDo() {
    assertThat(line("å".repeat(120) + ".csv").<Long>getAs("rows_accepted")).isEqualTo(1);
  }

  @Test
  void unfinishedAndHiddenFilesAreLeftAloneAndNoFolderIsReadTwice() throws IOException {
    try (Stream<Path> all = Files.walk(landing, FileVisitOption.values())) {
      assertThat(files.keySet()).hasSizeLessThan((int) all.filter(Files::isRegularFile).count());
    } catch (java.io.UncheckedIOException loop) {
      assertThat(loop).hasCauseInstanceOf(java.nio.file.FileSystemLoopException.class);
    }
    assertThat(files.keySet())
        .noneMatch(
            path ->
                Stream.of("unfinished", "hidden", "__MACOSX", "~$", "circle")
                    .anyMatch(path::contains));
  }

  @Test
  void everyRowOfEveryFileIsAccountedFor() {
    Map<String, Long> refused =
        rejected.stream()
            .collect(Collectors.groupingBy(BadInputTest::table, Collectors.counting()));
    List<Row> read =
        files.values().stream()
            .flatMap(List::stream)
            .filter(row -> row.getAs("status").equals("read"))
            .toList();

    assertThat(read).hasSizeGreaterThan(GOOD.size());
    assertThat(read)
        .allSatisfy(
            row -> {
              assertThat(row.<Long>getAs("rows_read"))
                  .isEqualTo(
                      row.<Long>getAs("rows_accepted")
                          + row.<Long>getAs("rows_rejected")
                          + row.<Long>getAs("rows_set_aside"));
              assertThat(row.<Long>getAs("rows_rejected"))
                  .isEqualTo(refused.getOrDefault(table(row), 0L));
            });
    assertThat(read.stream().map(BadInputTest::table)).containsAll(refused.keySet());
  }

  private static String table(Row row) {
    return row.getAs("file_id") + "/" + row.getAs("part");
  }

  @ParameterizedTest
  @FieldSource("GOOD")
  void theGoodFilesAreAllThere(String name) throws IOException {
    ExportCasesTest.Case expected =
        StrictYaml.resource("exports/" + name + "/expect.yaml", ExportCasesTest.Case.class);

    expected
        .files()
        .forEach(
            (key, file) -> {
              String[] part = key.split("#");
              Row line =
                  files.get(name + "/" + part[0]).stream()
                      .filter(row -> part.length == 1 || row.getAs("part").equals(part[1]))
                      .findFirst()
                      .orElseThrow();
              assertThat(line.<String>getAs("format")).isEqualTo(file.format());
              assertThat(line.<Long>getAs("rows_accepted")).isEqualTo(file.accepted());
            });
    if (expected.facts() != null) {
      expected
          .facts()
          .forEach(
              (table, rows) ->
                  rows.forEach(row -> ExportCasesTest.holds(facts.get(table), row, table)));
    }
  }

  @Test
  void nobodyIsNamedAnywhere() throws IOException {
    assertThat(ingest.out() + ingest.err()).doesNotContainIgnoringCase(SECRET);
    lake.existing()
        .forEach(
            table ->
                assertThat(LakeRows.of(lake, table))
                    .as(table)
                    .allSatisfy(row -> assertThat(row).doesNotContainIgnoringCase(SECRET)));
    try (Stream<Path> all = Files.walk(folder.resolve("lake"))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), ISO_8859_1))
            .as(file.toString())
            .doesNotContainIgnoringCase(SECRET);
      }
    }
  }

  private static Row line(String path) {
    assertThat(files).containsKey(path);
    assertThat(files.get(path)).hasSize(1);
    return files.get(path).get(0);
  }
}
