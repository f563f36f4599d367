package org.rackvidd;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.rackvidd.cli.Session;

/**
 * Hands tests the session of {@link Main}, made once per JVM, for two cores. Spark ends it with the
 * JVM.
 */
public final class SparkExtension implements ParameterResolver {
  private static final class Shared {
    static final SparkSession SESSION = session();

    private Shared() {}

    private static SparkSession session() {
      try {
        System.setProperty("spark.master", "local[2]");
        System.setProperty(
            "spark.sql.warehouse.dir",
            Files.createTempDirectory("rackvidd-warehouse").toUri().toString());
        SparkSession spark = Main.session(new Session.Settings("test", false));
        spark.conf().set("spark.sql.shuffle.partitions", "2");
        // Delta would remember ten thousand tables for an hour; a test is done with its lake.
        spark.conf().set("spark.databricks.delta.delta.log.cacheSize", "200");
        return spark;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The session, for tests that are no parameters' receivers. */
  public static SparkSession spark() {
    return Shared.SESSION;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType().equals(SparkSession.class);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return spark();
  }
}
