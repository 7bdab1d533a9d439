package org.orderpaper.extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.extractor.OldExcelExtractor;
import org.apache.poi.hssf.usermodel.HSSFObjectData;
import org.apache.poi.hssf.usermodel.HSSFPatriarch;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFShape;
import org.apache.poi.hssf.usermodel.HSSFShapeContainer;
import org.apache.poi.hssf.usermodel.HSSFShapeGroup;
import org.apache.poi.hssf.usermodel.HSSFSimpleShape;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.EntryUtils;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.jspecify.annotations.Nullable;

/** Reads spreadsheets of Excel 97 to 2003 (XLS) as displayed, and older ones as mere text. */
final class XlsReader implements FormatReader {

  @Override
  public Reading read(Source source) throws IOException {
    if (FileMagic.valueOf(source.bytes()) != FileMagic.OLE2) {
      return old(source);
    }
    try (BritishOffice _ = new BritishOffice();
        HSSFWorkbook workbook = new HSSFWorkbook(source.stream())) {
      return new Work(workbook, source.writer()).reading();
    } catch (OldExcelFormatException _) {
      return old(source);
    }
  }

  private static Reading old(Source source) throws IOException {
    DocumentWriter writer = source.writer();
    try (OldExcelExtractor old = new OldExcelExtractor(source.stream())) {
      old.getText().lines().forEach(line -> writer.add(Draft.paragraph(line)));
    }
    return Reading.of(writer.finish());
  }

  /** The reading of one workbook. */
  private static final class Work {
    private final HSSFWorkbook workbook;
    private final DocumentWriter writer;
    private final SheetWriter sheets;
    private final CellNumbers numbers;

    Work(HSSFWorkbook workbook, DocumentWriter writer) {
      this.workbook = workbook;
      this.writer = writer;
      this.sheets = new SheetWriter(writer);
      this.numbers = new CellNumbers(workbook.getInternalWorkbook().isUsing1904DateWindowing());
    }

    Reading reading() throws IOException {
      for (int i = 0; i < workbook.getNumberOfSheets() && !sheets.isFull(); i++) {
        if (workbook.isSheetHidden(i) || workbook.isSheetVeryHidden(i)) {
          sheets.hiddenSheet();
        } else {
          sheets.begin(workbook.getSheetName(i));
          read(workbook.getSheetAt(i));
          drawing(workbook.getSheetAt(i).getDrawingPatriarch());
          sheets.end();
        }
      }
      sheets.finish();
      return new Reading(writer.finish(), embedded());
    }

    private void read(Sheet sheet) {
      for (Row row : sheet) {
        if (row.getZeroHeight()) {
          if (row.getPhysicalNumberOfCells() > 0) {
            sheets.hiddenRow();
          }
          continue;
        }
        SortedMap<Integer, String> cells = new TreeMap<>();
        for (Cell cell : row) {
          int column = cell.getColumnIndex();
          if (sheet.isColumnHidden(column)) {
            sheets.hideColumns(column, column);
          }
          cells.put(column, shown(cell));
          if (cell.getCellComment() != null) {
            sheets.comment(cell.getCellComment().getString().getString());
          }
        }
        sheets.row(cells);
      }
    }

    private String shown(Cell cell) {
      CellType type = cell.getCellType();
      return switch (type == CellType.FORMULA ? cell.getCachedFormulaResultType() : type) {
        case NUMERIC ->
            numbers.display(
                cell.getNumericCellValue(),
                cell.getCellStyle().getDataFormat(),
                cell.getCellStyle().getDataFormatString());
        case STRING -> cell.getStringCellValue();
        case BOOLEAN -> cell.getBooleanCellValue() ? "TRUE" : "FALSE";
        case ERROR -> FormulaError.forInt(cell.getErrorCellValue()).getString();
        case BLANK, FORMULA, _NONE -> "";
      };
    }

    private void drawing(@Nullable HSSFPatriarch drawing) {
      if (drawing != null) {
        shapes(drawing);
      }
    }

    private void shapes(HSSFShapeContainer container) {
      for (HSSFShape shape : container.getChildren()) {
        if (shape instanceof HSSFShapeGroup group) {
          shapes(group);
        } else if (shape instanceof HSSFSimpleShape simple
            && !(shape instanceof org.apache.poi.hssf.usermodel.HSSFComment)) {
          @Nullable HSSFRichTextString text = simple.getString();
          sheets.beside(text == null || text.getString() == null ? "" : text.getString());
        }
      }
    }

    private List<Attachment> embedded() throws IOException {
      List<Attachment> embedded = new ArrayList<>();
      for (HSSFObjectData object : workbook.getAllEmbeddedObjects()) {
        if (object.hasDirectoryEntry()) {
          byte[] bytes = standalone(object.getDirectory());
          embedded.add(EmbeddedObject.unwrap("", bytes));
        }
      }
      return embedded;
    }

    private static byte[] standalone(DirectoryEntry folder) throws IOException {
      try (POIFSFileSystem file = new POIFSFileSystem();
          ByteArrayOutputStream out = new ByteArrayOutputStream()) {
        EntryUtils.copyNodes((DirectoryNode) folder, file.getRoot());
        file.writeFilesystem(out);
        return out.toByteArray();
      }
    }
  }
}
