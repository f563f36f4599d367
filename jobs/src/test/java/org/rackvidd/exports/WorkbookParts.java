package org.rackvidd.exports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The smallest .xlsx there is, part by part, so that a test can spoil any of them. */
final class WorkbookParts {
  static final String SHEET = "xl/worksheets/sheet1.xml";
  static final String STRINGS = "xl/sharedStrings.xml";
  static final String STYLES = "xl/styles.xml";
  static final String WORKBOOK = "xl/workbook.xml";

  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  WorkbookParts() {
    with(
        "[Content_Types].xml",
        """
        <Types xmlns="%scontent-types">
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        <Override PartName="/%s" ContentType="%ssheet.main+xml"/>
        <Override PartName="/%s" ContentType="%sworksheet+xml"/>
        <Override PartName="/%s" ContentType="%ssharedStrings+xml"/>
        <Override PartName="/%s" ContentType="%sstyles+xml"/>
        </Types>
        """
            .formatted(PACKAGE, WORKBOOK, TYPE, SHEET, TYPE, STRINGS, TYPE, STYLES, TYPE));
    with("_rels/.rels", relations(Map.of("officeDocument", WORKBOOK)));
    with(
        WORKBOOK,
        """
        <workbook xmlns="%s" xmlns:r="%s">
        <sheets><sheet name="All posts" sheetId="1" r:id="worksheet"/></sheets>
        </workbook>
        """
            .formatted(MAIN, OFFICE));
    with(
        "xl/_rels/workbook.xml.rels",
        relations(
            Map.of(
                "worksheet", "worksheets/sheet1.xml",
                "sharedStrings", "sharedStrings.xml",
                "styles", "styles.xml")));
    with(STRINGS, "<sst xmlns=\"%s\"/>".formatted(MAIN));
    with(STYLES, "<styleSheet xmlns=\"%s\"/>".formatted(MAIN));
    rows("");
  }

  private static String relations(Map<String, String> targets) {
    StringBuilder relations = new StringBuilder();
    targets.forEach(
        (type, target) ->
            relations.append(
                "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>"
                    .formatted(type, OFFICE, type, target)));
    return "<Relationships xmlns=\"%srelationships\">%s</Relationships>"
        .formatted(PACKAGE, relations);
  }

  /** The part with another content; the XML declaration is added. */
  WorkbookParts with(String part, String content) {
    return with(part, (HEAD + content).getBytes(UTF_8));
  }

  WorkbookParts with(String part, byte[] content) {
    parts.put(part, content);
    return this;
  }

  WorkbookParts without(String part) {
    parts.remove(part);
    return this;
  }

  /** The content of a part, without its XML declaration. */
  String text(String part) {
    return new String(parts.get(part), UTF_8).substring(HEAD.length());
  }

  /** The sheet with these {@code <row>} elements. */
  WorkbookParts rows(String rows) {
    return with(SHEET, worksheet("", rows));
  }

  /**
   * A sheet's XML.
   *
   * @param before what stands before its root, such as a document type
   */
  static String worksheet(String before, String rows) {
    return "%s<worksheet xmlns=\"%s\"><sheetData>%s</sheetData></worksheet>"
        .formatted(before, MAIN, rows);
  }

  /** A row whose cells hold their text themselves. */
  static String row(String... cells) {
    StringBuilder row = new StringBuilder("<row>");
    for (String cell : cells) {
      row.append("<c t=\"inlineStr\"><is><t>").append(cell).append("</t></is></c>");
    }
    return row.append("</row>").toString();
  }

  byte[] zipped() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setLevel(Deflater.BEST_SPEED);
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
