package org.rackvidd.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.rackvidd.Pipeline;
import org.rackvidd.configuration.Configuration;
import org.rackvidd.errors.UserError;
import org.rackvidd.yaml.StrictYaml;

class MappingCheckTest {
  private static final Map<String, Intake> INTAKES =
      Pipeline.intakes().stream().collect(Collectors.toMap(Intake::name, intake -> intake));

  @TempDir private Path folder;

  @BeforeEach
  void organisation() throws IOException {
    Files.createDirectory(folder.resolve("mappings"));
    Files.writeString(folder.resolve("organisation.yaml"), "id: solvik\ncountry: SE\n");
  }

  @ParameterizedTest
  @FieldSource("org.rackvidd.Pipeline#FORMATS")
  void theFormatsOfTheProductPassIt(String name) {
    String text = StrictYaml.resourceText("exports/" + name + ".yaml");

    assertThat(MappingCheck.problems(name, text, ExportFormat.named(name), INTAKES)).isEmpty();
  }

  @Test
  void everyFaultOfEveryMappingIsNamedWithItsLine() throws IOException {
    mapping(
        "jobs",
        """
        intake: event
        time_zone: Europe/Solvik
        recognise: {all: [_kandidat]}
        columns:
          person:
            headers: {sv: [Kandidat]}
          _link:
            headers: {sv: [Källa]}
          utm_source:
            else: [{column: _link, parameter: utm_sorce}]
          utm_medium:
            else:
              - {column: _link, parameter: utm_medium}
              - {column: _lank}
          subject:
            else: [{column: _link, pattern: '(jobb'}]
          account_id:
            else: [{path: 'konto-\\d+'}]
          jobb:
            default: x
          page:
            headers: {sv: [Sida]}
          _mail:
            headers: {sv: [E-post]}
            type: person
          stage:
        metrics:
          application:
            headers: {sv: [Inkommen]}
            patterns: ["yyyy-MM-dd"]
          hired:
            headers: {sv: [Anställd]}
            patterns: ["uuuu-MM-dd", "bb.MM.uuuu"]
        set_aside:
          - {reason: test, column: _test}
        """);
    mapping("board", "intake: post\ncolumns:\n  post_id: {headers: {sv: [Nr]}}\n");
    mapping("days", "channel: x\nintake: account_day\ncolumns: {}\n");
    mapping("other", "intake: jobb\n");
    mapping("meta_ads", "intake: post\nchannel: x\ncolumns: {post_id: {headers: {sv: [Nr]}}}\n");

    assertThat(problems())
        .contains("19 problems")
        .contains("mappings/board.yaml:1: channel is missing")
        .contains("mappings/days.yaml:3: account_day rows need day;")
        .contains("mappings/days.yaml:3: account_day rows need metric;")
        .contains("mappings/other.yaml:1: intake must be one of post, ad, account_day")
        .contains("mappings/meta_ads.yaml: an export format has this name")
        .contains("mappings/jobs.yaml:2: the time_zone 'Europe/Solvik' is no IANA zone")
        .contains("mappings/jobs.yaml:3: recognise names a column _kandidat that is none")
        .contains("mappings/jobs.yaml:5: person must be hashed; add type: person and space:")
        .contains("mappings/jobs.yaml:10: a link has no parameter utm_sorce; there are click_id,")
        .contains("mappings/jobs.yaml:14: utm_medium names a column _lank that is none")
        .contains("mappings/jobs.yaml:16: '(jobb' is no regular expression: Unclosed group")
        .contains("mappings/jobs.yaml:18: 'konto-\\d+' has no (group)")
        .contains("mappings/jobs.yaml:19: event rows have no column jobb")
        .contains("mappings/jobs.yaml:22: page must be taken out of a link")
        .contains("mappings/jobs.yaml:23: _mail lacks space")
        .contains("mappings/jobs.yaml:26: stage says nothing")
        .contains("mappings/jobs.yaml:30: 'yyyy-MM-dd' must write the year as uuuu")
        .contains("mappings/jobs.yaml:33: 'bb.MM.uuuu' is no pattern of a date: Unknown pattern")
        .contains("mappings/jobs.yaml:35: set_aside names a column _test that is none");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          colums: {}                           | no key is called colums here; there are
          columns: {person: {type: persn}}     | no type is called persn; there are [text, words,
          columns: {person: {headers: E-post}} | columns.person.headers is not written as it must
          columns: "a                          | while scanning a quoted scalar
          """)
  void aTextThatIsNoMappingSaysWhy(String yaml, String expected) throws IOException {
    mapping("broken", yaml + "\n");

    assertThat(problems())
        .contains("mappings/broken.yaml:", expected)
        .doesNotContain("rackvidd.exports", "jackson", "Exception");
  }

  private void mapping(String name, String yaml) throws IOException {
    Files.writeString(folder.resolve("mappings").resolve(name + ".yaml"), yaml);
  }

  private String problems() {
    Configuration configuration = Configuration.load(folder);
    return catchThrowableOfType(
            UserError.class, () -> Formats.of(Pipeline.FORMATS, Pipeline.intakes(), configuration))
        .getMessage();
  }
}
