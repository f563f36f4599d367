package org.rackvidd.cli;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.rackvidd.Pipeline;
import org.rackvidd.lake.Lake;
import org.rackvidd.lake.LakeLock;
import org.rackvidd.lake.LocalFiles;

/** Opens the lake for a command, with a Spark session that is only made when one is needed. */
public final class Session {

  /**
   * What a session depends on.
   *
   * @param command name of the command, for Spark's own pages
   */
  public record Settings(String command, boolean isVerbose) {}

  private final Function<Settings, SparkSession> sessions;
  private boolean verbose;

  Session(Function<Settings, SparkSession> sessions) {
    this.sessions = sessions;
  }

  void verbose() {
    this.verbose = true;
  }

  /** For commands that only look. */
  Lake read(String command, String lake) {
    SparkSession spark = sessions.apply(new Settings(command, verbose));
    return new Lake(spark, uri(lake), Pipeline.tables());
  }

  /** For commands that write: nobody else may write to the lake meanwhile. */
  void write(String command, String lake, Consumer<Lake> work) {
    try (LakeLock lock = LakeLock.take(uri(lake))) {
      work.accept(read(command, lake));
    }
  }

  /** A path of this machine, or a URI of any file system Hadoop knows, as an absolute URI. */
  static String uri(String location) {
    boolean hasScheme = location.matches("[a-zA-Z][a-zA-Z0-9+.-]+:.*");
    // Hadoop writes a URI in one way only: file:/lake, not file:///lake.
    org.apache.hadoop.fs.Path path =
        hasScheme
            ? new org.apache.hadoop.fs.Path(location)
            : new org.apache.hadoop.fs.Path(Path.of(location).toAbsolutePath().normalize().toUri());
    return path.toString().replaceFirst("/+$", "");
  }

  static Configuration hadoop() {
    Configuration hadoop = new Configuration();
    LocalFiles.settings().forEach(hadoop::set);
    return hadoop;
  }
}
