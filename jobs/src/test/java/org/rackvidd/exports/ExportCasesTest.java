package org.rackvidd.exports;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rackvidd.Pipeline;
import org.rackvidd.SparkExtension;
import org.rackvidd.privacy.PersonKey;
import org.rackvidd.yaml.StrictYaml;

/**
 * Every case below {@code resources/exports/<format>/<case>}: files as platforms hand them out, and
 * what must come of them. All go through one reading, each as an organisation of its own.
 */
@ExtendWith(SparkExtension.class)
class ExportCasesTest {
  private static final String EXPECTATIONS = "expect.yaml";
  private static final Set<String> LONG_FACTS =
      Set.of("ad_metrics", "account_day", "person_event", "web_page");

  /**
   * What {@code expect.yaml} holds.
   *
   * @param files by path below the case; {@code <path>#<sheet>} where a workbook has several tables
   * @param facts by table; columns that are left out are not compared
   * @param rejected every rejected row; none where it is left out
   * @param unread what is not read, by path as in files, with the beginning of the sentence why
   */
  record Case(
      String why,
      Map<String, FileExpectation> files,
      Map<String, List<Map<String, Object>>> facts,
      List<RejectedRow> rejected,
      Map<String, String> unread) {
    Case {
      unread = unread == null ? Map.of() : unread;
    }
  }

  record FileExpectation(
      String format,
      String language,
      long rows,
      long accepted,
      long rejected,
      TreeMap<String, Long> setAside) {}

  record RejectedRow(long line, String reason) {}

  private static final PersonKey PERSON_KEY =
      PersonKey.find(
              org.rackvidd.configuration.Configuration.defaults(),
              Map.of(PersonKey.VARIABLE, "a key for the tests, and for nothing but them"))
          .orElseThrow();

  private static Path root;
  private static SparkSession spark;
  private static final Map<String, Map<String, Object>> READ = new TreeMap<>();
  private static final Map<String, List<RejectedRow>> REJECTED = new HashMap<>();
  private static final Map<String, Map<String, List<Row>>> FACTS = new HashMap<>();

  @BeforeAll
  static void readsEveryCaseAtOnce(SparkSession session) throws Exception {
    spark = session;
    root = Path.of(ExportCasesTest.class.getResource("/exports").toURI());
    Configuration hadoop = session.sparkContext().hadoopConfiguration();
    Inspector inspector =
        new Inspector(Pipeline.FORMATS.stream().map(ExportFormat::named).toList(), hadoop);
    Map<String, Intake> intakes =
        Pipeline.intakes().stream().collect(Collectors.toMap(Intake::name, intake -> intake));
    Map<String, List<Section>> sections = new LinkedHashMap<>();
    for (SourceFile file : new Landing(root.toString(), hadoop).files()) {
      if (!file.name().equals(EXPECTATIONS)) {
        inspector.inspect(file).stream()
            .flatMap(inspection -> sections(inspection).stream())
            .forEach(
                section ->
                    sections
                        .computeIfAbsent(section.format().intake(), intake -> new ArrayList<>())
                        .add(section));
      }
    }
    sections.forEach((intake, all) -> collect(intakes.get(intake), all));
  }

  private static List<Section> sections(Inspection inspection) {
    String[] path = inspection.file().path().split("/", 3);
    String name = path[0] + "/" + path[1];
    List<Section> sections = new ArrayList<>();
    if (inspection.problem() != null) {
      READ.computeIfAbsent(name, key -> new TreeMap<>()).put(path[2], inspection.problem());
    }
    for (Recognition part : inspection.parts()) {
      String key = inspection.parts().size() == 1 ? path[2] : path[2] + "#" + part.part();
      READ.computeIfAbsent(name, n -> new TreeMap<>()).put(key, "" + part.problem());
      if (part.isRecognised()) {
        Instant noon = Instant.parse("2026-11-20T12:00:00Z");
        LocalDate day = LocalDate.of(2026, 11, 20);
        sections.add(
            new Section(
                inspection.file(),
                name + "/" + key,
                part,
                new Section.Owner(name, "SE", null, null),
                new Landing.Observed(noon, day, "name"),
                PERSON_KEY,
                null,
                null));
      }
    }
    return sections;
  }

