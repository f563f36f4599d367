package org.rackvidd.lake;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.delta.catalog.DeltaCatalog;

/**
 * Lets SQL name a table of the lake, as in {@code results.engagement}, without registering it
 * anywhere: a name is a folder below the lake's root, looked up when a query needs it.
 */
public final class LakeCatalog extends DeltaCatalog {
  /** Spark setting that holds the lake's root, an absolute URI. */
  public static final String ROOT = "spark.rackvidd.lake";

  /** The schemas of the lake, each a folder. */
  public static final List<String> SCHEMAS = List.of("facts", "results", "ops");

  @Override
  public Table loadTable(Identifier identifier) {
    return super.loadTable(inLake(identifier));
  }

  @Override
  public boolean tableExists(Identifier identifier) {
    return super.tableExists(inLake(identifier));
  }

  @Override
  public boolean namespaceExists(String[] namespace) {
    return isLakeSchema(namespace) || super.namespaceExists(namespace);
  }

  private static Identifier inLake(Identifier identifier) {
    if (!isLakeSchema(identifier.namespace())) {
      return identifier;
    }
    String root = SparkSession.active().conf().get(ROOT);
    String path = root + "/" + identifier.namespace()[0] + "/" + identifier.name();
    return Identifier.of(new String[] {"delta"}, path);
  }

  private static boolean isLakeSchema(String[] namespace) {
    return namespace.length == 1 && SCHEMAS.contains(namespace[0]);
  }
}
