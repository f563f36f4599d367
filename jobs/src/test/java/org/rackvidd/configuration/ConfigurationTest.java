package org.rackvidd.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackvidd.configuration.AudienceRules.Assignment;
import org.rackvidd.configuration.AudienceRules.PostTraits;
import org.rackvidd.errors.UserError;

class ConfigurationTest {
  private static final String ORGANISATION =
      """
      id: solvik
      name: Solviks kommun
      country: SE
      population:
        all: 12500
        Norrbyn: 800
      smallest_group: 5
      """;

  private static final String ACCOUNTS =
      """
      accounts:
        - channel: linkedin
          id: 0123
          name: Solviks kommun
          files: ["Solvik*", jobb]
          followers:
            2026-01-01: 1200
            2026-03-01: 1300
        - channel: linkedin
          id: 456
          role: peer
        - {channel: instagram, id: solvik, files: ["*"]}
      """;

  private static final String AUDIENCES =
      """
      audiences:
        - name: applicants
          title: Jobbsökande
          any:
            - words: [lediga jobb, "undersköt*"]
            - hashtags: ["#jobb"]
              channels: [linkedin]
          none:
            - labels: [Intern]
      categories:
        - name: story
          any: [{post_types: [story]}]
      """;

  @TempDir private Path folder;

  @BeforeEach
  void writeSmallestConfiguration() throws IOException {
    write("organisation.yaml", ORGANISATION);
  }

  @Test
  void readsTheWholeFolder() throws IOException {
    write(
        "organisation.yaml",
        ORGANISATION + "reachable: {all: 30000, linkedin: 9000}\nreach_model: independence\n");
    write("accounts.yaml", ACCOUNTS);
    write("audiences.yaml", AUDIENCES);
    write("aliases.yaml", "linkedin_posts:\n  reach: [Räckvidd, Räckvidd totalt]\n");
    write("funnels.yaml", "whatever: [is, not, read");
    write("README.md", "not a file of ours");
    write("mappings/b.yaml", "x: 1");
    write("mappings/a.yaml", "x: 1");

    Configuration configuration = Configuration.load(folder);

    assertThat(configuration.organisation())
        .isEqualTo(
            new Organisation(
                "solvik",
                "Solviks kommun",
                "SE",
                ZoneId.of("Europe/Stockholm"),
                List.of("sv"),
                "SEK",
                Map.of("all", 12500L, "Norrbyn", 800L),
                5,
                Map.of("all", 30000L, "linkedin", 9000L),
                true));
    assertThat(configuration.account("linkedin", "0123"))
        .map(Account::name)
        .hasValue("Solviks kommun");
    assertThat(configuration.account("instagram", "0123")).isEmpty();
    assertThat(configuration.ownAccounts("linkedin"))
        .extracting(Account::id)
        .containsExactly("0123");
    assertThat(configuration.audiences().audiences())
        .extracting(Audiences.Rule::title)
        .containsExactly("Jobbsökande");
    assertThat(configuration.aliases().byFormat())
        .isEqualTo(
            Map.of("linkedin_posts", Map.of("reach", List.of("Räckvidd", "Räckvidd totalt"))));
    assertThat(configuration.aliases().all())
        .last()
        .isEqualTo(
            new Aliases.Alias("linkedin_posts", "reach", "Räckvidd totalt", "aliases.yaml", 2));
    assertThat(configuration.mappings())
        .containsExactly(folder.resolve("mappings/a.yaml"), folder.resolve("mappings/b.yaml"));
  }

  @Test
  void personsAreKeptOutAsTheOrganisationSays() throws IOException {
    assertThat(Configuration.load(folder).persons()).isEqualTo(new Persons(null, false));
    assertThat(Configuration.defaults().persons()).isEqualTo(new Persons(null, false));

    write(
        "organisation.yaml",
        ORGANISATION + "person_key_file: keys/person.key\nkeep_person_files: true\n");
    assertThat(Configuration.load(folder).persons())
        .isEqualTo(new Persons(folder.resolve("keys/person.key").toString(), true));

    write("organisation.yaml", ORGANISATION + "person_key_file: /run/person.key\n");
    assertThat(Configuration.load(folder).persons())
        .isEqualTo(new Persons("/run/person.key", false));

    write("organisation.yaml", ORGANISATION + "person_key_file: \"a\\0b\"\n");
    assertThat(problems())
        .containsExactly("organisation.yaml:8: 'person_key_file' is not the path of a file");
  }

