package org.rackvidd.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rackvidd.errors.Errors;

/** Reads the files of one folder into a {@link Configuration}, or names all their problems. */
final class ConfigurationFolder {
  private static final String ORGANISATION = "organisation.yaml";
  private static final String ACCOUNTS = "accounts.yaml";
  private static final String AUDIENCES = "audiences.yaml";
  private static final String ALIASES = "aliases.yaml";
  private static final String MAPPINGS = "mappings";

  /** Every file that may be here; those that are not read in this class belong to other areas. */
  private static final List<String> FILES =
      List.of(
          ORGANISATION,
          ACCOUNTS,
          AUDIENCES,
          ALIASES,
          "funnels.yaml",
          "targets.yaml",
          "experiments.yaml",
          "holidays.yaml",
          "staffed_hours.yaml");

  private final Path folder;
  private final Problems problems = new Problems();

  ConfigurationFolder(Path folder) {
    this.folder = folder;
  }

  Configuration read() {
    checkNames();
    Optional<Section> organisationFile = organisationFile();
    Optional<Organisation> organisation = organisationFile.flatMap(OrganisationFile::read);
    Persons persons =
        organisationFile.map(file -> Persons.read(file, folder)).orElse(Persons.byDefault());
    List<Account> accounts = open(ACCOUNTS).map(AccountsFile::read).orElse(List.of());
    Audiences audiences =
        open(AUDIENCES)
            .map(
                file ->
                    AudiencesFile.read(
                        file,
                        knownAccounts(accounts),
                        organisation.map(o -> o.population().keySet()).orElse(Set.of())))
            .orElse(Audiences.none());
    Aliases aliases = open(ALIASES).map(AliasesFile::read).orElse(Aliases.none());
    List<String> mappings = mappings();
    if (!problems.none() || organisation.isEmpty()) {
      throw Errors.configuration(problems.sorted());
    }
    return Configuration.of(organisation.get(), persons, accounts, audiences, aliases, mappings);
  }

  private void checkNames() {
    for (Path path : list(folder)) {
      String name = path.getFileName().toString();
      String lower = name.toLowerCase(Locale.ROOT);
      if (lower.endsWith(".yml")) {
        refuseYml(name, name.substring(0, name.length() - 4) + ".yaml");
      } else if (lower.endsWith(".yaml") && !FILES.contains(name)) {
        problems.add(name, 0, "is no file of the configuration; " + Suggestion.of(name, FILES));
      }
    }
  }

  private void refuseYml(String name, String wanted) {
    String remedy =
        Files.exists(folder.resolve(wanted))
            ? "; there is also " + wanted + ": merge the two and remove this one"
            : "; rename it to " + wanted;
    problems.add(name, 0, "is not read, only names that end in .yaml are" + remedy);
  }

  private Optional<Section> organisationFile() {
    if (!Files.exists(folder.resolve(ORGANISATION))) {
      problems.add(ORGANISATION, 0, "is missing; create it with at least id: and country:");
    }
    return open(ORGANISATION);
  }

  /** Rules can be held against the accounts only where all of those could be read. */
  private Optional<Set<String>> knownAccounts(List<Account> accounts) {
    if (!Files.exists(folder.resolve(ACCOUNTS)) || problems.in(ACCOUNTS)) {
      return Optional.empty();
    }
    return Optional.of(
        accounts.stream()
            .map(account -> account.channel() + ":" + account.id())
            .collect(Collectors.toSet()));
  }

  private List<String> mappings() {
    if (!Files.isDirectory(folder.resolve(MAPPINGS))) {
      return List.of();
    }
    List<Path> files = list(folder.resolve(MAPPINGS));
    files.stream()
        .map(path -> MAPPINGS + "/" + path.getFileName())
        .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(".yml"))
        .forEach(name -> refuseYml(name, name.substring(0, name.length() - 4) + ".yaml"));
    return files.stream()
        .map(Path::toString)
        .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(".yaml"))
        .toList();
  }

  private Optional<Section> open(String name) {
    Path path = folder.resolve(name);
    return Files.exists(path) ? new YamlFile(path, name, problems).read() : Optional.empty();
  }

  /** What is in a folder, hidden files left out, sorted. */
  private static List<Path> list(Path folder) {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.filter(path -> !path.getFileName().toString().startsWith(".")).sorted().toList();
    } catch (IOException e) {
      throw Errors.notAFolder("The configuration (--config)", folder.toString());
    }
  }
}
