package org.orderpaper.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.BlockKind;

/**
 * Makes paragraphs of printed lines again, across columns and pages. What ends a paragraph: more
 * space than usual, a line that had room for the next word, another size of letters, a number or a
 * bullet on the next line.
 */
final class PrintedPages {

  private static final float WIDER_GAP = 1.3f;
  private static final float OTHER_SIZE = 1.12f;
  private static final float HEADING_SIZE = 1.15f;
  private static final int LONGEST_HEADING = 150;

  /** Footnotes are this much smaller than the text, or more. */
  private static final float SMALL = 0.93f;

  private static final Pattern FOOTNOTE = Pattern.compile("(?:\\d{1,3}|[*†‡§])\\.?\\)?\\s*\\S.*");

  /** Narrower than this many letters high, a column is a list unless its sentences go on. */
  private static final float NARROWEST_PROSE = 14f;

  /** The text of a list item begins so near to its number, in heights of letters. */
  private static final float WIDEST_TAB = 4f;

  private final List<TextLine> body = new ArrayList<>();
  private final List<TextLine> footnoteLines = new ArrayList<>();
  private final List<Draft> headers = new ArrayList<>();
  private final List<Draft> footers = new ArrayList<>();
  private final Hyphens hyphens = new Hyphens();
  private final RightMargins rightMargins;
  private final float bodySize;
  private final float leading;
  private final List<Float> headingSizes;

  private PrintedPages(List<TextLine> lines) {
    RunningLines running = new RunningLines(lines);
    Set<String> seen = new HashSet<>();
    for (TextLine line : lines) {
      if (running.isHeader(line)) {
        addRunning(line, BlockKind.PAGE_HEADER, seen, headers);
      } else if (running.isFooter(line)) {
        addRunning(line, BlockKind.PAGE_FOOTER, seen, footers);
      } else {
        body.add(line);
      }
    }
    this.bodySize = commonSize(body);
    takeFootnotes();
    this.leading = usualLeading();
    this.headingSizes = headingSizes();
    this.rightMargins = new RightMargins(body);
    body.forEach(line -> hyphens.learn(line.text()));
  }

  /** The blocks of a document: headers once, the body in reading order, footers once. */
  static List<Draft> blocksOf(List<TextLine> lines) {
    PrintedPages pages = new PrintedPages(lines);
    List<Draft> drafts = new ArrayList<>(pages.headers);
    drafts.addAll(pages.paragraphs());
    drafts.addAll(pages.footnotes());
    drafts.addAll(pages.footers);
    return drafts;
  }

  private static void addRunning(
      TextLine line, BlockKind kind, Set<String> seen, List<Draft> drafts) {
    if (seen.add(kind + RunningLines.key(line))) {
      drafts.add(Draft.of(kind, line.text()).onPage(line.page()));
    }
  }

  /**
   * Takes small print off the foot of each page, so that a sentence goes on over it: the lowest
   * lines, in smaller letters than the text above them, the first of them with a mark.
   */
  private void takeFootnotes() {
    for (int to = body.size(); to > 0; ) {
      int page = body.get(to - 1).page();
      int from = to;
      while (from > 0 && isSmallPrint(body.get(from - 1), page)) {
        from--;
      }
      int begins = from;
      while (begins < to && !FOOTNOTE.matcher(body.get(begins).text()).matches()) {
        begins++;
      }
      boolean below = begins > 0 && body.get(begins - 1).page() == page;
      if (begins < to && below) {
        List<TextLine> small = body.subList(begins, to);
        footnoteLines.addAll(0, small);
        small.clear();
        from = begins;
      }
      to = from;
      while (to > 0 && body.get(to - 1).page() == page) {
        to--;
      }
    }
  }

  private boolean isSmallPrint(TextLine line, int page) {
    return line.page() == page && line.size() < bodySize * SMALL && line.depth() > 0.5f;
  }

  private List<Draft> footnotes() {
    List<Draft> drafts = new ArrayList<>();
    List<TextLine> open = new ArrayList<>();
    for (TextLine line : footnoteLines) {
      boolean begins = FOOTNOTE.matcher(line.text()).matches();
      if (!open.isEmpty() && (begins || open.getLast().page() != line.page())) {
        drafts.add(footnote(open));
        open.clear();
      }
      open.add(line);
    }
    if (!open.isEmpty()) {
      drafts.add(footnote(open));
    }
    return drafts;
  }

