package org.orderpaper.segment;

import java.util.List;
import java.util.function.Predicate;
import org.orderpaper.model.BlockKind;

/**
 * How a paper is written, whatever it calls itself: minutes look back and an agenda looks ahead,
 * rules lay down, posts stand under their dates.
 *
 * @param lines how many lines of text there are
 * @param told those that tell what happened
 * @param ahead those that say what will be
 * @param modal those that lay down what shall be
 * @param entries short lines that announce a standing item and tell nothing
 * @param clocks lines that begin with a time of day
 * @param dated lines that begin with a date in full
 * @param news headings of no standing item, with a text below
 * @param form lines of a form: "Proposer: ..."
 * @param listed numbered or bulleted lines that tell nothing
 * @param first lines in which the writer speaks as "I"
 * @param ours lines in which the unit speaks as "we"
 * @param yours lines that speak to the reader
 * @param convened lines with what only a meeting has: a chair, apologies, minutes of the last
 */
record Manner(
    int lines,
    int told,
    int ahead,
    int modal,
    int entries,
    int clocks,
    int dated,
    int news,
    int form,
    int listed,
    int first,
    int ours,
    int yours,
    int convened) {

  /** The fewest dated lines that make a run of posts. */
  private static final int POSTS = 3;

  /** The most words of a line above a post, and of those before its day. */
  private static final int POST_HEAD = 8;

  private static final int BEFORE_DAY = 3;

  /** How a motion ended. */
  private static final List<String> OUTCOMES =
      List.of(
          "outcomes.carried", "outcomes.defeated", "outcomes.withdrawn", "outcomes.next-business");

  /** The most lines of a statement. */
  private static final int SHORT = 12;

  /** The most words of an entry of an agenda. */
  private static final int ENTRY = 14;

  /** The manner of a paper's lines. */
  static Manner of(List<Line> all) {
    return new Manner(
        Math.max(1, count(all, line -> line.words() > 3 || isEntry(line))),
        count(all, Manner::tells),
        count(all, line -> line.has("kinds.ahead")),
        count(all, line -> line.has("kinds.modal") && !tells(line)),
        count(all, line -> isEntry(line) && !tells(line)),
        count(all, Manner::beginsWithClock),
        count(all, Manner::isDated),
        news(all),
        count(all, Manner::isOfForm),
        count(all, line -> (line.label() != null || line.isBullet()) && !tells(line)),
        count(all, line -> line.has("kinds.speaks-as-i")),
        count(all, line -> line.has("kinds.speaks-as-we")),
        count(all, line -> line.has("kinds.speaks-to-you")),
        count(all, line -> line.has("kinds.convened")));
  }

  private static int count(List<Line> lines, Predicate<Line> what) {
    return (int) lines.stream().filter(what).count();
  }

  /** Whether the line tells what was done, be it only after the text of a motion. */
  private static boolean tells(Line line) {
    CueBook.Hits hits = line.hits();
    int size = line.tokens().size();
    List<CueBook.Hit> subjects = hits.of("clauses.unit-subject", 0, size);
    int from = subjects.isEmpty() ? 0 : line.tokens().endOfSentence(subjects.getLast().to() - 1);
    return (subjects.isEmpty() && hits.has("kinds.told"))
        || OUTCOMES.stream().anyMatch(key -> hits.within(key, from, size));
  }

  private static boolean isEntry(Line line) {
    return line.words() <= ENTRY && Section.announcedBy(line, line.tokens().size()) != Section.NONE;
  }

  private static boolean isOfForm(Line line) {
    return line.begins("kinds.form") && line.words() <= ENTRY && line.text().contains(":");
  }

  boolean looksBack() {
    return told * 5 >= lines * 2 && told >= 2;
  }

  boolean looksAhead() {
    boolean list = entries >= 2 || clocks >= POSTS || listed >= POSTS + 1;
    return told * 5 <= lines && list && entries + ahead + clocks >= 3;
  }

  /** A list of things to come, of which nothing is told. */
  boolean isList() {
    return told == 0 && listed >= POSTS + 1 && modal <= 1;
  }

  /** Whether most of it stands under dates. */
  boolean isDiary() {
    return dated >= POSTS && dated * 5 >= lines * 2;
  }

  boolean isHeadedNews() {
    return news >= 3 && entries <= 1;
  }

  boolean lays() {
    return modal >= 3 && modal > told;
  }

  /** A report in one person's own words. */
  boolean isPersonal() {
    return lines >= 4 && first * 3 >= lines && entries <= 1;
  }

  /** A few paragraphs in which the unit says what it thinks. */
  boolean isAvowal() {
    return convened == 0 && lines <= SHORT && ours * 5 >= lines * 2 && entries == 0 && listed <= 1;
  }

  /** "April 2022" alone: a meeting is on a day, an issue of a month. */
  static boolean isIssue(Line line) {
    return line.tokens().size() <= 5
        && DateReader.find(line.tokens()).isEmpty()
        && !DateReader.months(line.tokens()).isEmpty();
  }

  /** Written to its readers. */
  boolean speaksToReaders() {
    return yours >= 3 && yours * 5 >= lines;
  }

  boolean isFormOfMotion() {
    return form >= 2;
  }

  /** Whether a line begins with a date in full, or is one. */
  static boolean isDated(Line line) {
    List<DateReader.Mention> dates = DateReader.find(line.tokens());
    return !dates.isEmpty()
        && (dates.getFirst().from() == 0 || isDateAlone(line))
        && dates.getFirst().date() != null
        && line.label() == null
        && !line.is(BlockKind.TABLE_ROW);
  }

  /** "2 Dec 2020" on a line of its own, above or below a post. */
  static boolean isDateAlone(Line line) {
    List<DateReader.Mention> dates = DateReader.find(line.tokens());
    return dates.size() == 1 && dates.getFirst().date() != null && line.tokens().size() <= 6;
  }

  /** "X, 3 Nov", "4 November at 18:20": what stands above a post, the year being understood. */
  static boolean isPostHead(Line line) {
    boolean brief =
        line.tokens().size() <= POST_HEAD
            && line.label() == null
            && !line.endsSentence()
            && !line.is(BlockKind.TABLE_ROW);
    List<DateReader.Mention> dates = brief ? DateReader.find(line.tokens()) : List.of();
    return dates.size() == 1
        && dates.getFirst().date() == null
        && dates.getFirst().from() <= BEFORE_DAY;
  }

  /** "2018 to 2021". */
  static boolean spansYears(Line line) {
    int first = 0;
    for (int i = 0; i < line.tokens().size(); i++) {
      String word = line.tokens().word(i);
      boolean year = word.length() == 4 && word.startsWith("20") && line.tokens().isNumber(i);
      if (year && first != 0 && Integer.parseInt(word) > first) {
        return true;
      }
      first = year ? Integer.parseInt(word) : first;
    }
    return false;
  }

  private static boolean beginsWithClock(Line line) {
    String text = line.text();
    int i = 0;
    while (i < text.length() && Character.isDigit(text.charAt(i))) {
      i++;
    }
    boolean hour = i == 1 || i == 2;
    return hour
        && i + 2 < text.length()
        && ".:".indexOf(text.charAt(i)) >= 0
        && Character.isDigit(text.charAt(i + 1))
        && Character.isDigit(text.charAt(i + 2))
        && (i + 3 == text.length()
            || !Character.isLetterOrDigit(text.charAt(i + 3))
            || text.charAt(i + 3) == 'p');
  }

  private static int news(List<Line> all) {
    int news = 0;
    for (int i = 0; i < all.size(); i++) {
      news += isNews(all, i) ? 1 : 0;
    }
    return news;
  }

  private static boolean isNews(List<Line> all, int i) {
    Line line = all.get(i);
    return i > 0
        && line.isStrongTitle()
        && line.label() == null
        && Section.announcedBy(line, line.tokens().size()) == Section.NONE
        && i + 1 < all.size()
        && all.get(i + 1).words() > 8
        && all.get(i + 1).label() == null
        && !all.get(i + 1).isBullet()
        && !all.get(i + 1).has("clauses.unit-subject");
  }
}
