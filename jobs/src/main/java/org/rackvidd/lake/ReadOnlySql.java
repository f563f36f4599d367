package org.rackvidd.lake;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.rackvidd.errors.Errors;

/** Runs a user's query, and nothing but a query. */
public final class ReadOnlySql {
  /** Commands that only look, by the name of their plan. */
  private static final List<String> LOOKING = List.of("Describe", "Show", "Explain");

  private ReadOnlySql() {}

  /**
   * @throws org.rackvidd.errors.UserError where the text is no query, or would change something
   */
  public static Dataset<Row> run(SparkSession spark, String query) {
    String text = query.strip().replaceFirst(";\\s*$", "");
    if (text.isEmpty()) {
      throw Errors.badQuery("it is empty.");
    }
    try {
      LogicalPlan plan =
          ((org.apache.spark.sql.classic.SparkSession) spark)
              .sessionState()
              .sqlParser()
              .parsePlan(text);
      String name = plan.nodeName();
      boolean isQuery = plan.resolved() || !name.matches(".*(Command|Statement|Insert.*|Into.*)");
      boolean changes =
          plan.exists(ReadOnlySql::isCommand) && LOOKING.stream().noneMatch(name::startsWith);
      if (!isQuery || changes) {
        throw Errors.onlyQueries(text.split("\\s+", 2)[0].toUpperCase(java.util.Locale.ROOT));
      }
      return spark.sql(text);
    } catch (ParseException e) {
      throw Errors.badQuery(e.getMessage().strip());
    }
  }

  private static Object isCommand(LogicalPlan plan) {
    // EXECUTE IMMEDIATE is no command to the parser, but what it runs may be one.
    return plan instanceof org.apache.spark.sql.catalyst.plans.logical.Command
        || plan instanceof org.apache.spark.sql.catalyst.plans.logical.ParsedStatement
        || plan.nodeName().contains("ExecuteImmediate");
  }
}
