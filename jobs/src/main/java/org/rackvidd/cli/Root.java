package org.rackvidd.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import org.rackvidd.errors.UserError;
import org.rackvidd.lake.CheckFailed;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command line: its commands, and how each way of ending becomes an exit code. */
@Command(
    name = "rackvidd",
    description = "Turns what social platforms let you download into answers you can defend.",
    subcommands = {
      Demo.class,
      IngestCommand.class,
      BuildCommand.class,
      SqlCommand.class,
      TablesCommand.class,
      DescribeCommand.class,
      FormatsCommand.class,
      RecogniseCommand.class
    },
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    version = "rackvidd 0.1",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:a fault in the program",
      "2:you must act: bad option, unreadable configuration, locked lake",
      "3:data failed a check; the old tables are still in place"
    })
public final class Root implements Runnable {
  static final int FAULT = 1;
  static final int USER_MUST_ACT = 2;
  static final int CHECK_FAILED = 3;

  @Spec private CommandSpec spec;
  private final Session session;

  private Root(Session session) {
    this.session = session;
  }

  Session session() {
    return session;
  }

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Shows Spark's own log, and the trace of an error.")
  void verbose(boolean isVerbose) {
    if (isVerbose) {
      session.verbose();
    }
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command.");
  }

  /**
   * Runs one command.
   *
   * @param sessions makes the Spark session, if the command needs one
   * @return the exit code
   */
  public static int run(Function<Session.Settings, SparkSession> sessions, String... args) {
    // The console's encoding is not to be trusted: the texts are Nordic.
    return run(sessions, utf8(FileDescriptor.out), utf8(FileDescriptor.err), args);
  }

  private static PrintWriter utf8(FileDescriptor descriptor) {
    return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  static int run(
      Function<Session.Settings, SparkSession> sessions,
      PrintWriter out,
      PrintWriter err,
      String... args) {
    return commandLine(sessions).setOut(out).setErr(err).execute(args);
  }

  static CommandLine commandLine(Function<Session.Settings, SparkSession> sessions) {
    return new CommandLine(new Root(new Session(sessions)))
        .setUsageHelpWidth(Terminal.helpWidth())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(LocalDate.class, Root::day)
        .setExecutionExceptionHandler(Root::explain);
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException("'" + text + "' is not a day; write it as 2026-01-31");
    }
  }

  private static int explain(
      Exception exception, CommandLine commandLine, CommandLine.ParseResult parsed) {
    PrintWriter err = commandLine.getErr();
    boolean verbose = parsed.expandedArgs().contains("--verbose");
    if (exception instanceof UserError || exception instanceof CheckFailed) {
      err.println(exception.getMessage());
      if (verbose) {
        exception.printStackTrace(err);
      }
      return exception instanceof UserError ? USER_MUST_ACT : CHECK_FAILED;
    }
    err.println("A fault in Räckvidd itself. Please report it with the lines below.");
    exception.printStackTrace(err);
    return FAULT;
  }
}
