package org.rackvidd.bench.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class BarChartTest {
  private static Document parsed(BarChart chart) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(chart.svg().getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void showsEveryBarAndSaysWhatIsMissing() throws Exception {
    BarChart chart =
        new BarChart(
            "Seconds & <steps>",
            "ingest: Räckvidd 4.00, DuckDB –.",
            List.of("Räckvidd", "DuckDB"),
            List.of(
                new BarChart.Group("ingest", List.of(OptionalDouble.of(4), OptionalDouble.empty())),
                new BarChart.Group(
                    "reach", List.of(OptionalDouble.of(1), OptionalDouble.of(0.001)))));
    Document svg = parsed(chart);
    assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("Seconds & <steps>");
    assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
        .isEqualTo("ingest: Räckvidd 4.00, DuckDB –.");
    NodeList texts = svg.getElementsByTagName("text");
    assertThat(IntStream.range(0, texts.getLength()).mapToObj(i -> texts.item(i).getTextContent()))
        .containsExactly(
            "Seconds & <steps>",
            "Räckvidd",
            "DuckDB",
            "ingest",
            "4.00 s",
            "–",
            "reach",
            "1.00 s",
            "0.00 s");
    // The ground, two of the legend, three bars; the longest four times the next one.
    NodeList rectangles = svg.getElementsByTagName("rect");
    assertThat(rectangles.getLength()).isEqualTo(6);
    double longest = width(rectangles, 3);
    assertThat(width(rectangles, 4)).isEqualTo(longest / 4);
    assertThat(width(rectangles, 5)).isEqualTo(1);
  }

  private static double width(NodeList rectangles, int i) {
    return Double.parseDouble(((Element) rectangles.item(i)).getAttribute("width"));
  }
}
