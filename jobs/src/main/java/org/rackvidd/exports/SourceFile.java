package org.rackvidd.exports;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.Seekable;

/**
 * A file as it lies in the landing folder, or in an archive there.
 *
 * @param uri where it is, or the archive it is in, escaped as URIs are
 * @param path where it is below the landing folder, names composed (NFC), separated by slashes; a
 *     file in an archive lies below the archive: {@code 2026/export.zip/posts.csv}
 * @param bytes its size; that of the archive where the archive does not say
 * @param modifiedMillis when the file system says it, or its archive, was last written, Unix
 *     milliseconds
 * @param entry where it is in the archive, or null
 */
public record SourceFile(
    String uri, String path, long bytes, long modifiedMillis, ArchiveEntry entry)
    implements Serializable {
  /** What is read as a whole, since it is read from its end, is no larger. */
  static final int MOST_IN_MEMORY = 64 << 20;

  private static final Pattern ARCHIVE = Pattern.compile("(?i)\\.zip(?=/)");

  public SourceFile(String uri, String path, long bytes, long modifiedMillis) {
    this(uri, path, bytes, modifiedMillis, null);
  }

  /** The last part of the path. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Its content, from so many bytes on. */
  InputStream open(Configuration hadoop, long from) throws IOException {
    InputStream in = open(hadoop);
    if (in instanceof Seekable there) {
      there.seek(from);
    } else {
      in.skipNBytes(from);
    }
    return in;
  }

  /** The path it would have, had its .zip archive been unpacked into a folder of the same name. */
  public String unpackedPath() {
    return unpacked(path);
  }

  static String unpacked(String path) {
    return ARCHIVE.matcher(path).replaceAll("");
  }

  /** The same file by another of its names. */
  SourceFile named(String otherPath) {
    return new SourceFile(uri, otherPath, bytes, modifiedMillis, entry);
  }

  /** The archive it is in. */
  SourceFile archive() {
    return new SourceFile(uri, path, bytes, modifiedMillis, entry.outer());
  }

  /**
   * Its content, from the beginning.
   *
   * @throws IOException also while it is read, where its archive is damaged or a bomb
   */
  InputStream open(Configuration hadoop) throws IOException {
    if (entry != null) {
      return entry.open(archive(), hadoop);
    }
    URI location = URI.create(uri);
    if (isLocal(location)) {
      // Hadoop would look for a checksum beside it, and give up on a name with a colon.
      return new FileInputStream(new File(location));
    }
    return FileSystem.get(location, hadoop).open(new Path(location));
  }

  /**
   * The SHA-256 of its content in hexadecimal digits, which is its id in the lake.
   *
   * @throws IOException as {@link #open(Configuration)} and the reading of it
   */
  String contentHash(Configuration hadoop) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(open(hadoop), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /**
   * Its content, to be read at any place.
   *
   * @throws IOException also where it would have to be unpacked first and is too large for that
   */
  SeekableByteChannel channel(Configuration hadoop) throws IOException {
    if (entry != null) {
      return unpacked(hadoop);
    }
    URI location = URI.create(uri);
    if (isLocal(location)) {
      return FileChannel.open(java.nio.file.Path.of(location), StandardOpenOption.READ);
    }
    return HadoopChannel.open(new Path(location), hadoop);
  }

  private SeekableByteChannel unpacked(Configuration hadoop) throws IOException {
    try (InputStream in = open(hadoop)) {
      byte[] content = in.readNBytes(MOST_IN_MEMORY + 1);
      if (content.length > MOST_IN_MEMORY) {
        throw new IOException(
            "It is larger than %d MB and lies in an archive. Unpack it into the landing folder."
                .formatted(MOST_IN_MEMORY >> 20));
      }
      return new SeekableInMemoryByteChannel(content);
    }
  }

  private static boolean isLocal(URI location) {
    return "file".equals(location.getScheme());
  }
}
