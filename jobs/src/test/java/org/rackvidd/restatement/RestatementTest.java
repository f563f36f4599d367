package org.rackvidd.restatement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Encoders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rackvidd.LakeRows;
import org.rackvidd.build.BuildRun;
import org.rackvidd.configuration.Configuration;
import org.rackvidd.lake.Lake;

/** What the cases of this table, which are all built at once into a new lake, cannot have. */
class RestatementTest {
  private static final String TABLE = "results.restatement";
  private static final String STANDING =
      """
      {"organisation": "o", "subject": "post", "channel": "x", "account_id": "1", "campaign_id": "",
       "ad_set_id": "", "ad_id": "", "post_id": "2", "delivery": "all", "breakdown": "",
       "metric": "likes", "figure_before": 7, "figure_after": 6, "change": -1,
       "share_of_change": -0.14, "observed_before": "2026-11-01", "changed_on": "2026-11-02",
       "period_was_over": true}
      """;

  @TempDir private Path folder;

  @Test
  void aBuildFromTheBeginningTakesAwayWhatNothingStatesAnyMore() {
    Lake lake = LakeRows.open(folder);
    lake.create(List.of(TABLE, "facts.ad_metrics", "facts.ad_history", "facts.post_metrics"));
    lake.append(
        TABLE,
        lake.spark()
            .read()
            .schema(lake.tables().get(TABLE).schema())
            .json(lake.spark().createDataset(List.of(STANDING), Encoders.STRING())));
    assertThat(lake.table(TABLE).count()).isEqualTo(1);

    assertThat(Restatement.build(run(lake, 1))).isEqualTo("nothing changed");
    assertThat(lake.table(TABLE).count()).isEqualTo(1);

    assertThat(Restatement.build(run(lake, -1))).isEqualTo("nothing was stated twice");
    assertThat(lake.table(TABLE).isEmpty()).isTrue();
  }

  private static BuildRun run(Lake lake, long since) {
    return new BuildRun(lake, Configuration.defaults(), since, null, null);
  }
}
