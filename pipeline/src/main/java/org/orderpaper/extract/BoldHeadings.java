package org.orderpaper.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the headings that are no larger than the text and only bold: short lines of their own over
 * text that is not bold. Bold that stresses a sentence, begins a paragraph, fills a cell, signs a
 * letter or is the weight of the whole paper makes no heading.
 */
final class BoldHeadings {

  private static final int LONGEST = 120;
  private static final int MOST_LINES = 2;

  /** A heading and one under it; more bold lines on end are an address, a title or a list. */
  private static final int MOST_ON_END = 2;

  /** What follows a heading is looked through so far for text. */
  private static final int REACH = 8;

  private static final int SHORTEST_TEXT = 40;

  private final List<List<TextLine>> paragraphs;
  private final Predicate<TextLine> isLarge;
  private final float smallest;

  /**
   * @param paragraphs the paragraphs of a document, each by its lines
   * @param isLarge whether a line is a heading by its size
   * @param smallest the size below which a line is small print
   */
  BoldHeadings(List<List<TextLine>> paragraphs, Predicate<TextLine> isLarge, float smallest) {
    this.paragraphs = paragraphs;
    this.isLarge = isLarge;
    this.smallest = smallest;
  }

  /** The places of the headings among the paragraphs. */
  Set<Integer> found() {
    Set<Integer> found = new HashSet<>();
    if (isBoldThroughout()) {
      return found;
    }
    for (int from = 0; from < paragraphs.size(); ) {
      int to = from;
      while (to < paragraphs.size() && isBold(paragraphs.get(to))) {
        to++;
      }
      if (to > from && isFollowedByText(to)) {
        addTitles(titlesFrom(from, to), to, found);
      }
      from = Math.max(to, from + 1);
    }
    return found;
  }

  private void addTitles(int from, int to, Set<Integer> found) {
    boolean inTable = from > 0 && isRow(from - 1) && isRow(to);
    if (inTable || to - from > MOST_ON_END || isTitleOfPaper(from, to)) {
      return;
    }
    for (int i = from; i < to; i++) {
      if (isTitle(paragraphs.get(i))) {
        found.add(i);
      }
    }
  }

  /** The last of bold paragraphs on end that stands nearer to the one above ends what is above. */
  private int titlesFrom(int from, int to) {
    int at = to;
    while (at > from && !isNearerAbove(at - 1)) {
      at--;
    }
    return at;
  }

  /** The first lines of a paper, such as its unit and its day, belong together. */
  private boolean isTitleOfPaper(int from, int to) {
    return from == 0
        && to - from > 1
        && gap(0, 1) < gap(to - 1, to) + paragraphs.getFirst().getFirst().size() / 4;
  }

  /** By what is no title: a paper of many short items may have more titles than text. */
  private boolean isBoldThroughout() {
    long bold = 0;
    long all = 0;
    for (List<TextLine> paragraph : paragraphs) {
      boolean row = paragraph.getFirst().isRow() || isLarge.test(paragraph.getFirst());
      if (!row && !(isBold(paragraph) && isTitle(paragraph))) {
        long length = paragraph.stream().mapToLong(line -> line.text().length()).sum();
        all += length;
        bold += isBold(paragraph) ? length : 0;
      }
    }
    return bold * 2 > all;
  }

  private boolean isBold(List<TextLine> paragraph) {
    return !paragraph.getFirst().isRow()
        && !isLarge.test(paragraph.getFirst())
        && paragraph.stream().allMatch(TextLine::bold);
  }

  private boolean isRow(int at) {
    return paragraphs.get(at).getFirst().isRow();
  }

  private boolean isFollowedByText(int from) {
    int end = Math.min(paragraphs.size(), from + REACH);
    for (int i = from; i < end; i++) {
      List<TextLine> paragraph = paragraphs.get(i);
      if (isBold(paragraph) || isLarge.test(paragraph.getFirst())) {
        return false;
      }
      if (isText(paragraph)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isText(List<TextLine> paragraph) {
    String text = paragraph.getLast().text();
    return paragraph.size() > 1
        || paragraph.getFirst().isRow()
        || text.length() >= SHORTEST_TEXT
        || LineCues.endsSentence(text)
        || LineCues.beginsEntry(text)
        || LineCues.isLabelled(text);
  }

  /** "Carried" under a motion stands nearer to it than to what comes next. */
  private boolean isNearerAbove(int at) {
    float above = at == 0 ? 0 : gap(at - 1, at);
    float below = gap(at, at + 1);
    return above > 0 && below > 0 && above < below - paragraphs.get(at).getFirst().size() / 4;
  }

  /** How far a paragraph is below the last one; 0 if it is on another page or in another column. */
  private float gap(int above, int below) {
    TextLine last = paragraphs.get(above).getLast();
    TextLine next = paragraphs.get(below).getFirst();
    return last.page() == next.page() ? Math.max(0, next.baseline() - last.baseline()) : 0;
  }

  private boolean isTitle(List<TextLine> lines) {
    String first = lines.getFirst().text();
    String last = lines.getLast().text();
    int length = lines.stream().mapToInt(line -> line.text().length()).sum();
    boolean labelled = LineCues.isLabelled(first) && !LineCues.beginsEntry(first);
    boolean ended = LineCues.endsSentence(last) && !last.endsWith("?");
    return lines.size() <= MOST_LINES
        && lines.getFirst().size() >= smallest
        && length <= LONGEST
        && !ended
        && !LineCues.isUnfinished(last)
        && !labelled
        && !LineCues.isBullet(first)
        && !LineCues.beginsLowerCase(first)
        && first.chars().anyMatch(Character::isLetter)
        && lines.stream().noneMatch(TextLine::parted);
  }
}
