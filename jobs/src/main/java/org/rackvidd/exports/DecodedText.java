package org.rackvidd.exports;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A text as it is decoded: a window of characters that moves on over it. What is no character in
 * the encoding becomes U+FFFD.
 */
final class DecodedText implements Closeable {
  private static final int BYTES = 1 << 16;

  private final InputStream in;
  private final CharsetDecoder decoder;
  private final boolean isUtf8;
  private final ByteBuffer bytes = ByteBuffer.allocate(BYTES).limit(0);
  private char[] chars = new char[BYTES * 2];
  private int limit;
  private long left;
  private boolean ended;

  /** Offset in the stream of the first byte in the buffer. */
  private long bytesFrom;

  /** Where in the window the buffer's bytes became characters; negative once that has moved on. */
  private int charsFrom;

  /**
   * @param length bytes to read of the stream; more than it has means all
   */
  DecodedText(InputStream in, Charset charset, long length) {
    this.in = in;
    this.left = length;
    this.isUtf8 = charset.equals(StandardCharsets.UTF_8);
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
  }

  /** The window; another one after {@link #more}. */
  char[] chars() {
    return chars;
  }

  /** Behind the last character in the window. */
  int limit() {
    return limit;
  }

  /**
   * Adds further text to the window and lets go of what stands before a place, which thereby
   * becomes place 0.
   *
   * @return false at the end of the text; the window has then only been moved
   */
  boolean more(int keep) throws IOException {
    int kept = limit - keep;
    if (kept > chars.length - BYTES) {
      chars = Arrays.copyOfRange(chars, keep, keep + chars.length * 2);
    } else {
      System.arraycopy(chars, keep, chars, 0, kept);
    }
    limit = kept;
    charsFrom -= keep;
    while (limit == kept && !ended) {
      decode();
    }
    return limit > kept;
  }

  private void decode() throws IOException {
    bytesFrom += bytes.position();
    bytes.compact();
    int read = in.read(bytes.array(), bytes.position(), (int) Math.min(bytes.remaining(), left));
    left -= Math.max(read, 0);
    bytes.position(bytes.position() + Math.max(read, 0)).flip();
    charsFrom = limit;
    if (isUtf8) {
      limit = Utf8.decode(bytes, chars, limit);
    }
    CharBuffer out = CharBuffer.wrap(chars, limit, chars.length - limit);
    ended = decoder.decode(bytes, out, read <= 0).isUnderflow() && read <= 0;
    if (ended) {
      decoder.flush(out);
    }
    limit = out.position();
  }

  /** Whether the bytes last read lie behind this many others. */
  boolean isBehind(long offset) {
    return bytesFrom > offset;
  }

  /** Whether a character is one of those last decoded. */
  boolean knowsOffset(int place) {
    return place >= charsFrom;
  }

  /**
   * How many bytes of the stream stand before a character of those last decoded. Decoding them once
   * more is the only way to know, and needs an encoding without a state.
   */
  long offset(int place) {
    ByteBuffer again = bytes.duplicate().flip();
    CharBuffer out = CharBuffer.allocate(place - charsFrom);
    decoder.reset();
    decoder.decode(again, out, false);
    decoder.reset();
    return bytesFrom + again.position();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
