package org.rackvidd.exports;

import java.io.Serializable;

/**
 * A file as it lies in the landing folder.
 *
 * @param uri where it is
 * @param path where it is below the landing folder, names composed (NFC), separated by slashes
 * @param modifiedMillis when the file system says it was last written, Unix milliseconds
 */
public record SourceFile(String uri, String path, long bytes, long modifiedMillis)
    implements Serializable {

  /** The last part of the path. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
