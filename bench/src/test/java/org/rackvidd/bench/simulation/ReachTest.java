package org.rackvidd.bench.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rackvidd.Main;
import org.rackvidd.Pipeline;
import org.rackvidd.bench.reach.Judgement;
import org.rackvidd.cli.Root;
import org.rackvidd.cli.Session;
import org.rackvidd.configuration.Configuration;
import org.rackvidd.lake.Lake;

/** What the commands say of a simulated town's reach holds what is really so, in every row. */
class ReachTest {
  @TempDir private static Path folder;
  private static SparkSession spark;
  private static Judgement judgement;
  private static long reachable;

  @BeforeAll
  static void ingestsAndBuilds() throws IOException {
    SmallTown town = SmallTown.live(folder);
    Path config = folder.resolve("config");
    Files.writeString(
        config.resolve("organisation.yaml"),
        "person_key_file: " + folder.resolve("person.key") + "\n",
        StandardOpenOption.APPEND);
    spark = Main.session(new Session.Settings("reach", false));
    run("ingest", "--landing", town.exports().toString());
    run("build", "engagement", "ad_figures", "reach");
    Lake lake = new Lake(spark, folder.resolve("lake").toUri().toString(), Pipeline.tables());
    judgement = new Judgement(lake, folder);
    reachable = Configuration.load(config).organisation().reachable("all").orElseThrow();
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  private static void run(String... words) {
    String[] command = Arrays.copyOf(words, words.length + 4);
    List<String> where =
        List.of(
            "--lake",
            folder.resolve("lake").toString(),
            "--config",
            folder.resolve("config").toString());
    for (int i = 0; i < where.size(); i++) {
      command[words.length + i] = where.get(i);
    }
    assertThat(Root.run(settings -> spark, command)).isZero();
  }

  private static void assertHold(List<Judgement.Claim> claims) {
    assertThat(claims).filteredOn(claim -> !claim.holds()).isEmpty();
  }

  @Test
  void theTruthIsWithinTheBoundsOfWhatPlatformsState() throws IOException {
    List<Judgement.Claim> claims = judgement.reach();
    assertThat(claims).hasSizeGreaterThan(1_000);
    assertHold(claims);
    assertThat(claims).anyMatch(claim -> claim.method().equals("reported"));
  }

  @Test
  void boundsAreNeverWiderThanTheLargestPartAndTheSum() {
    List<Judgement.Width> widths = judgement.widths(reachable);
    assertThat(widths).hasSizeGreaterThan(100);
    assertThat(widths).filteredOn(Judgement.Width::isWider).isEmpty();
  }

  @Test
  void campaignsWhoseMonthsAreStatedBesideTheirDaysAreHalfAsWideAtMost() {
    assertThat(judgement.widths(reachable))
        .filteredOn(Judgement.Width::isNested)
        .isNotEmpty()
        .allSatisfy(width -> assertThat(width.ratio()).isLessThanOrEqualTo(0.5));
  }

  @Test
  void nothingThatReachedSomebodyIsLeftOut() throws IOException {
    assertThat(judgement.leftOut()).isEmpty();
  }

  @Test
  void visitorsAreCountedAsTheyCame() throws IOException {
    List<Judgement.Claim> claims = judgement.visitors();
    assertThat(claims)
        .hasSizeGreaterThan(100)
        .allMatch(claim -> claim.method().equals("exact") && claim.low() == claim.high());
    assertHold(claims);
  }

  @Test
  void whatChannelsShareOfVisitorsIsCounted() throws IOException {
    List<Judgement.Claim> claims = judgement.overlapsOfVisitors();
    assertThat(claims)
        .hasSizeGreaterThan(100)
        .allMatch(claim -> claim.method().equals("exact") && claim.low() == claim.high());
    assertHold(claims);
  }

  @Test
  void theTruthIsWithinTheBoundsOfFrequency() throws IOException {
    List<Judgement.Claim> claims = judgement.frequencies();
    assertThat(claims).hasSizeGreaterThan(500);
    assertHold(claims);
  }

  @Test
  void theTruthIsWithinTheBoundsOfOverlaps() throws IOException {
    List<Judgement.Claim> claims = judgement.overlaps();
    assertThat(claims).hasSizeGreaterThan(3_000);
    assertHold(claims);
  }
}
