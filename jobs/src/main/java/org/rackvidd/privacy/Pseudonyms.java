package org.rackvidd.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;

/**
 * Makes the number that stands for a person in the lake: the first 64 bits of HMAC-SHA-256 over the
 * space an identifier is from and the identifier in its one spelling. The same person is another
 * number in another space and under another key.
 *
 * <p>For one thread. Of two identifiers in a row that are equal, the second costs nothing.
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
  private String space = "";
  private byte[] prefix = {};
  private String id;
  private long pseudonym;

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
    boolean sameSpace = space.equals(this.space);
    if (sameSpace && id.equals(this.id)) {
      return pseudonym;
    }
    if (!sameSpace) {
      enter(space);
    }
    byte[] text = normal(id).getBytes(StandardCharsets.UTF_8);
    mac.update(prefix);
    mac.update(text);
    pseudonym = first64Bits();
    this.id = id;
    return pseudonym;
  }

  private void enter(String next) {
    if (next.isEmpty() || next.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("not the name of a space: '%s'".formatted(next));
    }
    space = next;
    prefix = (next + '\0').getBytes(StandardCharsets.UTF_8);
    id = null;
  }

  private String normal(String text) {
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
