package org.rackvidd.exports;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Deletes files from a landing folder: regular ones that are in it themselves, not by a link, and
 * whose content is the one that was read.
 */
final class Removal {
  private static final Optional<String> GONE = Optional.empty();
  private static final Optional<String> LINKED =
      Optional.of("stays because a link leads to it; remove it where it lies");
  private static final Optional<String> CHANGED =
      Optional.of("stays because it was written to since it was read");

  private final String root;
  private final Configuration hadoop;

  Removal(String root, Configuration hadoop) {
    this.root = root;
    this.hadoop = hadoop;
  }

  /**
   * Deletes a file, or says why not.
   *
   * @param fileId SHA-256 of the content that may be deleted
   * @return empty when the file is gone
   */
  Optional<String> remove(SourceFile file, String fileId) {
    try {
      URI location = URI.create(file.uri());
      if (isLocal(location)) {
        return fromThisMachine(file, new Path(root).toUri(), location, fileId);
      }
      FileSystem files = FileSystem.get(location, hadoop);
      // What is mounted may be this machine's, whose links only Java tells.
      Path path = files.resolvePath(new Path(location));
      Path folder = files.resolvePath(new Path(root));
      return isLocal(path.toUri())
          ? fromThisMachine(file, folder.toUri(), path.toUri(), fileId)
          : fromElsewhere(file, folder, path, fileId);
    } catch (NoSuchFileException e) {
      return GONE;
    } catch (IOException e) {
      return Optional.of("cannot be removed (%s)".formatted(e.getClass().getSimpleName()));
    }
  }

  private static boolean isLocal(URI location) {
    return "file".equals(location.getScheme());
  }

  private Optional<String> fromThisMachine(
      SourceFile file, URI landing, URI location, String fileId) throws IOException {
    java.nio.file.Path folder = java.nio.file.Path.of(landing.getPath()).toAbsolutePath();
    java.nio.file.Path path = java.nio.file.Path.of(location.getPath());
    java.nio.file.Path unlinked = folder.toRealPath().resolve(folder.relativize(path));
    if (!path.toRealPath().equals(unlinked)) {
      return LINKED;
    } else if (!file.contentHash(hadoop).equals(fileId)) {
      return CHANGED;
    }
    Files.delete(unlinked);
    return GONE;
  }

  private Optional<String> fromElsewhere(SourceFile file, Path folder, Path path, String fileId)
      throws IOException {
    FileSystem files = path.getFileSystem(hadoop);
    for (Path part = path; !part.equals(folder); part = part.getParent()) {
      if (part.isRoot() || files.getFileLinkStatus(part).isSymlink()) {
        return LINKED;
      }
    }
    if (!file.contentHash(hadoop).equals(fileId)) {
      return CHANGED;
    }
    return files.delete(path, false) ? GONE : Optional.of("cannot be removed");
  }
}
