package org.rackvidd.bench.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** SQL scripts over one database file; {@code duckdb/<step>.sql} is a step. */
final class DuckDb implements Side {
  private static final String FOLDER = "duckdb";

  private final Job job;
  private Connection connection;

  DuckDb(Job job) {
    this.job = job;
  }

  @Override
  public Optional<Work> of(Step step) {
    return switch (step) {
      case START_UP -> Optional.of(this::open);
      case INGEST -> Optional.of(this::ingest);
      default -> Queries.find(FOLDER, step.key()).map(script -> () -> execute(script));
    };
  }

  private void open() throws SQLException, IOException {
    // The scripts start from the beginning; an old file would only keep the old blocks.
    Path file = Files.createDirectories(job.store()).resolve("lake.duckdb");
    Files.deleteIfExists(file);
    connection = DriverManager.getConnection("jdbc:duckdb:" + file);
    execute("SET threads = " + job.cores());
    execute("SET memory_limit = '" + job.memory().toUpperCase(Locale.ROOT) + "iB'");
    version();
  }

  private void ingest() throws SQLException, IOException {
    execute(Queries.get(FOLDER + "/ingest", "tables"));
    for (Map.Entry<Input, List<Path>> input : Exports.in(job.landing()).files().entrySet()) {
      String name = input.getKey().key();
      execute("SET VARIABLE " + name + " = " + list(input.getValue()));
      execute(Queries.get(FOLDER + "/ingest", name));
    }
  }

  private static String list(List<Path> files) {
    return files.stream()
        .map(file -> "'" + file.toString().replace("'", "''") + "'")
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private void execute(String script) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(script);
    }
  }

  @Override
  public Map<String, Double> ask(Figure figure) throws SQLException {
    Map<String, Double> answer = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(Queries.get("figures", figure.key()))) {
      while (rows.next()) {
        answer.put(rows.getString(1), rows.getDouble(2));
      }
    }
    return answer;
  }

  @Override
  public String version() throws SQLException {
    return "DuckDB " + connection.getMetaData().getDatabaseProductVersion();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
