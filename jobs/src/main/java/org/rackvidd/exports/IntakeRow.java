package org.rackvidd.exports;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The values one row brings, one slot per intake column: numbers, instants and dates as 64 bits,
 * text as UTF-8. Filled again for every row.
 */
final class IntakeRow {
  private final long[] bits;
  private final boolean[] present;
  private final int[] textFrom;
  private final int[] textLength;
  private byte[] bytes = new byte[1024];
  private int used;

  IntakeRow(int slots) {
    bits = new long[slots];
    present = new boolean[slots];
    textFrom = new int[slots];
    textLength = new int[slots];
  }

  void clear() {
    Arrays.fill(present, false);
    used = 0;
  }

  void setLong(int slot, long value) {
    bits[slot] = value;
    textLength[slot] = -1;
    present[slot] = true;
  }

  void setDouble(int slot, double value) {
    setLong(slot, Double.doubleToRawLongBits(value));
  }

  void setBoolean(int slot, boolean value) {
    setLong(slot, value ? 1 : 0);
  }

  void setText(int slot, String value) {
    setText(slot, value.getBytes(StandardCharsets.UTF_8));
  }

  void setText(int slot, byte[] utf8) {
    reserve(utf8.length);
    System.arraycopy(utf8, 0, bytes, used, utf8.length);
    putText(slot, utf8.length);
  }

  /** Text straight from the reader's buffer, without a String between. */
  void setText(int slot, char[] chars, int from, int to) {
    reserve((to - from) * 3);
    int end = used;
    for (int i = from; i < to; i++) {
      char c = chars[i];
      if (c < 0x80) {
        bytes[end++] = (byte) c;
      } else if (c < 0x800) {
        bytes[end++] = (byte) (0xc0 | c >> 6);
        bytes[end++] = (byte) (0x80 | c & 0x3f);
      } else if (!Character.isSurrogate(c)) {
        bytes[end++] = (byte) (0xe0 | c >> 12);
        bytes[end++] = (byte) (0x80 | c >> 6 & 0x3f);
        bytes[end++] = (byte) (0x80 | c & 0x3f);
      } else {
        setText(slot, new String(chars, from, to - from));
        return;
      }
    }
    putText(slot, end - used);
  }

  void copy(int slot, int source) {
    setLong(slot, bits[source]);
    present[slot] = present[source];
  }

  void copyText(int slot, byte[] prefix, int source) {
    int length = prefix.length + textLength[source];
    reserve(length);
    System.arraycopy(prefix, 0, bytes, used, prefix.length);
    System.arraycopy(bytes, textFrom[source], bytes, used + prefix.length, textLength[source]);
    putText(slot, length);
  }

  private void reserve(int length) {
    if (used + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, used + length));
    }
  }

  private void putText(int slot, int length) {
    textFrom[slot] = used;
    textLength[slot] = length;
    used += length;
    present[slot] = true;
  }

  void remove(int slot) {
    present[slot] = false;
  }

  boolean has(int slot) {
    return present[slot];
  }

  /** A number that two rows share only if, but for one chance in 2^64, the slots are equal. */
  long hash(int[] slots) {
    long hash = 0xcbf29ce484222325L;
    for (int slot : slots) {
      hash = mix(hash ^ (present[slot] ? 1 : 2));
      if (present[slot] && textLength[slot] < 0) {
        hash = mix(hash ^ bits[slot]);
      }
      for (int i = 0; present[slot] && i < textLength[slot]; i++) {
        hash = (hash ^ bytes[textFrom[slot] + i]) * 0x100000001b3L;
      }
    }
    return mix(hash);
  }

  /** The finaliser of MurmurHash3, which spreads every bit over all. */
  private static long mix(long value) {
    long mixed = (value ^ value >>> 33) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ mixed >>> 33;
  }

  boolean hasText(int slot, String ascii) {
    if (!present[slot] || textLength[slot] != ascii.length()) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (bytes[textFrom[slot] + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The text of a slot that has one. */
  String text(int slot) {
    return new String(bytes, textFrom[slot], textLength[slot], StandardCharsets.UTF_8);
  }

  long bits(int slot) {
    return bits[slot];
  }

  double number(int slot) {
    return Double.longBitsToDouble(bits[slot]);
  }

  byte[] bytes() {
    return bytes;
  }

  int textFrom(int slot) {
    return textFrom[slot];
  }

  int textLength(int slot) {
    return textLength[slot];
  }
}
