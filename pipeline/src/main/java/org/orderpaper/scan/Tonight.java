package org.orderpaper.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.orderpaper.archive.FileRecord;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.LedgerRow;
import org.orderpaper.model.LedgerState;

/**
 * All files under the roots as the report shows them, in the order of their sources. Of files and
 * attachments with the same bytes the first is shown as checked and the others as its duplicates;
 * their items stand under the first and list the others.
 */
final class Tonight {

  private final List<LedgerRow> ledger = new ArrayList<>();
  private final Map<String, List<String>> sourcesByDocument = new LinkedHashMap<>();

  private Tonight() {}

  /**
   * Gathers what a scan found.
   *
   * @param scan its id: what an earlier one read is {@code unchanged}
   * @param source of a root's key and a path in it
   */
  static Tonight of(List<FileRecord> files, String scan, BinaryOperator<String> source) {
    record Placed(String source, String scan, LedgerRow row) {}
    Tonight tonight = new Tonight();
    files.stream()
        .flatMap(file ->
            file.rows().stream()
                .map(row -> new Placed(source.apply(file.root(), row.source()), file.scan(), row)))
        .sorted(Comparator.comparing(Placed::source))
        .forEach(placed -> tonight.add(placed.source(), placed.row(), placed.scan().equals(scan)));
    return tonight;
  }

  private void add(String source, LedgerRow row, boolean readTonight) {
    LedgerState state = row.state();
    String detail = row.detail();
    int items = row.items();
    String sha256 = row.sha256();
    if (sha256 != null && state.isChecked()) {
      List<String> sources = sourcesByDocument.computeIfAbsent(sha256, key -> new ArrayList<>());
      sources.add(source);
      if (sources.size() > 1) {
        state = LedgerState.DUPLICATE;
        detail = "the same bytes as " + sources.getFirst();
        items = 0;
      } else if (!readTonight) {
        state = LedgerState.UNCHANGED;
      }
    }
    ledger.add(
        new LedgerRow(
            source,
            sha256,
            row.bytes(),
            row.modified(),
            row.mediaType(),
            state,
            row.reason(),
            detail,
            items,
            row.pages()));
  }

  List<LedgerRow> ledger() {
    return ledger;
  }

  /** The documents whose items the report shows, in the order of their first sources. */
  List<String> documents() {
    return List.copyOf(sourcesByDocument.keySet());
  }

  /** The item under the first of its sources. */
  BusinessItem placed(BusinessItem archived) {
    return archived.at(sources(archived).getFirst());
  }

  /** For each source of items, the others with the same bytes. */
  Map<String, List<String>> otherSources() {
    Map<String, List<String>> others = new HashMap<>();
    for (List<String> sources : sourcesByDocument.values()) {
      if (sources.size() > 1) {
        others.put(sources.getFirst(), List.copyOf(sources.subList(1, sources.size())));
      }
    }
    return others;
  }

  boolean hasFailures() {
    return ledger.stream().anyMatch(row -> row.reason() != null && row.reason().isFailure());
  }

  private List<String> sources(BusinessItem item) {
    List<String> sources = sourcesByDocument.get(item.sha256());
    if (sources == null) {
      throw new IllegalArgumentException("an item of a document that was not found tonight");
    }
    return sources;
  }
}
