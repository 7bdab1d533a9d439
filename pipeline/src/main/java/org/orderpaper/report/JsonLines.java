package org.orderpaper.report;

import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.stream.Stream;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads JSON; members in the order of the records, in lower case with underscores. */
final class JsonLines {

  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .build();

  /** With line feeds of our own: the system's would change the bytes from machine to machine. */
  private static final DefaultPrettyPrinter INDENTED =
      new DefaultPrettyPrinter()
          .withObjectIndenter(new DefaultIndenter("  ", "\n"))
          .withArrayIndenter(new DefaultIndenter("  ", "\n"));

  private JsonLines() {}

  /** One document for people to read too. */
  static void writeIndented(Writer out, Object document) throws IOException {
    out.write(MAPPER.writer().with(INDENTED).writeValueAsString(document));
    out.write('\n');
  }

  /** One line a record, one record at a time. */
  static void write(Writer out, Stream<?> records) throws IOException {
    for (Iterator<?> each = records.iterator(); each.hasNext(); ) {
      out.write(MAPPER.writeValueAsString(each.next()));
      out.write('\n');
    }
  }
}
