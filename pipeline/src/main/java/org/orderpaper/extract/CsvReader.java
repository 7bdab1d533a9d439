package org.orderpaper.extract;

import java.io.IOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a table of comma-, semicolon- or tab-separated values: one row a record. */
final class CsvReader implements FormatReader {

  @Override
  public Reading read(Source source) throws IOException {
    String text = TextDecoder.decode(source.bytes());
    DocumentWriter writer = source.writer();
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(delimiterOf(text))
            // A stray quotation mark is common in tables typed by hand and spoils nothing.
            .setLenientEof(true)
            .setTrailingData(true)
            .get();
    try (CSVParser records = CSVParser.parse(text, format)) {
      for (CSVRecord record : records) {
        writer.add(Draft.row(record.toList()));
        if (writer.isFull()) {
          break;
        }
      }
    }
    return Reading.of(writer.finish());
  }

  private static char delimiterOf(String text) {
    String head = text.lines().findFirst().orElse("");
    char best = ',';
    for (char candidate : new char[] {';', '\t'}) {
      if (count(head, candidate) > count(head, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static long count(String line, char sought) {
    return line.chars().filter(c -> c == sought).count();
  }
}
