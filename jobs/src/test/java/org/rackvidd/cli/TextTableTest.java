package org.rackvidd.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
  private static final TextTable TABLE =
      new TextTable("Text", ">Number", "Note")
          .row("short", "7", "x")
          .row("a caption that goes on and on and on", "1,234,567", "a note that goes on, too");

  @Test
  void columnsAreAsWideAsTheyNeed() {
    assertThat(printed(TABLE, Integer.MAX_VALUE))
        .containsExactly(
            "Text                                     Number  Note",
            "────────────────────────────────────  ─────────  ────────────────────────",
            "short                                         7  x",
            "a caption that goes on and on and on  1,234,567  a note that goes on, too");
  }

  @Test
  void aNarrowTerminalShortensTextAndNeverANumber() {
    assertThat(printed(TABLE, 40))
        .containsExactly(
            "Text              Number  Note",
            "─────────────  ─────────  ──────────────",
            "short                  7  x",
            "a caption th…  1,234,567  a note that g…")
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(40));
  }

  @Test
  void emojiTakeTwoPlacesAndAreNeverCutInHalf() {
    TextTable table = new TextTable("Text", "After").row("🍂🍁🍂🍁🍂🍁", "x").row("abcdef", "y");
    assertThat(printed(table, Integer.MAX_VALUE).subList(2, 4))
        .containsExactly("🍂🍁🍂🍁🍂🍁  x", "abcdef        y");
    assertThat(printed(table, 14).subList(2, 4)).containsExactly("🍂🍁🍂…  x", "abcdef   y");
  }

  @Test
  void whatWouldSteerTheTerminalIsPrintedAsASpace() {
    TextTable table = new TextTable("Text").row("a\u001b[31m\r\nb\tc").row((String) null);
    assertThat(printed(table, 80).subList(2, 4)).containsExactly("a [31m b c", "");
  }

  private static List<String> printed(TextTable table, int columns) {
    StringWriter out = new StringWriter();
    table.print(new PrintWriter(out), columns);
    return out.toString().lines().toList();
  }
}
