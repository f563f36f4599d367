package org.rackvidd.exports;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.hadoop.conf.Configuration;
import org.rackvidd.exports.Archive.Member;
import org.rackvidd.exports.ArchiveEntry.Packing;

/** The directory of a .zip archive. Nothing is written anywhere: names in it are only labels. */
final class ZipArchive {
  private static final int MOST_DIRECTORY_BYTES = 8 << 20;

  private final SourceFile archive;
  private final List<ZipArchiveEntry> entries;
  private final long size;

  private ZipArchive(SourceFile archive, List<ZipArchiveEntry> entries, long size) {
    this.archive = archive;
    this.entries = entries;
    this.size = size;
  }

  /**
   * @throws IOException where the archive is damaged or has too many entries
   */
  static ZipArchive of(SourceFile archive, Configuration hadoop) throws IOException {
    try (SeekableByteChannel channel = archive.channel(hadoop)) {
      long size = channel.size();
      return new ZipArchive(archive, directory(channel), size);
    }
  }

  private static List<ZipArchiveEntry> directory(SeekableByteChannel channel) throws IOException {
    Metered metered = new Metered(channel);
    try (ZipFile zip =
        ZipFile.builder()
            .setSeekableByteChannel(metered)
            .setCharset(StandardCharsets.UTF_8)
            .setIgnoreLocalFileHeader(true)
            .get()) {
      return Collections.list(zip.getEntries());
    } catch (IOException | RuntimeException e) {
      // The library answers damage with exceptions of many kinds.
      throw metered.left < 0
          ? Archive.tooManyFiles()
          : new IOException(
              "The archive is damaged, was cut off, or is one of several parts. Fetch it again.",
              e);
    }
  }

  /** Whether it is a document of an office program that is packed as an archive. */
  boolean isWorkbook() {
    return has("[Content_Types].xml");
  }

  private boolean has(String name) {
    return entries.stream().anyMatch(entry -> entry.getName().equals(name));
  }

  /** Its files; those that cannot be opened with the reason. */
  List<Member> members() throws IOException {
    if (has("mimetype") && has("content.xml")) {
      throw new IOException("It is an OpenDocument file. Save it as .xlsx or as CSV.");
    }
    if (entries.size() > Archive.MOST_FILES) {
      throw Archive.tooManyFiles();
    }
    checkSizes();
    List<Member> members = new ArrayList<>();
    for (ZipArchiveEntry entry : entries) {
      String label = EntryName.of(entry);
      if (entry.isDirectory() || entry.isUnixSymlink() || !Landing.isExport(label)) {
        continue;
      }
      members.add(member(entry, label));
    }
    if (members.isEmpty()) {
      throw new IOException("The archive is empty.");
    }
    return members;
  }

  private void checkSizes() throws IOException {
    long packed = 0;
    long unpacked = 0;
    for (ZipArchiveEntry entry : entries) {
      packed += entry.getCompressedSize();
      unpacked += entry.getSize();
      boolean isPossible = entry.getCompressedSize() >= 0 && entry.getSize() >= 0;
      if (!isPossible || packed > size) {
        // Entries that overlap are how a small archive unpacks to a disk full.
        throw new IOException("The archive is damaged: its files are larger than itself.");
      }
      if (UnpackedStream.isBomb(unpacked, packed)) {
        throw UnpackedStream.bomb();
      }
    }
  }

  private Member member(ZipArchiveEntry entry, String label) {
    Packing packing = packing(entry);
    SourceFile file =
        new SourceFile(
            archive.uri(),
            archive.path() + "/" + label,
            entry.getSize(),
            archive.modifiedMillis(),
            new ArchiveEntry(
                packing,
                entry.getLocalHeaderOffset(),
                entry.getCompressedSize(),
                entry.getSize(),
                entry.getCrc(),
                archive.entry()));
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      return new Member(
          file,
          new IOException("It is protected by a password. Unpack it into the landing folder."));
    }
    return new Member(
        file,
        packing != null
            ? null
            : new IOException(
                "It is packed in an unusual way. Unpack it into the landing folder, or pack it as a plain .zip archive."));
  }

  private static Packing packing(ZipArchiveEntry entry) {
    return switch (entry.getMethod()) {
      case 0 -> Packing.STORED;
      case 8 -> Packing.DEFLATED;
      case 9 -> Packing.DEFLATE64;
      case 12 -> Packing.BZIP2;
      default -> null;
    };
  }

  /** Lets so much of the archive be read that a directory of allowed size fits, and no more. */
  private static final class Metered implements SeekableByteChannel {
    private final SeekableByteChannel channel;
    private long left = MOST_DIRECTORY_BYTES;

    Metered(SeekableByteChannel channel) {
      this.channel = channel;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
      int read = channel.read(target);
      left -= read;
      if (left < 0) {
        throw new IOException("The directory is too long");
      }
      return read;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
      return channel.write(source);
    }

    @Override
    public long position() throws IOException {
      return channel.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
      channel.position(position);
      return this;
    }

    @Override
    public long size() throws IOException {
      return channel.size();
    }

    @Override
    public SeekableByteChannel truncate(long length) throws IOException {
      channel.truncate(length);
      return this;
    }

    @Override
    public boolean isOpen() {
      return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
