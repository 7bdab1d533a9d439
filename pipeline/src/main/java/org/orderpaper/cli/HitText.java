package org.orderpaper.cli;

import java.util.List;
import org.orderpaper.archive.SearchResult;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.ItemType;
import org.orderpaper.model.MaskedText;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A hit of a search, as text or as JSON; names are masked in both. */
final class HitText {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private HitText() {}

  static String lines(SearchResult.Hit hit, boolean colour) {
    BusinessItem item = hit.item();
    StringBuilder lines = new StringBuilder();
    lines
        .append(item.id())
        .append("  ")
        .append(item.meeting().date() == null ? "undated" : item.meeting().date())
        .append("  ")
        .append(item.meeting().unit() == null ? "unit unknown" : item.meeting().unit().name())
        .append("  ")
        .append(item.type().word())
        .append(", ")
        .append(item.outcome().word())
        .append("  ")
        .append(Highlighting.printable(item.source()))
        .append('\n');
    for (String snippet : snippets(hit, colour)) {
      lines.append("    ").append(snippet).append('\n');
    }
    return lines.append('\n').toString();
  }

  static String json(SearchResult.Hit hit) {
    BusinessItem item = hit.item();
    ObjectNode node = JSON.createObjectNode();
    node.put("item", item.id());
    node.put("source", item.source());
    node.put("unit", item.meeting().unit() == null ? null : item.meeting().unit().name());
    node.put("date", item.meeting().date() == null ? null : item.meeting().date().toString());
    node.put("type", item.type().word());
    node.put("outcome", item.outcome().word());
    ArrayNode snippets = node.putArray("snippets");
    snippets(hit, false).forEach(snippets::add);
    return node + "\n";
  }

  /** Nothing of an incident is shown here: its text stands in the welfare folder alone. */
  private static List<String> snippets(SearchResult.Hit hit, boolean colour) {
    return hit.item().type() == ItemType.INCIDENT
        ? List.of("(an incident; its text is in the report's welfare folder)")
        : Highlighting.snippets(MaskedText.of(hit.item()), hit.words(), colour);
  }
}
