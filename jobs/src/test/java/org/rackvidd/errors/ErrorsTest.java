package org.rackvidd.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ErrorsTest {
  @Test
  void aMissingKeyNamesItsFilesAndHowToMakeOne() {
    assertThat(Errors.personKeyNeeded(List.of("leads/a.csv")))
        .hasMessageContaining("persons in a file, and no key")
        .hasMessageContaining("  leads/a.csv\n")
        .hasMessageContaining("Nothing was changed")
        .hasMessageContaining("openssl rand -hex 32")
        .hasMessageContaining("RACKVIDD_PERSON_KEY_FILE")
        .hasMessageContaining("person_key_file");
  }

  @Test
  void ofManyFilesTheFirstAreNamed() {
    List<String> files = IntStream.rangeClosed(1, 1205).mapToObj(i -> i + ".csv").toList();

    assertThat(Errors.personKeyNeeded(files))
        .hasMessageContaining("persons in 1,205 files")
        .hasMessageContaining("  5.csv\n  and 1,200 more\n");
    assertThat(Errors.personKeyNeeded(files.subList(0, 5)))
        .hasMessageContaining("  5.csv\nNothing");
  }

  @Test
  void anotherKeyIsToldFromTheFirstByItsId() {
    assertThat(Errors.otherPersonKey("17f6c2a95ad6", "0a0b0c0d0e0f"))
        .hasMessageContaining("another key (17f6c2a95ad6) than the one given (0a0b0c0d0e0f)")
        .hasMessageContaining("counted twice");
  }
}
