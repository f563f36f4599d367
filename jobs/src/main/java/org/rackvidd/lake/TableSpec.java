package org.rackvidd.lake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.rackvidd.yaml.StrictYaml;

/**
 * What a table is: the one description from which the Delta schema, its comments and constraints,
 * the checks, the catalogue and docs/TABLES.md are made.
 *
 * @param name schema.table
 * @param grain columns that together name one row
 * @param fail conditions every row must meet, by name; a row that does not stops the commit
 * @param warn conditions whose breach is reported
 * @param stats columns Delta keeps file statistics on: those that queries and merges filter by
 * @param newest columns that decide, in this order, which of two rows of one grain is kept (the
 *     larger); empty where the row that comes later is
 * @param provenance columns that tell where a row was read, not what it says: a newer row that
 *     differs in no others does not change the stored one's {@code batch}, so that nothing is built
 *     again for it; empty where every newer row is a change
 * @param prunedBy date column of the grain by whose range a merge leaves the rest of the table
 *     unread, or null
 */
public record TableSpec(
    String name,
    String description,
    List<String> grain,
    List<ColumnSpec> columns,
    Map<String, String> fail,
    Map<String, String> warn,
    List<String> stats,
    List<String> newest,
    List<String> provenance,
    String prunedBy) {

  private record Checks(Map<String, String> fail, Map<String, String> warn) {}

  /** Columns another table has too, but for some. */
  private record ColumnsOf(String resource, List<String> without) {}

  private record Document(
      String description,
      List<String> grain,
      ColumnsOf columnsOf,
      List<JsonNode> columns,
      Checks checks,
      List<String> stats,
      List<String> newest,
      List<String> provenance,
      String prunedBy) {}

  /** Reads {@code tables/<area folders>/<table>.yaml}; shared columns come from columns.yaml. */
  public static TableSpec read(String name, String resource) {
    Document document = StrictYaml.resource(resource, Document.class);
    JsonNode shared = StrictYaml.resource("tables/columns.yaml", JsonNode.class);
    List<ColumnSpec> columns = new ArrayList<>(columnsOf(document.columnsOf()));
    for (JsonNode column : document.columns() == null ? List.<JsonNode>of() : document.columns()) {
      columns.add(
          column.isTextual() ? shared(shared, column.asText(), resource) : own(column, resource));
    }
    Checks checks = document.checks();
    return new TableSpec(
        name,
        document.description(),
        orEmpty(document.grain()),
        List.copyOf(columns),
        checks == null || checks.fail() == null ? Map.of() : new LinkedHashMap<>(checks.fail()),
        checks == null || checks.warn() == null ? Map.of() : new LinkedHashMap<>(checks.warn()),
        orEmpty(document.stats()),
        orEmpty(document.newest()),
        orEmpty(document.provenance()),
        document.prunedBy());
  }

  private static List<ColumnSpec> columnsOf(ColumnsOf other) {
    if (other == null) {
      return List.of();
    }
    return read(other.resource(), other.resource()).columns().stream()
        .filter(column -> !orEmpty(other.without()).contains(column.name()))
        .toList();
  }

  private static ColumnSpec shared(JsonNode shared, String name, String resource) {
    JsonNode column = shared.get(name);
    if (column == null) {
      throw new IllegalStateException(resource + ": columns.yaml has no column " + name);
    }
    return column(name, column);
  }

  private static ColumnSpec own(JsonNode column, String resource) {
    for (String key : List.of("name", "type", "doc")) {
      if (!column.hasNonNull(key)) {
        throw new IllegalStateException(resource + ": a column lacks " + key + ": " + column);
      }
    }
    return column(column.get("name").asText(), column);
  }

  private static ColumnSpec column(String name, JsonNode column) {
    return new ColumnSpec(
        name,
        column.get("type").asText(),
        column.get("doc").asText(),
        column.path("additive").asBoolean(false));
  }

  private static List<String> orEmpty(List<String> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  public StructType schema() {
    return new StructType(columns.stream().map(ColumnSpec::field).toArray(StructField[]::new));
  }

  public List<String> columnNames() {
    return columns.stream().map(ColumnSpec::name).toList();
  }

  /** Names of the columns that may be added up over rows that do not overlap. */
  public List<String> additiveColumns() {
    return columns.stream().filter(ColumnSpec::additive).map(ColumnSpec::name).toList();
  }

  /** The folder of the table below the lake's root. */
  String path() {
    return name.replace('.', '/');
  }
}
