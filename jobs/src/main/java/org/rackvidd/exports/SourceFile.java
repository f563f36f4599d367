package org.rackvidd.exports;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A file as it lies in the landing folder.
 *
 * @param uri where it is, escaped as URIs are
 * @param path where it is below the landing folder, names composed (NFC), separated by slashes
 * @param modifiedMillis when the file system says it was last written, Unix milliseconds
 */
public record SourceFile(String uri, String path, long bytes, long modifiedMillis)
    implements Serializable {

  /** The last part of the path. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Its content, from the beginning. */
  InputStream open(Configuration hadoop) throws IOException {
    URI location = URI.create(uri);
    if ("file".equals(location.getScheme())) {
      // Hadoop would look for a checksum beside it, and give up on a name with a colon.
      return new FileInputStream(new File(location));
    }
    return FileSystem.get(location, hadoop).open(new Path(location));
  }
}
