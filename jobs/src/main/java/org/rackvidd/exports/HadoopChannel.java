package org.rackvidd.exports;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** A file of any of Hadoop's file systems as a channel to read from. */
final class HadoopChannel implements SeekableByteChannel {
  private static final int CHUNK = 1 << 16;

  private final FSDataInputStream in;
  private final long size;
  private boolean open = true;

  private HadoopChannel(FSDataInputStream in, long size) {
    this.in = in;
    this.size = size;
  }

  static HadoopChannel open(Path path, Configuration hadoop) throws IOException {
    FileSystem files = path.getFileSystem(hadoop);
    long size = files.getFileStatus(path).getLen();
    return new HadoopChannel(files.open(path), size);
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    if (!open) {
      throw new ClosedChannelException();
    }
    if (!target.hasRemaining()) {
      return 0;
    }
    // Not every file system fills a buffer by itself; all of them fill an array.
    byte[] chunk =
        target.hasArray() ? target.array() : new byte[Math.min(CHUNK, target.remaining())];
    int offset = target.hasArray() ? target.arrayOffset() + target.position() : 0;
    int read = in.read(chunk, offset, target.hasArray() ? target.remaining() : chunk.length);
    if (read > 0 && target.hasArray()) {
      target.position(target.position() + read);
    } else if (read > 0) {
      target.put(chunk, 0, read);
    }
    return read;
  }

  @Override
  public long position() throws IOException {
    return in.getPos();
  }

  @Override
  public SeekableByteChannel position(long position) throws IOException {
    // Behind the end there is nothing to read; file systems refuse to go there.
    in.seek(Math.min(position, size));
    return this;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() throws IOException {
    open = false;
    in.close();
  }

  @Override
  public int write(ByteBuffer source) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long length) {
    throw new NonWritableChannelException();
  }
}