  @Test
  void worksWithoutAConfiguration() {
    Configuration defaults = Configuration.defaults();

    assertThat(defaults.organisation().id()).isEqualTo("default");
    assertThat(defaults.organisation().timeZone()).isEqualTo(ZoneId.of("Europe/Stockholm"));
    assertThat(defaults.organisation().currency()).isEqualTo("SEK");
    assertThat(defaults.organisation().smallestGroup()).isEqualTo(10);
    assertThat(defaults.organisation().populationOf("all")).isEmpty();
    assertThat(
            defaults.audiences().rules().assign(new PostTraits(null, null, null, null, null, null)))
        .isEqualTo(new Assignment(List.of("unassigned"), "unassigned"));
  }

  @Test
  void namesEveryProblemOfAllFilesAtOnceWithItsLine() throws IOException {
    write(
        "organisation.yaml",
        """
        id: Solvik
        country: se
        time_zon: Europe/Stockholm
        currency: sek
        population:
          Norrbyn: -3
          Söderbyn: 12 500
        smallest_group: 0
        keep_person_files: ja
        person_key_file:
        """);
    write(
        "accounts.yaml",
        """
        accounts:
          - channel: linkedinn
            id: 6.49E+17
          - channel: x
            id: a
            role: owner
            files: ["a/b", "[ab]"]
            followers: {2026-13-01: 5, 2026-01-01: -1}
            files: [c]
          - channel: x
            id: a
            name: [a]
          - just text
        """);
    write(
        "audiences.yaml",
        """
        audiences:
          - name: all
            any: [{words: ["a*b"]}]
          - name: Jobb
            any:
              - word: [jobb]
              - hashtags: [två ord]
                accounts: [linkedin]
          - name: jobb
            any: [{words: jobb}]
            none: [{channels: []}]
          - name: jobb2
        """);
    write("acounts.yaml", "x: 1");
    write("organisation.yml", "x: 1");
    write("targets.yml", "x: 1");

    assertThat(problems())
        .containsExactly(
            "accounts.yaml:2: the channel 'linkedinn' is unknown; did you mean 'linkedin'?",
            "accounts.yaml:3: the id '6.49E+17' was damaged by a spreadsheet; copy all its digits"
                + " from the platform",
            "accounts.yaml:6: the role 'owner' is unknown; write one of foreign, own, peer",
            "accounts.yaml:7: the pattern 'a/b' is a path; name one file or folder, without"
                + " slashes",
            "accounts.yaml:7: only * and ? have a meaning in the pattern '[ab]'; write ? in place"
                + " of a bracket",
            "accounts.yaml:8: '2026-13-01' is no date; write year-month-day, as 2026-01-31",
            "accounts.yaml:8: '2026-01-01' is -1; it must be 0 or more",
            "accounts.yaml:9: 'files' already stands on line 7; keep one",
            "accounts.yaml:12: 'name' must be a single value, not a list",
            "accounts.yaml:13: 'accounts' lists maps of keys, not 'just text'; write - key: value",
            "acounts.yaml: is no file of the configuration; did you mean 'accounts.yaml'?",
            "audiences.yaml:2: the name 'all' has a meaning of its own in the results; choose"
                + " another",
            "audiences.yaml:3: in 'a*b' a * may stand only before the first letter and after the"
                + " last one",
            "audiences.yaml:4: the name 'Jobb' must be of a-z, 0-9 and _; write the readable name"
                + " as title:",
            "audiences.yaml:6: unknown key 'word'; did you mean 'words'?",
            "audiences.yaml:7: 'två ord' is not a hashtag; write one word of letters, digits and _",
            "audiences.yaml:8: 'linkedin' is not an account; write channel:id, as"
                + " \"linkedin:12345\"",
            "audiences.yaml:10: 'words' must be a list, as [one, two], not 'jobb'",
            "audiences.yaml:11: 'channels' is an empty list; fill it or remove it",
            "audiences.yaml:12: 'any' is missing; add the conditions of which one must hold",
            "organisation.yaml:1: the id 'Solvik' must be 1 to 40 of a-z, 0-9, _ and -, and start"
                + " with a letter or digit",
            "organisation.yaml:2: the country 'se' is no ISO 3166 code of two letters; did you mean"
                + " 'SE'?",
            "organisation.yaml:3: unknown key 'time_zon'; did you mean 'time_zone'?",
            "organisation.yaml:4: the currency 'sek' is no ISO 4217 code of three letters; did you"
                + " mean 'SEK'?",
            "organisation.yaml:5: 'population' lacks 'all'; add it, as all: 12500",
            "organisation.yaml:6: 'Norrbyn' is -3; it must be 1 or more",
            "organisation.yaml:7: 'Söderbyn' must be a whole number in digits only, not '12 500'",
            "organisation.yaml:8: 'smallest_group' is 0; it must be 1 or more",
            "organisation.yaml:9: 'keep_person_files' must be true or false, not 'ja'",
            "organisation.yaml:10: 'person_key_file' has no value; write a single value, or remove"
                + " it",
            "organisation.yml: is not read, only names that end in .yaml are; there is also"
                + " organisation.yaml: merge the two and remove this one",
            "targets.yml: is not read, only names that end in .yaml are; rename it to"
                + " targets.yaml");
  }

