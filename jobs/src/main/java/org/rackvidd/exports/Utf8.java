package org.rackvidd.exports;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Well-formed UTF-8 becomes characters; eight bytes at a time where they are ASCII. */
final class Utf8 {
  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long NOT_ASCII = 0x8080808080808080L;

  private Utf8() {}

  /**
   * Decodes up to the first byte that does not belong to a whole character, where the buffer's
   * position is then.
   *
   * @param into has room for as many characters as there are bytes
   * @return the place behind the last character
   */
  @SuppressWarnings("ByteBufferBackingArray") // a whole array of its reader's own
  static int decode(ByteBuffer bytes, char[] into, int place) {
    byte[] source = bytes.array();
    int end = bytes.limit();
    int at = bytes.position();
    int to = place;
    while (at < end) {
      int b = source[at];
      if (b >= 0) {
        if (at + Long.BYTES <= end && ((long) EIGHT_BYTES.get(source, at) & NOT_ASCII) == 0) {
          for (int i = 0; i < Long.BYTES; i++) {
            into[to + i] = (char) source[at + i];
          }
          at += Long.BYTES;
          to += Long.BYTES;
        } else {
          into[to++] = (char) b;
          at++;
        }
        continue;
      }
      int length = length(b & 0xff);
      int point = length == 0 || at + length > end ? -1 : point(source, at, length);
      if (point < 0) {
        break;
      }
      if (length < 4) {
        into[to++] = (char) point;
      } else {
        into[to++] = Character.highSurrogate(point);
        into[to++] = Character.lowSurrogate(point);
      }
      at += length;
    }
    bytes.position(at);
    return to;
  }

  /** How many bytes a character has that begins with this one; 0 where none does. */
  private static int length(int first) {
    if (first >= 0xc2 && first < 0xe0) {
      return 2;
    }
    return first < 0xe0 || first > 0xf4 ? 0 : first < 0xf0 ? 3 : 4;
  }

  /**
   * The character, or -1 where the bytes are none: cut off, half of a pair, or longer than needed.
   */
  private static int point(byte[] source, int at, int length) {
    int point = source[at] & 0x7f >> length;
    for (int i = 1; i < length; i++) {
      int next = source[at + i];
      if ((next & 0xc0) != 0x80) {
        return -1;
      }
      point = point << 6 | next & 0x3f;
    }
    boolean isShorter = length == 3 && point < 0x800 || length == 4 && point < 0x10000;
    boolean isHalf = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    return isShorter || isHalf || point > Character.MAX_CODE_POINT ? -1 : point;
  }
}
