package org.rackvidd.privacy;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.rackvidd.configuration.Configuration;
import org.rackvidd.errors.Errors;

/**
 * The secret that persons are hashed with. It travels to executors and shows itself nowhere: two
 * keys are told apart, and are equal, by their {@link #id}.
 */
public final class PersonKey implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The environment variable that holds the key itself. */
  public static final String VARIABLE = "RACKVIDD_PERSON_KEY";

  /** The environment variable that names a file with the key. */
  public static final String FILE_VARIABLE = "RACKVIDD_PERSON_KEY_FILE";

  static final int SHORTEST = 32;
  private static final int ID_DIGITS = 12;
  private static final String ALGORITHM = "HmacSHA256";

  /** Other characters would be other bytes under another encoding, and so another key. */
  private static final Pattern ONE_LINE = Pattern.compile("[\\x20-\\x7e]*");

  private final byte[] secret;
  private final String id;

  private PersonKey(String text) {
    this.secret = text.getBytes(StandardCharsets.US_ASCII);
    byte[] hash = mac().doFinal("rackvidd person key".getBytes(StandardCharsets.US_ASCII));
    this.id = HexFormat.of().formatHex(hash).substring(0, ID_DIGITS);
  }

  /**
   * The key of this run: from the environment, else from the file that the configuration names.
   *
   * @param environment as {@link System#getenv()}
   * @return empty where none of the three places names a key
   * @throws org.rackvidd.errors.UserError where a key is named that cannot be used, or two are
   */
  public static Optional<PersonKey> find(
      Configuration configuration, Map<String, String> environment) {
    String text = environment.get(VARIABLE);
    String path = environment.get(FILE_VARIABLE);
    if (text != null && path != null) {
      throw Errors.badPersonKey(VARIABLE + " and " + FILE_VARIABLE, "both are set; unset one");
    } else if (text != null) {
      return Optional.of(of(text, VARIABLE));
    } else if (path != null) {
      return Optional.of(inFile(path, "the file that " + FILE_VARIABLE + " names"));
    }
    return Optional.ofNullable(configuration.persons().keyFile())
        .map(file -> inFile(file, "the file that person_key_file in organisation.yaml names"));
  }

  private static PersonKey inFile(String path, String source) {
    try {
      return of(PersonKeyFile.read(Path.of(path), source), source);
    } catch (InvalidPathException e) {
      // The message would quote what may be the key itself.
      throw Errors.badPersonKey(source, "it is not the path of a file");
    }
  }

  private static PersonKey of(String text, String source) {
    String key = text.strip();
    if (!ONE_LINE.matcher(key).matches()) {
      throw Errors.badPersonKey(source, "it is not one line of plain letters, digits and signs");
    } else if (key.length() < SHORTEST) {
      throw Errors.badPersonKey(
          source, "it has %d characters, fewer than %d".formatted(key.length(), SHORTEST));
    }
    return new PersonKey(key);
  }

  /** Twelve hexadecimal digits that tell keys apart and nothing about the key. */
  public String id() {
    return id;
  }

  Mac mac() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      return mac;
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PersonKey key && key.id.equals(id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return "person key " + id;
  }
}
