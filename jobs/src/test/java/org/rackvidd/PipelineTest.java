package org.rackvidd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rackvidd.build.Build;
import org.rackvidd.cli.CommandRun;
import org.rackvidd.configuration.Configuration;
import org.rackvidd.exports.Intake;
import org.rackvidd.lake.ColumnSpec;
import org.rackvidd.lake.Lake;
import org.rackvidd.lake.TableSpec;

/** What holds for every table, format and package by itself, whoever adds the next one. */
@ExtendWith(SparkExtension.class)
class PipelineTest {
  private static final Path SOURCES = Path.of("src/main/java/org/rackvidd");
  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Path CASES = Path.of("src/test/resources");
  private static final Pattern TABLE = Pattern.compile("\\b(facts|results|ops)\\.[a-z][a-z_]*\\b");

  /** What each package may use; cli and the two classes above them all may use everything. */
  private static final Map<String, Set<String>> USES =
      Map.of(
          "errors", Set.of(),
          "yaml", Set.of("errors"),
          "configuration", Set.of("errors", "yaml"),
          "lake", Set.of("errors", "yaml"),
          "privacy", Set.of("configuration", "errors"),
          "links", Set.of("privacy", "yaml"),
          "exports", Set.of("lake", "configuration", "errors", "yaml", "privacy", "links"),
          "build", Set.of("lake", "configuration", "errors"));

  private static final Set<String> AREAS_USE =
      Set.of("build", "lake", "configuration", "errors", "yaml");

  @ParameterizedTest
  @MethodSource("intakes")
  void factsQueriesMakeTheirDeclaredTables(Intake intake, SparkSession spark) {
    StructType origin =
        StructType.fromDDL(
            "organisation string, observed_on date, observed_at timestamp, file_id string,"
                + " line bigint, batch bigint");
    spark
        .createDataFrame(List.of(), intake.columns().merge(origin, true))
        .createOrReplaceTempView("intake_" + intake.name());
    for (Intake.Fact fact : intake.facts()) {
      assertThat(columns(spark.sql(read(RESOURCES.resolve(fact.query()))).schema()))
          .as(fact.table())
          .isEqualTo(columns(Pipeline.tables().get(fact.table()).schema()));
    }
  }

  static List<Intake> intakes() {
    return Pipeline.intakes();
  }

  @Test
  void anEmptyLakeBuildsIntoTheDeclaredTables(@TempDir Path folder) {
    Lake lake = LakeRows.open(folder);
    lake.create(lake.tables().names().stream().filter(n -> !n.startsWith("results.")).toList());
    new Build(lake, Configuration.defaults(), Pipeline.version(), line -> {})
        .run(Pipeline.AREAS, false, null, null);
    for (TableSpec table : Pipeline.tables().all()) {
      assertThat(columns(lake.table(table.name()).schema()))
          .as(table.name())
          .isEqualTo(columns(table.schema()));
      assertThat(lake.table(table.name()).isEmpty())
          .as(table.name())
          .isEqualTo(!table.name().equals("ops.build"));
    }
  }

