package org.rackvidd.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFilesTest {
  @TempDir private java.nio.file.Path folder;
  private final Configuration hadoop = new Configuration();

  @BeforeEach
  void use() {
    LocalFiles.settings().forEach(hadoop::set);
  }

  @Test
  void permissionsAreThoseAskedFor() throws IOException {
    try (FileSystem files = FileSystem.newInstance(URI.create("file:///"), hadoop)) {
      assertThat(files).isInstanceOf(LocalFiles.class);
      for (String mode : new String[] {"rw-------", "rwxr-x---", "r--r--r--"}) {
        java.nio.file.Path file = Files.createFile(folder.resolve("å " + mode));
        files.setPermission(new Path(file.toUri()), FsPermission.valueOf("-" + mode));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .isEqualTo(mode);
      }
    }
  }

  /** As Delta commits: a whole file under another name, and never over one that is there. */
  @Test
  void aRenameNeverReplaces() throws IOException {
    FileContext files = FileContext.getFileContext(URI.create("file:///"), hadoop);
    Path commit = new Path(folder.resolve("0.json").toUri());
    write(files, new Path(folder.resolve(".first").toUri()), "first");
    files.rename(new Path(folder.resolve(".first").toUri()), commit);
    write(files, new Path(folder.resolve(".second").toUri()), "second");
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> files.rename(new Path(folder.resolve(".second").toUri()), commit));
    assertThat(folder.resolve("0.json")).hasContent("first");
    assertThat(folder.resolve(".0.json.crc")).exists();
  }

  @Test
  void aPathIsWhatHadoopItselfTakesItFor() throws IOException {
    Files.writeString(folder.resolve("file"), "x");
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("file"));
    FileContext own = FileContext.getFileContext(URI.create("file:///"), hadoop);
    FileContext theirs = FileContext.getFileContext(URI.create("file:///"), new Configuration());
    for (String name : new String[] {"file", "link", "."}) {
      Path path = new Path(folder.resolve(name).toUri());
      FileStatus expected = theirs.getFileLinkStatus(path);
      assertThat(own.getFileLinkStatus(path))
          .as(name)
          .returns(expected.isSymlink(), FileStatus::isSymlink)
          .returns(expected.isDirectory(), FileStatus::isDirectory)
          .returns(expected.getLen(), FileStatus::getLen);
    }
    assertThatExceptionOfType(FileNotFoundException.class)
        .isThrownBy(() -> own.getFileLinkStatus(new Path(folder.resolve("nothing").toUri())));
  }

  private static void write(FileContext files, Path path, String content) throws IOException {
    try (var out = files.create(path, EnumSet.of(CreateFlag.CREATE))) {
      out.writeBytes(content);
    }
  }
}
