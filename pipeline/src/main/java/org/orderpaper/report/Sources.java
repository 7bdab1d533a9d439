package org.orderpaper.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.BusinessItem;

/** Where items stand: their sources, the headings above them, their family. */
final class Sources {

  private final Map<String, List<String>> otherSources;
  private final Map<String, String> families;
  private final KnownNames names;

  Sources(ReportInput input, KnownNames names) {
    this.otherSources = input.otherSources();
    this.families = input.families();
    this.names = names;
  }

  /** All sources with the same bytes, the item's own first. */
  List<String> of(BusinessItem item) {
    return Stream.concat(Stream.of(item.source()), others(item).stream()).toList();
  }

  /** The sources with the same bytes besides the item's own. */
  List<String> others(BusinessItem item) {
    return otherSources.getOrDefault(item.source(), List.of()).stream()
        .filter(source -> !source.equals(item.source()))
        .distinct()
        .sorted()
        .toList();
  }

  /** The headings above an item, masked. */
  List<String> headingPath(BusinessItem item) {
    return item.headingPath().stream().map(heading -> names.mask(item.source(), heading)).toList();
  }

  /** Words about an item, such as a reviewer's, masked. */
  String masked(BusinessItem item, String words) {
    return names.mask(item.source(), words);
  }

  @Nullable String family(BusinessItem item) {
    return families.get(item.id());
  }
}
