package org.rackvidd.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemovalTest {
  private static final String CONTENT = "namn\nAnna\n";

  @TempDir private Path folder;
  private Path landing;
  private final Configuration hadoop = new Configuration();

  @BeforeEach
  void makeLanding() throws IOException {
    landing = Files.createDirectory(folder.resolve("landing"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.csv", "2026-11-25/djup/b.csv", "100 % #1?.csv", "a:b.csv", "z&ö+.csv"})
  void whatWasReadIsDeletedWhateverItIsCalled(String name) throws IOException {
    Path file = write(landing.resolve(name));
    Path beside = write(file.resolveSibling("~.csv"));

    assertThat(remove(root(), 0)).isNull();
    assertThat(file).doesNotExist();
    assertThat(beside).exists();
  }

  @Test
  void namesThatAreNotComposedAreDeleted() throws IOException {
    Path file =
        write(landing.resolve(Normalizer.normalize("Sökande på ön.csv", Normalizer.Form.NFD)));

    assertThat(remove(root(), 0)).isNull();
    assertThat(file).doesNotExist();
  }

  @Test
  void theLandingFolderItselfMayBeALink() throws IOException {
    Path file = write(landing.resolve("a/b.csv"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), landing);

    assertThat(remove(link.toUri().toString(), 0)).isNull();
    assertThat(file).doesNotExist();
  }

  @Test
  void nothingIsDeletedThroughALink(@TempDir Path elsewhere) throws IOException {
    Path outside = write(elsewhere.resolve("b.csv"));
    Files.createSymbolicLink(landing.resolve("a"), elsewhere);
    Files.createSymbolicLink(landing.resolve("b.csv"), outside);

    assertThat(remove(root(), 0)).contains("a link leads to it");
    assertThat(remove(root(), 1)).contains("a link leads to it");
    assertThat(outside).exists();
    assertThat(landing.resolve("b.csv")).isSymbolicLink();
    assertThat(landing.resolve("a")).isSymbolicLink();
  }

  @Test
  void aLinkWithinTheFolderIsLeftAsWell() throws IOException {
    Path file = write(landing.resolve("z.csv"));
    Files.createSymbolicLink(landing.resolve("a.csv"), file);

    assertThat(remove(root(), 0)).contains("a link leads to it");
    assertThat(remove(root(), 1)).isNull();
    assertThat(file).doesNotExist();
  }

  @Test
  void whatWasWrittenToSinceIsNotWhatWasRead() throws IOException {
    Path file = write(landing.resolve("a.csv"));
    SourceFile listed = files(root()).get(0);
    Files.writeString(file, "namn\nBosse\n");

    assertThat(new Removal(root(), hadoop).remove(listed, fileId()))
        .hasValueSatisfying(why -> assertThat(why).contains("written to"));
    assertThat(file).exists();
  }

  @Test
  void whatIsGoneIsGone() throws IOException {
    Path file = write(landing.resolve("a.csv"));
    SourceFile listed = files(root()).get(0);
    Files.delete(file);

    assertThat(new Removal(root(), hadoop).remove(listed, fileId())).isEmpty();
  }

  @Test
  void whatCannotBeDeletedIsReported() throws IOException {
    write(landing.resolve("a.csv"));
    SourceFile listed = files(root()).get(0);
    Files.delete(landing.resolve("a.csv"));
    Files.createDirectory(landing.resolve("a.csv"));

    assertThat(new Removal(root(), hadoop).remove(listed, fileId()))
        .hasValueSatisfying(why -> assertThat(why).startsWith("cannot be removed"));
    assertThat(landing.resolve("a.csv")).exists();
  }

  @Test
  void filesOfAnyFileSystemOfHadoopAreDeletedAndLinksAreNot() throws IOException {
    Path file = write(landing.resolve("a/x å.csv"));
    Path outside = write(folder.resolve("outside/y.csv"));
    Files.createSymbolicLink(landing.resolve("b.csv"), outside);
    hadoop.set("fs.viewfs.mounttable.persons.link./landing", landing.toUri().toString());
    String root = "viewfs://persons/landing";

    assertThat(files(root)).extracting(SourceFile::path).containsExactly("a/x å.csv", "b.csv");
    assertThat(remove(root, 1)).contains("a link leads to it");
    assertThat(remove(root, 0)).isNull();
    assertThat(file).doesNotExist();
    assertThat(outside).exists();
  }

  /** Why the file of that number stays, or null. */
  private String remove(String root, int number) {
    return new Removal(root, hadoop).remove(files(root).get(number), fileId()).orElse(null);
  }

  private List<SourceFile> files(String root) {
    return new Landing(root, hadoop).files();
  }

  private String root() {
    return landing.toUri().toString();
  }

  private static String fileId() {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(CONTENT.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, CONTENT);
  }
}
