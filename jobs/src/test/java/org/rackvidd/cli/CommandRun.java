package org.rackvidd.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.rackvidd.SparkExtension;

/** One command, run in this JVM on the tests' session: its exit code and what it printed. */
public record CommandRun(int exitCode, String out, String err) {

  public static CommandRun of(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        Root.run(
            settings -> SparkExtension.spark(), new PrintWriter(out), new PrintWriter(err), args);
    return new CommandRun(exitCode, out.toString(), err.toString());
  }
}
