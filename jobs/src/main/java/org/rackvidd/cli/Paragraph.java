package org.rackvidd.cli;

/** Running text, broken at the terminal's width. */
final class Paragraph {
  private Paragraph() {}

  static String wrap(String text, String indent) {
    StringBuilder wrapped = new StringBuilder(indent);
    int column = indent.length();
    for (String word : text.split("\\s+")) {
      if (column > indent.length() && column + word.length() + 1 > Terminal.width()) {
        wrapped.append('\n').append(indent);
        column = indent.length();
      } else if (column > indent.length()) {
        wrapped.append(' ');
        column++;
      }
      wrapped.append(word);
      column += word.length();
    }
    return wrapped.toString();
  }
}
