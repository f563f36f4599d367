package org.rackvidd.exports;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;

/**
 * Rows of a sheet of an .xlsx workbook, pulled from its XML one by one: POI's own event reader
 * pushes, and its tree needs a hundred times the file's size.
 */
final class XlsxRows implements Rows {
  /** How words are to be read out; it stands beside them in East Asian text. */
  private static final String READING = "rPh";

  /** A formula of which no program has stored a result is as good as an error, and no blank. */
  private static final String NEVER_COMPUTED = "#CALC!";

  /** A file of a few bytes may say that every row has a cell in the last of all columns. */
  private static final long MOST_GAPS = 30_000_000;

  private final XlsxSheet sheet;
  private final InputStream in;
  private final XMLStreamReader xml;
  private final Cells cells = new Cells();
  private long gaps;
  private int rowLength;

  /**
   * @param styles null where the workbook has none
   * @param from1904 whether its days are counted from 1904, as old programs for the Mac did
   */
  record XlsxSheet(
      String name,
      PackagePart part,
      ReadOnlySharedStringsTable strings,
      StylesTable styles,
      boolean from1904)
      implements WorkbookDocument.Sheet {
    @Override
    public Rows rows() throws IOException {
      return new XlsxRows(this);
    }
  }

  private XlsxRows(XlsxSheet sheet) throws IOException {
    this.sheet = sheet;
    this.in = sheet.part().getInputStream();
    try {
      this.xml = reader(in);
    } catch (XMLStreamException e) {
      in.close();
      throw WorkbookDocument.damaged("The sheet cannot be read.", e);
    }
  }

