package org.rackvidd.privacy;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.rackvidd.errors.Errors;

/** Reads the file a key is kept in. Its path is in no message: it may be the key by mistake. */
final class PersonKeyFile {
  private static final int LONGEST = 4096;

  private PersonKeyFile() {}

  /**
   * Its text.
   *
   * @param source what messages call the file
   * @throws org.rackvidd.errors.UserError where it cannot be read, or everybody can
   */
  static String read(Path file, String source) {
    try {
      if (!Files.isRegularFile(file)) {
        throw Errors.badPersonKey(source, "there is no such file");
      } else if (Files.size(file) > LONGEST) {
        throw Errors.badPersonKey(source, "it is too large to be a key");
      } else if (isOpenToAll(file)) {
        throw Errors.badPersonKey(
            source, "everybody on this machine can read or write it; run chmod 600 on it");
      }
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      throw Errors.badPersonKey(source, "it is not text");
    } catch (IOException e) {
      throw Errors.badPersonKey(source, "it cannot be read; check its permissions");
    }
  }

  /** A group is let in: a service and those who run it may share one. */
  private static boolean isOpenToAll(Path file) throws IOException {
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      return false;
    }
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
    return permissions.contains(PosixFilePermission.OTHERS_READ)
        || permissions.contains(PosixFilePermission.OTHERS_WRITE);
  }
}
