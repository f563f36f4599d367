package org.rackvidd.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.rackvidd.errors.Errors;

/**
 * Keeps a second run from writing to the same lake. The operating system lets go of it when the
 * process ends, however it ends, so nothing is left behind by a kill. On file systems other than
 * the machine's own, Delta's own commit protocol is what keeps writers apart.
 */
public final class LakeLock implements AutoCloseable {
  private final FileChannel channel;

  private LakeLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * @param lake absolute URI of the lake
   * @throws org.rackvidd.errors.UserError where another run holds it, or the folder cannot be made
   */
  @SuppressWarnings("resource")
  public static LakeLock take(String lake) {
    URI uri = new org.apache.hadoop.fs.Path(lake).toUri();
    if (!"file".equals(uri.getScheme())) {
      return new LakeLock(null);
    }
    Path folder = Path.of(uri.getPath());
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve(".rackvidd.lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw Errors.lockedLake(folder.toString());
      }
      return new LakeLock(channel);
    } catch (IOException e) {
      throw Errors.unwritableLake(folder.toString(), e.getMessage());
    }
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  @Override
  public void close() {
    if (channel == null) {
      return;
    }
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Letting go of the lake", e);
    }
  }
}
