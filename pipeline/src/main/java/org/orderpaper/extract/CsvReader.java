package org.orderpaper.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a table of comma-, semicolon- or tab-separated values: one row a record. */
final class CsvReader implements FormatReader {

  private static final char[] DELIMITERS = {',', ';', '\t', '|'};

  /** So many records tell what parts their values. */
  private static final int LOOKED_AT = 50;

  private static final int HEAD = 1 << 16;

  /** What spreadsheets write into the first line for each other. */
  private static final String SEPARATOR = "sep=";

  private static final char NO_QUOTE = '\0';

  @Override
  public Reading read(Source source) throws IOException {
    String text = TextDecoder.decode(source.bytes());
    DocumentWriter writer = source.writer();
    char delimiter;
    if (text.startsWith(SEPARATOR) && text.length() > SEPARATOR.length()) {
      delimiter = text.charAt(SEPARATOR.length());
      text = text.substring(SEPARATOR.length() + 1).stripLeading();
    } else {
      delimiter = delimiterOf(text);
    }
    int end = endOfClosedQuotations(text, delimiter);
    addRows(text.substring(0, end), format(delimiter, '"'), writer);
    // A quotation that is never closed would swallow the rest of the table as one value.
    addRows(text.substring(end), format(delimiter, NO_QUOTE), writer);
    return Reading.of(writer.finish());
  }

  private static void addRows(String text, CSVFormat format, DocumentWriter writer)
      throws IOException {
    try (CSVParser records = CSVParser.parse(text, format)) {
      for (CSVRecord record : records) {
        writer.add(Draft.row(record.toList()));
        if (writer.isFull()) {
          break;
        }
      }
    }
  }

  private static CSVFormat format(char delimiter, char quote) {
    return CSVFormat.DEFAULT
        .builder()
        .setDelimiter(delimiter)
        .setQuote(quote == NO_QUOTE ? null : quote)
        // A stray quotation mark is common in tables typed by hand and spoils nothing.
        .setLenientEof(true)
        .setTrailingData(true)
        .get();
  }

  /** Where the line begins in which a quotation is opened and never closed; else the end. */
  private static int endOfClosedQuotations(String text, char delimiter) {
    int line = 0;
    int opened = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' && opened >= 0) {
        opened = -1;
      } else if (c == '"' && (i == line || text.charAt(i - 1) == delimiter || isDoubled(text, i))) {
        opened = line;
      } else if (c == '\n' && opened < 0) {
        line = i + 1;
      }
    }
    return opened < 0 ? text.length() : opened;
  }

  /** The second of two quotation marks, which stand for one inside a quotation. */
  private static boolean isDoubled(String text, int at) {
    return at > 0 && text.charAt(at - 1) == '"';
  }

  /** The character that parts the records most evenly. */
  private static char delimiterOf(String text) {
    String head = text.substring(0, Math.min(text.length(), HEAD));
    char best = ',';
    double most = 0;
    for (char candidate : DELIMITERS) {
      double evenness = evenness(head, candidate);
      if (evenness > most) {
        most = evenness;
        best = candidate;
      }
    }
    return best;
  }

  /** How many of the records have the commonest number of values, if that is more than one. */
  private static double evenness(String head, char delimiter) {
    Map<Integer, Integer> counts = new HashMap<>();
    int records = 0;
    try (CSVParser parser = CSVParser.parse(head, format(delimiter, '"'))) {
      for (CSVRecord record : parser) {
        counts.merge(record.size(), 1, Integer::sum);
        if (++records == LOOKED_AT) {
          break;
        }
      }
    } catch (IOException | UncheckedIOException _) {
      return 0;
    }
    int alike = 0;
    int columns = 0;
    for (Map.Entry<Integer, Integer> count : counts.entrySet()) {
      if (count.getKey() > 1 && count.getValue() > alike) {
        alike = count.getValue();
        columns = count.getKey();
      }
    }
    return records == 0 ? 0 : (double) alike / records + Math.min(columns, LOOKED_AT) / 1000.0;
  }

  /** Whether a text file is a table all the same: every line has the same number of tabs. */
  static boolean isTable(List<String> lines, int fewestTabs) {
    long tabs = -1;
    int rows = 0;
    for (String line : lines) {
      if (line.isBlank()) {
        continue;
      }
      long here = line.chars().filter(c -> c == '\t').count();
      if (here < fewestTabs || (tabs >= 0 && tabs != here) || line.startsWith("\t")) {
        return false;
      }
      tabs = here;
      rows++;
    }
    return rows > 1;
  }
}
