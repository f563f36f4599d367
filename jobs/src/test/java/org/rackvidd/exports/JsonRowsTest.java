package org.rackvidd.exports;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRowsTest {
  private static final String EVENT =
      """
      {"event_name": "page_view", "event_timestamp": "1617691790431476", "user_id": null, "event_params": [\
      {"key": "ga_session_id", "value": {"string_value": null, "int_value": "1617691775", "float_value": null}},\
      {"value": {"string_value": "https://räckvidd.se/?a=1", "int_value": null}, "key": "page_location"},\
      {"key": "engaged", "value": {"double_value": 0.10}},\
      {"key": "empty", "value": {"string_value": null}}],\
      "device": {"category": "desktop", "web_info": {"browser": "Chrome"}, "is_limited": false},\
      "items": [{"item_id": "7"}], "tags": ["a", "b"]}
      """;

  private static final String VISITS =
      """
      [{"idVisit": "1", "actionDetails": [{"url": "/a", "goal": {"id": 3}}, {"url": "/b"}], "country": "se"},
       {"idVisit": "2", "actionDetails": [], "country": "no"},
       {"idVisit": "3", "country": "dk", "actionDetails": null}]
      """;

  @Test
  void recordsAreLaidOutFlat() throws IOException {
    List<String> headers =
        List.of(
            "event_name",
            "event_timestamp",
            "user_id",
            "event_params.ga_session_id",
            "event_params.page_location",
            "event_params.engaged",
            "device.web_info.browser",
            "device.is_limited",
            "items.item_id",
            "tags",
            "nowhere.at.all");

    assertThat(read(EVENT, headers, null))
        .containsExactly(
            "1: page_view|1617691790431476||1617691775|https://räckvidd.se/?a=1|0.10|Chrome|false|||");
  }

  @Test
  void theHeadersAreThePathsOfTheFirstRecords() throws IOException {
    String more = "{\"device\": {\"model\": {\"name\": 1}}}\n{broken\n{\"late\": 1}\n";

    assertThat(JsonRows.headers(in(EVENT + more, UTF_8), 3))
        .containsExactly(
            "event_name",
            "event_timestamp",
            "user_id",
            "event_params.ga_session_id",
            "event_params.page_location",
            "event_params.engaged",
            "device.category",
            "device.web_info.browser",
            "device.is_limited",
            "items.item_id",
            "device.model.name");
    assertThat(JsonRows.headers(in(VISITS, UTF_8), 10))
        .containsExactly(
            "idVisit", "actionDetails.url", "actionDetails.goal.id", "country", "actionDetails");
    assertThat(JsonRows.headers(in(VISITS.substring(0, 140), UTF_8), 10))
        .containsExactly("idVisit", "actionDetails.url", "actionDetails.goal.id", "country");
  }

  @Test
  void aListMayGiveARowPerElement() throws IOException {
    List<String> headers =
        List.of("idVisit", "country", "actionDetails.url", "actionDetails.goal.id");

    assertThat(read(VISITS, headers, "actionDetails"))
        .containsExactly("1: 1|se||", "2: 1|se|/a|3", "3: 1|se|/b|", "4: 2|no||", "5: 3|dk||");
    assertThat(read(VISITS, headers, null)).containsExactly("1: 1|se||", "2: 2|no||", "3: 3|dk||");
  }

  @Test
  void anElementsRowHasTheCellsOfItsRecordOnly() throws IOException {
    assertThat(
            read(
                "[{\"v\":{\"a\":[{\"u\":1},{\"w\":2}]},\"n\":8},{\"v\":{\"a\":[5,{\"u\":3}]}}]",
                List.of("n", "v.a.u", "v.a.w"),
                "v.a"))
        .containsExactly("1: 8||", "2: 8|1|", "3: 8||2", "5: |3|");
  }

  @Test
  void numbersStayAsTheyAreWritten() throws IOException {
    assertThat(
            read(
                "{\"a\":12345678901234567890123,\"b\":1.10,\"c\":-0,\"d\":1E3,\"e\":true}",
                List.of("a", "b", "c", "d", "e"),
                null))
        .containsExactly("1: 12345678901234567890123|1.10|-0|1E3|true");
  }

  @Test
  void keysWithDotsAndKeysWithinKeysAreOnePath() throws IOException {
    assertThat(
            read(
                "{\"a.b\":1,\"a\":{\"c.d\":2},\"p\":[{\"key\":\"x.y\",\"value\":3}]}",
                List.of("a.b", "a.c.d", "p.x.y"),
                null))
        .containsExactly("1: 1|2|3");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void anyUnicodeWillDo(String charset) throws IOException {
    for (String text :
        List.of(
            "{\"a\":\"å\"}\r\n\r\n \n{\"a\":2}\r{\"a\":3}",
            "[\n{\"a\":\"å\"},\n{\"a\":2}, {\"a\":3}]\n")) {
      List<String> expected =
          text.startsWith("[") ? List.of("1: å", "2: 2", "3: 3") : List.of("1: å", "4: 2", "5: 3");
      Charset encoding = Charset.forName(charset);

      assertThat(read(in(text, encoding), List.of("a"), null)).isEqualTo(expected);
      assertThat(read(in("\ufeff" + text, encoding), List.of("a"), null)).isEqualTo(expected);
      assertThat(JsonRows.looksLikeJson(("\ufeff" + text).getBytes(encoding))).isTrue();
      assertThat(JsonRows.looksLikeJson(("\n " + text).getBytes(encoding))).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "id,{\n", "\"{\"", "åäö;{", "<html>", "# [", "ß{"})
  void otherTextIsNotTakenForJson(String text) {
    assertThat(JsonRows.looksLikeJson(text.getBytes(UTF_8))).isFalse();
    assertThat(JsonRows.looksLikeJson(text.getBytes(UTF_16LE))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\": hemlig}",
        "{\"a\": 1",
        "{\"a\": 1}{\"a\": 2}",
        "{\"a\": 1} hemlig",
        "{\"a\": \"hemlig",
        "17",
        "\"hemlig\"",
        "null",
        "]",
        "{\"a\": 1}}",
        "{'a': 1}",
        "{\"a\": 01}"
      })
  void aBrokenLineCostsItself(String broken) throws IOException {
    List<String> rows = read("{\"a\":1}\n" + broken + "\n{\"a\":3}\n", List.of("a"), null);

    assertThat(rows).hasSize(3).startsWith("1: 1").endsWith("3: 3");
    assertThat(rows.get(1)).startsWith("2: unreadable").doesNotContain("hemlig");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "[{\"a\":1},\\n{\"a\": hemlig},{\"a\":3}];   no valid JSON at record 2, on line 2",
        "[{\"a\":1},\\n{\"a\":2]},{\"a\":3}];        no valid JSON at record 2, on line 2",
        "[{\"a\":1}\\n{\"a\":2}];         no valid JSON at record 2, on line 2",
        "[{\"a\":1},\\n\\n,{\"a\":2}];                no valid JSON at record 2, on line 3",
        "[{\"a\":1},\\n];                            no valid JSON at record 2, on line 2",
        "[{\"a\":1}\\n}];                            no valid JSON at record 2, on line 2",
        "[{\"a\":1}\\n,{\"a\":\"hemlig;              ends inside record 2, on line 2: it was cut off",
        "[{\"a\":1};                                ends inside record 2",
        "[{\"a\":1}]\\n{\"a\":2};                    behind the end of the list, on line 2",
      },
      quoteCharacter = '`')
  void aListThatIsBrokenEndsThere(String text, String sentence) throws IOException {
    List<String> rows = new ArrayList<>();
    String list = text.replace("\\n", "\n");
    try (JsonRows reading = new JsonRows(in(list, UTF_8), List.of("a"), null)) {
      rows.add(next(reading));

      assertThatExceptionOfType(IOException.class)
          .isThrownBy(reading::next)
          .withMessageContaining(sentence)
          .matches(e -> !e.getMessage().contains("hemlig"));
      assertThat(next(reading)).isNull();
    }
    assertThat(rows).containsExactly("1: 1");
  }

  @Test
  void elementsThatAreNoRecordsCostThemselves() throws IOException {
    assertThat(read("[{\"a\":1}, 5, [1,2], \"},\", {\"a\":2}]", List.of("a"), null))
        .containsExactly("1: 1", "2: unreadable", "3: unreadable", "4: unreadable", "5: 2");
  }

  @Test
  void anEmptyTextHasNoRows() throws IOException {
    for (String text : List.of("", " \n", "[]", "[ ]\n", "{}", "[{}]")) {
      assertThat(read(text, List.of("a"), null)).as(text).isEmpty();
    }
  }

  @ParameterizedTest(name = "as a list: {0}")
  @ValueSource(booleans = {false, true})
  void recordsWithoutAnEndAreSkippedInBoundedMemory(boolean isList) throws IOException {
    List<InputStream> parts = new ArrayList<>();
    parts.add(in((isList ? "[" : "") + "{\"a\":1}" + (isList ? "," : "\n") + "{\"a\":\"", UTF_8));
    byte[] megabyte = "x,]}".repeat(1 << 18).getBytes(UTF_8);
    for (int i = 0; i < 30; i++) {
      parts.add(new ByteArrayInputStream(megabyte));
    }
    parts.add(in("\"}" + (isList ? "," : "\n") + "{\"a\":3}" + (isList ? "]" : ""), UTF_8));

    assertThat(read(new SequenceInputStream(Collections.enumeration(parts)), List.of("a"), null))
        .containsExactly("1: 1", "2: too_long", "3: 3");
  }

  @Test
  void absurdRecordsAreRefused() throws IOException {
    String deep = "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000);
    String number = "{\"a\":" + "1".repeat(100_000) + "}";
    String many = "{\"l\":[" + "{},".repeat(FlatRecord.MOST_ELEMENTS) + "{}]}";

    assertThat(read(deep + "\n" + number + "\n{\"a\":3}", List.of("a"), null))
        .containsExactly("1: too_long", "2: too_long", "3: 3");
    assertThat(read("[" + deep + "," + number + ",{\"a\":3}]", List.of("a"), null))
        .containsExactly("1: too_long", "2: too_long", "3: 3");
    assertThat(read(many + "\n{\"a\":3}", List.of("a"), "l"))
        .containsExactly("1: too_long", "2: 3");
  }

  @Test
  void thereAreNoMoreHeadersThanAnyExportHas() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      text.append('{');
      for (int j = 0; j < 1000; j++) {
        text.append("\"k%d_%d\":1,".formatted(i, j));
      }
      text.append("\"z\":1}\n");
    }

    assertThat(JsonRows.headers(in(text.toString(), UTF_8), 100)).hasSize(4096);
  }

  @Test
  void keysThatLeadToNothingAreNotRememberedWithoutEnd() throws IOException {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < 20_000; i++) {
      text.append("\"k%d\":{},".formatted(i));
    }

    assertThat(JsonRows.headers(in(text + "\"z\":1}\n", UTF_8), 1)).isEmpty();
  }

  private static InputStream in(String text, Charset charset) {
    return new ByteArrayInputStream(text.getBytes(charset));
  }

  private static List<String> read(String text, List<String> headers, String explode)
      throws IOException {
    return read(in(text, UTF_8), headers, explode);
  }

  private static List<String> read(InputStream in, List<String> headers, String explode)
      throws IOException {
    try (JsonRows rows = new JsonRows(in, headers, explode)) {
      return all(rows);
    }
  }

  static List<String> all(Rows rows) throws IOException {
    List<String> all = new ArrayList<>();
    String next = next(rows);
    while (next != null) {
      all.add(next);
      next = next(rows);
    }
    return all;
  }

  private static String next(Rows rows) throws IOException {
    try {
      Cells cells = rows.next();
      return cells == null ? null : cells.line() + ": " + String.join("|", cells.texts());
    } catch (BadRow e) {
      return rows.line() + ": " + e.reason().code();
    }
  }
}
