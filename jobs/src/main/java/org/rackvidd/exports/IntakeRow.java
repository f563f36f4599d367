package org.rackvidd.exports;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The values one row brings, one slot per intake column: numbers, instants and dates as 64 bits,
 * text as UTF-8. Filled again for every row.
 */
final class IntakeRow {
  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final long[] bits;
  private final boolean[] present;
  private final int[] textFrom;
  private final int[] textLength;
  private byte[] bytes = new byte[1024];
  private int used;
  private int textBegin;
  private boolean[] kept;
  private long[] keptBits;
  private int[] keptFrom;
  private int[] keptLength;
  private int keptUsed;

  IntakeRow(int slots) {
    bits = new long[slots];
    present = new boolean[slots];
    textFrom = new int[slots];
    textLength = new int[slots];
    keep();
  }

  /** What the row holds now, every row holds. */
  void keep() {
    kept = present.clone();
    keptBits = bits.clone();
    keptFrom = textFrom.clone();
    keptLength = textLength.clone();
    keptUsed = used;
  }

  /** Forgets all but what every row holds. */
  void clear() {
    int slots = present.length;
    System.arraycopy(kept, 0, present, 0, slots);
    System.arraycopy(keptBits, 0, bits, 0, slots);
    System.arraycopy(keptFrom, 0, textFrom, 0, slots);
    System.arraycopy(keptLength, 0, textLength, 0, slots);
    used = keptUsed;
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
    beginText();
    append(utf8);
    endText(slot);
  }

  /** Text straight from the reader's buffer, without a String between. */
  void setText(int slot, char[] chars, int from, int to) {
    beginText();
    append(chars, from, to);
    endText(slot);
  }

  /** Begins a text that is put together of several. */
  void beginText() {
    textBegin = used;
  }

  void endText(int slot) {
    textFrom[slot] = textBegin;
    textLength[slot] = used - textBegin;
    present[slot] = true;
  }

  void append(char ascii) {
    reserve(1);
    bytes[used++] = (byte) ascii;
  }

  void append(byte[] utf8) {
    reserve(utf8.length);
    System.arraycopy(utf8, 0, bytes, used, utf8.length);
    used += utf8.length;
  }

  void append(char[] chars, int from, int to) {
    reserve((to - from) * 3);
    byte[] into = bytes;
    int end = used;
    int i = from;
    for (; i < to && chars[i] < 0x80; i++) {
      into[end++] = (byte) chars[i];
    }
    for (; i < to; i++) {
      char c = chars[i];
      if (c < 0x80) {
        into[end++] = (byte) c;
      } else if (c < 0x800) {
        into[end++] = (byte) (0xc0 | c >> 6);
        into[end++] = (byte) (0x80 | c & 0x3f);
      } else if (!Character.isSurrogate(c)) {
        into[end++] = (byte) (0xe0 | c >> 12);
        into[end++] = (byte) (0x80 | c >> 6 & 0x3f);
        into[end++] = (byte) (0x80 | c & 0x3f);
      } else if (i + 1 < to && Character.isSurrogatePair(c, chars[i + 1])) {
        int point = Character.toCodePoint(c, chars[++i]);
        into[end++] = (byte) (0xf0 | point >> 18);
        into[end++] = (byte) (0x80 | point >> 12 & 0x3f);
        into[end++] = (byte) (0x80 | point >> 6 & 0x3f);
        into[end++] = (byte) (0x80 | point & 0x3f);
      } else {
        // Half a character, where the text was cut; Java writes it so too.
        into[end++] = '?';
      }
    }
    used = end;
  }

  void copy(int slot, int source) {
    setLong(slot, bits[source]);
    present[slot] = present[source];
  }

  void copyText(int slot, byte[] prefix, int source) {
    beginText();
    append(prefix);
    reserve(textLength[source]);
    System.arraycopy(bytes, textFrom[source], bytes, used, textLength[source]);
    used += textLength[source];
    endText(slot);
  }

  private void reserve(int length) {
    if (used + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, used + length));
    }
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
      if (present[slot] && textLength[slot] >= 0) {
        hash = mix(hash ^ textLength[slot]);
        hash = text(hash, textFrom[slot], textFrom[slot] + textLength[slot]);
      }
    }
    return hash;
  }

  private long text(long before, int from, int to) {
    long hash = before;
    int i = from;
    for (; i + Long.BYTES <= to; i += Long.BYTES) {
      hash = mix(hash ^ (long) EIGHT_BYTES.get(bytes, i));
    }
    long rest = 0;
    for (; i < to; i++) {
      rest = rest << Byte.SIZE | bytes[i] & 0xff;
    }
    return mix(hash ^ rest);
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
