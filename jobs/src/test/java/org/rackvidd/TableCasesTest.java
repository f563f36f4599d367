package org.rackvidd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.rackvidd.build.Build;
import org.rackvidd.configuration.Configuration;
import org.rackvidd.lake.Lake;
import org.rackvidd.yaml.StrictYaml;

/**
 * Cases in {@code resources/cases/<table>/<case>.yaml}: facts given, results expected. Columns left
 * out of given rows are NULL; those left out of expected rows are not compared, nor are rows that
 * are not expected, unless the case says {@code exactly}; no row may be like those of {@code
 * absent}.
 *
 * <p>All cases are built together, each as an organisation of its own, with the accounts and
 * audiences of all. So a case has accounts of its own, and a channel whose accounts it lists to
 * itself.
 */
class TableCasesTest {
  private static final Path CASES = Path.of("src/test/resources/cases");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** A file of {@code resources/cases}. */
  record Case(
      String why,
      Config config,
      Map<String, List<ObjectNode>> given,
      Map<String, List<ObjectNode>> expect,
      Map<String, List<ObjectNode>> absent,
      boolean exactly) {
    Case {
      config = config == null ? new Config(null, null, null) : config;
      absent = absent == null ? Map.of() : absent;
    }
  }

  record Config(
      List<ObjectNode> accounts, List<ObjectNode> audiences, List<ObjectNode> categories) {
    Config {
      accounts = accounts == null ? List.of() : accounts;
      audiences = audiences == null ? List.of() : audiences;
      categories = categories == null ? List.of() : categories;
    }
  }

  @TempDir private static Path folder;
  private static final Map<String, Case> cases = new TreeMap<>();
  private static final Map<String, List<JsonNode>> results = new HashMap<>();

  @BeforeAll
  static void build() throws IOException {
    try (Stream<Path> files = Files.walk(CASES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
        String name = CASES.relativize(file).toString().replace(".yaml", "");
        cases.put(name, read(name, Files.readString(file)));
      }
    }
    Lake lake = LakeRows.open(folder.resolve("lake"));
    lake.create(lake.tables().names().stream().filter(n -> !n.startsWith("results.")).toList());
    Map<String, List<String>> given = new TreeMap<>();
    cases.forEach(
        (name, each) ->
            each.given()
                .forEach(
                    (table, rows) ->
                        rows.forEach(
                            row -> {
                              row.put("organisation", name).put("batch", 1);
                              given
                                  .computeIfAbsent(table, t -> new ArrayList<>())
                                  .add(row.toString());
                            })));
    given.forEach((table, rows) -> lake.append(table, rows(lake, table, rows)));
    new Build(lake, configuration(), Pipeline.version(), line -> {})
        .run(Pipeline.AREAS, false, null, null);
    for (String table : lake.tables().names()) {
      if (table.startsWith("results.") || table.equals("ops.ad_set_aside")) {
        results.put(table, rows(lake.table(table)));
      }
    }
  }

