package org.orderpaper.extract;

import java.util.Locale;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.jspecify.annotations.Nullable;

/** Shows the numbers in cells of a spreadsheet as Excel shows them in Britain. */
final class CellNumbers {

  private static final int SHORT_DATE = 14;
  private static final int DATE_AND_TIME = 22;

  private final DataFormatter formatter = new DataFormatter(Locale.UK);
  private final boolean since1904;

  /**
   * The numbers of one workbook.
   *
   * @param since1904 whether its days are counted from 1904, as Excel for Macintosh did
   */
  CellNumbers(boolean since1904) {
    this.since1904 = since1904;
  }

  /**
   * A number as displayed.
   *
   * @param format the number of its format
   * @param pattern its format, or null if only the number is known
   */
  String display(double value, int format, @Nullable String pattern) {
    String shown = pattern == null ? "General" : pattern;
    return formatter.formatRawCellContents(value, format, ofSystem(format, shown), since1904);
  }

  /** These formats mean "as this country writes dates"; files name the American pattern. */
  private static String ofSystem(int format, String pattern) {
    if (format == SHORT_DATE) {
      return "dd/mm/yyyy";
    }
    if (format == DATE_AND_TIME) {
      return "dd/mm/yyyy hh:mm";
    }
    if (pattern.startsWith("[$-F800]")) {
      return "dd mmmm yyyy";
    }
    return pattern.startsWith("[$-F400]") ? "hh:mm:ss" : pattern;
  }
}
