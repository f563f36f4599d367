package org.rackvidd.exports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The cells of one row, as places in one buffer of characters; filled again for every row, so that
 * reading a million rows makes no garbage. White space around a cell is left out.
 */
final class Cells {
  private char[] chars = new char[0];
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private int size;
  private int used;
  private long line;
  private boolean blank = true;

  void begin(long startLine) {
    size = 0;
    used = 0;
    line = startLine;
    blank = true;
  }

  /** Adds a cell that stands in the reader's own buffer, which {@link #show} will name. */
  void add(char[] buffer, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && isSpace(buffer[start])) {
      start++;
    }
    while (start < end && isSpace(buffer[end - 1])) {
      end--;
    }
    if (size == ends.length) {
      starts = Arrays.copyOf(starts, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
    }
    starts[size] = start;
    ends[size++] = end;
    blank = blank && start == end;
  }

  /** The reader's buffer has moved by so many characters towards its beginning. */
  void shift(int places) {
    for (int i = 0; i < size; i++) {
      starts[i] -= places;
      ends[i] -= places;
    }
  }

  /** The buffer in which the cells stand until the reader goes on. */
  void show(char[] buffer) {
    chars = buffer;
  }

  /** Adds a cell in a buffer of the cells' own. */
  void add(String cell) {
    int to = used + cell.length();
    if (to > chars.length) {
      chars = Arrays.copyOf(chars, Math.max(1024, Math.max(chars.length * 2, to)));
    }
    cell.getChars(0, cell.length(), chars, used);
    add(chars, used, to);
    used = to;
  }

  static boolean isSpace(char c) {
    return c <= ' ' || c == '\u00a0';
  }

  /** Whether no cell says anything. */
  boolean isBlank() {
    return blank;
  }

  int size() {
    return size;
  }

  /** Line of the file, or row of the sheet, where the row starts; from 1. */
  long line() {
    return line;
  }

  char[] chars() {
    return chars;
  }

  /** First character of a cell. */
  int start(int cell) {
    return starts[cell];
  }

  /** Behind the last character of a cell. */
  int end(int cell) {
    return ends[cell];
  }

  boolean isEmpty(int cell) {
    return starts[cell] == ends[cell];
  }

  boolean is(int cell, String text) {
    int start = starts[cell];
    if (ends[cell] - start != text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (chars[start + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  String text(int cell) {
    return new String(chars, starts[cell], ends[cell] - starts[cell]);
  }

  List<String> texts() {
    List<String> texts = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      texts.add(text(i));
    }
    return texts;
  }
}
