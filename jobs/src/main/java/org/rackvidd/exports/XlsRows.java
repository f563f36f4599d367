package org.rackvidd.exports;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.Iterator;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;

/** Rows of a sheet of an .xls workbook. The format caps a sheet at 65 536 rows. */
final class XlsRows implements Rows {
  private final Iterator<Row> rows;
  private final Cells cells = new Cells();

  private final boolean from1904;

  private XlsRows(XlsSheet sheet) {
    this.rows = sheet.sheet().iterator();
    this.from1904 = sheet.from1904();
  }

  /**
   * @param from1904 whether its days are counted from 1904, as old programs for the Mac did
   */
  record XlsSheet(HSSFSheet sheet, boolean from1904) implements WorkbookDocument.Sheet {
    @Override
    public String name() {
      return sheet.getSheetName();
    }

    @Override
    public Rows rows() {
      return new XlsRows(this);
    }
  }

  @Override
  public Cells next() throws IOException, BadRow {
    try {
      return nextFilled();
    } catch (RuntimeException e) {
      // POI answers damage with exceptions of many kinds.
      throw WorkbookDocument.damaged("The sheet is damaged.", e);
    }
  }

  private Cells nextFilled() throws BadRow {
    while (rows.hasNext()) {
      Row row = rows.next();
      cells.begin(row.getRowNum() + 1L);
      for (int i = 0; i < Math.max(0, row.getLastCellNum()); i++) {
        cells.add(text(row, i));
      }
      if (!cells.isBlank()) {
        return cells;
      }
    }
    return null;
  }

  /** One damaged cell costs its row, not the sheet. */
  private String text(Row row, int column) throws BadRow {
    try {
      return text(row.getCell(column));
    } catch (RuntimeException e) {
      throw new BadRow(
          Reason.UNREADABLE, "Its cell in column %d is damaged.".formatted(column + 1));
    }
  }

  private String text(Cell cell) {
    if (cell == null) {
      return "";
    }
    CellType type =
        cell.getCellType() == CellType.FORMULA
            ? cell.getCachedFormulaResultType()
            : cell.getCellType();
    return switch (type) {
      case STRING -> cell.getStringCellValue();
      case BOOLEAN -> Boolean.toString(cell.getBooleanCellValue());
      case NUMERIC ->
          number(cell.getNumericCellValue(), DateUtil.isCellDateFormatted(cell), from1904);
      case ERROR -> FormulaError.forInt(cell.getErrorCellValue()).getString();
      default -> "";
    };
  }

  /** A number as plain digits, a date as ISO text. */
  static String number(double value, boolean isDate, boolean from1904) {
    if (isDate && DateUtil.isValidExcelDate(value)) {
      var time = DateUtil.getLocalDateTime(value, from1904);
      return time.toLocalTime().equals(LocalTime.MIDNIGHT)
          ? time.toLocalDate().toString()
          : time.toLocalDate() + " " + time.toLocalTime().withNano(0);
    }
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    BigDecimal plain = BigDecimal.valueOf(value).stripTrailingZeros();
    if (plain.precision() - plain.scale() > 15) {
      // Fifteen digits are all a spreadsheet keeps: a longer id is damaged, and must look it.
      return Double.toString(value);
    }
    // With three decimals it might pass for thousands in a sheet that has numbers as text as well.
    return (plain.scale() == 3 ? plain.setScale(4) : plain).toPlainString();
  }

  @Override
  public long line() {
    return cells.line();
  }

  @Override
  public void close() {}
}