  private static XMLStreamReader reader(InputStream in) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory.createXMLStreamReader(in);
  }

  /**
   * Whether a workbook counts its days from 1904.
   *
   * @param workbook its main part; closed
   */
  static boolean countsFrom1904(InputStream workbook) throws IOException {
    try (workbook) {
      XMLStreamReader xml = reader(workbook);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT
            && xml.getLocalName().equals("workbookPr")) {
          String value = xml.getAttributeValue(null, "date1904");
          return "1".equals(value) || "true".equals(value);
        }
      }
      return false;
    } catch (XMLStreamException e) {
      throw WorkbookDocument.damaged("The workbook is damaged.", e);
    }
  }

  @Override
  public Cells next() throws IOException, BadRow {
    try {
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("row")) {
          readRow();
          if (!cells.isBlank()) {
            return cells;
          }
        }
      }
      return null;
    } catch (XMLStreamException | RuntimeException e) {
      throw WorkbookDocument.damaged(
          "The sheet is damaged behind row %,d.".formatted(cells.line()), e);
    }
  }

  private void readRow() throws XMLStreamException, IOException, BadRow {
    String number = xml.getAttributeValue(null, "r");
    long last = cells.line();
    long own = number == null ? last + 1 : Long.parseLong(number);
    rowLength = 0;
    cells.begin(Math.max(own, last));
    if (own <= last) {
      // Where a table begins and ends, and what is its header, is told by the numbers of rows.
      throw new BadRow(
          Reason.UNREADABLE,
          "The row is numbered %d and stands below row %d.".formatted(own, last));
    }
    while (xml.next() != XMLStreamConstants.END_ELEMENT || !xml.getLocalName().equals("row")) {
      if (xml.isStartElement() && xml.getLocalName().equals("c")) {
        readCell();
      }
    }
  }

  private void readCell() throws XMLStreamException, IOException, BadRow {
    String reference = xml.getAttributeValue(null, "r");
    int column = reference == null ? cells.size() : column(reference);
    if (column >= CsvRows.MOST_FIELDS || column < 0) {
      throw new BadRow(Reason.TOO_MANY_FIELDS, "The row reaches column " + reference + ".");
    }
    if (column < cells.size()) {
      throw new BadRow(Reason.UNREADABLE, "The row's cells are out of order at " + reference + ".");
    }
    gaps += column - cells.size();
    if (gaps > MOST_GAPS) {
      throw new IOException("The sheet is hardly more than gaps between its cells.");
    }
    while (cells.size() < column) {
      cells.add("");
    }
    String type = xml.getAttributeValue(null, "t");
    String style = xml.getAttributeValue(null, "s");
    StringBuilder value = new StringBuilder();
    boolean inValue = false;
    boolean inReading = false;
    boolean isFormula = false;
    while (xml.next() != XMLStreamConstants.END_ELEMENT || !xml.getLocalName().equals("c")) {
      if (xml.isStartElement()) {
        inReading = inReading || xml.getLocalName().equals(READING);
        isFormula = isFormula || xml.getLocalName().equals("f");
        inValue = !inReading && (xml.getLocalName().equals("v") || xml.getLocalName().equals("t"));
      } else if (xml.isEndElement()) {
        inReading = inReading && !xml.getLocalName().equals(READING);
        inValue = false;
      } else if (inValue && isText()) {
        checkLength(value.length() + xml.getTextLength());
        value.append(xml.getText());
      }
    }
    boolean wasNeverComputed = isFormula && value.isEmpty() && !"str".equals(type);
    String text = wasNeverComputed ? NEVER_COMPUTED : text(type, style, value.toString());
    checkLength(text.length());
    rowLength += text.length();
    cells.add(text);
  }

  private boolean isText() {
    return xml.isCharacters() || xml.getEventType() == XMLStreamConstants.CDATA;
  }

  private void checkLength(int more) throws BadRow {
    if (more > CsvRows.LONGEST_ROW - rowLength) {
      throw new BadRow(
          Reason.TOO_LONG,
          "The row has more than %,d characters; it was skipped.".formatted(CsvRows.LONGEST_ROW));
    }
  }

  /** One damaged cell costs its row, not the sheet. */
  private String text(String type, String style, String value) throws BadRow {
    try {
      return read(type, style, value);
    } catch (RuntimeException e) {
      throw new BadRow(
          Reason.UNREADABLE, "Its cell in column %d is damaged.".formatted(cells.size() + 1));
    }
  }

  private String read(String type, String style, String value) {
    if (value.isEmpty() || "e".equals(type)) {
      return value;
    }
    if ("s".equals(type)) {
      return sheet.strings().getItemAt(Integer.parseInt(value)).getString();
    }
    if ("b".equals(type)) {
      return value.equals("1") ? "true" : "false";
    }
    if (type == null || type.equals("n")) {
      return XlsRows.number(number(value), isDate(style), sheet.from1904());
    }
    // Excel writes characters that XML has no place for as _x000D_ and the like.
    return value.contains("_x") ? new XSSFRichTextString(value).getString() : value;
  }

  /** As XML has them: Java knows further ways, such as 0x1p3 and 7d. */
  private static double number(String value) {
    String digits = value.strip();
    if (!digits.chars().allMatch(c -> "0123456789+-.eE".indexOf(c) >= 0)) {
      throw new NumberFormatException();
    }
    return Double.parseDouble(digits);
  }

  private int column(String reference) throws BadRow {
    try {
      return new CellReference(reference).getCol();
    } catch (RuntimeException e) {
      throw new BadRow(
          Reason.UNREADABLE,
          "Its cell behind column %d does not say where it is.".formatted(cells.size()));
    }
  }

  private boolean isDate(String style) {
    if (style == null || sheet.styles() == null) {
      return false;
    }
    XSSFCellStyle cellStyle = sheet.styles().getStyleAt(Integer.parseInt(style));
    return cellStyle != null
        && DateUtil.isADateFormat(cellStyle.getDataFormat(), cellStyle.getDataFormatString());
  }

  @Override
  public long line() {
    return cells.line();
  }

  @Override
  public void close() throws IOException {
    try {
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    } finally {
      in.close();
    }
  }
}