  @Test
  void namesWhatIsWrongWithReach() throws IOException {
    write(
        "organisation.yaml",
        """
        id: solvik
        country: SE
        population: {all: 12500, Norrbyn: 800}
        reachable: {all: 0, linkedinn: 5}
        reach_model: guess
        """);
    write(
        "audiences.yaml",
        """
        audiences:
          - {name: north, area: Norbyn, any: [{words: [norr]}]}
        categories:
          - {name: north, area: Norrbyn, any: [{words: [norr]}]}
        """);
    assertThat(problems())
        .containsExactly(
            "audiences.yaml:2: the area 'Norbyn' is not in the population of organisation.yaml;"
                + " did you mean 'Norrbyn'?",
            "audiences.yaml:4: unknown key 'area'; write one of name, title, any, none",
            "organisation.yaml:4: 'all' is 0; it must be 1 or more",
            "organisation.yaml:4: the channel 'linkedinn' is unknown; did you mean 'linkedin'?",
            "organisation.yaml:5: 'reach_model' must be independence, the only model there is; or"
                + " remove it");
    write("audiences.yaml", "audiences: [{name: north, area: Norrbyn, any: [{words: [norr]}]}]");
    write("organisation.yaml", "id: solvik\ncountry: SE\nreach_model: independence\n");
    assertThat(problems())
        .containsExactly(
            "audiences.yaml:1: the area 'Norrbyn' is not in the population of organisation.yaml;"
                + " add it there, as population: {all: 12500, Norrbyn: 3100}",
            "organisation.yaml:3: 'reach_model' needs the people who can be reached at all; add"
                + " reachable: {all: 60000}");
    write("organisation.yaml", ORGANISATION);
    assertThat(Configuration.load(folder).audiences().areaOf("north")).isEqualTo("Norrbyn");
  }

  @Test
  void namesWhatStandsTwice() throws IOException {
    write(
        "accounts.yaml",
        """
        accounts:
          - {channel: x, id: a, files: [Å*]}
          - {channel: x, id: a}
          - {channel: x, id: b, files: ["å*"]}
          - {channel: youtube, id: a, files: [Å*]}
        """);
    write(
        "audiences.yaml",
        """
        categories:
          - {name: jobs, any: [{words: [jobb]}]}
          - {name: jobs, any: [{words: [arbete]}]}
        audiences:
          - {name: jobs, any: [{accounts: ["x:c"]}]}
        """);
    write("aliases.yaml", "linkedin_posts: {reach: [A, B], clicks: [b]}\n");

    assertThat(problems())
        .containsExactly(
            "accounts.yaml:3: the account a of x already stands on line 2; keep one",
            "accounts.yaml:4: the pattern 'å*' of x already stands on line 2; keep one",
            "aliases.yaml:1: the header 'b' of linkedin_posts already stands on line 1; keep one",
            "audiences.yaml:3: the name 'jobs' already stands on line 2; rename one");
  }

