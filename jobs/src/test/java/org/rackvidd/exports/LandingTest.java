package org.rackvidd.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackvidd.errors.UserError;

class LandingTest {
  private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

  @TempDir private Path folder;

  @Test
  void findsTheFilesOfAllFoldersInTheOrderOfTheirPaths() throws IOException {
    write("b.csv", "1");
    write("a/ö.csv", "22");
    write("a/b/c.csv", "333");

    assertThat(files())
        .extracting(SourceFile::path, SourceFile::bytes, SourceFile::name)
        .containsExactly(
            tuple("a/b/c.csv", 3L, "c.csv"),
            tuple("a/ö.csv", 2L, "ö.csv"),
            tuple("b.csv", 1L, "b.csv"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".x.csv",
        ".git/x.csv",
        "a/.b/x.csv",
        "x.csv.part",
        "X.CSV.CRDOWNLOAD",
        "x.tmp",
        "~$x.xlsx",
        "__MACOSX/x.csv",
        "Thumbs.db"
      })
  void leavesOutWhatIsHiddenOrUnfinished(String path) throws IOException {
    write(path, "1");

    assertThat(files()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b.csv", "100 %.csv", "#1?.csv", "a:b.csv", "å&ö+.csv", "a%20b.csv"})
  void opensFilesWhateverTheyAreCalled(String name) throws IOException {
    write(name, "ja");

    assertThat(files()).extracting(SourceFile::path).containsExactly(name);
    try (InputStream in = files().get(0).open(new Configuration())) {
      assertThat(in).hasContent("ja");
    }
  }

  @Test
  void namesAreComposedAndStillOpened() throws IOException {
    write(Normalizer.normalize("Räckvidd på ön.csv", Normalizer.Form.NFD), "ja");

    assertThat(files()).extracting(SourceFile::path).containsExactly("Räckvidd på ön.csv");
    try (InputStream in = files().get(0).open(new Configuration())) {
      assertThat(in).hasContent("ja");
    }
  }

  @Test
  void whatIsWrittenOrTakenAwayMeanwhileHasChanged() throws IOException {
    write("still.csv", "1");
    write("longer.csv", "1");
    write("touched.csv", "1");
    write("gone.csv", "1");
    List<SourceFile> before = files();
    write("longer.csv", "1\n2");
    Files.setLastModifiedTime(folder.resolve("touched.csv"), FileTime.fromMillis(0));
    Files.delete(folder.resolve("gone.csv"));
    write("new.csv", "1");

    assertThat(new Landing(folder.toString(), new Configuration()).changed(before))
        .extracting(uri -> uri.replaceFirst(".*/", ""))
        .containsExactlyInAnyOrder("longer.csv", "touched.csv", "gone.csv");
  }

  @Test
  void linksThatLeadInCirclesAreNotFollowed() throws IOException {
    write("a/x.csv", "1");
    Files.createSymbolicLink(folder.resolve("a/up"), folder);
    Files.createSymbolicLink(folder.resolve("b"), folder.resolve("b"));

    assertThat(files()).extracting(SourceFile::path).containsExactly("a/x.csv", "b");
  }

  @Test
  void foldersAreReachedThroughLinks(@TempDir Path share) throws IOException {
    Files.writeString(share.resolve("x.csv"), "1");
    Files.createSymbolicLink(folder.resolve("share"), share);

    assertThat(files()).extracting(SourceFile::path).containsExactly("share/x.csv");
  }

  @Test
  void filesOfAnyFileSystemOfHadoopAreFound() throws IOException {
    write("a/x.csv", "ja");
    write(".hidden.csv", "nej");
    Configuration hadoop = new Configuration();
    hadoop.set("fs.viewfs.mounttable.elsewhere.link./landing", folder.toUri().toString());

    List<SourceFile> files = new Landing("viewfs://elsewhere/landing", hadoop).files();

    assertThat(files).extracting(SourceFile::path).containsExactly("a/x.csv");
    try (InputStream in = files.get(0).open(hadoop)) {
      assertThat(in).hasContent("ja");
    }
  }

  @Test
  void aFolderThatIsNoneIsTheUsersToMend() throws IOException {
    write("x.csv", "1");

    assertThatExceptionOfType(UserError.class)
        .isThrownBy(() -> new Landing(folder + "/gone", new Configuration()).files());
    assertThatExceptionOfType(UserError.class)
        .isThrownBy(() -> new Landing(folder + "/x.csv", new Configuration()).files());
  }

  @ParameterizedTest(name = "{0} was exported on {1}, as its {2} says")
  @CsvSource({
    "bjorkvik_content_1779000000000.xls,           2026-05-17, name",
    "2026-11-02/bjorkvik_content_1779000000000.xls, 2026-05-17, name",
    "2026-11-02/posts.csv,                         2026-11-02, folder",
    "2026-11-02/extra/posts.csv,                   2026-11-02, folder",
    "2026-11-02/2026-11-03/posts.csv,              2026-11-03, folder",
    "2026-13-02/posts.csv,                         2026-11-21, modified",
    "2026-11-02 posts.csv,                         2026-11-21, modified",
    "541300300400501.csv,                          2026-11-21, modified",
  })
  void knowsTheDayOfTheExport(String path, LocalDate day, String from) {
    // Half past eleven in the evening of the 20th in UTC.
    SourceFile file = new SourceFile("file:/x", path, 1, 1_795_217_400_000L);

    Landing.Observed observed = Landing.observed(file, STOCKHOLM);

    assertThat(observed.on()).isEqualTo(day);
    assertThat(observed.from()).isEqualTo(from);
    assertThat(LocalDate.ofInstant(observed.at(), STOCKHOLM)).isEqualTo(day);
  }

  @Test
  void knowsWhenAFileWasWritten() throws IOException {
    write("x.csv", "1");
    Instant written = Instant.parse("2026-11-20T23:30:00Z");
    Files.setLastModifiedTime(folder.resolve("x.csv"), FileTime.from(written));

    assertThat(files())
        .extracting(SourceFile::modifiedMillis)
        .containsExactly(written.toEpochMilli());
  }

  private List<SourceFile> files() {
    return new Landing(folder.toString(), new Configuration()).files();
  }

  private void write(String path, String content) throws IOException {
    Files.createDirectories(folder.resolve(path).getParent());
    Files.write(folder.resolve(path), content.getBytes(StandardCharsets.UTF_8));
  }
}
