package org.rackvidd.reach;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Row;

/** From the frequency samples of one period and event to people reached at least so often. */
final class TimesReached implements MapFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  /** The largest number of times that is told apart. */
  static final int MOST = 10;

  /** A channel and an audience. */
  private record Cell(String channel, String audience) {}

  private final int smallestGroup;

  TimesReached(int smallestGroup) {
    this.smallestGroup = smallestGroup;
  }

  /**
   * @param period a row of times_period.sql
   * @return a row of {@link Findings}
   */
  @Override
  public Row call(Row period) {
    Findings findings =
        new Findings(
            period.getAs("organisation"),
            period.getAs("period_kind"),
            period.getAs("period_start"),
            period.getAs("event"));
    Map<Cell, List<FrequencySample>> cells = new LinkedHashMap<>();
    for (Row cell : period.<Row>getList(period.fieldIndex("cells"))) {
      FrequencySample sample = FrequencySample.read(cell.getAs("sample"));
      for (String channel : List.of(cell.<String>getAs("channel"), Place.ALL)) {
        cells
            .computeIfAbsent(new Cell(channel, cell.getAs("audience")), none -> new ArrayList<>())
            .add(sample);
      }
    }
    cells.forEach((cell, samples) -> add(findings, cell, FrequencySample.union(samples)));
    return findings.row();
  }

  private void add(Findings findings, Cell cell, FrequencySample sample) {
    long shown = Long.MAX_VALUE;
    int times = 0;
    for (Reached number : sample.atLeast(MOST)) {
      times++;
      // Who was reached so often and not oftener is the difference to the next number shown.
      boolean isHidden =
          Suppression.isSmall(number.people(), smallestGroup)
              || Suppression.isSmall(shown - number.people(), smallestGroup);
      if (isHidden) {
        findings.hideFrequency(cell.channel(), cell.audience(), times);
      } else {
        shown = number.people();
        findings.addFrequency(cell.channel(), cell.audience(), times, number, sample.method());
      }
    }
  }
}
