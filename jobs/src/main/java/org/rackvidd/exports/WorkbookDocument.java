package org.rackvidd.exports;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.NotOfficeXmlFileException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.internal.ZipHelper;
import org.apache.poi.openxml4j.util.ZipEntrySource;
import org.apache.poi.openxml4j.util.ZipInputStreamZipEntrySource;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.xml.sax.Attributes;
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

  /** Parts that POI makes trees of, ten times their size and more. */
  private static final int LARGEST_TREE = 16 << 20;

  private static final Pattern TREE_NAME = Pattern.compile("(?i)\\[Content_Types]\\.xml|.*\\.rels");
  private static final Pattern TREE_TYPE = Pattern.compile(".*(?:main|styles|theme)\\+xml");

  /** An .xls workbook is read as a whole; sheets of 65 536 rows need no more. */
  private static final int LARGEST_XLS = 128 << 20;

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
    this.sheets = distinct(sheets);
  }

  /** A sheet is known by its name; Excel lets no two have the same, but files may. */
  private static List<Sheet> distinct(List<Sheet> sheets) {
    Set<String> names = new HashSet<>();
    List<Sheet> distinct = new ArrayList<>();
    for (Sheet sheet : sheets) {
      String name = sheet.name();
      for (int same = 2; !names.add(name); same++) {
        name = sheet.name() + " (" + same + ")";
      }
      distinct.add(name.equals(sheet.name()) ? sheet : new Renamed(name, sheet));
    }
    return distinct;
  }

  private record Renamed(String name, Sheet sheet) implements Sheet {
    @Override
    public Rows rows() throws IOException {
      return sheet.rows();
    }
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
    } catch (TooMuchText e) {
      throw new IOException("It holds too much text for a workbook. Export it as CSV.", e);
    } catch (OpenXML4JException | SAXException | RuntimeException e) {
      throw damaged("The workbook is damaged. Save it again, or export it again.", e);
    }
  }

  /**
   * What damage is answered with: POI and the parsers know exceptions of many kinds for it, which
   * may quote a cell.
   */
  static IOException damaged(String sentence, Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (String.valueOf(cause.getMessage()).startsWith("Zip bomb")) {
        return UnpackedStream.bomb();
      }
    }
    return new IOException(sentence, e);
  }

  private static WorkbookDocument openXls(InputStream in) throws IOException {
    byte[] content = in.readNBytes(LARGEST_XLS + 1);
    if (content.length > LARGEST_XLS) {
      throw new IOException(
          "The workbook is larger than %d MB. Save it as .xlsx.".formatted(LARGEST_XLS >> 20));
    }
    HSSFWorkbook workbook = new HSSFWorkbook(new ByteArrayInputStream(content));
    boolean from1904 = workbook.getInternalWorkbook().isUsing1904DateWindowing();
    List<Sheet> sheets = new ArrayList<>();
    workbook.forEach(sheet -> sheets.add(new XlsRows.XlsSheet((HSSFSheet) sheet, from1904)));
    return new WorkbookDocument(workbook, sheets);
  }

  private static WorkbookDocument openXlsx(InputStream in)
      throws IOException, OpenXML4JException, SAXException {
    ZipEntrySource zip = new ZipInputStreamZipEntrySource(ZipHelper.openZipStream(in));
    for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
      if (TREE_NAME.matcher(entry.getName()).matches()) {
        checkTree(zip.getInputStream(entry));
      }
    }
    OPCPackage opc = OPCPackage.open(zip);
    for (PackagePart part : opc.getParts()) {
      if (TREE_TYPE.matcher(part.getContentType()).matches()) {
        checkTree(part.getInputStream());
      }
    }
    XSSFReader reader = new XSSFReader(opc);
    var strings = new BoundedStrings(opc);
    boolean from1904 = XlsxRows.countsFrom1904(reader.getWorkbookData());
    var styles = reader.getStylesTable();
    List<Sheet> sheets = new ArrayList<>();
    var iterator = (XSSFReader.SheetIterator) reader.getSheetsData();
    while (iterator.hasNext()) {
      iterator.next().close();
      sheets.add(
          new XlsxRows.XlsxSheet(
              iterator.getSheetName(), iterator.getSheetPart(), strings, styles, from1904));
    }
    return new WorkbookDocument(opc::revert, sheets);
  }

  private static void checkTree(InputStream part) throws IOException {
    try (part) {
      if (part.readNBytes(LARGEST_TREE + 1).length > LARGEST_TREE) {
        throw new IOException(
            "The workbook has more than %d MB of styles or of other things that are no cells."
                .formatted(LARGEST_TREE >> 20));
      }
    }
  }

  /** A workbook's texts are held in memory, and each cell may name one: so they are counted. */
  private static final class BoundedStrings extends ReadOnlySharedStringsTable {
    private static final long MOST_CHARACTERS = 64L << 20;
    private static final int CHARACTERS_OF_NOTHING = 8;

    // Set to nought before, and counted up within, the constructor of the class above.
    private long characters;

    BoundedStrings(OPCPackage opc) throws IOException, SAXException {
      super(opc, false);
    }

    @Override
    public void startElement(String uri, String name, String prefixed, Attributes attributes)
        throws SAXException {
      if (name.equals("si")) {
        count(CHARACTERS_OF_NOTHING);
      }
      super.startElement(uri, name, prefixed, attributes);
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
      count(length);
      super.characters(text, start, length);
    }

    private void count(int length) throws SAXException {
      characters += length;
      if (characters > MOST_CHARACTERS) {
        throw new TooMuchText();
      }
    }
  }

  List<Sheet> sheets() {
    return sheets;
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }

  private static final class TooMuchText extends SAXException {
    private static final long serialVersionUID = 1L;
  }
}
