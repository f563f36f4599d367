package org.rackvidd.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackvidd.configuration.Configuration;

class PseudonymsTest {
  static final PersonKey KEY = key("0123456789abcdef0123456789abcdef");

  /** The expected numbers were computed with OpenSSL, over space, a zero byte, and id. */
  @ParameterizedTest
  @CsvSource({
    "email,     anna.svensson@example.org, d7180b7db5bd3a41",
    "phone,     070-123 45 67,             573b44dd426c8d03",
    "matomo,    d9f1a2c3b4e5f607,          1f91f5bd53e3f5fd",
    "meta_lead, l:123456789012345,         ef3dd074fa15e9a6",
    "careers,   å-17,                      19c4979dc5ebe271",
  })
  void areTheFirst64BitsOfAKeyedHash(String space, String id, String hex) {
    assertThat(HexFormat.of().toHexDigits(new Pseudonyms(KEY, "SE").of(space, id))).isEqualTo(hex);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "anna@example.org | Anna@Example.ORG",
        "anna@example.org | '  anna@example.org\u00a0'",
        "anna@example.org | mailto:anna@example.org",
        "anna@example.org | MailTo:Anna@example.org?subject=Hej",
        "anna@example.org | ａｎｎａ＠example.org",
        "åsa@göteborg.se  | A\u030asa@GO\u0308TEBORG.se",
      })
  void anAddressIsTheSameHoweverItIsSpelt(String one, String other) {
    assertThat(pseudonym("SE", "email", other)).isEqualTo(pseudonym("SE", "email", one));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SE | 46701234567    | 070-123 45 67",
        "SE | 46701234567    | +46 70 123 45 67",
        "SE | 46701234567    | +46 (0)70-123 45 67",
        "SE | 46701234567    | +460701234567",
        "SE | 46701234567    | 0046701234567",
        "SE | 46701234567    | 0046 (0) 70 123 45 67",
        "SE | 46701234567    | (070) 123 45 67",
        "SE | 46701234567    | p:+46701234567",
        "SE | 46701234567    | tel:+46-70-123-45-67",
        "SE | 46701234567    | ＋４６７０１２３４５６７",
        "SE | 4791234567     | +47 912 34 567",
        "NO | 4791234567     | 912 34 567",
        "NO | 4791234567     | 0047 91234567",
        "DK | 4512345678     | 12 34 56 78",
        "FI | 358401234567   | 040 123 4567",
        "FI | 358401234567   | +358 (0)40 1234567",
        "AX | 35818123456    | 018-123456",
        "IS | 3545811234     | 581-1234",
        "FO | 298212345      | 21 23 45",
        "GL | 299321234      | 32 12 34",
        "DE | 442079460000   | +44 (0)20 7946 0000",
        "DE | 030123456      | 030/123456",
      })
  void aNumberIsThatDialledFromAbroad(String country, String digits, String spelling) {
    assertThat(new PhoneNumbers(country).digits(spelling)).isEqualTo(digits);
    assertThat(pseudonym(country, "phone", spelling))
        .isEqualTo(pseudonym(country, "phone", digits));
  }

  @Test
  void otherIdentifiersAreTextAsItStands() {
    assertThat(pseudonym("SE", "ga4", " A\u030a "))
        .isEqualTo(pseudonym("SE", "ga4", "Å"))
        .isNotEqualTo(pseudonym("SE", "ga4", "å"));
  }

  @Test
  void aVisitorOfMatomoIsANumberInEitherCase() {
    assertThat(pseudonym("SE", "matomo", "0x8C1D5E0F9A3B7246"))
        .isEqualTo(pseudonym("SE", "matomo", "8c1d5e0f9a3b7246"))
        .isEqualTo(pseudonym("SE", "matomo", "8C1D5E0F9A3B7246 "));
  }

  @Test
  void differByKeySpaceAndIdentifier() {
    Pseudonyms pseudonyms = new Pseudonyms(KEY, "SE");
    Pseudonyms others = new Pseudonyms(key("0123456789abcdef0123456789abcdeg"), "SE");

    List<Long> all =
        Arrays.asList(
            pseudonyms.of("matomo", "1"),
            pseudonyms.of("matomo", "2"),
            pseudonyms.of("ga4", "1"),
            pseudonyms.of("ga", "41"),
            others.of("matomo", "1"));

    assertThat(all).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "email  | ''                | empty",
        "email  | ' '               | empty",
        "email  | mailto:           | empty",
        "email  | Anna Andersson    | no e-mail",
        "email  | @example.org      | no e-mail",
        "email  | anna@             | no e-mail",
        "phone  | ''                | empty",
        "phone  | p:                | empty",
        "phone  | saknas            | no phone",
        "phone  | (0)(0)            | no phone",
        "phone  | +46 0             | no phone",
        "phone  | 112               | no phone",
        "phone  | 4.67012E+10       | spreadsheet",
        "phone  | '4,67012E+10'     | spreadsheet",
        "matomo | '\u2003'          | empty",
        "matomo | 1.2345E+17        | spreadsheet",
      })
  void whatCanBeNobodysIsRefusedWithoutBeingQuoted(String space, String id, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> pseudonym("SE", space, id))
        .withMessageContaining(why)
        .satisfies(e -> assertThat(id.isBlank() || !e.getMessage().contains(id)).isTrue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\0b"})
  void aSpaceHasAName(String space) {
    Pseudonyms pseudonyms = new Pseudonyms(KEY, "SE");
    pseudonyms.of("matomo", "1");

    assertThatIllegalArgumentException().isThrownBy(() -> pseudonyms.of(space, "1"));
  }

  /** A refused identifier leaves nothing behind that would change the next. */
  @Test
  void aRefusedIdentifierDoesNotTouchTheOthers() {
    Pseudonyms pseudonyms = new Pseudonyms(KEY, "SE");
    long before = pseudonyms.of("email", "a@b.se");

    assertThatIllegalArgumentException().isThrownBy(() -> pseudonyms.of("email", "nobody"));
    assertThatIllegalArgumentException().isThrownBy(() -> pseudonyms.of("email", "nobody"));
    assertThatIllegalArgumentException().isThrownBy(() -> pseudonyms.of("phone", ""));

    assertThat(pseudonyms.of("email", "a@b.se")).isEqualTo(before);
  }

  private static long pseudonym(String country, String space, String id) {
    return new Pseudonyms(KEY, country).of(space, id);
  }

  static PersonKey key(String text) {
    return PersonKey.find(Configuration.defaults(), Map.of(PersonKey.VARIABLE, text)).orElseThrow();
  }
}
