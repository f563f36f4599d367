package org.rackvidd.exports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The cells of one row, side by side in one buffer that is filled again for every row: reading a
 * million rows makes no garbage.
 */
final class Cells {
  private char[] chars = new char[1024];
  private int[] ends = new int[64];
  private int size;
  private long line;
  private boolean blank = true;

  void begin(long startLine) {
    size = 0;
    line = startLine;
    blank = true;
  }

  void add(char[] source, int offset, int length) {
    int from = size == 0 ? 0 : ends[size - 1];
    if (from + length > chars.length) {
      chars = Arrays.copyOf(chars, Math.max(chars.length * 2, from + length));
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, size * 2);
    }
    System.arraycopy(source, offset, chars, from, length);
    ends[size++] = from + length;
    blank = blank && isBlank(from, from + length);
  }

  void add(String cell) {
    add(cell.toCharArray(), 0, cell.length());
  }

  private boolean isBlank(int from, int to) {
    for (int i = from; i < to; i++) {
      if (chars[i] > ' ' && chars[i] != '\u00a0') {
        return false;
      }
    }
    return true;
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

  /** First character of a cell, white space left out. */
  int start(int cell) {
    int from = cell == 0 ? 0 : ends[cell - 1];
    int to = ends[cell];
    while (from < to && (chars[from] <= ' ' || chars[from] == '\u00a0')) {
      from++;
    }
    return from;
  }

  /** Behind the last character of a cell, white space left out. */
  int end(int cell) {
    int from = cell == 0 ? 0 : ends[cell - 1];
    int to = ends[cell];
    while (from < to && (chars[to - 1] <= ' ' || chars[to - 1] == '\u00a0')) {
      to--;
    }
    return to;
  }

  String text(int cell) {
    int from = start(cell);
    int to = end(cell);
    return from >= to ? "" : new String(chars, from, to - from);
  }

  List<String> texts() {
    List<String> texts = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      texts.add(text(i));
    }
    return texts;
  }
}
