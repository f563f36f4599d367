package org.rackvidd.bench.comparison;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A group of lying bars per step, one bar a side, as SVG that a screen reader can tell.
 *
 * @param title what it shows
 * @param description the same in sentences, with the figures
 * @param sides names of the bars of every group
 */
record BarChart(String title, String description, List<String> sides, List<Group> groups) {
  private static final int WIDTH = 900;
  private static final int LEFT = 190;
  private static final int RIGHT = 90;
  private static final int TOP = 84;
  private static final int BAR = 16;
  private static final int GAP = 14;

  /** Dark enough on white, and told apart without seeing red or green. */
  private static final List<String> COLOURS = List.of("#0b5394", "#d17a00", "#767676");

  /** The bars of a step; one that is not there is shown as such. */
  record Group(String name, List<OptionalDouble> seconds) {}

  /** The picture. */
  String svg() {
    int height = TOP + groups.size() * groupHeight() + GAP;
    StringBuilder svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" role="img" aria-labelledby="title description" font-family="sans-serif" font-size="14" fill="#222">
        <title id="title">%3$s</title>
        <desc id="description">%4$s</desc>
        <rect width="%1$d" height="%2$d" fill="#fff"/>
        <text x="16" y="30" font-size="18" font-weight="bold">%3$s</text>
        """
            .formatted(WIDTH, height, escaped(title), escaped(description)));
    legend(svg);
    for (int i = 0; i < groups.size(); i++) {
      group(svg, groups.get(i), TOP + i * groupHeight());
    }
    return svg.append("</svg>\n").toString();
  }

  private int groupHeight() {
    return sides.size() * BAR + GAP;
  }

  private void legend(StringBuilder svg) {
    int x = LEFT;
    for (int i = 0; i < sides.size(); i++) {
      rectangle(svg, x, 48, 14, 14, i);
      text(svg, x + 20, 60, "start", sides.get(i));
      x += 140;
    }
  }

  private void group(StringBuilder svg, Group group, int top) {
    text(svg, LEFT - 12, top + sides.size() * BAR / 2 + 5, "end", group.name());
    for (int i = 0; i < sides.size(); i++) {
      OptionalDouble seconds = group.seconds().get(i);
      int y = top + i * BAR;
      if (seconds.isPresent()) {
        double width = seconds.getAsDouble() / longest() * (WIDTH - LEFT - RIGHT);
        rectangle(svg, LEFT, y, Math.max(1, width), BAR - 2, i);
        text(
            svg,
            LEFT + width + 6,
            y + 12,
            "start",
            String.format(Locale.ROOT, "%.2f s", seconds.getAsDouble()));
      } else {
        text(svg, LEFT + 6, y + 12, "start", Finding.NONE);
      }
    }
  }

  private double longest() {
    return groups.stream()
        .flatMap(group -> group.seconds().stream())
        .mapToDouble(seconds -> seconds.orElse(0))
        .max()
        .orElse(1);
  }

  private static void rectangle(
      StringBuilder svg, double x, double y, double width, double height, int side) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>%n",
            x,
            y,
            width,
            height,
            COLOURS.get(side)));
  }

  private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
            x,
            y,
            anchor,
            escaped(text)));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
