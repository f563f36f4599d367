package org.rackvidd.exports;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.NotOfficeXmlFileException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipInputStreamZipEntrySource;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.xml.sax.SAXException;

/** An .xls or .xlsx file; which of the two it is, is seen from its first bytes. */
final class WorkbookDocument implements Closeable {

  /** A sheet, to be read while its workbook is open. */
  interface Sheet {
    String name();

    Rows rows() throws IOException;
  }

  private static final int MOST_IN_MEMORY = 16 << 20;
  private static final long LARGEST_PART = 512L << 20;

  static {
    // What a small archive unpacks to can be a hundred times as large.
    ZipSecureFile.setMaxEntrySize(LARGEST_PART);
    ZipInputStreamZipEntrySource.setThresholdBytesForTempFiles(MOST_IN_MEMORY);
    ZipInputStreamZipEntrySource.setEncryptTempFiles(true);
  }

  private final Closeable workbook;
  private final List<Sheet> sheets;

  private WorkbookDocument(Closeable workbook, List<Sheet> sheets) {
    this.workbook = workbook;
    this.sheets = sheets;
  }

  /**
   * @throws IOException where the file is damaged, encrypted or no workbook
   */
  static WorkbookDocument open(InputStream in) throws IOException {
    InputStream prepared = FileMagic.prepareToCheckMagic(in);
    try {
      return switch (FileMagic.valueOf(prepared)) {
        case OLE2 -> openXls(prepared);
        case OOXML -> openXlsx(prepared);
        default -> throw new IOException("It is neither an .xls nor an .xlsx workbook.");
      };
    } catch (EncryptedDocumentException e) {
      throw new IOException("It is protected by a password. Save it without one.", e);
    } catch (NotOfficeXmlFileException | InvalidFormatException e) {
      throw new IOException(
          "It is a zip archive and no workbook. Unpack it into the landing folder.", e);
    } catch (OpenXML4JException | SAXException | RuntimeException e) {
      // POI answers a damaged file with exceptions of many kinds.
      throw new IOException("The workbook is damaged: " + firstCause(e).getMessage(), e);
    }
  }

  private static Throwable firstCause(Throwable e) {
    return e.getCause() == null ? e : firstCause(e.getCause());
  }

  private static WorkbookDocument openXls(InputStream in) throws IOException {
    HSSFWorkbook workbook = new HSSFWorkbook(in);
    List<Sheet> sheets = new ArrayList<>();
    workbook.forEach(sheet -> sheets.add(new XlsRows.XlsSheet((HSSFSheet) sheet)));
    return new WorkbookDocument(workbook, sheets);
  }

  private static WorkbookDocument openXlsx(InputStream in)
      throws IOException, OpenXML4JException, SAXException {
    OPCPackage opc = OPCPackage.open(in);
    XSSFReader reader = new XSSFReader(opc);
    var strings = new ReadOnlySharedStringsTable(opc, false);
    var styles = reader.getStylesTable();
    List<Sheet> sheets = new ArrayList<>();
    var iterator = (XSSFReader.SheetIterator) reader.getSheetsData();
    while (iterator.hasNext()) {
      iterator.next().close();
      sheets.add(
          new XlsxRows.XlsxSheet(
              iterator.getSheetName(), iterator.getSheetPart(), strings, styles));
    }
    return new WorkbookDocument(opc::revert, sheets);
  }

  List<Sheet> sheets() {
    return sheets;
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }
}
