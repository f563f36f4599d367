package org.rackvidd.configuration;

import static org.rackvidd.configuration.Invariants.require;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Everything the organisation has said about itself.
 *
 * @param organisation whose figures these are
 * @param persons how persons are kept out of the lake
 * @param accounts in the order of the file
 * @param audiences the rules for audiences and categories
 * @param aliases own header names of exports
 * @param mappingFiles paths of the files in {@code mappings}, sorted; see {@link #mappings}
 * @param fingerprint SHA-256, in hex, of what organisation, accounts and audiences mean; results
 *     built under another fingerprint are out of date
 */
public record Configuration(
    Organisation organisation,
    Persons persons,
    List<Account> accounts,
    Audiences audiences,
    Aliases aliases,
    List<String> mappingFiles,
    String fingerprint)
    implements Serializable {
  public Configuration {
    accounts = List.copyOf(accounts);
    mappingFiles = List.copyOf(mappingFiles);
    require(fingerprint.matches("[0-9a-f]{64}"), "not a fingerprint: %s", fingerprint);
  }

  /**
   * Reads a folder of YAML files. Files of areas that are read elsewhere are left alone.
   *
   * @throws org.rackvidd.errors.UserError naming every problem in all files, or that it is no
   *     folder
   */
  public static Configuration load(Path folder) {
    return new ConfigurationFolder(folder).read();
  }

  /** What holds when no configuration is given. */
  public static Configuration defaults() {
    return of(
        Organisation.byDefault(),
        Persons.byDefault(),
        List.of(),
        Audiences.none(),
        Aliases.none(),
        List.of());
  }

  static Configuration of(
      Organisation organisation,
      Persons persons,
      List<Account> accounts,
      Audiences audiences,
      Aliases aliases,
      List<String> mappingFiles) {
    String fingerprint = Fingerprint.of(organisation, accounts, audiences);
    return new Configuration(
        organisation, persons, accounts, audiences, aliases, mappingFiles, fingerprint);
  }

  /** The YAML files in {@code mappings}, sorted. They have not been read. */
  public List<Path> mappings() {
    return mappingFiles.stream().map(Path::of).toList();
  }

  /** The account of a channel with this id. */
  public Optional<Account> account(String channel, String id) {
    return accounts.stream()
        .filter(account -> account.channel().equals(channel) && account.id().equals(id))
        .findFirst();
  }

  /** The organisation's own accounts on a channel, in the order of the file. */
  public List<Account> ownAccounts(String channel) {
    return accounts.stream()
        .filter(account -> account.channel().equals(channel))
        .filter(account -> account.role() == Account.Role.OWN)
        .toList();
  }

  /**
   * The account whose {@code files:} fit the name of an export or of a folder above it; the first
   * one where several do.
   *
   * @param path relative to the landing folder, with / or \ between its parts
   */
  public Optional<Account> accountForFile(String channel, String path) {
    List<String> parts = Arrays.stream(path.split("[/\\\\]+")).map(Folding::fold).toList();
    return accounts.stream()
        .filter(account -> account.channel().equals(channel))
        .filter(account -> account.claims(parts))
        .findFirst();
  }
}
