package org.orderpaper.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.ItemType;
import org.orderpaper.model.Outcome;
import org.orderpaper.model.Queue;
import org.orderpaper.model.Voice;
import org.orderpaper.model.Votes;

/**
 * What a person says of one item. Null is "not said", and not measured.
 *
 * @param anchor a run of words that stands once in the document
 * @param votes {@link Votes#NOT_STATED} when the paper states none
 * @param findings what rules should find; empty when they should find nothing
 * @param queue where the item belongs when its findings do not say so, such as {@code handled}
 */
public record LabelledItem(
    String anchor,
    @Nullable ItemType type,
    @Nullable Voice voice,
    @Nullable Outcome outcome,
    Votes votes,
    List<LabelledFinding> findings,
    @Nullable Queue queue) {

  public LabelledItem {
    findings = List.copyOf(findings);
  }

  /** The highest severity that the item is said to have; 0 for what is not ranked. */
  int rankedSeverity() {
    boolean ranked = queue == null || queue == Queue.RANKED;
    return ranked ? findings.stream().mapToInt(LabelledFinding::severity).max().orElse(0) : 0;
  }

  /** No words: the anchor is text of a document. */
  @Override
  public String toString() {
    return "LabelledItem[" + findings + "]";
  }
}
