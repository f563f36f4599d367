package org.rackvidd.bench.scale;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.rackvidd.bench.world.Account;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes as many rows of exports as asked for, their truth, and the day after. */
@Command(
    name = "simulate",
    description = "Write a large set of exports with known truths; the same bytes for a seed.")
public final class Simulate implements Callable<Integer> {
  @Option(names = "--out", required = true, description = "A folder that is not there yet.")
  private Path out;

  @Option(names = "--rows", required = true, description = "Rows of posts and ads in all.")
  private long rows;

  @Option(names = "--seed", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(names = "--files", defaultValue = "30", description = "Default: ${DEFAULT-VALUE}.")
  private int files;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (Files.exists(out)) {
      throw new ParameterException(
          spec.commandLine(), out + " is there already. Remove it, or name another folder.");
    }
    if (files < 1 || files > Agency.DAYS || rows < files) {
      throw new ParameterException(
          spec.commandLine(),
          "--files must be from 1 to " + Agency.DAYS + ", and --rows not less than --files.");
    }
    long begin = System.nanoTime();
    List<Account> accounts = new Simulation(out, seed).write(rows, files);
    writeConfiguration(accounts);
    double seconds = (System.nanoTime() - begin) / 1e9;
    PrintWriter terminal = spec.commandLine().getOut();
    terminal.printf(
        Locale.ROOT,
        "%,d rows in %d files and the day after, %.1f s, %,.0f rows a second: %s%n",
        rows,
        files,
        seconds,
        rows / seconds,
        out);
    terminal.flush();
    return 0;
  }

  private void writeConfiguration(List<Account> accounts) throws IOException {
    Path folder = Files.createDirectories(out.resolve("config"));
    Files.writeString(
        folder.resolve("organisation.yaml"),
        """
        id: simulated
        name: Kommunbyrån Norr
        country: SE
        time_zone: Europe/Stockholm
        languages: [sv]
        currency: SEK
        population:
          all: 4000000
        smallest_group: 5
        """);
    StringBuilder text = new StringBuilder("accounts:\n");
    for (Account account : accounts) {
      text.append("  - {channel: ").append(account.channel().key());
      text.append(", id: \"").append(account.id());
      text.append("\", name: \"").append(account.name());
      text.append("\", role: own, followers: {");
      text.append(account.followers().start()).append(": ");
      text.append(account.followers().atStart()).append("}}\n");
    }
    Files.writeString(folder.resolve("accounts.yaml"), text);
  }
}
