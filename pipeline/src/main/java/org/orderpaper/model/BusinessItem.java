package org.orderpaper.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One business item of one unit: the unit of finding, ranking, decision and search.
 *
 * <p>{@code text} is clear text. Whatever is written for people goes through {@link MaskedText},
 * whatever is indexed through {@link MarkedText}.
 *
 * @param id stable for the same document bytes, part, text and occurrence
 * @param source the path relative to the scanned folder, attachments as {@code outer.eml!/in.docx}
 * @param sha256 of the document's bytes
 * @param meeting the meeting it belongs to
 * @param ordinal its place in the document, from 1
 * @param amends the id of the motion that this amendment amends, or null
 * @param span its characters in the document's canonical text
 * @param pages where its pages begin, in offsets of {@code text}; empty where the format has none
 * @param headingPath the headings above it, outermost first, its own excluded
 * @param heading its own heading, or empty; the text begins with it
 * @param text its blocks, a line each, the heading first; what is set apart (page headers,
 *     attendance) is absent
 * @param sentences spans of {@code text} in order; they do not overlap
 * @param names spans of {@code text} in order; they do not overlap
 * @param voice of the text outside {@code passages}
 * @param passages spans of {@code text} in another voice, in order; they do not overlap
 * @param outcomeWords where {@code text} states the outcome, or null
 * @param acts what the unit did with it
 * @param facts how its business was done, as far as it is stated
 * @param because how boundary, type and outcome were decided, a clause each, without words of the
 *     document except cues
 */
public record BusinessItem(
    String id,
    String source,
    String sha256,
    Meeting meeting,
    int ordinal,
    @Nullable String amends,
    Span span,
    List<PageStart> pages,
    List<String> headingPath,
    String heading,
    String text,
    List<Span> sentences,
    List<NameSpan> names,
    ItemType type,
    Voice voice,
    List<Passage> passages,
    Outcome outcome,
    @Nullable Span outcomeWords,
    Votes votes,
    List<ActShown> acts,
    StructuralFacts facts,
    ItemConfidence confidence,
    List<String> because) {

  public BusinessItem {
    pages = List.copyOf(pages);
    headingPath = List.copyOf(headingPath);
    sentences = List.copyOf(sentences);
    names = List.copyOf(names);
    passages = List.copyOf(passages);
    acts = List.copyOf(acts);
    because = List.copyOf(because);
    // An archive of an earlier version has none; its papers are read again in the next scan. Most
    // items state nothing, and there may be many at a time.
    facts = facts == null || facts.equals(StructuralFacts.NONE) ? StructuralFacts.NONE : facts;
  }

  /** The page from 1 on which {@code offset} of the text stands, or null without pages. */
  public @Nullable Integer pageAt(int offset) {
    Integer page = null;
    for (PageStart start : pages) {
      if (start.offset() <= offset) {
        page = start.page();
      }
    }
    return page;
  }

  /**
   * The voice of the words at {@code words}: that of the passage that holds them, or the item's.
   */
  public Voice voiceAt(Span words) {
    for (Passage passage : passages) {
      if (passage.span().overlaps(words)) {
        return passage.voice();
      }
    }
    return voice;
  }

  /** Whether the item shows the act. */
  public boolean shows(Act act) {
    return acts.stream().anyMatch(shown -> shown.act() == act);
  }

  /** The same item under another path: the same bytes may lie in several places. */
  public BusinessItem at(String otherSource) {
    return new BusinessItem(
        id,
        otherSource,
        sha256,
        meeting,
        ordinal,
        amends,
        span,
        pages,
        headingPath,
        heading,
        text,
        sentences,
        names,
        type,
        voice,
        passages,
        outcome,
        outcomeWords,
        votes,
        acts,
        facts,
        confidence,
        because);
  }

  /** Names no text: minutes name people, and logs travel. */
  @Override
  public String toString() {
    return "BusinessItem[" + id + ", " + type.word() + ", " + outcome.word() + "]";
  }
}
