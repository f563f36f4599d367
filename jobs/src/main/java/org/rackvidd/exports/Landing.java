package org.rackvidd.exports;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.rackvidd.errors.Errors;

/** The folder users drop their exports in, whatever they are called and however deep they lie. */
public final class Landing {
  private static final Set<String> UNFINISHED =
      Set.of(".part", ".partial", ".crdownload", ".download", ".tmp", ".filepart", ".opdownload");
  private static final Pattern DATE_FOLDER = Pattern.compile("(?:^|/)(\\d{4}-\\d{2}-\\d{2})(?=/)");
  private static final Pattern STAMP = Pattern.compile("(?<!\\d)(1[3-9]\\d{11})(?!\\d)");

  /**
   * When a file was exported, as well as it is known.
   *
   * @param from name, folder or modified
   */
  public record Observed(Instant at, LocalDate on, String from) implements Serializable {}

  private final String root;
  private final Configuration hadoop;

  public Landing(String root, Configuration hadoop) {
    this.root = root;
    this.hadoop = hadoop;
  }

  /** The addresses of those of the files that are not there any more as they were. */
  Set<String> changed(List<SourceFile> before) {
    Set<SourceFile> now = Set.copyOf(files());
    return before.stream()
        .filter(file -> !now.contains(file))
        .map(SourceFile::uri)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** Its files in the order of their paths; hidden and unfinished ones are left out. */
  public List<SourceFile> files() {
    try {
      Path folder = new Path(root);
      FileSystem files = folder.getFileSystem(hadoop);
      FileStatus status = files.getFileStatus(folder);
      if (status.isFile()) {
        throw Errors.notAFolder("The landing folder (--landing)", root);
      }
      List<SourceFile> found =
          files.getUri().getScheme().equals("file")
              ? onThisMachine(java.nio.file.Path.of(status.getPath().toUri().getPath()))
              : elsewhere(files, status.getPath());
      found.sort(Comparator.comparing(SourceFile::path));
      return found;
    } catch (FileNotFoundException e) {
      throw Errors.notAFolder("The landing folder (--landing)", root);
    } catch (IOException e) {
      throw new UncheckedIOException("Listing " + root, e);
    }
  }

  private static List<SourceFile> elsewhere(FileSystem files, Path folder) throws IOException {
    String base = folder.toUri().getPath();
    List<SourceFile> found = new ArrayList<>();
    RemoteIterator<LocatedFileStatus> all = files.listFiles(folder, true);
    while (all.hasNext()) {
      LocatedFileStatus file = all.next();
      String relative = file.getPath().toUri().getPath().substring(base.length() + 1);
      if (isExport(relative)) {
        found.add(
            new SourceFile(
                file.getPath().toUri().toString(),
                composed(relative),
                file.getLen(),
                file.getModificationTime()));
      }
    }
    return found;
  }

  /** A disk has what an object store has not: links that lead in circles, pipes, locked folders. */
  private static List<SourceFile> onThisMachine(java.nio.file.Path folder) throws IOException {
    List<SourceFile> found = new ArrayList<>();
    Files.walkFileTree(
        folder,
        Set.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(
              java.nio.file.Path file, BasicFileAttributes attributes) {
            String relative = folder.relativize(file).toString().replace(File.separatorChar, '/');
            if (!attributes.isOther() && isExport(relative)) {
              found.add(
                  new SourceFile(
                      file.toUri().toString(),
                      composed(relative),
                      attributes.size(),
                      attributes.lastModifiedTime().toMillis()));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(java.nio.file.Path file, IOException why) {
            String relative = folder.relativize(file).toString().replace(File.separatorChar, '/');
            if (!(why instanceof FileSystemLoopException) && isExport(relative)) {
              // Opening it will fail as well, and that is reported as of any other file.
              found.add(new SourceFile(file.toUri().toString(), composed(relative), 0, 0));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }

  static String composed(String path) {
    return Normalizer.normalize(path, Normalizer.Form.NFC);
  }

  /** Whether a path below the landing folder, or in an archive, is one to look at. */
  static boolean isExport(String path) {
    for (String part : path.split("/")) {
      if (part.startsWith(".") || part.startsWith("~$") || part.equals("__MACOSX")) {
        return false;
      }
    }
    String name = path.toLowerCase(Locale.ROOT);
    return UNFINISHED.stream().noneMatch(name::endsWith) && !name.endsWith("thumbs.db");
  }

  /**
   * A millisecond stamp in the name is the platform's own; a folder named like a date is the user's
   * word for it; else the day the file was written stands for the day of its download.
   */
  public static Observed observed(SourceFile file, ZoneId zone) {
    Instant modified = Instant.ofEpochMilli(file.modifiedMillis());
    Matcher stamp = STAMP.matcher(file.name());
    if (stamp.find()) {
      return at(Instant.ofEpochMilli(Long.parseLong(stamp.group(1))), zone, "name");
    }
    Matcher folder = DATE_FOLDER.matcher(file.unpackedPath());
    LocalDate day = null;
    while (folder.find()) {
      day = parse(folder.group(1), day);
    }
    if (day != null) {
      return new Observed(day.atStartOfDay(zone).toInstant(), day, "folder");
    }
    return at(modified, zone, "modified");
  }

  private static LocalDate parse(String text, LocalDate otherwise) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException noDate) {
      return otherwise;
    }
  }

  private static Observed at(Instant instant, ZoneId zone, String from) {
    return new Observed(instant, LocalDate.ofInstant(instant, zone), from);
  }
}
