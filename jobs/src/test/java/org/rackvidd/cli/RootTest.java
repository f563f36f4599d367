package org.rackvidd.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackvidd.DemoLake;
import org.rackvidd.LakeRows;
import org.rackvidd.SparkExtension;
import org.rackvidd.lake.Lake;
import org.rackvidd.lake.LakeLock;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The command line as its users meet it: what it answers, how it ends, and what it says then. */
class RootTest {
  @TempDir private Path folder;

  @Test
  void helpNamesEveryCommand() {
    CommandRun help = CommandRun.of("--help");
    assertThat(help.exitCode()).isZero();
    assertThat(help.out()).contains(commands().map(CommandLine::getCommandName).toList());
    assertThat(help.out()).contains("Exit codes:", "2   you must act");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void helpOfACommandExplainsEveryOption(CommandLine command) {
    CommandRun help = CommandRun.of(command.getCommandName(), "--help");
    assertThat(help.exitCode()).isZero();
    assertThat(command.getCommandSpec().usageMessage().description()).isNotEmpty();
    for (ArgSpec arg : command.getCommandSpec().args()) {
      assertThat(arg.description()).as(arg.toString()).isNotEmpty();
      assertThat(help.out())
          .contains(arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel());
    }
  }

  static Stream<CommandLine> commands() {
    return Root.commandLine(settings -> SparkExtension.spark()).getSubcommands().values().stream();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                     | Name a command.
          bild                                   | Unmatched argument at index 0: 'bild'
          tables --lake x                        | Unknown options: '--lake', 'x'
          ingest --landing exports               | Missing required option: '--lake=<lake>'
          sql --lake x --format xml SELECT       | expected one of [TABLE, CSV, JSON]
          build --lake x --from 2026-13-01       | '2026-13-01' is not a day; write it as 2026-01-31
          describe results.engagment             | There are: facts.post
          formats meta_facebook                  | There are: meta_facebook_posts
          build engagment --lake x               | There are: engagement
          recognise no/such/file.csv             | There is no file that can be read at no/such/file.csv
          sql --lake no/such/lake SELECT         | There is no lake at no/such/lake
          build --lake no/such/lake              | `rackvidd ingest` or `rackvidd demo` makes one.
          ingest --lake x --landing x --config no | The configuration
          demo --data no/such/data               | The demo's data (--data) is not a folder that can be read
          """)
  void aMistakeEndsWithWhatIsWrongAndWhatToDo(String line, String expected) {
    CommandRun run = CommandRun.of(line.isEmpty() ? new String[0] : line.split(" "));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(expected).doesNotContain("\tat ", "Exception");
    assertThat(Path.of("no")).doesNotExist();
    assertThat(Path.of("x")).doesNotExist();
  }

  @Test
  void aLandingFolderThatIsNotThereLeavesNoTables() {
    Path lake = folder.resolve("lake");
    CommandRun run = ingest(lake, folder.resolve("no"));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("The landing folder (--landing) is not a folder that can be read")
        .doesNotContain("\tat ");
    assertThat(lake.resolve("ops")).doesNotExist();
  }

  @Test
  void aLakeThatCannotBeWrittenSaysWhy() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    CommandRun run = ingest(file.resolve("lake"), folder);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("The lake cannot be written at " + file.resolve("lake"));
  }

  private static CommandRun ingest(Path lake, Path landing) {
    return CommandRun.of("ingest", "--lake", lake.toString(), "--landing", landing.toString());
  }

  @Test
  void aLakeThatIsBeingWrittenIsLeftAlone() {
    Path lake = folder.resolve("lake");
    try (LakeLock held = LakeLock.take(Session.uri(lake.toString()))) {
      CommandRun run = ingest(lake, folder);
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err()).contains("Another run is writing to the lake at " + lake);
    }
  }

  @Test
  void everyProblemOfAConfigurationIsNamedAtOnce() throws IOException {
    Files.writeString(
        folder.resolve("organisation.yaml"), "id: Solvik Ä\nname: Solvik\ntimezone: x\n");
    Files.writeString(
        folder.resolve("accounts.yaml"), "accounts:\n  - {channel: facebok, id: 1.5E+15}\n");
    CommandRun run =
        CommandRun.of("ingest", "--lake", "x", "--landing", "x", "--config", folder.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("organisation.yaml:1", "organisation.yaml:3", "accounts.yaml:2", "facebok")
        .doesNotContain("\tat ");
  }

  @Test
  void aFaultOfTheProgramShowsItsTrace() {
    StringWriter err = new StringWriter();
    int exitCode =
        Root.run(
            settings -> {
              throw new IllegalStateException("no session");
            },
            new PrintWriter(new StringWriter()),
            new PrintWriter(err),
            "ingest",
            "--lake",
            folder.resolve("lake").toString(),
            "--landing",
            folder.toString());
    assertThat(exitCode).isEqualTo(1);
    assertThat(err.toString()).contains("Please report it", "no session", "\tat ");
  }

  @Test
  void resultsThatBreakACheckAreNotWritten() {
    Lake lake = LakeRows.open(folder.resolve("lake"));
    String[] build = {"build", "--lake", folder.resolve("lake").toString()};
    lake.create(lake.tables().names().stream().filter(n -> !n.startsWith("results.")).toList());
    publish(lake, "good", 3, 1);
    assertThat(CommandRun.of(build).exitCode()).isZero();
    Map<String, List<String>> before = LakeRows.contents(lake);

    String post = "ALTER TABLE delta.`" + lake.path("facts.post_metrics") + "`";
    lake.spark().sql(post + " DROP CONSTRAINT figures_are_not_negative");
    publish(lake, "bad", -3, 2);
    CommandRun run = CommandRun.of(build);
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err())
        .contains("results.engagement_post was not changed")
        .contains("interactions_are_not_negative: 1 rows")
        .doesNotContain("\tat ");
    LakeRows.contents(lake)
        .forEach(
            (table, rows) -> {
              if (table.startsWith("results.")) {
                assertThat(rows).as(table).isEqualTo(before.get(table));
              }
            });
  }

  private static void publish(Lake lake, String post, int reactions, int batch) {
    append(
        lake,
        "facts.post",
        """
        {"organisation": "o", "channel": "x", "account_id": "a", "post_id": "%s", "batch": %d,
         "published_at": "2026-03-01T10:00:00Z", "published_at_precision": "minute"}
        """
            .formatted(post, batch));
    append(
        lake,
        "facts.post_metrics",
        """
        {"organisation": "o", "channel": "x", "account_id": "a", "post_id": "%s", "batch": %d,
         "observed_on": "2026-04-01", "delivery": "all", "reactions": %d}
        """
            .formatted(post, batch, reactions));
    append(
        lake,
        "ops.file",
        "{\"path\": \"%s\", \"file_id\": \"%s\", \"part\": \"\", \"status\": \"read\", \"bytes\": 1, \"batch\": %d}"
            .formatted(post, post, batch));
  }

  private static void append(Lake lake, String table, String json) {
    Dataset<String> row =
        lake.spark().createDataset(List.of(json.replace("\n", " ")), Encoders.STRING());
    Dataset<Row> rows = lake.spark().read().schema(lake.tables().get(table).schema()).json(row);
    lake.append(table, rows);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO results.engagement SELECT * FROM results.engagement",
        "insert overwrite results.engagement select * from results.engagement",
        "WITH t AS (SELECT * FROM ops.build) INSERT INTO ops.build SELECT * FROM t",
        "FROM ops.build INSERT INTO ops.build SELECT *",
        "DROP TABLE results.engagement",
        "/* look */ DROP TABLE results.engagement",
        "DELETE FROM results.engagement",
        "UPDATE results.engagement SET posts = 0",
        "MERGE INTO ops.build USING ops.build b ON false WHEN NOT MATCHED THEN INSERT *",
        "CREATE TABLE t (a INT)",
        "CREATE TABLE t AS SELECT 1",
        "CREATE TEMPORARY VIEW v AS SELECT 1",
        "ALTER TABLE results.engagement ADD COLUMN c INT",
        "TRUNCATE TABLE results.engagement",
        "OPTIMIZE results.engagement",
        "VACUUM results.engagement",
        "RESTORE TABLE results.engagement TO VERSION AS OF 0",
        "SET spark.sql.ansi.enabled = false",
        "RESET",
        "USE facts",
        "ADD JAR 'x.jar'",
        "CACHE TABLE results.engagement",
        "DECLARE VARIABLE v INT",
        "SET VAR organisation_zone = 'UTC'",
        "BEGIN DROP TABLE results.engagement; END",
        "EXECUTE IMMEDIATE 'DROP TABLE results.engagement'",
        "CALL system.x()",
        "SELECT 1; DROP TABLE results.engagement"
      })
  void aStatementThatIsNoQueryIsRefused(String statement) {
    Lake lake = LakeRows.open(DemoLake.folder());
    Map<String, Long> versions = LakeRows.versions(lake);
    CommandRun run = sql("csv", statement);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).doesNotContain("\tat ").containsAnyOf("only reads", "cannot be run");
    assertThat(LakeRows.versions(lake)).isEqualTo(versions);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT count(*) FROM results.engagement",
        "select count(*) from facts.post;",
        "/* posts */ SELECT count(*) FROM facts.post -- all",
        "WITH p AS (SELECT * FROM facts.post) SELECT count(*) FROM p",
        "FROM facts.post SELECT count(*)",
        "VALUES (1), (2)",
        "(SELECT 1) UNION ALL (SELECT 2)",
        "DESCRIBE results.engagement",
        "DESCRIBE HISTORY results.engagement",
        "SHOW COLUMNS IN results.engagement",
        "EXPLAIN SELECT 1"
      })
  void aQueryIsAnswered(String query) {
    CommandRun run = sql("csv", query);
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines()).hasSizeGreaterThan(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SELECT impresions FROM results.engagement | Did you mean one of the following
          SELECT * FROM results.engagment           | the lake has no table results.engagment.
          SELEC 1                                   | Syntax error at or near 'SELEC'
          SELECT 1 / 0                              | Division by zero
          ' '                                       | it is empty
          """)
  void aQueryThatCannotBeRunSaysWhy(String query, String expected) {
    CommandRun run = sql("table", query);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("The query cannot be run", expected).doesNotContain("\tat ");
  }

  private static final String ODD_VALUES =
      """
      SELECT 'a "b", c' || chr(10) || '🍎' AS t, CAST(NULL AS INT) AS n, array(1, 2) AS l,
        named_struct('x', 1.50) AS s, DATE'2026-01-02' AS d, TIMESTAMP'2026-01-02 03:04:05' AS ts,
        double('NaN') AS nan, 0.1D + 0.2D AS f, map('k', 1) AS m, true AS b
      """;

  @Test
  void csvIsWellFormed() throws IOException {
    CommandRun run = sql("csv", ODD_VALUES);
    try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(run.out())) {
      List<CsvRecord> records = csv.stream().toList();
      assertThat(records).hasSize(2);
      assertThat(records.get(0).getFields())
          .containsExactly("t", "n", "l", "s", "d", "ts", "nan", "f", "m", "b");
      assertThat(records.get(1).getFields())
          .startsWith("a \"b\", c\n🍎", "", "1, 2")
          .contains("2026-01-02", "2026-01-02T03:04:05Z", "true");
    }
  }

