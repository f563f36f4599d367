package org.rackvidd.exports;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;

/**
 * What lies in a .zip or .gz archive, and in the archives in it, as files of their own. Workbooks,
 * which are .zip archives too, count as files.
 */
final class Archive {
  static final int MOST_FILES = 10_000;

  /** An archive in an archive is unpacked anew for each of its files. */
  static final int MOST_FILES_WITHIN = 200;

  private static final int DEEPEST = 2;

  /**
   * A file in an archive.
   *
   * @param fault why it cannot be opened, or null
   */
  record Member(SourceFile file, IOException fault) {}

  private static final class TooMuch extends IOException {
    private static final long serialVersionUID = 1L;

    TooMuch(String sentence) {
      super(sentence);
    }
  }

  private final Configuration hadoop;
  private final List<Member> members = new ArrayList<>();
  private final Set<String> paths = new HashSet<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private long unpacked;

  private Archive(Configuration hadoop) {
    this.hadoop = hadoop;
  }

  /**
   * The files in an archive, as they lie in it.
   *
   * @return nothing where the file is no archive
   * @throws IOException where the archive is damaged, empty, or too large in any way
   */
  static Optional<List<Member>> members(SourceFile file, Configuration hadoop) throws IOException {
    Archive archive = new Archive(hadoop);
    return archive.open(file, 0) ? Optional.of(archive.members) : Optional.empty();
  }

  static IOException tooManyFiles() {
    return new TooMuch(
        "It holds more than %,d files. Unpack it into the landing folder.".formatted(MOST_FILES));
  }

  /** Whether these first bytes of a file are those of a .gz archive. */
  static boolean looksLikeGzip(byte[] head) {
    return head.length >= 3 && (head[0] & 0xFF) == 0x1f && (head[1] & 0xFF) == 0x8b && head[2] == 8;
  }

  /** Whether these first bytes of a file are those of a .zip archive, or of a workbook. */
  static boolean looksLikeZip(byte[] head) {
    return head.length >= 4
        && head[0] == 'P'
        && head[1] == 'K'
        && ((head[2] == 3 && head[3] == 4) || (head[2] == 5 && head[3] == 6));
  }

  private boolean open(SourceFile file, int depth) throws IOException {
    byte[] head;
    try (InputStream in = file.open(hadoop)) {
      head = in.readNBytes(4);
    }
    List<Member> inside;
    if (looksLikeGzip(head)) {
      inside = List.of(new Member(onlyFile(file), null));
    } else if (looksLikeZip(head)) {
      ZipArchive zip = ZipArchive.of(file, hadoop);
      if (zip.isWorkbook()) {
        return false;
      }
      inside = zip.members();
    } else {
      return false;
    }
    if (depth == DEEPEST) {
      throw new IOException(
          "It is an archive in an archive in an archive. Unpack it into the landing folder.");
    }
    if (depth > 0 && inside.size() > MOST_FILES_WITHIN) {
      throw new IOException(
          "It is an archive in an archive and holds more than %d files. Unpack the outer one into the landing folder."
              .formatted(MOST_FILES_WITHIN));
    }
    for (Member member : inside) {
      add(member, depth);
    }
    return true;
  }

  private void add(Member member, int depth) throws IOException {
    IOException fault = member.fault();
    if (fault == null) {
      try {
        if (open(member.file(), depth + 1)) {
          return;
        }
      } catch (TooMuch e) {
        throw e;
      } catch (IOException e) {
        fault = e;
      }
    }
    members.add(new Member(labelled(member.file()), fault));
    unpacked += Math.max(0, member.file().entry().size());
    if (members.size() > MOST_FILES) {
      throw tooManyFiles();
    }
    if (unpacked > UnpackedStream.LARGEST) {
      throw new TooMuch(UnpackedStream.bomb().getMessage());
    }
  }

  /** Two files of an archive may have one path: the second is told apart by a number. */
  private SourceFile labelled(SourceFile file) {
    String path = file.path();
    while (!paths.add(path)) {
      path = file.path() + " (" + numbers.merge(file.path(), 2, (number, two) -> number + 1) + ")";
    }
    return file.named(path);
  }

  private static SourceFile onlyFile(SourceFile archive) {
    String name = archive.name().replaceFirst("(?i)\\.(gz|gzip)$", "");
    return new SourceFile(
        archive.uri(),
        archive.path() + "/" + (name.isEmpty() ? "unnamed" : name),
        archive.bytes(),
        archive.modifiedMillis(),
        ArchiveEntry.gzip(archive));
  }
}