  private Draft footnote(List<TextLine> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> hyphens.append(text, line.text()));
    return Draft.of(BlockKind.FOOTNOTE, text.toString()).onPage(lines.getFirst().page());
  }

  private List<Draft> paragraphs() {
    List<List<TextLine>> paragraphs = new ArrayList<>();
    List<TextLine> open = new ArrayList<>();
    for (TextLine line : body) {
      if (!open.isEmpty() && !continues(open, line)) {
        paragraphs.add(open);
        open = new ArrayList<>();
      }
      open.add(line);
    }
    if (!open.isEmpty()) {
      paragraphs.add(open);
    }
    Set<Integer> headings =
        new BoldHeadings(paragraphs, line -> headingLevel(line.size()) > 0, bodySize * SMALL)
            .found();
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < paragraphs.size(); i++) {
      drafts.add(draft(paragraphs.get(i), headings.contains(i)));
    }
    return drafts;
  }

  private Draft draft(List<TextLine> lines, boolean headingByWeight) {
    TextLine first = lines.getFirst();
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> hyphens.append(text, line.text()));
    boolean bold = lines.stream().allMatch(TextLine::bold);
    if (first.isRow()) {
      return Draft.row(first.cells()).onPage(first.page()).bold(bold);
    }
    String clean = CleanText.of(text.toString());
    Draft draft =
        headingByWeight ? Draft.heading(headingSizes.size() + 1, clean) : kind(clean, first);
    return draft.onPage(first.page()).bold(bold);
  }

  private Draft kind(String text, TextLine first) {
    int level = headingLevel(first.size());
    if (level > 0 && text.length() <= LONGEST_HEADING) {
      return Draft.heading(level, text);
    }
    if (LineCues.isBullet(text)) {
      return Draft.listItem(1, LineCues.withoutBullet(text));
    }
    return LineCues.isNumbered(text)
        ? Draft.listItem(LineCues.depthOfNumber(text), text)
        : Draft.paragraph(text);
  }

  private int headingLevel(float size) {
    for (int i = 0; i < headingSizes.size(); i++) {
      if (size >= headingSizes.get(i) - 0.5f) {
        return i + 1;
      }
    }
    return 0;
  }

  private boolean continues(List<TextLine> open, TextLine next) {
    TextLine last = open.getLast();
    if (last.isRow() || next.isRow()) {
      return false;
    }
    if (isOtherSize(last, next) || (LineCues.beginsEntry(next.text()) && !runsIn(open, next))) {
      return false;
    }
    if (LineCues.isCapitals(last.text()) != LineCues.isCapitals(next.text())) {
      return false;
    }
    if (LineCues.isLabelled(next.text()) && LineCues.isLabelled(open.getFirst().text())) {
      return false;
    }
    if (isTitleOver(open, next)) {
      return false;
    }
    boolean ended = LineCues.endsSentence(last.text());
    if (!isBelow(last, next)) {
      boolean full = open.size() > 1 && isFull(last, next);
      return !ended
          && last.bold() == next.bold()
          && (LineCues.beginsLowerCase(next.text()) || full);
    }
    if (next.baseline() - last.baseline() > leading * WIDER_GAP) {
      return false;
    }
    if (ended && (isIndented(open, next) || (next.bold() && !last.bold()))) {
      return false;
    }
    return isFull(last, next) || hangs(open, next) || (!ended && runsOn(last, next));
  }

  /** Bold lines and then plain ones that begin anew: the sentence does not go over into them. */
  private static boolean isTitleOver(List<TextLine> open, TextLine next) {
    String last = open.getLast().text();
    return next.weight() == Weight.PLAIN
        && !LineCues.beginsLowerCase(next.text())
        && !LineCues.isUnfinished(last)
        && !last.endsWith(":")
        && open.stream().allMatch(TextLine::bold);
  }

  private static boolean runsIn(List<TextLine> open, TextLine next) {
    return !LineCues.endsSentence(open.getLast().text().replace(';', ','))
        && open.stream().anyMatch(line -> LineCues.runsIn(line.text(), next.text()));
  }

  /** A line that stops short but whose sentence goes on in small letters. */
  private static boolean runsOn(TextLine last, TextLine next) {
    boolean label = LineCues.firstWord(next.text()).endsWith(":");
    return LineCues.beginsLowerCase(next.text()) && !label && last.text().length() >= 30;
  }

  private static boolean isOtherSize(TextLine last, TextLine next) {
    return last.size() > next.size() * OTHER_SIZE || next.size() > last.size() * OTHER_SIZE;
  }

  /** Whether the reader's eye goes down to the next line, and not up to a new column or page. */
  private static boolean isBelow(TextLine last, TextLine next) {
    return last.page() == next.page() && next.baseline() > last.baseline() - last.size() / 2;
  }

  private static boolean isIndented(List<TextLine> open, TextLine next) {
    TextLine last = open.getLast();
    boolean hanging = open.size() == 1 && LineCues.beginsEntry(last.text());
    return !hanging && next.left() > last.left() + 0.8f * last.size();
  }

  /** Whether the first word of the next line would not have fitted on this one. */
  private boolean isFull(TextLine line, TextLine next) {
    RightMargins.Margin margin = rightMargins.of(line);
    float left = Math.min(line.left(), next.left());
    boolean wide = margin.right() - left > NARROWEST_PROSE * line.size();
    boolean wraps =
        switch (margin.use()) {
          case PROSE -> true;
          case UNKNOWN -> wide;
          case LIST ->
              wide && (LineCues.beginsLowerCase(next.text()) || LineCues.isUnfinished(line.text()));
        };
    return wraps && hasNoRoom(line, next, margin.right());
  }

  private static boolean hasNoRoom(TextLine line, TextLine next, float right) {
    return line.right() + line.size() / 4 + next.firstWord() > right - line.size() / 2;
  }

  /** Whether a line stands under the text of a list item, and not under its number or bullet. */
  private boolean hangs(List<TextLine> open, TextLine next) {
    TextLine first = open.getFirst();
    TextLine last = open.getLast();
    float text = open.size() > 1 ? last.left() : first.left() + first.firstWord();
    float reach = open.size() > 1 ? first.size() / 4 : first.size() * WIDEST_TAB;
    boolean under =
        LineCues.beginsEntry(first.text())
            && next.left() > first.left() + first.size() / 4
            && next.left() > text - first.size() / 4
            && next.left() < text + reach;
    return under
        && !LineCues.endsSentence(last.text())
        && (LineCues.beginsLowerCase(next.text())
            || hasNoRoom(last, next, rightMargins.of(last).right()));
  }

  private static float commonSize(List<TextLine> lines) {
    Map<Float, Integer> characters = new HashMap<>();
    lines.forEach(
        line -> characters.merge(rounded(line.size()), line.text().length(), Integer::sum));
    float common = 0;
    int most = 0;
    for (Map.Entry<Float, Integer> entry : new TreeMap<>(characters).entrySet()) {
      if (entry.getValue() > most) {
        most = entry.getValue();
        common = entry.getKey();
      }
    }
    return common;
  }

  private static float rounded(float size) {
    return Math.round(size * 2) / 2f;
  }

  /** The distance of lines inside a paragraph: the smaller distances, for most may be between. */
  private float usualLeading() {
    List<Float> gaps = new ArrayList<>();
    @Nullable TextLine last = null;
    for (TextLine line : body) {
      if (last != null && isBelow(last, line) && !isOtherSize(last, line)) {
        float gap = line.baseline() - last.baseline();
        if (gap > line.size() / 2 && gap < line.size() * 3) {
          gaps.add(gap);
        }
      }
      last = line;
    }
    gaps.sort(null);
    return gaps.isEmpty() ? bodySize * 1.2f : gaps.get(gaps.size() / 4);
  }

  private List<Float> headingSizes() {
    TreeSet<Float> sizes = new TreeSet<>();
    for (TextLine line : body) {
      if (line.size() >= bodySize * HEADING_SIZE && line.text().length() <= LONGEST_HEADING) {
        sizes.add(rounded(line.size()));
      }
    }
    return List.copyOf(sizes.descendingSet());
  }
}
