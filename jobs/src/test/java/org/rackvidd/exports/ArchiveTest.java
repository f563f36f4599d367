package org.rackvidd.exports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {
  private static final Configuration HADOOP = new Configuration();
  private static final int CENTRAL_HEADER = 0x02014b50;

  @TempDir private Path folder;

  @Test
  void theFilesInAnArchiveAreFilesOfTheirOwn() throws IOException {
    SourceFile zip =
        file(
            "Innehåll Kanal.zip",
            zip(
                z -> put(z, "Tabelldata.csv", "a,b"),
                z -> put(z, "sub/Totalt.csv", "ö".repeat(5000))));

    assertThat(contents(zip))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "Innehåll Kanal.zip/Tabelldata.csv",
                "a,b",
                "Innehåll Kanal.zip/sub/Totalt.csv",
                "ö".repeat(5000)));
    SourceFile entry = members(zip).get(0).file();
    assertThat(entry.unpackedPath()).isEqualTo("Innehåll Kanal/Tabelldata.csv");
    assertThat(entry.name()).isEqualTo("Tabelldata.csv");
    assertThat(entry.bytes()).isEqualTo(3);
    assertThat(entry.modifiedMillis()).isEqualTo(zip.modifiedMillis());
  }

  @Test
  void archivesOfAnyFileSystemOfHadoopAreOpened() throws IOException {
    SourceFile zip = file("x.zip", zip(z -> put(z, "a.csv", "a".repeat(100_000))));
    Configuration hadoop = new Configuration();
    hadoop.set("fs.viewfs.mounttable.archives.link./landing", folder.toUri().toString());
    SourceFile elsewhere =
        new SourceFile("viewfs://archives/landing/x.zip", "x.zip", zip.bytes(), 0);

    List<Archive.Member> members = Archive.members(elsewhere, hadoop).orElseThrow();

    try (InputStream in = members.get(0).file().open(hadoop)) {
      assertThat(in).hasContent("a".repeat(100_000));
    }
  }

  @Test
  void anyUsualPackingIsOpened() throws IOException {
    byte[] content = "ja".repeat(50_000).getBytes(UTF_8);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new BZip2CompressorOutputStream(packed)) {
      out.write(content);
    }
    byte[] stored = zip(z -> z.setMethod(0), z -> put(z, "a.csv", content));
    byte[] bzip2 = zip(z -> z.setMethod(0), z -> put(z, "a.csv", packed.toByteArray()));
    ByteBuffer bytes = ByteBuffer.wrap(bzip2).order(ByteOrder.LITTLE_ENDIAN);
    int entry = central(bytes, 0);
    CRC32 sum = new CRC32();
    sum.update(content);
    bytes.putShort(entry + 10, (short) ZipMethod.BZIP2.getCode());
    bytes.putInt(entry + 16, (int) sum.getValue());
    bytes.putInt(entry + 24, content.length);

    for (byte[] zip : List.of(stored, bzip2)) {
      assertThat(contents(file("x.zip", zip))).containsEntry("x.zip/a.csv", "ja".repeat(50_000));
    }
  }

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "../../etc/a.csv      | etc/a.csv",
        "/a.csv               | a.csv",
        "C:\\ut\\a.csv        | C:/ut/a.csv",
        "..\\..\\a.csv        | a.csv",
        "a/./b/../c.csv       | a/b/c.csv",
        "' a /b .csv'         | a/b .csv",
        "..                   | unnamed",
      })
  void namesLeadNowhereElse(String name, String label) {
    assertThat(EntryName.safe(name)).isEqualTo(label);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "IBM437", "IBM850", "windows-1252"})
  void swedishNamesAreReadHoweverTheyAreWritten(String charset) {
    assertThat(EntryName.decoded("Innehåll ÄÖ på en ö.csv".getBytes(Charset.forName(charset))))
        .isEqualTo("Innehåll ÄÖ på en ö.csv");
  }

  @Test
  void namesThatWereNotMarkedAsUtf8AreComposed() throws IOException {
    byte[] zip =
        zip(
            z -> {
              z.setUseLanguageEncodingFlag(false);
              z.setEncoding("UTF-8");
              put(z, Normalizer.normalize("Räckvidd.csv", Normalizer.Form.NFD), "1");
            });

    assertThat(contents(file("x.zip", zip))).containsOnlyKeys("x.zip/Räckvidd.csv");
  }

  @Test
  void whatNobodyExportedIsLeftOut() throws IOException {
    byte[] zip =
        zip(
            z -> put(z, "__MACOSX/._a.csv", "1"),
            z -> put(z, ".hidden", "1"),
            z -> put(z, "a/", ""),
            z -> put(z, "a/b.csv.part", "1"),
            z -> put(z, "a/Thumbs.db", "1"),
            z -> put(z, "a/b.csv", "1"));

    assertThat(contents(file("x.zip", zip))).containsOnlyKeys("x.zip/a/b.csv");
  }

  @Test
  void aFileInAnInnerArchiveIsKeptApartFromOneOfTheSamePath() throws IOException {
    byte[] inner = zip(z -> put(z, "x.csv", "1"));
    byte[] outer = zip(z -> put(z, "in.zip", inner), z -> put(z, "in.zip/x.csv", "2"));

    assertThat(contents(file("o.zip", outer)))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("o.zip/in.zip/x.csv", "1", "o.zip/in.zip/x.csv (2)", "2"));
  }

  @Test
  void filesOfTheSameNameAreKeptApart() throws IOException {
    byte[] zip =
        zip(
            z -> put(z, "a.csv (2)", "1"),
            z -> put(z, "a.csv", "2"),
            z -> put(z, "../a.csv", "3"),
            z -> put(z, "../../a.csv", "4"));

    assertThat(contents(file("x.zip", zip)))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "x.zip/a.csv (2)", "1",
                "x.zip/a.csv", "2",
                "x.zip/a.csv (3)", "3",
                "x.zip/a.csv (4)", "4"));
  }

  @Test
  void anArchiveInAnArchiveIsOpenedButNoDeeper() throws IOException {
    byte[] inner = zip(z -> put(z, "a.csv", "1"));
    byte[] middle = zip(z -> put(z, "inner.zip", inner), z -> put(z, "b.csv.gz", gzip("2")));
    byte[] outer = zip(z -> put(z, "middle.zip", middle), z -> put(z, "c.csv", "3"));

    assertThat(contents(file("m.zip", middle)))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("m.zip/inner.zip/a.csv", "1", "m.zip/b.csv.gz/b.csv", "2"));
    assertThat(contents(file("o.zip", outer)))
        .hasSize(3)
        .containsEntry("o.zip/c.csv", "3")
        .extractingByKeys("o.zip/middle.zip/inner.zip", "o.zip/middle.zip/b.csv.gz")
        .allSatisfy(fault -> assertThat(fault).contains("archive in an archive in an archive"));
  }

  @Test
  void aLargeArchiveInAnArchiveIsToBeUnpacked() throws IOException {
    byte[] large =
        zip(z -> z.setMethod(0), z -> put(z, "a.csv", new byte[SourceFile.MOST_IN_MEMORY]));
    byte[] outer = zip(z -> put(z, "large.zip", large), z -> put(z, "b.csv", "1"));

    assertThat(contents(file("o.zip", outer)).get("o.zip/large.zip"))
        .contains("larger than 64 MB")
        .contains("Unpack it");
  }

  @Test
  void aPackedTextIsTheOnlyFileOfItsArchive() throws IOException {
    byte[] joined = concatenated(gzip("a,b\n"), gzip("c,d\n"));

    assertThat(contents(file("events.json.gz", joined)))
        .containsExactly(Map.entry("events.json.gz/events.json", "a,b\nc,d\n"));
  }

  @Test
  void workbooksAndOtherFilesAreNoArchives() throws IOException {
    assertThat(Archive.members(file("x.xlsx", new WorkbookParts().zipped()), HADOOP)).isEmpty();
    assertThat(Archive.members(file("x.csv", "PK,a,b".getBytes(UTF_8)), HADOOP)).isEmpty();
    assertThat(Archive.members(file("e.csv", new byte[0]), HADOOP)).isEmpty();
  }

  @Test
  void aWorkbookInAnArchiveIsRead() throws IOException {
    byte[] workbook = new WorkbookParts().rows(WorkbookParts.row("a", "b")).zipped();
    SourceFile entry = members(file("x.zip", zip(z -> put(z, "w.xlsx", workbook)))).get(0).file();

    try (InputStream in = entry.open(HADOOP);
        WorkbookDocument document = WorkbookDocument.open(in);
        Rows rows = document.sheets().get(0).rows()) {
      assertThat(JsonRowsTest.all(rows)).containsExactly("1: a|b");
    }
  }

  @Test
  void otherDocumentsAndEmptyArchivesSayWhatToDo() throws IOException {
    byte[] ods = zip(z -> put(z, "mimetype", "x"), z -> put(z, "content.xml", "<x/>"));

    assertProblem(file("x.ods", ods), "OpenDocument");
    assertProblem(file("x.zip", zip()), "empty");
    assertProblem(file("y.zip", zip(z -> put(z, "__MACOSX/a", "1"))), "empty");
  }

  @Test
  void lockedAndUnusualFilesCostThemselves() throws IOException {
    byte[] zip =
        zip(z -> put(z, "a.csv", "1"), z -> put(z, "b.csv", "2"), z -> put(z, "c.csv", "3"));
    ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    int first = central(bytes, 0);
    bytes.putShort(first + 8, (short) (bytes.getShort(first + 8) | 1));
    bytes.putShort(central(bytes, first + 1) + 10, (short) 97);

    assertThat(contents(file("x.zip", zip)))
        .containsEntry("x.zip/c.csv", "3")
        .hasEntrySatisfying("x.zip/a.csv", f -> assertThat(f).contains("password"))
        .hasEntrySatisfying("x.zip/b.csv", f -> assertThat(f).contains("unusual way"));
  }

  @Test
  void aCutOffArchiveSaysSo() throws IOException {
    byte[] zip = zip(z -> put(z, "a.csv", "ja".repeat(1000)), z -> put(z, "b.csv", "1"));

    for (int left = 4; left < zip.length; left += 11) {
      assertProblem(file("x.zip", Arrays.copyOf(zip, left)), "cut off");
    }
  }

  @Test
  void damageIsNeverTakenForContent() throws IOException {
    byte[] good = zip(z -> put(z, "a.csv", "Räckvidd ".repeat(40)));
    int unharmed = 0;
    for (int at = 4; at < good.length; at++) {
      byte[] bad = good.clone();
      bad[at] ^= 0x41;
      try {
        for (String content : contents(file("x.zip", bad)).values()) {
          assertThat(content)
              .matches("(?s)(Räckvidd ){40}|problem: It is .*|problem: The (archive|file).*");
          unharmed += content.startsWith("R") ? 1 : 0;
        }
      } catch (IOException damaged) {
        assertThat(damaged.getMessage()).doesNotContain("Exception");
      }
    }
    assertThat(unharmed).isPositive().isLessThan(good.length);
  }

  @Test
  void aPackedTextThatIsCutOffIsAFault() throws IOException {
    byte[] gzip = gzip("Räckvidd".repeat(1000));
    SourceFile file = file("x.gz", Arrays.copyOf(gzip, gzip.length - 5));

    assertThat(contents(file).get("x.gz/x")).contains("damaged");
  }

  @Test
  void aBombIsStoppedByWhatItAnnounces() throws IOException {
    byte[] zip = zip(z -> put(z, "a.csv", new byte[150 << 20]));

    assertThat(zip.length).isLessThan(1 << 20);
    assertProblem(file("x.zip", zip), "200 times its size");
  }

  @Test
  void aBombThatAnnouncesLittleIsStoppedWhileItIsRead() throws IOException {
    byte[] zip = zip(z -> put(z, "a.csv", new byte[150 << 20]));
    ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(central(bytes, 0) + 24, 1000);

    SourceFile entry = members(file("x.zip", zip)).get(0).file();

    try (InputStream in = entry.open(HADOOP)) {
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(in::readAllBytes)
          .withMessageContaining("not what the archive says");
    }
  }

  @Test
  void aPackedBombIsStoppedWhileItIsRead() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      for (int i = 0; i < 300; i++) {
        out.write(new byte[1 << 20]);
      }
    }
    SourceFile entry = members(file("x.gz", bytes.toByteArray())).get(0).file();

    try (InputStream in = entry.open(HADOOP)) {
      long[] read = new long[1];
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(
              () -> {
                byte[] buffer = new byte[1 << 16];
                while (in.read(buffer) >= 0) {
                  read[0] += buffer.length;
                }
              })
          .withMessageContaining("200 times its size");
      assertThat(read[0]).isLessThan(110L << 20);
    }
  }

  @Test
  void filesThatOverlapAreABomb() throws IOException {
    byte[] zip = zip(z -> put(z, "a.csv", "x".repeat(500)), z -> put(z, "b.csv", "y".repeat(500)));
    ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    int first = central(bytes, 0);
    bytes.putInt(first + 20, zip.length);

    assertProblem(file("x.zip", zip), "larger than itself");
  }

  @Test
  void thereMayBeTooManyFiles() throws IOException {
    byte[] zip =
        zip(
            z -> {
              for (int i = 0; i <= Archive.MOST_FILES; i++) {
                put(z, i + ".csv", "");
              }
            });
    byte[] within =
        zip(
            z -> {
              for (int i = 0; i <= Archive.MOST_FILES_WITHIN; i++) {
                put(z, i + ".csv", "");
              }
            });

    assertProblem(file("x.zip", zip), "more than 10,000 files");
    assertThat(
            contents(file("y.zip", zip(z -> put(z, "1.zip", within), z -> put(z, "a.csv", "1")))))
        .hasSize(2)
        .containsEntry("y.zip/a.csv", "1")
        .hasEntrySatisfying("y.zip/1.zip", f -> assertThat(f).contains("more than 200 files"));
  }

  private static void assertProblem(SourceFile file, String problem) {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> Archive.members(file, HADOOP))
        .withMessageContaining(problem);
  }

  private static List<Archive.Member> members(SourceFile file) throws IOException {
    return Archive.members(file, HADOOP).orElseThrow();
  }

  /** The content of all files by path, or what is wrong with them. */
  private static Map<String, String> contents(SourceFile file) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    for (Archive.Member member : members(file)) {
      String content;
      if (member.fault() != null) {
        content = "problem: " + member.fault().getMessage();
      } else {
        try (InputStream in = member.file().open(HADOOP)) {
          content = new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
          content = "problem: " + e.getMessage();
        }
      }
      contents.put(member.file().path(), content);
    }
    return contents;
  }

  private SourceFile file(String name, byte[] content) throws IOException {
    Path path = folder.resolve(name);
    Files.write(path, content);
    return ParquetRowsTest.file(path);
  }

  /** Where the next entry of the directory begins. */
  private static int central(ByteBuffer zip, int from) {
    int at = from;
    while (zip.getInt(at) != CENTRAL_HEADER) {
      at++;
    }
    return at;
  }

  @SafeVarargs
  private static byte[] zip(Consumer<ZipArchiveOutputStream>... steps) throws IOException {
    SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(channel)) {
      for (Consumer<ZipArchiveOutputStream> step : steps) {
        step.accept(zip);
      }
      zip.finish();
      return Arrays.copyOf(channel.array(), (int) channel.size());
    }
  }

  private static void put(ZipArchiveOutputStream zip, String name, String content) {
    put(zip, name, content.getBytes(UTF_8));
  }

  private static void put(ZipArchiveOutputStream zip, String name, byte[] content) {
    try {
      zip.putArchiveEntry(new ZipArchiveEntry(name));
      zip.write(content);
      zip.closeArchiveEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] gzip(String content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] concatenated(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }
}