  private static Case read(String name, String yaml) {
    try {
      return StrictYaml.read(yaml, Case.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(name + ": " + e.getMessage(), e);
    }
  }

  private static Dataset<Row> rows(Lake lake, String table, List<String> json) {
    return lake.spark()
        .read()
        .schema(lake.tables().get(table).schema())
        .option("mode", "FAILFAST")
        .json(lake.spark().createDataset(json, Encoders.STRING()));
  }

  private static List<JsonNode> rows(Dataset<Row> table) throws JsonProcessingException {
    Column row = functions.struct(functions.col("*"));
    List<JsonNode> rows = new ArrayList<>();
    for (Row json :
        table.select(functions.to_json(row, Map.of("ignoreNullFields", "false"))).collectAsList()) {
      rows.add(MAPPER.readTree(json.getString(0)));
    }
    return rows;
  }

  private static Configuration configuration() throws IOException {
    ArrayNode accounts = JsonNodeFactory.instance.arrayNode();
    ArrayNode audiences = JsonNodeFactory.instance.arrayNode();
    ArrayNode categories = JsonNodeFactory.instance.arrayNode();
    for (Case each : cases.values()) {
      accounts.addAll(each.config().accounts());
      audiences.addAll(each.config().audiences());
      categories.addAll(each.config().categories());
    }
    Path config = Files.createDirectory(folder.resolve("config"));
    Files.writeString(config.resolve("organisation.yaml"), "id: cases\nname: Cases\ncountry: SE\n");
    Files.writeString(config.resolve("accounts.yaml"), "accounts: " + accounts);
    Files.writeString(
        config.resolve("audiences.yaml"),
        "audiences: " + audiences + "\ncategories: " + categories);
    return Configuration.load(config);
  }

  @TestFactory
  Stream<DynamicTest> cases() {
    return cases.entrySet().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.getKey() + ": " + each.getValue().why(),
                    CASES.resolve(each.getKey() + ".yaml").toUri(),
                    () -> holds(each.getKey(), each.getValue())));
  }

  private static void holds(String name, Case each) {
    assertThat(each.why()).as("why").isNotBlank();
    assertThat(each.expect().keySet()).isSubsetOf(results.keySet());
    each.expect()
        .forEach(
            (table, expected) -> {
              List<JsonNode> actual = ofCase(name, table);
              for (JsonNode row : expected) {
                assertThat(actual)
                    .as("%s rows like %s, among%n%s", table, row, shown(actual, row))
                    .filteredOn(candidate -> isLike(candidate, row))
                    .hasSize(1);
              }
              if (each.exactly()) {
                assertThat(actual).as(table).hasSameSizeAs(expected);
              }
            });
    each.absent()
        .forEach(
            (table, unwanted) ->
                unwanted.forEach(
                    row ->
                        assertThat(ofCase(name, table))
                            .as("%s rows like %s", table, row)
                            .noneMatch(candidate -> isLike(candidate, row))));
  }

  private static List<JsonNode> ofCase(String name, String table) {
    return results.get(table).stream()
        .filter(row -> row.get("organisation").asText().equals(name))
        .toList();
  }

  private static boolean isLike(JsonNode actual, JsonNode expected) {
    return expected.properties().stream()
        .allMatch(column -> isSame(actual.get(column.getKey()), column.getValue()));
  }

  private static boolean isSame(JsonNode actual, JsonNode expected) {
    assertThat(actual).as("a column of the name, beside %s", expected).isNotNull();
    if (actual.isNumber() && expected.isNumber()) {
      double wanted = expected.asDouble();
      return Math.abs(actual.asDouble() - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted));
    }
    return actual.equals(expected);
  }

  /** The rows that differ least, with the columns that are compared. */
  private static String shown(List<JsonNode> actual, JsonNode expected) {
    StringBuilder text = new StringBuilder();
    actual.stream()
        .sorted((a, b) -> Long.compare(differences(a, expected), differences(b, expected)))
        .limit(5)
        .forEach(
            row -> {
              ObjectNode part = JsonNodeFactory.instance.objectNode();
              expected.fieldNames().forEachRemaining(column -> part.set(column, row.get(column)));
              text.append("  ").append(part).append('\n');
            });
    return text.toString();
  }

  private static long differences(JsonNode actual, JsonNode expected) {
    return expected.properties().stream()
        .filter(column -> !isSame(actual.get(column.getKey()), column.getValue()))
        .count();
  }

  @Test
  void casesDoNotMeet() {
    Map<String, String> owners = new HashMap<>();
    cases.forEach(
        (name, each) ->
            each.config()
                .accounts()
                .forEach(account -> owners.put(account.get("channel").asText(), name)));
    cases.forEach(
        (name, each) ->
            each.given().values().stream()
                .flatMap(List::stream)
                .forEach(
                    row -> {
                      String channel = row.get("channel").asText();
                      assertThat(owners.getOrDefault(channel, name))
                          .as(
                              "%s lists accounts of %s, %s uses it",
                              owners.get(channel), channel, name)
                          .isEqualTo(name);
                      String account = channel + " " + row.get("account_id").asText();
                      assertThat(owners.computeIfAbsent(account, a -> name))
                          .as("the case that has account %s", account)
                          .isEqualTo(name);
                    }));
  }
}
