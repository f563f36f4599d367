package org.rackvidd.exports;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.deflate64.Deflate64CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.utils.BoundedSeekableByteChannelInputStream;
import org.apache.commons.compress.utils.IOUtils;
import org.apache.hadoop.conf.Configuration;

/**
 * Where a file is in an archive and how it is packed: enough to open it without going through the
 * archive's directory again.
 *
 * @param offset of its own header in the archive
 * @param packed its size in the archive, bytes
 * @param size its size unpacked, bytes; negative where the archive does not say
 * @param crc CRC-32 of its content
 * @param outer where the archive is itself, if it is in another one, or null
 */
record ArchiveEntry(
    Packing packing, long offset, long packed, long size, long crc, ArchiveEntry outer)
    implements Serializable {

  /** How entries are packed; other ways are not opened. */
  enum Packing {
    STORED,
    DEFLATED,
    DEFLATE64,
    BZIP2,
    /** The one file of a .gz archive. */
    GZIP
  }

  private static final int HEADER = 0x04034b50;
  private static final int HEADER_BYTES = 30;
  private static final int NAME_LENGTH_AT = 26;

  static ArchiveEntry gzip(SourceFile archive) {
    return new ArchiveEntry(Packing.GZIP, 0, archive.bytes(), -1, 0, archive.entry());
  }

  /** Its content, watched while it is read. */
  InputStream open(SourceFile archive, Configuration hadoop) throws IOException {
    if (packing == Packing.GZIP) {
      InputStream in = archive.open(hadoop);
      try {
        // All members: the files of a day may be joined by putting them one behind the other.
        GzipCompressorInputStream content =
            GzipCompressorInputStream.builder()
                .setInputStream(in)
                .setDecompressConcatenated(true)
                .get();
        return new UnpackedStream(content, content::getCompressedCount);
      } catch (IOException | RuntimeException e) {
        in.close();
        throw new IOException("The archive is damaged.", e);
      }
    }
    SeekableByteChannel channel = archive.channel(hadoop);
    try {
      return new UnpackedStream(unpacking(data(channel)), size, crc, channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw new IOException("The archive is damaged where it holds this file.", e);
    }
  }

  private InputStream data(SeekableByteChannel channel) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    channel.position(offset);
    IOUtils.readFully(channel, header);
    header.flip();
    if (header.getInt(0) != HEADER) {
      throw new IOException("There is no file at " + offset);
    }
    int labels =
        Short.toUnsignedInt(header.getShort(NAME_LENGTH_AT))
            + Short.toUnsignedInt(header.getShort(NAME_LENGTH_AT + Short.BYTES));
    return new BoundedSeekableByteChannelInputStream(
        offset + HEADER_BYTES + labels, packed, channel);
  }

  private InputStream unpacking(InputStream data) throws IOException {
    return switch (packing) {
      case STORED, GZIP -> data;
      case DEFLATED -> new Inflating(data);
      case DEFLATE64 -> new Deflate64CompressorInputStream(data);
      case BZIP2 -> new BZip2CompressorInputStream(data);
    };
  }

  private static final class Inflating extends InflaterInputStream {
    Inflating(InputStream data) {
      super(data, new Inflater(true), 1 << 16);
    }

    @Override
    public void close() throws IOException {
      super.close();
      // Its memory is not Java's.
      inf.end();
    }
  }
}
