package org.rackvidd.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackvidd.configuration.Configuration;
import org.rackvidd.errors.UserError;

class PersonKeyTest {
  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final String OTHER = "fedcba9876543210fedcba9876543210";

  @TempDir private Path folder;

  @Test
  void theEnvironmentHoldsTheKeyOrNamesItsFile() throws IOException {
    Path file = keyFile("key", "\n  " + SECRET + " \r\n");

    assertThat(find(Map.of("RACKVIDD_PERSON_KEY", SECRET + "\n")))
        .isEqualTo(find(Map.of("RACKVIDD_PERSON_KEY_FILE", file.toString())))
        // Computed with OpenSSL.
        .returns("17f6c2a95ad6", PersonKey::id);
  }

  @Test
  void theConfigurationNamesAFileBesideItselfAndTheEnvironmentBeatsIt() throws IOException {
    keyFile("keys/person.key", SECRET);
    Configuration configuration = configuration("keys/person.key");

    assertThat(PersonKey.find(configuration, Map.of()).orElseThrow().id())
        .isEqualTo("17f6c2a95ad6");
    assertThat(PersonKey.find(configuration, Map.of("RACKVIDD_PERSON_KEY", OTHER)).orElseThrow())
        .isNotEqualTo(PersonKey.find(configuration, Map.of()).orElseThrow());
  }

  @Test
  void thereMayBeNone() {
    assertThat(PersonKey.find(Configuration.defaults(), Map.of("PATH", "/bin"))).isEmpty();
  }

  /** Only a run that meets persons looks for the key's file. */
  @Test
  void aConfigurationLoadsThoughItsKeyFileIsNotThere() throws IOException {
    Configuration configuration = configuration("gone.key");

    assertThat(configuration.persons().keyFile()).isEqualTo(folder.resolve("gone.key").toString());
    assertThat(problem(configuration, Map.of())).contains("person_key_file", "no such file");
  }

  @Test
  void twoKeysInTheEnvironmentAreOneTooMany() {
    assertThat(
            problem(
                Map.of("RACKVIDD_PERSON_KEY", SECRET, "RACKVIDD_PERSON_KEY_FILE", "person.key")))
        .contains("both are set");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "0123456789abcdef0123456789abcde", "hemlig"})
  void aShortKeyIsRefused(String text) {
    assertThat(problem(Map.of("RACKVIDD_PERSON_KEY", text))).contains("fewer than 32");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\tb", "å", "a\0b"})
  void aKeyIsOneLineThatIsTheSameInEveryEncoding(String part) {
    assertThat(problem(Map.of("RACKVIDD_PERSON_KEY", SECRET + part + SECRET)))
        .contains("not one line");
  }

  @Test
  void aFileThatIsNoKeyIsRefused() throws IOException {
    assertThat(problemWith(folder)).contains("no such file");
    assertThat(problemWith(folder.resolve("gone"))).contains("no such file");
    assertThat(problemWith(keyFile("long", SECRET.repeat(1000)))).contains("too large");
    Path binary = keyFile("binary", "");
    Files.write(binary, new byte[] {(byte) 0xff, (byte) 0xfe, 'a', 0});
    assertThat(problemWith(binary)).contains("not text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r--r--", "rw----r--", "rw-----w-"})
  void aFileOpenToEverybodyIsRefused(String permissions) throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Path file = keyFile("key", SECRET);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

    assertThat(problemWith(file)).contains("chmod 600");
  }

  @Test
  void aGroupMayReadIt() throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Path file = keyFile("key", SECRET);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

    assertThat(find(Map.of("RACKVIDD_PERSON_KEY_FILE", file.toString())).id())
        .isEqualTo("17f6c2a95ad6");
  }

  @ParameterizedTest
  @ValueSource(strings = {SECRET, "0123456789abcdef\0" + SECRET})
  void aKeyGivenInPlaceOfAPathIsNotShown(String key) throws IOException {
    assertThat(problem(Map.of("RACKVIDD_PERSON_KEY_FILE", key))).contains("file");
    assertThat(problem(configuration(SECRET), Map.of())).contains("person_key_file");
  }

  @Test
  void itTravelsAndDoesNotShowItself() throws IOException, ClassNotFoundException {
    PersonKey key = find(Map.of("RACKVIDD_PERSON_KEY", SECRET));
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(key);
    }

    PersonKey copy;
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      copy = (PersonKey) in.readObject();
    }

    assertThat(copy).isEqualTo(key).hasSameHashCodeAs(key).hasToString("person key 17f6c2a95ad6");
    assertThat(new Pseudonyms(copy, "SE").of("email", "a@b.se"))
        .isEqualTo(new Pseudonyms(key, "SE").of("email", "a@b.se"));
  }

  private String problemWith(Path file) {
    return problem(Map.of("RACKVIDD_PERSON_KEY_FILE", file.toString()));
  }

  private static String problem(Map<String, String> environment) {
    return problem(Configuration.defaults(), environment);
  }

  private static String problem(Configuration configuration, Map<String, String> environment) {
    var thrown =
        assertThatExceptionOfType(UserError.class)
            .isThrownBy(() -> PersonKey.find(configuration, environment))
            .withMessageContaining("openssl rand -hex 32")
            .actual();
    assertThat(thrown).hasNoCause().message().doesNotContain(SECRET);
    return thrown.getMessage();
  }

  private static PersonKey find(Map<String, String> environment) {
    return PersonKey.find(Configuration.defaults(), environment).orElseThrow();
  }

  private Configuration configuration(String keyFile) throws IOException {
    Files.writeString(
        folder.resolve("organisation.yaml"),
        "id: solvik\ncountry: SE\nperson_key_file: \"%s\"\n".formatted(keyFile));
    return Configuration.load(folder);
  }

  private Path keyFile(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
    return file;
  }
}