  @Test
  void jsonIsWellFormedAndLosesNothing() throws IOException {
    CommandRun run = sql("json", ODD_VALUES);
    assertThat(run.out().lines()).hasSize(1);
    JsonNode row = new ObjectMapper().readTree(run.out());
    assertThat(row.get("t").asText()).isEqualTo("a \"b\", c\n🍎");
    assertThat(row.get("n").isNull()).isTrue();
    assertThat(row.get("l").toString()).isEqualTo("[1,2]");
    assertThat(row.get("s").get("x").asDouble()).isEqualTo(1.5);
    assertThat(row.get("ts").asText()).isEqualTo("2026-01-02T03:04:05Z");
    assertThat(row.get("f").asDouble()).isEqualTo(0.1 + 0.2);
    assertThat(row.get("m").get("k").asInt()).isOne();
    assertThat(row.get("b").asBoolean()).isTrue();
  }

  private static CommandRun sql(String format, String query) {
    return CommandRun.of("sql", "--lake", DemoLake.folder().toString(), "--format", format, query);
  }

  @Test
  void recogniseSaysWhatAFileIsAndWhyAnotherIsNot() {
    Path exports = DemoLake.DATA.resolve("exports/2026-11-03");
    CommandRun run =
        CommandRun.of(
            "recognise",
            exports.resolve("Annonser oktober 2026.csv").toString(),
            exports.resolve("minnesanteckningar 2026-10-27.csv").toString());
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("meta_ads.", "UTF-16", "No format knows its headers.");
  }

  @Test
  void describeShowsEveryColumnOfATable() {
    CommandRun run = CommandRun.of("describe", "ops.rejected_row");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("file_id string", "reason string", "One row per file_id, part");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"tables", "formats", "describe facts.account_day", "--help", "sql --help"})
  void nothingIsWiderThanANarrowTerminal(String line) {
    System.setProperty("rackvidd.columns", "60");
    try {
      assertThat(CommandRun.of(line.split(" ")).out().lines())
          .allSatisfy(each -> assertThat(each.length()).as(each).isLessThanOrEqualTo(60));
    } finally {
      System.clearProperty("rackvidd.columns");
    }
  }
}