  @Test
  void anAccountInARuleMustBeAmongTheAccounts() throws IOException {
    write("audiences.yaml", "audiences:\n  - {name: jobs, any: [{accounts: [\"x:c\"]}]}\n");
    assertThat(Configuration.load(folder).audiences().audiences()).hasSize(1);

    write("accounts.yaml", ACCOUNTS);
    assertThat(problems())
        .containsExactly(
            "audiences.yaml:2: the account 'x:c' is not in accounts.yaml; add it there or correct"
                + " it");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "SE, Europe/Stockholm, SEK, sv",
    "NO, Europe/Oslo, NOK, nb",
    "DK, Europe/Copenhagen, DKK, da",
    "FI, Europe/Helsinki, EUR, fi",
    "IS, Atlantic/Reykjavik, ISK, is",
    "FO, Atlantic/Faroe, DKK, fo",
    "GL, America/Nuuk, DKK, kl",
    "AX, Europe/Mariehamn, EUR, sv",
  })
  void theCountryGivesTheDefaults(String country, String zone, String currency, String language)
      throws IOException {
    write("organisation.yaml", "id: o\ncountry: " + country + "\n");

    Organisation organisation = Configuration.load(folder).organisation();

    assertThat(organisation.name()).isEqualTo("o");
    assertThat(organisation.timeZone()).isEqualTo(ZoneId.of(zone));
    assertThat(organisation.currency()).isEqualTo(currency);
    assertThat(organisation.languages()).first().isEqualTo(language);
    assertThat(organisation.smallestGroup()).isEqualTo(10);
  }

  @Test
  void otherCountriesMustStateTheirZone() throws IOException {
    write("organisation.yaml", "id: o\ncountry: DE\n");
    assertThat(problems())
        .containsExactly(
            "organisation.yaml:2: 'time_zone' must be given for DE; add it, as time_zone:"
                + " Europe/Berlin");

    write("organisation.yaml", "id: o\ncountry: DE\ntime_zone: Europe/Berlin\n");
    assertThat(Configuration.load(folder).organisation().currency()).isEqualTo("EUR");
  }

  @Test
  void whatIsStatedWinsOverTheCountry() throws IOException {
    write(
        "organisation.yaml",
        "id: o\ncountry: FI\ntime_zone: Europe/Oslo\ncurrency: NOK\nlanguages: [sv, smj]\n");

    Organisation organisation = Configuration.load(folder).organisation();

    assertThat(organisation.timeZone()).isEqualTo(ZoneId.of("Europe/Oslo"));
    assertThat(organisation.currency()).isEqualTo("NOK");
    assertThat(organisation.languages()).containsExactly("sv", "smj");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"Sweden, SE", "sverige, SE", "Norge, NO", "Suomi, FI", "Danmark, DK", "Åland, AX"})
  void aCountryGivenByItsNameIsAnsweredWithItsCode(String name, String code) throws IOException {
    write("organisation.yaml", "id: solvik\ncountry: " + name + "\n");

    assertThat(problems())
        .containsExactly(
            "organisation.yaml:2: the country '%s' is no ISO 3166 code of two letters; write %s"
                .formatted(name, code));
  }

  @Test
  void theOrganisationIsTheOnlyFileThatMustBeThere() throws IOException {
    Files.delete(folder.resolve("organisation.yaml"));
    write("accounts.yaml", "accounts: []\nacocunts: []\n");

    assertThat(problems())
        .containsExactly(
            "accounts.yaml:2: unknown key 'acocunts'; did you mean 'accounts'?",
            "organisation.yaml: is missing; create it with at least id: and country:");
  }

  @Test
  void aPathThatIsNoFolderIsRefused() {
    assertThatThrownBy(() -> Configuration.load(folder.resolve("organisation.yaml")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is not a folder");
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("brokenFiles")
  void namesWhatIsWrongWithTheFileItself(String text, String problem) throws IOException {
    write("accounts.yaml", text);

    assertThat(problems()).first().asString().startsWith("accounts.yaml" + problem);
  }

  private static Stream<Arguments> brokenFiles() {
    String account = "accounts:\n  - channel: x\n    id: ";
    return Stream.of(
        arguments("", ": is empty; fill it in"),
        arguments("# only a comment\n", ": is empty; fill it in"),
        arguments("accounts:", ":1: 'accounts' has no value; write a list"),
        arguments("- a", ":1: must hold keys, not a list"),
        arguments("accounts: []\n---\na: 1", ":3: a second document starts here"),
        arguments("accounts:\n\t- id: 1", ":2: is indented with a tab; YAML allows only spaces"),
        arguments(
            "accounts:\n\t- id: 1\n \tx: 1",
            ":2: is indented with a tab; YAML allows only spaces (and 1"),
        arguments(account + "@a", ":3: cannot be read as YAML: found character '@'"),
        arguments(account + "a: b", ":3: cannot be read as YAML: mapping values are not allowed"),
        arguments(account + "*a", ":3: a value that starts with * must stand in quotes"),
        arguments(account + "!!java.io.File a", ":3: a value that starts with ! must stand in"),
        arguments(account + "[a", ":3: cannot be read as YAML: expected ',' or ']'"),
        arguments(account + "\u0007", ":3: holds a control character"),
        arguments(account + "\n    name: ' '", ":3: 'id' has no value; write a single value"),
        arguments("[a]: 1", ":1: cannot be read as YAML: Expected a field name"),
        arguments("\uFEFFaccounts: []", ":1: starts with a byte order mark; save it as UTF-8"));
  }

  @ParameterizedTest
  @CsvSource({
    "'[*sköterska]', a value that starts with * must stand in quotes",
    "'[*jobb*]', put the value in quotes",
    "'[#jobb]', expected",
    "'\n          - #jobb', put it in quotes if it starts with #",
  })
  void saysWhenAWordNeedsQuotes(String words, String problem) throws IOException {
    write(
        "audiences.yaml",
        """
        audiences:
          - name: jobs
            any:
              - hashtags: %s
        """
            .formatted(words.replace("\\n", "\n")));

    assertThat(problems()).first().asString().contains(problem);
  }

  @Test
  void aFileInAnotherEncodingIsRefusedWithTheLine() throws IOException {
    Path file = folder.resolve("accounts.yaml");
    Files.write(file, "# rad 1\n# räckvidd".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(problems())
        .containsExactly("accounts.yaml:2: is not UTF-8 from here on; save it as UTF-8");

    Files.write(file, "\uFEFFaccounts: []".getBytes(StandardCharsets.UTF_16LE));
    assertThat(problems()).containsExactly("accounts.yaml:1: is UTF-16; save it as UTF-8");
  }

  @Test
  void hostileFilesAreRefusedQuickly() throws IOException {
    write("accounts.yaml", "# " + "x".repeat(2_000_001));
    write("audiences.yaml", "a: " + "[".repeat(900_000));
    write(
        "aliases.yaml",
        """
        a: &a [x, x]
        b: &b [*a, *a]
        c: &c [*b, *b]
        """);

    assertThat(problems())
        .hasSize(1 + 1 + 5)
        .contains("accounts.yaml: is larger than 2 MB; is it the right file?")
        .contains("audiences.yaml:1: lists and maps are nested too deep; is it the right file?");
  }

  @Test
  void moreWordsThanFitInMemoryAreRefused() throws IOException {
    String words =
        IntStream.range(0, 20_000)
            .mapToObj(i -> Integer.toString(i, 36) + "ordordord" + Character.toString(0x4E00 + i))
            .collect(Collectors.joining(","));
    write("audiences.yaml", "audiences: [{name: a, any: [{words: [" + words + "]}]}]");

    assertThat(problems()).singleElement().asString().contains("more words than can be looked for");
  }

  @Test
  void aFolderInPlaceOfAFileIsAProblem() throws IOException {
    Files.createDirectory(folder.resolve("aliases.yaml"));

    assertThat(problems()).singleElement().asString().startsWith("aliases.yaml: cannot be read");
  }

  @Test
  void textThatYamlWouldTakeForSomethingElseStaysText() throws IOException {
    write(
        "audiences.yaml",
        """
        audiences:
          - {name: no, title: yes, any: [{words: [no, 007, 2026-01-01, true, 1_000]}]}
        """);

    Audiences.Rule rule = Configuration.load(folder).audiences().audiences().get(0);

    assertThat(rule.name()).isEqualTo("no");
    assertThat(rule.any().get(0).words())
        .containsExactlyInAnyOrder("no", "007", "2026 01 01", "true", "1 000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"6.49E+17", "6,49E+17", "649e15", "\"6.49E+17\"", "649000.0"})
  void damagedIdsAreRefused(String id) throws IOException {
    write("accounts.yaml", "accounts:\n  - {channel: x, id: '" + id.replace("\"", "") + "'}\n");

    assertThat(problems()).singleElement().asString().contains("damaged by a spreadsheet");
  }

  @Test
  void filesBelongToTheFirstAccountWhosePatternFitsAPartOfThePath() throws IOException {
    write("accounts.yaml", ACCOUNTS);
    Configuration configuration = Configuration.load(folder);

    assertThat(configuration.accountForFile("linkedin", "2026/SOLVIK export.xls")).isPresent();
    assertThat(configuration.accountForFile("linkedin", "Jobb\\export.xls")).isPresent();
    assertThat(configuration.accountForFile("linkedin", "2026/nya jobb.xls")).isEmpty();
    assertThat(configuration.accountForFile("facebook", "Solvik.csv")).isEmpty();
    assertThat(configuration.accountForFile("instagram", "any.csv")).isPresent();
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource({
    "*, x, true",
    "a*, Abc, true",
    "a*c, abbc, true",
    "a*c, abbd, false",
    "*b*, abc, true",
    "a?c, abc, true",
    "a?c, ac, false",
    "åb.csv, A\u030AB.CSV, true",
    "a.c, abc, false",
    "a**, a, true",
    "*a*a*a*a*b, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, false",
  })
  void patternsFitNames(String pattern, String name, boolean fits) {
    assertThat(new Glob(pattern).matches(Folding.fold(name))).isEqualTo(fits);
  }

  @Test
  void followersHoldFromTheirDayOn() throws IOException {
    write("accounts.yaml", ACCOUNTS);
    Account account = Configuration.load(folder).account("linkedin", "0123").orElseThrow();

    assertThat(account.followersOn(LocalDate.parse("2025-12-31"))).isEmpty();
    assertThat(account.followersOn(LocalDate.parse("2026-01-01"))).isEqualTo(OptionalLong.of(1200));
    assertThat(account.followersOn(LocalDate.parse("2026-02-28"))).isEqualTo(OptionalLong.of(1200));
    assertThat(account.followersOn(LocalDate.parse("2026-03-01"))).isEqualTo(OptionalLong.of(1300));
  }

  @Test
  void survivesSerialisation() throws IOException, ClassNotFoundException {
    write("accounts.yaml", ACCOUNTS);
    write("audiences.yaml", AUDIENCES);
    Configuration configuration = Configuration.load(folder);
    AudienceRules rules = configuration.audiences().rules();
    var post = new PostTraits("linkedin", "0123", "Lediga jobb!", List.of(), null, "story");
    Assignment before = rules.assign(post);

    assertThat(copy(configuration)).isEqualTo(configuration);
    assertThat(copy(rules).assign(post))
        .isEqualTo(before)
        .isEqualTo(new Assignment(List.of("applicants"), "story"));
  }

  @Test
  void theFingerprintIgnoresHowTheFilesAreWritten() throws IOException {
    write("accounts.yaml", ACCOUNTS);
    write("audiences.yaml", AUDIENCES);
    String before = Configuration.load(folder).fingerprint();

    List<String> lines = Arrays.asList(ORGANISATION.split("\n", -1));
    write(
        "organisation.yaml",
        "# reordered\nsmallest_group: '5'\ntime_zone: Europe/Stockholm\n"
            + "person_key_file: a.key\nkeep_person_files: true\n"
            + String.join("\n", lines.subList(0, 6)));
    write("accounts.yaml", ACCOUNTS.replace("id: 456", "id: \"456\"  # a peer"));
    write(
        "audiences.yaml",
        AUDIENCES.replace("[lediga jobb, \"undersköt*\"]", "['Undersko\u0308t*',  Lediga jobb]"));
    write("aliases.yaml", "f: {c: [h]}");

    assertThat(Configuration.load(folder).fingerprint()).isEqualTo(before).hasSize(64);
  }

  @ParameterizedTest
  @CsvSource({
    "organisation.yaml, 12500, 12501",
    "accounts.yaml, 1300, 1301",
    "accounts.yaml, peer, foreign",
    "audiences.yaml, lediga jobb, ledigt jobb",
    "audiences.yaml, channels:, labels:",
  })
  void theFingerprintFollowsTheMeaning(String file, String from, String to) throws IOException {
    Map<String, String> files =
        Map.of(
            "organisation.yaml",
            ORGANISATION,
            "accounts.yaml",
            ACCOUNTS,
            "audiences.yaml",
            AUDIENCES);
    for (var each : files.entrySet()) {
      write(each.getKey(), each.getValue());
    }
    String before = Configuration.load(folder).fingerprint();

    write(file, files.get(file).replace(from, to));

    assertThat(Configuration.load(folder).fingerprint()).isNotEqualTo(before);
  }

  private List<String> problems() {
    try {
      Configuration.load(folder);
    } catch (UserError e) {
      return e.getMessage()
          .lines()
          .filter(line -> line.startsWith("  "))
          .map(String::strip)
          .toList();
    }
    throw new AssertionError("no problem was found");
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @SuppressWarnings("unchecked")
  private static <T> T copy(T value) throws IOException, ClassNotFoundException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (T) in.readObject();
    }
  }
}
