package org.rackvidd.cli;

import java.nio.file.Path;
import org.rackvidd.configuration.Configuration;
import picocli.CommandLine.Model.CommandSpec;

/** The configuration of a run, and the notice where there is none. */
final class Configurations {
  private Configurations() {}

  static Configuration load(Path folder, CommandSpec spec) {
    if (folder != null) {
      return Configuration.load(folder);
    }
    Configuration defaults = Configuration.defaults();
    spec.commandLine()
        .getErr()
        .printf(
            "No --config: organisation '%s', time zone %s, no audiences.%n",
            defaults.organisation().id(), defaults.organisation().timeZone());
    return defaults;
  }
}
