package org.rackvidd.exports;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/**
 * A file as Parquet wants it, wherever it lies.
 *
 * @param channel closed with the stream made of it
 */
record ChannelInputFile(SeekableByteChannel channel) implements InputFile {

  static ChannelInputFile of(SourceFile file, Configuration hadoop) throws IOException {
    return new ChannelInputFile(file.channel(hadoop));
  }

  @Override
  public long getLength() throws IOException {
    return channel.size();
  }

  @Override
  public SeekableInputStream newStream() {
    return new DelegatingSeekableInputStream(Channels.newInputStream(channel)) {
      @Override
      public long getPos() throws IOException {
        return channel.position();
      }

      @Override
      public void seek(long position) throws IOException {
        channel.position(position);
      }
    };
  }
}
