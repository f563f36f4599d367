package org.rackvidd.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;

/**
 * Makes the number that stands for a person in the lake: the first 64 bits of HMAC-SHA-256 over the
 * space an identifier is from and the identifier in its one spelling. The same person is another
 * number in another space and under another key.
 *
 * <p>For one thread. Of two identifiers that are equal and follow each other within a space, the
 * second costs nothing: a visit's rows stand together.
 */
public final class Pseudonyms {
  /** The space of e-mail addresses. */
  public static final String EMAIL = "email";

  /** The space of phone numbers. */
  public static final String PHONE = "phone";

  /** The space of Matomo's visitors, whose number is written in hexadecimal digits. */
  public static final String MATOMO = "matomo";

  private final Mac mac;
  private final PhoneNumbers phones;
  private final byte[] hash;
  private final Map<String, Space> spaces = new HashMap<>();

  /** A space, and the last identifier asked for in it. */
  private static final class Space {
    private final byte[] prefix;
    private String id;
    private long pseudonym;

    Space(String name) {
      if (name.isEmpty() || name.indexOf('\0') >= 0) {
        throw new IllegalArgumentException("not the name of a space: '%s'".formatted(name));
      }
      prefix = (name + '\0').getBytes(StandardCharsets.UTF_8);
    }
  }

  /**
   * @param country where phone numbers without a calling code belong; ISO 3166, two letters
   */
  public Pseudonyms(PersonKey key, String country) {
    this.mac = key.mac();
    this.phones = new PhoneNumbers(country);
    this.hash = new byte[mac.getMacLength()];
  }

  /**
   * The person's number, any long.
   *
   * @param space {@link #EMAIL}, {@link #PHONE}, {@link #MATOMO}, or the name of the system whose
   *     identifier it is; not empty
   * @param id as it stands in the export
   * @throws IllegalArgumentException where it can be nobody's: empty, rounded by a spreadsheet, no
   *     address, no number; the message says which and does not quote it
   */
  public long of(String space, String id) {
    Space known = spaces.computeIfAbsent(space, Space::new);
    if (!id.equals(known.id)) {
      byte[] text = normal(space, id).getBytes(StandardCharsets.UTF_8);
      mac.update(known.prefix);
      mac.update(text);
      known.pseudonym = first64Bits();
      known.id = id;
    }
    return known.pseudonym;
  }

  private String normal(String space, String text) {
    return switch (space) {
      case EMAIL -> Identifiers.email(text);
      case PHONE -> phones.digits(text);
      case MATOMO -> Identifiers.hexadecimal(text);
      default -> Identifiers.plain(text);
    };
  }

  private long first64Bits() {
    try {
      mac.doFinal(hash, 0);
      return ByteBuffer.wrap(hash).getLong();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The hash has room for every HMAC", e);
    }
  }
}
