package org.rackvidd.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.rackvidd.Pipeline;
import org.rackvidd.exports.Recogniser.SampleRow;
import org.rackvidd.exports.Recogniser.Table;

class RecogniserTest {
  private static final List<ExportFormat> FORMATS =
      Pipeline.FORMATS.stream().map(ExportFormat::named).toList();
  private static final TextDialect COMMAS = new TextDialect("UTF-8", ',');

  /** Tables whose columns are some of another's, and which are that other table then. */
  private static final Map<String, Set<String>> PART_OF =
      Map.of(
          "youtube_chart",
          Set.of("youtube_chart", "youtube_content", "youtube_dates"),
          "youtube_audience",
          Set.of("youtube_audience", "youtube_dates"),
          "linkedin_ads_2026",
          Set.of("linkedin_ads_2026", "linkedin_ads"),
          "ga4_reports",
          Set.of("ga4_reports", "ga4_days"));

  /** The headers a platform may write in one language. */
  record Headers(ExportFormat format, String language, List<String> headers) {
    ExportFormat.Kind kind() {
      return format.document() == null ? ExportFormat.Kind.TEXT : format.document();
    }
  }

  @Property(tries = 300)
  void theOrderOfTheColumnsDoesNotMatter(
      @ForAll @From("tables") Headers table, @ForAll Random random) {
    List<String> headers = new ArrayList<>(table.headers());
    Collections.shuffle(headers, random);

    Recognition found = recognise(FORMATS, table.kind(), headers);

    assertThat(found.format()).as(found.problem()).isEqualTo(table.format());
    assertThat(found.language()).isEqualTo(table.language());
    assertThat(found.unknown()).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> someOfTheColumnsAreTheFormatOrNoneButNeverAnother() {
    Recogniser recogniser = new Recogniser(FORMATS);
    return tablesOfAll().stream()
        .map(
            table ->
                DynamicTest.dynamicTest(
                    table.format().name() + " " + table.language(),
                    () -> assertThat(mistakes(recogniser, table)).isEmpty()));
  }

  /**
   * Some of the table's columns that another format fits at least as well as any, but not its own.
   */
  private static List<String> mistakes(Recogniser recogniser, Headers table) {
    String name = table.format().name();
    List<String> mistakes = new ArrayList<>();
    for (ExportFormat other : FORMATS) {
      if (!other.isFoundIn(table.kind())
          || PART_OF.getOrDefault(name, Set.of(name)).contains(other.name())) {
        continue;
      }
      for (Set<String> some : leastOf(other, table)) {
        Recognition found = recogniser.recognise(table(table.kind(), List.copyOf(some)));
        List<String> fitting =
            found.isRecognised() ? List.of(found.format().name()) : found.rivals();
        if (fitting.contains(other.name())
            && !fitting.contains(name)
            && !isDaysAndViews(other, some)) {
          mistakes.add(other.name() + ": " + some);
        }
      }
    }
    return mistakes;
  }

  /**
   * The fewest of the table's headers that the other format could be known by, in all ways there
   * are. More of them cannot mislead where these do not: the table's own format knows every one,
   * but for those that it leaves out, which are therefore added, too, and all at once.
   */
  private static Set<Set<String>> leastOf(ExportFormat other, Headers table) {
    Binding.Headers known = new Binding.Headers(other);
    Binding.Headers own = new Binding.Headers(table.format());
    Map<String, Set<String>> byColumn = new LinkedHashMap<>();
    Set<String> leftOut = new LinkedHashSet<>();
    for (String header : table.headers()) {
      for (String column : Binding.of(known, List.of(header)).cells().keySet()) {
        if (other.recognise().none().contains(column)) {
          continue;
        }
        byColumn.computeIfAbsent(column, c -> new LinkedHashSet<>()).add(header);
        if (Binding.of(own, List.of(header)).size() == 0) {
          leftOut.add(header);
        }
      }
    }
    List<List<String>> groups = new ArrayList<>(other.recognise().any());
    other.recognise().all().forEach(column -> groups.add(List.of(column)));
    Set<Set<String>> ways = new LinkedHashSet<>(Set.of(Set.of()));
    for (List<String> group : groups) {
      Set<Set<String>> longer = new LinkedHashSet<>();
      for (Set<String> way : ways) {
        for (String column : group) {
          for (String header : byColumn.getOrDefault(column, Set.of())) {
            longer.add(with(way, Set.of(header)));
          }
        }
      }
      ways = longer;
    }
    Set<Set<String>> least = new LinkedHashSet<>();
    for (Set<String> way : ways) {
      for (Set<String> headers : byColumn.values()) {
        for (String header : way.size() > 1 ? way : headers) {
          least.add(with(way, Set.of(header)));
          least.add(with(with(way, Set.of(header)), leftOut));
        }
      }
    }
    return least;
  }

  private static Set<String> with(Set<String> some, Set<String> more) {
    Set<String> both = new LinkedHashSet<>(some);
    both.addAll(more);
    return both;
  }

  /** A table of a day and its views and nothing else is what YouTube calls totals. */
  private static boolean isDaysAndViews(ExportFormat format, Set<String> headers) {
    return format.name().equals("youtube_totals") && headers.size() == 2;
  }

  @Provide
  Arbitrary<Headers> tables() {
    return Arbitraries.of(tablesOfAll());
  }

  private static List<Headers> tablesOfAll() {
    List<Headers> tables = new ArrayList<>();
    for (ExportFormat format : FORMATS) {
      // What a title or the sheet's name tells is not told by headers: cases cover it.
      if (format.recognise().titled() != null || format.recognise().sheet() != null) {
        continue;
      }
      for (String language : format.languages()) {
        tables.add(new Headers(format, language, headers(format, language)));
      }
    }
    return tables;
  }

  private static List<String> headers(ExportFormat format, String language) {
    Set<String> headers = new LinkedHashSet<>();
    format
        .columns()
        .forEach(
            (column, rule) -> {
              if (!format.recognise().none().contains(column)) {
                rule.headers()
                    .getOrDefault(language, List.of())
                    .forEach(header -> headers.add(header.replace("({currency})", "(SEK)")));
              }
            });
    format
        .metrics()
        .forEach((name, rule) -> headers.addAll(rule.headers().getOrDefault(language, List.of())));
    if (!format.recognise().nothingElse()) {
      format.ignore().stream().filter(h -> !h.endsWith("*")).forEach(headers::add);
    }
    return List.copyOf(headers);
  }

  @Test
  void aTieNamesBothAndIsNotDecided() throws Exception {
    ExportFormat kiosk = format("kiosk", "Nr", "Visat");
    ExportFormat tavla = format("tavla", "Nr", "Visat");

    Recognition found =
        recognise(List.of(tavla, kiosk), ExportFormat.Kind.TEXT, List.of("Nr", "Visat", "Plats"));

    assertThat(found.isRecognised()).isFalse();
    assertThat(found.rivals()).containsExactly("kiosk", "tavla");
    assertThat(found.problem())
        .isEqualTo(
            "It fits several formats equally: kiosk, tavla. Name its headers in aliases.yaml to decide.");
  }

  @Test
  void ofSeveralFormatsTheOneThatKnowsMostColumnsWins() throws Exception {
    ExportFormat few = format("few", "Nr", "Visat");
    ExportFormat more =
        ExportFormat.read(
            "more",
            """
            {channel: board, intake: post, document: text, recognise: {all: [post_id, views]},
             columns: {post_id: {headers: {sv: [Nr]}}, views: {headers: {sv: [Visat]}},
                       reach: {headers: {sv: [Plats]}}}}
            """);

    Recognition found =
        recognise(List.of(few, more), ExportFormat.Kind.TEXT, List.of("Nr", "Visat", "Plats"));

    assertThat(found.format()).isEqualTo(more);
  }

  @Test
  void saysWhichFormatComesNearestAndWhatItWouldNeed() {
    Recognition found =
        recognise(
            FORMATS,
            ExportFormat.Kind.TEXT,
            List.of("Account username", "Description", "Publish time", "Likes", "Saves", "Skapad"));

    assertThat(found.isRecognised()).isFalse();
    assertThat(found.nearest()).isEqualTo("meta_instagram_posts");
    assertThat(found.missing()).containsExactly("Post ID");
    assertThat(found.unknown()).containsExactly("Skapad");
    assertThat(found.problem())
        .isEqualTo("No format fits. Nearest is meta_instagram_posts, which would need: Post ID.");
  }

  @Test
  void namesNoPersonAndNoMoreThanSomeOfTheHeaders() {
    List<String> headers = new ArrayList<>(List.of("Datum", "Visningar", "asa@exempel.se"));
    IntStream.range(0, 1000).forEach(i -> headers.add("Annat " + i));

    assertThat(recognise(FORMATS, ExportFormat.Kind.TEXT, headers).problem())
        .startsWith("No format fits. Nearest is youtube_totals, which has no: …, Annat 0, Annat 1,")
        .endsWith("Annat 18 and 981 more.");
  }

  @Test
  void saysWhichColumnsTheNearestFormatDoesNotHave() {
    Recognition found =
        recognise(FORMATS, ExportFormat.Kind.TEXT, List.of("Datum", "Videotitel", "Visningar"));

    assertThat(found.problem())
        .isEqualTo("No format fits. Nearest is youtube_totals, which has no: Videotitel.");
  }

  @Test
  void anAliasMakesAnUnknownHeaderWork() {
    List<String> headers = List.of("Inläggsnummer", "Account username", "Publish time", "Likes");
    assertThat(recognise(FORMATS, ExportFormat.Kind.TEXT, headers).isRecognised()).isFalse();
    List<ExportFormat> named =
        FORMATS.stream()
            .map(
                format ->
                    format.name().equals("meta_instagram_posts")
                        ? format.withRule("post_id", r -> r.withHeader("own", "INLÄGGSNUMMER"))
                        : format)
            .toList();

    Recognition found = recognise(named, ExportFormat.Kind.TEXT, headers);

    assertThat(found.format().name()).isEqualTo("meta_instagram_posts");
    assertThat(found.unknown()).isEmpty();
  }

  @Test
  void headersAreComparedWithoutCaseWidthAndSpaces() {
    Recognition found =
        recognise(
            FORMATS,
            ExportFormat.Kind.TEXT,
            List.of("\ufeff POST  id", "account\u00a0USERNAME", "Ｐublish time", "Ra\u0308ckvidd"));

    assertThat(found.format().name()).isEqualTo("meta_instagram_posts");
    assertThat(found.unknown()).isEmpty();
  }

  @Test
  void theHeaderMayStandBelowNotesAndOnceMoreFurtherDown() {
    List<String> header = List.of("Post ID", "Account username", "Publish time");
    List<SampleRow> rows =
        List.of(
            new SampleRow(1, List.of("Instagram: inlägg")),
            new SampleRow(3, List.of("2026-09-01 – 2026-09-30", "Björkviks kommun")),
            new SampleRow(5, header),
            new SampleRow(6, List.of("1", "bjorkvik", "09/24/2026 15:30")),
            new SampleRow(7, header));

    Recognition found =
        new Recogniser(FORMATS).recognise(Table.only(ExportFormat.Kind.TEXT, "", COMMAS, rows));

    assertThat(found.place().header()).isEqualTo(5);
    assertThat(found.above())
        .containsExactly("2026-09-01 – 2026-09-30, Björkviks kommun", "Instagram: inlägg");
    assertThat(found.patterns()).containsEntry("published_at", "M/d/uuuu H:mm");
  }

  @Test
  void aFormatKeptToWorkbooksIsNotSeenInText() throws Exception {
    ExportFormat sheet =
        ExportFormat.read(
            "sheet",
            """
            {channel: board, intake: post, document: workbook, recognise: {all: [post_id, views]},
             columns: {post_id: {headers: {sv: [Nr]}}, views: {headers: {sv: [Visat]}}}}
            """);
    List<String> headers = List.of("Nr", "Visat");

    assertThat(recognise(List.of(sheet), ExportFormat.Kind.TEXT, headers).isRecognised()).isFalse();
    assertThat(recognise(List.of(sheet), ExportFormat.Kind.WORKBOOK, headers).isRecognised())
        .isTrue();
  }

  private static ExportFormat format(String name, String id, String views) throws Exception {
    return ExportFormat.read(
        name,
        """
        {channel: board, intake: post, document: text, recognise: {all: [post_id, views]},
         columns: {post_id: {headers: {sv: [%s]}}, views: {headers: {sv: [%s]}}}}
        """
            .formatted(id, views));
  }

  private static Recognition recognise(
      List<ExportFormat> formats, ExportFormat.Kind kind, List<String> headers) {
    return new Recogniser(formats).recognise(table(kind, headers));
  }

  private static Table table(ExportFormat.Kind kind, List<String> headers) {
    return Table.only(kind, "", COMMAS, List.of(new SampleRow(1, headers)));
  }
}
