package org.rackvidd.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** Pseudonyms of made-up identifiers: one made for many at once gives what a new one gives each. */
class PseudonymsPropertiesTest {
  private static final List<String> SPACES = List.of("applicants", "ga4", "email");

  @Property(tries = 200)
  void dependOnNothingButSpaceAndIdentifier(
      @ForAll @Size(min = 1, max = 20) List<@IntRange(max = 8) Integer> order) {
    Pseudonyms all = new Pseudonyms(PseudonymsTest.KEY, "SE");
    for (int i : order) {
      String space = SPACES.get(i % 3);
      String id = "person%d@example.org".formatted(i / 3);
      assertThat(all.of(space, id))
          .isEqualTo(new Pseudonyms(PseudonymsTest.KEY, "SE").of(space, id));
    }
  }

  @Property(tries = 300)
  void anyTextThatIsComposedAnotherWayIsTheSamePerson(
      @ForAll @StringLength(min = 1, max = 12) String text) {
    Assume.that(!Identifiers.composed(text, Normalizer.Form.NFC).isBlank());

    assertThat(pseudonym("careers", Normalizer.normalize(text, Normalizer.Form.NFD)))
        .isEqualTo(pseudonym("careers", text))
        .isEqualTo(pseudonym("careers", "\t" + text + " "));
  }

  @Property(tries = 300)
  void anAddressInItsOneSpellingStaysThat(
      @ForAll @StringLength(min = 1, max = 12) String name, @ForAll @AlphaChars char end) {
    Assume.that(!Normalizer.normalize(name, Normalizer.Form.NFKC).isBlank());
    String address = "a" + name + "@x." + end;

    String once = Identifiers.email(address);

    assertThat(Identifiers.email(once)).isEqualTo(once);
    assertThat(Identifiers.email("mailto:" + once.replace("?", "")))
        .isEqualTo(once.replace("?", ""));
  }

  @Property(tries = 300)
  void aSwedishNumberIsTheSameWithSignsAnywhere(
      @ForAll @NumericChars @StringLength(7) String subscriber, @ForAll @IntRange(max = 8) int at) {
    String national = "07" + subscriber;
    String spaced = national.substring(0, at) + " -" + national.substring(at);

    assertThat(pseudonym("phone", spaced))
        .isEqualTo(pseudonym("phone", "+46" + national.substring(1)))
        .isEqualTo(pseudonym("phone", "P:+46(0)" + national.substring(1)));
  }

  /** Odds of any two alike among these are one to nine million million. */
  @Example
  void differFromPersonToPerson() {
    Pseudonyms pseudonyms = new Pseudonyms(PseudonymsTest.KEY, "SE");
    List<Long> all = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      all.add(pseudonyms.of("ga4", String.format(Locale.ROOT, "%d.%d", i, 7 * i)));
    }
    assertThat(all).doesNotHaveDuplicates();
  }

  private static long pseudonym(String space, String id) {
    return new Pseudonyms(PseudonymsTest.KEY, "SE").of(space, id);
  }
}
