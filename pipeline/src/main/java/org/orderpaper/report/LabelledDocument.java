package org.orderpaper.report;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.DocumentKind;

/**
 * What a person says of one paper. Null is "not said", and not measured.
 *
 * @param file relative to the folder, attachments as {@code outer.eml!/inner.docx}; the label of a
 *     message covers those of its attachments that have no label of their own
 * @param items its business items; an item without a label counts as found wrongly unless it is
 *     {@code admin}
 * @param family of circulated model motions, or null
 */
public record LabelledDocument(
    String file,
    @Nullable DocumentKind kind,
    @Nullable String unit,
    @Nullable LocalDate date,
    List<LabelledItem> items,
    @Nullable String family) {

  public LabelledDocument {
    items = List.copyOf(items);
  }

  /** The file only: the anchors are words of a document. */
  @Override
  public String toString() {
    return "LabelledDocument[" + file + ", " + items.size() + " items]";
  }
}
