package org.rackvidd.exports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.schema.MessageType;

/**
 * Looks at what the pages of a Parquet file say of themselves before anything is read: Parquet
 * makes room for as much as they claim.
 */
final class ParquetPages {
  /** Writers end a page at about a megabyte; a single value may be longer. */
  private static final int LARGEST_PAGE = 128 << 20;

  private static final int USUAL_HEADER = 8 << 10;
  private static final int LARGEST_HEADER = 4 << 20;

  /**
   * @param end where the page's content begins
   */
  private record Header(PageHeader page, long end) {}

  private final SeekableByteChannel channel;

  /**
   * @param channel of the file; its position is moved
   */
  ParquetPages(SeekableByteChannel channel) {
    this.channel = channel;
  }

  /**
   * @param needed the columns that will be read
   * @throws IOException where a page is larger than any export's, or does not lie in the file
   */
  void check(Iterable<BlockMetaData> groups, MessageType needed) throws IOException {
    for (BlockMetaData group : groups) {
      for (ColumnChunkMetaData chunk : group.getColumns()) {
        if (needed.containsPath(chunk.getPath().toArray())) {
          check(chunk);
        }
      }
    }
  }

  private void check(ColumnChunkMetaData chunk) throws IOException {
    long at = chunk.getStartingPos();
    long end = at + chunk.getTotalSize();
    if (at < 0 || end < at || end > channel.size()) {
      throw damaged();
    }
    long values = 0;
    while (at < end && values < chunk.getValueCount()) {
      Header header = header(at, end);
      int packed = header.page().getCompressed_page_size();
      int unpacked = header.page().getUncompressed_page_size();
      if (unpacked > LARGEST_PAGE) {
        throw new IOException(
            "A page of the Parquet file is larger than %d MB. Write it with smaller ones."
                .formatted(LARGEST_PAGE >> 20));
      }
      if (packed < 0
          || unpacked < 0
          || header.end() + packed > end
          || words(header.page()) > unpacked) {
        throw damaged();
      }
      values += values(header.page());
      at = header.end() + packed;
    }
  }

  private Header header(long at, long end) throws IOException {
    for (int size = USUAL_HEADER; size <= LARGEST_HEADER; size *= 8) {
      ByteArrayInputStream window = window(at, end, size);
      int length = window.available();
      try {
        PageHeader page = Util.readPageHeader(window);
        return new Header(page, at + length - window.available());
      } catch (IOException e) {
        // It is longer than that, or damaged.
      }
    }
    throw damaged();
  }

  private ByteArrayInputStream window(long at, long end, int size) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(size, end - at));
    channel.position(at);
    while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
      // As much as fits.
    }
    return new ByteArrayInputStream(bytes.array(), 0, bytes.position());
  }

  private static long values(PageHeader header) {
    return switch (header.getType()) {
      case DATA_PAGE -> header.getData_page_header().getNum_values();
      case DATA_PAGE_V2 -> header.getData_page_header_v2().getNum_values();
      case DICTIONARY_PAGE, INDEX_PAGE -> 0;
    };
  }

  /** Entries of a dictionary, each of which takes a byte at least. */
  private static long words(PageHeader header) {
    return header.isSetDictionary_page_header()
        ? header.getDictionary_page_header().getNum_values()
        : 0;
  }

  private static IOException damaged() {
    return new IOException("The Parquet file is damaged.");
  }
}
