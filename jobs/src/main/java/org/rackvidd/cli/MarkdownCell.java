package org.rackvidd.cli;

/** Text in a cell of a Markdown table. */
final class MarkdownCell {
  private MarkdownCell() {}

  static String of(String text) {
    return text.strip().replaceAll("\\s+", " ").replace("|", "\\|").replace("<", "&lt;");
  }
}
