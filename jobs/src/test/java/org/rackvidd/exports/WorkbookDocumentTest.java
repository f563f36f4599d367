package org.rackvidd.exports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookDocumentTest {

  @ParameterizedTest(name = ".xlsx: {0}")
  @ValueSource(booleans = {false, true})
  void cellsOfEveryKindAreRead(boolean isXlsx) throws IOException {
    try (Workbook workbook = isXlsx ? new XSSFWorkbook() : new HSSFWorkbook()) {
      Sheet sheet = workbook.createSheet("Blad");
      Row header = sheet.createRow(0);
      header.createCell(0).setCellValue("Räckvidd");
      header.createCell(2).setCellValue("Datum");
      sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 1));
      Row row = sheet.createRow(6);
      row.createCell(0).setCellValue(true);
      row.createCell(1).setCellErrorValue(FormulaError.DIV0.getCode());
      row.createCell(2).setCellValue(LocalDateTime.of(2026, 5, 11, 15, 30));
      row.getCell(2).setCellStyle(date(workbook));
      row.createCell(3).setCellValue(1204.5);
      Cell formula = row.createCell(4);
      formula.setCellFormula("\"ja\"&\"nej\"");
      workbook.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(formula);
      row.createCell(5, CellType.BLANK);
      row.createCell(6).setCellValue(1.2345678901234568E16);

      assertThat(read(bytes(workbook)))
          .containsExactly(
              "1: Räckvidd||Datum",
              "7: true|#DIV/0!|2026-05-11 15:30|1204.5|janej||1.2345678901234568E16");
    }
  }

  private static CellStyle date(Workbook workbook) {
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.getCreationHelper().createDataFormat().getFormat("yyyy-mm-dd"));
    return style;
  }

  @ParameterizedTest(name = "date1904 {0}")
  @CsvSource({"1, 2030-05-12", "true, 2030-05-12", "0, 2026-05-11", "false, 2026-05-11"})
  void theWorkbookSaysWhereItCountsFrom(String value, String day) throws IOException {
    WorkbookParts parts = dated();
    String workbook = parts.text(WorkbookParts.WORKBOOK);

    assertThat(
            read(
                parts
                    .with(
                        WorkbookParts.WORKBOOK,
                        workbook.replace(
                            "<sheets>", "<workbookPr date1904=\"" + value + "\"/><sheets>"))
                    .zipped()))
        .containsExactly("1: " + day);
  }

  @Test
  void oldWorkbooksSayWhereTheyCountFromToo() throws IOException {
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      Row row = workbook.createSheet().createRow(0);
      row.createCell(0).setCellValue(46_153);
      row.getCell(0).setCellStyle(date(workbook));
      byte[] from1900 = bytes(workbook);
      byte[] from1904 = from1900.clone();
      int record = indexOf(from1904, new byte[] {0x22, 0, 2, 0});
      from1904[record + 4] = 1;

      assertThat(read(from1900)).containsExactly("1: 2026-05-11");
      assertThat(read(from1904)).containsExactly("1: 2030-05-12");
    }
  }

  private static int indexOf(byte[] bytes, byte[] pattern) {
    return new String(bytes, ISO_8859_1).indexOf(new String(pattern, ISO_8859_1));
  }

  private static WorkbookParts dated() {
    return new WorkbookParts()
        .with(
            WorkbookParts.STYLES,
            """
            <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
            <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>
            """)
        .rows("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>46153</v></c></row>");
  }

  @Test
  void aWorkbookWithoutStylesOrSharedTextsIsRead() throws IOException {
    byte[] bare =
        new WorkbookParts()
            .rows("<row><c s=\"7\"><v>46153</v></c><c t=\"str\"><v>å</v></c></row>")
            .without(WorkbookParts.STYLES)
            .without(WorkbookParts.STRINGS)
            .zipped();

    assertThat(read(bare)).containsExactly("1: 46153|å");
  }

  @Test
  void textInRunsIsOneTextWithoutItsReading() throws IOException {
    String runs =
        "<r><t>Vi </t></r><r><rPr/><t xml:space=\"preserve\">söker_x000D_</t></r><rPh sb=\"0\" eb=\"1\"><t>fel</t></rPh>";
    byte[] workbook =
        new WorkbookParts()
            .with(
                WorkbookParts.STRINGS,
                "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si>%s</si></sst>"
                    .formatted(runs))
            .rows(
                "<row><c t=\"inlineStr\"><is>%s</is></c><c t=\"s\"><v>0</v></c><c t=\"d\"><v>2026-05-11T10:00:00</v></c></row>"
                    .formatted(runs))
            .zipped();

    assertThat(read(workbook)).containsExactly("1: Vi söker|Vi söker|2026-05-11T10:00:00");
  }

  @Test
  void rowsFarApartAndAFalseDimensionCostNothing() throws IOException {
    String sheet =
        WorkbookParts.worksheet(
            "",
            "<row r=\"1\"><c><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>2</v></c></row>"
                + "<row r=\"9223372036854775807\"><c r=\"B9\"><v>3</v></c></row>");
    byte[] workbook =
        new WorkbookParts()
            .with(
                WorkbookParts.SHEET,
                sheet.replace("<sheetData>", "<dimension ref=\"A1:XFD1048576\"/><sheetData>"))
            .zipped();

    List<String> rows = read(workbook);

    assertThat(rows).hasSize(3).startsWith("1: 1").endsWith("9223372036854775807: |3");
    assertThat(rows.get(1)).isEqualTo("1048576: " + "|".repeat(CsvRows.MOST_FIELDS - 1) + "2");
  }

  @Test
  void aRowThatIsNumberedOutOfOrderCostsItself() throws IOException {
    byte[] workbook =
        new WorkbookParts()
            .rows(
                "<row r=\"2\"><c><v>1</v></c></row><row r=\"2\"><c><v>2</v></c></row>"
                    + "<row r=\"-5\"><c><v>3</v></c></row><row r=\"3\"><c><v>4</v></c></row>")
            .zipped();

    assertThat(read(workbook)).containsExactly("2: 1", "2: unreadable", "2: unreadable", "3: 4");
  }

  @Test
  void aFormulaWithoutAResultIsNoBlank() throws IOException {
    byte[] workbook =
        new WorkbookParts()
            .rows(
                "<row><c><f>1+1</f><v>2</v></c><c><f>1+1</f><v></v></c><c><f>1+1</f></c>"
                    + "<c t=\"str\"><f>\"\"</f><v></v></c><c><v></v></c><c><v>3</v></c></row>")
            .zipped();

    assertThat(read(workbook)).containsExactly("1: 2|#CALC!|#CALC!|||3");
  }

  @Test
  void aNumberWithThreeDecimalsIsNeverTakenForThousands() throws IOException {
    byte[] workbook =
        new WorkbookParts()
            .rows("<row><c><v>1.125</v></c><c><v>1.25</v></c><c><v>-12.001</v></c></row>")
            .zipped();

    assertThat(read(workbook)).containsExactly("1: 1.1250|1.25|-12.0010");
  }

  @Test
  void textMayStandInACharacterSection() throws IOException {
    byte[] workbook =
        new WorkbookParts().rows(WorkbookParts.row("<![CDATA[<a>]]>", "a<![CDATA[b]]>")).zipped();

    assertThat(read(workbook)).containsExactly("1: <a>|ab");
  }

  @Test
  void sheetsOfTheSameNameAreKeptApart() throws IOException {
    WorkbookParts parts = new WorkbookParts();
    String sheet = parts.text(WorkbookParts.WORKBOOK);
    String twice = sheet.replaceFirst("(<sheet .*/>)", "$1$1$1");
    byte[] workbook = parts.with(WorkbookParts.WORKBOOK, twice).zipped();

    try (WorkbookDocument document = WorkbookDocument.open(new ByteArrayInputStream(workbook))) {
      assertThat(document.sheets())
          .extracting(WorkbookDocument.Sheet::name)
          .containsExactly("All posts", "All posts (2)", "All posts (3)");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {WorkbookParts.STYLES, WorkbookParts.WORKBOOK, "xl/_rels/workbook.xml.rels"})
  void morePartsThanFitInMemoryAreRefused(String part) {
    WorkbookParts parts = new WorkbookParts();
    String padded = parts.text(part) + "<!--" + random(17 << 20) + "-->";

    assertFault(parts.with(part, padded).zipped(), "no cells");
  }

  @Test
  void aSheetOfGapsIsStopped() throws IOException {
    byte[] workbook =
        new WorkbookParts()
            .rows(
                "<row><c><v>1</v></c></row>"
                    + noise("<row><c r=\"XFD1\"><v>%d</v></c></row>", 2_000))
            .zipped();

    assertFault(workbook, "gaps");
  }

  @Test
  void cellsAndRowsWithoutAnEndAreSkipped() throws IOException {
    byte[] workbook =
        new WorkbookParts()
            .with(
                WorkbookParts.STRINGS,
                "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>%s</t></si></sst>"
                    .formatted(random(1 << 20)))
            .rows(
                "<row r=\"1\"><c><v>1</v></c></row><row r=\"2\">"
                    + "<c t=\"s\"><v>0</v></c>".repeat(5)
                    + "</row><row r=\"3\"><c t=\"inlineStr\"><is><t>"
                    + random(5 << 20)
                    + "</t></is></c></row><row r=\"4\"><c><v>4</v></c></row>")
            .zipped();

    assertThat(read(workbook)).containsExactly("1: 1", "2: too_long", "3: too_long", "4: 4");
  }

  @Test
  void moreTextThanFitsInMemoryIsRefused() {
    String one = "<si><t>" + random(1 << 20) + "</t></si>";
    byte[] workbook =
        new WorkbookParts()
            .with(
                WorkbookParts.STRINGS,
                "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" uniqueCount=\"2147483647\">%s</sst>"
                    .formatted(one.repeat(66)))
            .zipped();

    assertFault(workbook, "too much text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        WorkbookParts.SHEET,
        WorkbookParts.STRINGS,
        WorkbookParts.WORKBOOK,
        WorkbookParts.STYLES
      })
  void entitiesAreNotResolved(String part) {
    WorkbookParts parts = new WorkbookParts().rows(WorkbookParts.row("a"));
    String declared =
        "<!DOCTYPE x [<!ENTITY e \"hemlig\">]>"
            + parts.text(part).replaceFirst("(<\\w+[^>/]*)(/?>)", "$1 x=\"&e;\"$2");

    assertFault(parts.with(part, declared).zipped(), "");
  }

  @ParameterizedTest
  @CsvSource({
    "r, 1A, 7",
    "t, s, 7",
    "t, s, x",
    "s, x, 7",
    "s, 99999999999, 7",
    "t, n, 0x1p3",
    "t, n, 7d",
    "t, n, NaN",
    "t, n, sju"
  })
  void aDamagedCellCostsItsRow(String attribute, String kind, String value) throws IOException {
    byte[] workbook =
        dated()
            .rows(
                "<row r=\"1\"><c><v>1</v></c><c %s=\"%s\"><v>%s</v></c><c><v>3</v></c></row>"
                        .formatted(attribute, kind, value)
                    + "<row r=\"2\"><c><v>4</v></c></row>")
            .zipped();

    assertThat(read(workbook)).containsExactly("1: unreadable", "2: 4");
  }

  @Test
  void whatIsSaidOfDamageDoesNotQuoteTheCell() throws IOException {
    byte[] workbook =
        dated().rows("<row r=\"1\"><c><v>anna@example.se 850412-1234</v></c></row>").zipped();

    try (WorkbookDocument document = WorkbookDocument.open(new ByteArrayInputStream(workbook));
        Rows rows = document.sheets().get(0).rows()) {
      assertThatExceptionOfType(BadRow.class)
          .isThrownBy(rows::next)
          .withMessage("Its cell in column 1 is damaged.");
    }
  }

  private static void assertFault(byte[] workbook, String problem) {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> read(workbook))
        .withMessageContaining(problem);
  }

  private static String noise(String pattern, int times) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < times; i++) {
      text.append(pattern.formatted(i));
    }
    return text.toString();
  }

  /** Text that cannot be packed so well that it is taken for a bomb. */
  private static String random(int length) {
    return new Random(7)
        .ints(length, 'a', 'z')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static byte[] bytes(Workbook workbook) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    workbook.write(bytes);
    return bytes.toByteArray();
  }

  private static List<String> read(byte[] workbook) throws IOException {
    try (WorkbookDocument document = WorkbookDocument.open(new ByteArrayInputStream(workbook));
        Rows rows = document.sheets().get(0).rows()) {
      return JsonRowsTest.all(rows);
    }
  }
}
