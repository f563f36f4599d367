package org.rackvidd.errors;

import java.util.List;

/** Every error a user can meet, each as problem, reason and remedy. */
public final class Errors {
  private Errors() {}

  public static UserError notAFolder(String what, String path) {
    return new UserError(
        """
        %s is not a folder that can be read: %s
        Check the spelling and the permissions, or create it first."""
            .formatted(what, path));
  }

  public static UserError notAFile(String path) {
    return new UserError(
        """
        There is no file that can be read at %s
        Check the spelling and the permissions."""
            .formatted(path));
  }

  /**
   * @param problems one sentence each, with file and line
   */
  public static UserError configuration(List<String> problems) {
    return new UserError(
        """
        The configuration cannot be used; %s:
          %s
        Nothing was changed. Correct the lines above and run again."""
            .formatted(
                problems.size() == 1 ? "1 problem" : problems.size() + " problems",
                String.join("\n  ", problems)));
  }

  public static UserError lockedLake(String lake) {
    return new UserError(
        """
        Another run is writing to the lake at %s
        Two at once would get in each other's way. Wait for it to end, or stop it, and run again."""
            .formatted(lake));
  }

  public static UserError unwritableLake(String lake, String why) {
    return new UserError(
        """
        The lake cannot be written at %s (%s)
        Check that the folder, or the one it would be made in, is yours to write in."""
            .formatted(lake, why));
  }

  public static UserError noLake(String lake) {
    return new UserError(
        """
        There is no lake at %s
        Name one with --lake; `rackvidd ingest` or `rackvidd demo` makes one."""
            .formatted(lake));
  }

  public static UserError unknownTable(String table, List<String> known) {
    return new UserError(
        """
        No table is called %s.
        There are: %s"""
            .formatted(table, String.join(", ", known)));
  }

  public static UserError unknownFormat(String format, List<String> known) {
    return new UserError(
        """
        No export format is called %s.
        There are: %s"""
            .formatted(format, String.join(", ", known)));
  }

  /**
   * @param problem why the file holds no table, or null where all of its tables are recognised
   */
  public static UserError nothingToAlias(String file, String problem) {
    return new UserError(
        """
        No alias can be drafted for %s: %s
        `rackvidd recognise FILE` tells what it is read as."""
            .formatted(file, problem == null ? "all of it is recognised already." : problem));
  }

  public static UserError noNearFormat(String file) {
    return new UserError(
        """
        No format comes near enough to %s to draft aliases for it.
        Name the one it is with --format; `rackvidd formats` lists them. A table of your own needs a
        mapping instead."""
            .formatted(file));
  }

  public static UserError unknownArea(String area, Iterable<String> known) {
    return new UserError(
        """
        No area of results is called %s.
        There are: %s"""
            .formatted(area, String.join(", ", known)));
  }

  public static UserError badQuery(String why) {
    return new UserError(
        """
        The query cannot be run: %s
        `rackvidd tables` lists the tables, `rackvidd describe TABLE` their columns."""
            .formatted(why));
  }

  public static UserError onlyQueries(String statement) {
    return new UserError(
        """
        %s would change the lake; the sql command only reads.
        Results are changed by ingest and build, so that they stay what the exports say."""
            .formatted(statement));
  }

  public static UserError badOption(String option, String value, String wanted) {
    return new UserError(
        """
        %s is '%s', which is not %s.
        `rackvidd COMMAND --help` shows what it takes."""
            .formatted(option, value, wanted));
  }

  private static final int MOST_FILES = 5;

  private static final String PERSON_KEY_PLACES =
      "RACKVIDD_PERSON_KEY (the key itself), RACKVIDD_PERSON_KEY_FILE (a file with it) or"
          + " person_key_file in organisation.yaml";

  /**
   * @param files paths below the landing folder, at least one
   */
  public static UserError personKeyNeeded(List<String> files) {
    int more = files.size() - MOST_FILES;
    return new UserError(
        """
        There are persons in %s, and no key to hash them with:
          %s%s
        Nothing was changed: persons reach the lake only as hashes made with a secret key.
        Make a key once, and keep it as long as the lake, for with another one everybody would be counted twice:
          openssl rand -hex 32 > person.key && chmod 600 person.key
        Give it in one of %s."""
            .formatted(
                files.size() == 1 ? "a file" : "%,d files".formatted(files.size()),
                String.join("\n  ", files.subList(0, Math.min(MOST_FILES, files.size()))),
                more > 0 ? "\n  and %,d more".formatted(more) : "",
                PERSON_KEY_PLACES));
  }

  /**
   * @param stored id of the key that the lake's persons were hashed with
   * @param given id of the key of this run
   */
  public static UserError otherPersonKey(String stored, String given) {
    return new UserError(
        """
        The lake's persons were hashed with another key (%s) than the one given (%s).
        Nothing was changed: with two keys everybody would be counted twice.
        Give the first key, in one of %s. If it is lost, start a new lake from the exports."""
            .formatted(stored, given, PERSON_KEY_PLACES));
  }

  /**
   * @param source where the key was looked for; never the key, nor a path, which may be the key by
   *     mistake
   * @param problem a sentence about it, without its full stop
   */
  public static UserError badPersonKey(String source, String problem) {
    return new UserError(
        """
        The key for persons cannot be used; %s: %s.
        Nothing was changed: persons reach the lake only as hashes made with a secret key.
        A key is one line of 32 or more letters, digits and signs, in a file that only you and your group can read:
          openssl rand -hex 32 > person.key && chmod 600 person.key"""
            .formatted(source, problem));
  }
}
