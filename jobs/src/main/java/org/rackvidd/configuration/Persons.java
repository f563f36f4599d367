package org.rackvidd.configuration;

import java.io.Serializable;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How persons are kept out of the lake, from {@code organisation.yaml}. It is no part of the {@link
 * Configuration#fingerprint}: moving the key's file must not make any result out of date.
 *
 * @param keyFile path of the file with the key that persons are hashed with, or null; it has not
 *     been read
 * @param keepFiles whether exports with persons stay in the landing folder after they were read
 */
public record Persons(String keyFile, boolean keepFiles) implements Serializable {
  private static final String KEY_FILE = "person_key_file";
  private static final String KEEP_FILES = "keep_person_files";

  /** No key is configured, and files do not stay. */
  static Persons byDefault() {
    return new Persons(null, false);
  }

  /**
   * @param file the organisation's
   * @param folder where relative paths start
   */
  static Persons read(Section file, Path folder) {
    Optional<String> keyFile =
        file.has(KEY_FILE)
            ? file.text(KEY_FILE).flatMap(path -> resolve(file, path, folder))
            : Optional.empty();
    return new Persons(keyFile.orElse(null), file.flag(KEEP_FILES).orElse(false));
  }

  /** Should the key itself stand there, no message shows it. */
  private static Optional<String> resolve(Section file, String path, Path folder) {
    try {
      return Optional.of(folder.resolve(path).toString());
    } catch (InvalidPathException e) {
      file.problem(file.line(KEY_FILE), "'%s' is not the path of a file", KEY_FILE);
      return Optional.empty();
    }
  }
}
