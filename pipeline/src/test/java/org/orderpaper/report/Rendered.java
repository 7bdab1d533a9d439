package org.orderpaper.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.Decision;
import org.orderpaper.model.ReviewEntry;
import tools.jackson.databind.JsonNode;

/** Reports in memory. */
final class Rendered {

  private Rendered() {}

  /** All files by path. */
  static Map<String, String> all(ReportInput input) {
    Map<String, String> files = new TreeMap<>();
    for (RenderedFile file : Report.of(input).files()) {
      files.put(file.path(), text(file));
    }
    return files;
  }

  static String file(ReportInput input, String path) {
    return Report.of(input).files().stream()
        .filter(file -> file.path().equals(path))
        .map(Rendered::text)
        .findFirst()
        .orElseThrow();
  }

  /** The lines of a file of JSON Lines. */
  static List<JsonNode> lines(ReportInput input, String path) {
    return file(input, path).lines().map(JsonLines.MAPPER::readTree).toList();
  }

  /** The line whose member {@code name} is {@code value}. */
  static JsonNode line(ReportInput input, String path, String name, String value) {
    return lines(input, path).stream()
        .filter(line -> line.get(name).asString().equals(value))
        .findFirst()
        .orElseThrow();
  }

  private static String text(RenderedFile file) {
    StringWriter out = new StringWriter();
    try {
      file.content().writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  static <T> List<T> list(Iterable<T> all) {
    List<T> list = new ArrayList<>();
    all.forEach(list::add);
    return list;
  }

  /** The demo's rule book and day with these items. */
  static ReportInput input(List<BusinessItem> items, List<? extends ReviewEntry> entries) {
    return input(items, entries, Map.of());
  }

  static ReportInput input(
      List<BusinessItem> items,
      List<? extends ReviewEntry> entries,
      Map<String, Decision> decisions) {
    ReportInput demo = Demo.input();
    return new ReportInput(
        demo.version(),
        demo.asOf(),
        demo.roots(),
        demo.ruleBook(),
        demo.ledger(),
        items,
        List.copyOf(entries),
        Map.of(),
        decisions,
        Set.of(),
        false);
  }
}
