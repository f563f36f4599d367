package org.rackvidd.exports;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import java.util.zip.CRC32;

/**
 * What comes out of an archive, watched: it is what the archive announced, and no bomb. What an
 * archive says of itself is not trusted.
 */
final class UnpackedStream extends InputStream {
  /** An archive that unpacks to more is no export. */
  static final long LARGEST = 4L << 30;

  private static final long RATIO_FROM = 100L << 20;
  private static final int LARGEST_RATIO = 200;

  private final InputStream in;
  private final Closeable archive;
  private final long announced;
  private final long crc;
  private final LongSupplier packed;
  private final CRC32 sum = new CRC32();
  private long count;

  /**
   * @param announced bytes that come out
   * @param crc their CRC-32
   * @param archive closed with the stream
   */
  UnpackedStream(InputStream in, long announced, long crc, Closeable archive) {
    this.in = in;
    this.archive = archive;
    this.announced = announced;
    this.crc = crc;
    this.packed = null;
  }

  /**
   * A stream that nothing is announced of.
   *
   * @param packed how many bytes of the archive have been read
   */
  UnpackedStream(InputStream in, LongSupplier packed) {
    this.in = in;
    this.archive = in;
    this.announced = -1;
    this.crc = 0;
    this.packed = packed;
  }

  /** Whether so much cannot be meant to come out of so little. */
  static boolean isBomb(long unpacked, long packed) {
    return unpacked > LARGEST || (unpacked > RATIO_FROM && unpacked / LARGEST_RATIO > packed);
  }

  static IOException bomb() {
    return new IOException(
        "It unpacks to more than 4 GB, or to more than %d times its size. Unpack it yourself if you trust it."
            .formatted(LARGEST_RATIO));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int read;
    do {
      read = read(one, 0, 1);
    } while (read == 0);
    return read < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read;
    try {
      read = in.read(target, offset, length);
    } catch (IOException | RuntimeException e) {
      // Unpackers answer damage with exceptions of many kinds.
      throw new IOException("The archive is damaged where it holds this file.", e);
    }
    if (read > 0) {
      count += read;
      sum.update(target, offset, read);
    }
    check(read < 0);
    return read;
  }

  private void check(boolean atEnd) throws IOException {
    if (announced < 0) {
      if (isBomb(count, packed.getAsLong())) {
        throw bomb();
      }
    } else if (count > announced || (atEnd && (count < announced || sum.getValue() != crc))) {
      throw new IOException("The file in the archive is not what the archive says it is.");
    }
  }

  @Override
  public void close() throws IOException {
    try (archive) {
      in.close();
    }
  }
}