  private static void collect(Intake intake, List<Section> sections) {
    try (FirstReading reading = FirstReading.of(sections, all -> entries(intake, all))) {
      Accounted accounted = reading.accounted();
      for (Section section : accounted.sections()) {
        Accounting.Counts counts = accounted.of(section);
        assertThat(counts.fault()).as(section.file().path()).isNull();
        String name = section.owner().organisation();
        READ.get(name)
            .put(
                section.fileId().substring(name.length() + 1),
                new FileExpectation(
                    section.format().name(),
                    section.recognition().language(),
                    counts.read(),
                    counts.accepted(),
                    counts.rowsRejected(),
                    counts.setAside()));
      }
      for (Accounting.Refused refused : reading.refused().collect()) {
        REJECTED
            .computeIfAbsent(
                refused.path().replaceFirst("^([^/]+/[^/]+)/.*", "$1"), n -> new ArrayList<>())
            .add(new RejectedRow(refused.line(), refused.reason()));
      }
      collectFacts(intake, accounted.sections());
    }
  }

  private static JavaRDD<Accounting.Entry> entries(Intake intake, List<Section> sections) {
    SerializableConfiguration hadoop =
        new SerializableConfiguration(spark.sparkContext().hadoopConfiguration());
    return JavaSparkContext.fromSparkContext(spark.sparkContext())
        .parallelize(sections, 2)
        .flatMap(section -> new Accounting(section, intake, hadoop.value()));
  }

  private static void collectFacts(Intake intake, List<Section> sections) {
    IntakeSource.rows(spark, intake, sections.stream().map(IntakeSource.Share::whole).toList())
        .selectExpr("*", "1L AS batch")
        .createOrReplaceTempView("intake_" + intake.name());
    for (Intake.Fact fact : intake.facts()) {
      String table = fact.table().substring(fact.table().indexOf('.') + 1);
      spark.sql(StrictYaml.resourceText(fact.query())).collectAsList().stream()
          .collect(groupingBy(row -> row.<String>getAs("organisation")))
          .forEach(
              (name, rows) -> FACTS.computeIfAbsent(name, n -> new HashMap<>()).put(table, rows));
    }
  }

  @TestFactory
  Stream<DynamicTest> everyFileGivesWhatItsCaseExpects() throws IOException {
    return cases().stream().map(name -> DynamicTest.dynamicTest(name, () -> check(name)));
  }

  @Test
  void everyFormatHasACase() throws IOException {
    Set<String> formats = new TreeSet<>();
    for (String name : cases()) {
      expectations(name).files().values().forEach(file -> formats.add(file.format()));
    }

    assertThat(formats).containsExactlyInAnyOrderElementsOf(Pipeline.FORMATS);
  }

  private static List<String> cases() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.endsWith(EXPECTATIONS))
          .map(file -> root.relativize(file.getParent()).toString())
          .sorted()
          .toList();
    }
  }

  private static Case expectations(String name) throws IOException {
    return StrictYaml.read(Files.readString(root.resolve(name).resolve(EXPECTATIONS)), Case.class);
  }

  private static void check(String name) throws IOException {
    Case expected = expectations(name);
    Map<String, Object> read = new TreeMap<>(READ.get(name));
    expected
        .unread()
        .forEach(
            (part, problem) ->
                assertThat(read.remove(part)).as(part).asString().startsWith(problem));
    assertThat(read).as(expected.why()).isEqualTo(expected.files());
    assertThat(REJECTED.getOrDefault(name, List.of()))
        .as(expected.why())
        .containsExactlyInAnyOrderElementsOf(
            expected.rejected() == null ? List.of() : expected.rejected());
    Map<String, List<Row>> facts = FACTS.getOrDefault(name, Map.of());
    if (expected.facts() == null) {
      assertThat(facts).isEmpty();
      return;
    }
    SoftAssertions.assertSoftly(
        all ->
            expected
                .facts()
                .forEach(
                    (table, rows) -> {
                      List<Row> found = facts.getOrDefault(table, List.of());
                      rows.forEach(row -> all.check(() -> holds(found, row, table)));
                      if (LONG_FACTS.contains(table)) {
                        all.assertThat(found).as(table).hasSameSizeAs(rows);
                      }
                    }));
  }

  static void holds(List<Row> found, Map<String, Object> expected, String table) {
    List<Map<String, Object>> shown = found.stream().map(row -> like(expected, row)).toList();
    assertThat(shown).as(table).contains(plain(expected));
  }

  private static Map<String, Object> like(Map<String, Object> expected, Row row) {
    Map<String, Object> values = new LinkedHashMap<>();
    expected.keySet().forEach(column -> values.put(column, row.getAs(column)));
    return plain(values);
  }

  /** Numbers as doubles, all else as text: so a case may write either as YAML likes it. */
  private static Map<String, Object> plain(Map<String, Object> row) {
    Map<String, Object> values = new TreeMap<>();
    row.forEach(
        (column, value) ->
            values.put(
                column,
                value instanceof Number number
                    ? (Object) number.doubleValue()
                    : value == null ? null : value.toString()));
    return values;
  }
}