  private static List<String> columns(StructType schema) {
    return Arrays.stream(schema.fields()).map(f -> f.name() + " " + f.dataType().sql()).toList();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyTableIsDocumented(TableSpec table) {
    assertThat(table.description()).isNotBlank();
    assertThat(table.grain()).isNotEmpty();
    assertThat(table.columns()).allSatisfy(c -> assertThat(c.doc()).as(c.name()).endsWith("."));
    assertThat(table.columns()).extracting(ColumnSpec::name).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyTableNamesOnlyItsOwnColumns(TableSpec table, SparkSession spark) {
    assertThat(table.columnNames()).containsAll(table.grain()).containsAll(table.stats());
    assertThat(table.columnNames()).containsAll(table.newest());
    assertThat(table.columnNames()).containsAll(table.provenance());
    if (!table.provenance().isEmpty()) {
      assertThat(table.columnNames()).contains("batch");
      assertThat(table.provenance()).doesNotContainAnyElementsOf(table.grain());
    }
    if (table.prunedBy() != null) {
      assertThat(table.grain()).contains(table.prunedBy());
    }
    var empty = spark.createDataFrame(List.of(), table.schema());
    Stream.of(table.fail().values(), table.warn().values())
        .flatMap(Collection::stream)
        .forEach(check -> assertThat(empty.filter(check).isEmpty()).as(check).isTrue());
  }

  static Collection<TableSpec> tables() {
    return Pipeline.tables().all();
  }

  @Test
  void everyResultHasACase() {
    Pipeline.tables().names().stream()
        .filter(name -> name.startsWith("results."))
        .map(name -> CASES.resolve("cases/" + name.replaceFirst("results\\.", "")))
        .forEach(folder -> assertThat(folder).isNotEmptyDirectory());
  }

  @Test
  void everyDescriptionAndQueryIsListed() {
    Set<String> listed = new TreeSet<>(Pipeline.QUERIES);
    listed.add("tables/columns.yaml");
    for (Intake intake : Pipeline.intakes()) {
      listed.add("tables/intake/" + intake.name() + ".yaml");
      intake.facts().forEach(fact -> listed.add(fact.query()));
    }
    Pipeline.FORMATS.forEach(format -> listed.add("exports/" + format + ".yaml"));
    Set<String> described =
        files(RESOURCES.resolve("tables"), "").stream()
            .filter(path -> path.toString().endsWith(".yaml"))
            .map(path -> path.getFileName().toString())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> there =
        Stream.of("tables", "exports")
            .flatMap(folder -> files(RESOURCES.resolve(folder), "").stream())
            .map(path -> RESOURCES.relativize(path).toString())
            .collect(Collectors.toCollection(TreeSet::new));
    for (String table : Pipeline.tables().names()) {
      String file = table.replaceFirst(".*\\.", "") + ".yaml";
      assertThat(described).contains(file);
      String schema = table.replaceFirst("\\..*", "");
      listed.addAll(
          there.stream()
              .filter(path -> path.startsWith("tables/" + schema + "/"))
              .filter(path -> path.endsWith("/" + file))
              .toList());
    }
    assertThat(there).isEqualTo(listed);
  }

  @Test
  void whatFillsATableHasItsColumns() {
    for (Intake intake : Pipeline.intakes()) {
      assertThat(intake.columns().fieldNames()).contains(intake.key().get(0).get(0));
      intake.key().forEach(any -> assertThat(intake.columns().fieldNames()).containsAll(any));
      intake
          .standIns()
          .forEach(
              (column, source) ->
                  assertThat(intake.columns().fieldNames()).contains(column, source));
    }
  }

  @Test
  void aTableReadsOnlyTablesAboveIt() {
    List<String> order = Pipeline.tables().names();
    for (String area : Pipeline.AREAS.keySet()) {
      Set<String> own =
          files(RESOURCES.resolve("tables/results/" + area), ".yaml").stream()
              .map(path -> "results." + path.getFileName().toString().replace(".yaml", ""))
              .collect(Collectors.toSet());
      int first = own.stream().mapToInt(order::indexOf).min().orElseThrow();
      String code = area.replace("_", "");
      List<Path> readers = new ArrayList<>(files(SOURCES.resolve(code), ".java"));
      readers.addAll(files(RESOURCES.resolve("tables/results/" + area), ".sql"));
      for (Path reader : readers) {
        for (String table : tablesIn(reader)) {
          assertThat(own.contains(table) || order.indexOf(table) < first)
              .as("%s reads %s, which is made later or not at all", reader, table)
              .isTrue();
        }
      }
    }
  }

  private static Set<String> tablesIn(Path source) {
    String code = read(source).replaceAll("(?s)/\\*.*?\\*/|(?m)(--|//).*$", "");
    return TABLE.matcher(code).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  @Test
  void packagesDependDownwards() {
    Pattern use = Pattern.compile("org\\.rackvidd\\.([a-z]+)\\.");
    for (Path source : files(SOURCES, ".java")) {
      String own = SOURCES.relativize(source).getName(0).toString();
      if (own.equals("cli") || own.endsWith(".java")) {
        continue;
      }
      Set<String> allowed = USES.containsKey(own) ? USES.get(own) : AREAS_USE;
      String code = read(source);
      Set<String> used =
          use.matcher(code)
              .results()
              .map(match -> match.group(1))
              .filter(name -> !name.equals(own))
              .collect(Collectors.toSet());
      assertThat(allowed).as(source.toString()).containsAll(used);
      assertThat(code).as(source.toString()).doesNotContain("org.rackvidd.Pipeline");
    }
  }

  @Test
  void aHistoryHasTheColumnsOfItsTable() {
    Pipeline.intakes().stream()
        .flatMap(intake -> intake.facts().stream())
        .filter(fact -> fact.history() != null)
        .forEach(
            fact -> {
              TableSpec history = Pipeline.tables().get(fact.history());
              TableSpec table = Pipeline.tables().get(fact.table());
              assertThat(columns(history.schema())).isEqualTo(columns(table.schema()));
              assertThat(history.grain()).containsAll(table.grain()).containsAll(table.newest());
              assertThat(history.prunedBy()).isEqualTo(table.prunedBy());
            });
  }

  @Test
  void everyFigureOfAnAdMayBeAddedUpOrIsKnownNotTo() {
    assertThat(Pipeline.tables().get("facts.ad_metrics").columns())
        .filteredOn(
            column -> !column.additive() && column.type().matches("bigint|double|decimal.*"))
        .extracting(ColumnSpec::name)
        .containsExactlyInAnyOrder("reach", "results", "line", "batch");
  }

  @Test
  void formulasKnowNoSpark() {
    Stream.of(
            "engagement/PairSums",
            "engagement/ValueSums",
            "engagement/Interval",
            "adfigures/Selection",
            "adfigures/Cover",
            "adfigures/Amounts",
            "adfigures/Nesting")
        .map(name -> SOURCES.resolve(name + ".java"))
        .forEach(source -> assertThat(source).content().doesNotContain("org.apache.spark"));
    files(SOURCES.resolve("configuration"), ".java")
        .forEach(source -> assertThat(source).content().doesNotContain("org.apache.spark"));
  }

  @Test
  void theTablesPageIsUpToDate() {
    isUpToDate("TABLES.md", "tables");
  }

  @Test
  void theFormatsPageIsUpToDate() {
    isUpToDate("FORMATS.md", "formats");
  }

  private static void isUpToDate(String page, String command) {
    assertThat(Path.of("../docs").resolve(page))
        .as("renew it with: bin/rackvidd %s --markdown > docs/%s", command, page)
        .hasContent(CommandRun.of(command, "--markdown").out());
  }

  private static List<Path> files(Path folder, String ending) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(path -> path.toString().endsWith(ending))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
