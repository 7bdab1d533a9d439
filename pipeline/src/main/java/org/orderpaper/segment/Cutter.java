package org.orderpaper.segment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.BlockKind;
import org.orderpaper.model.DocumentKind;
import org.orderpaper.segment.Draft.Hint;

/**
 * Cuts the lines of a paper into items. Titles and numbers build a tree of headings; a heading with
 * items under it becomes part of their heading path, any other begins an item. Under headings that
 * hold several items, and in papers without headings, the words decide: a motion that begins, a
 * topic that goes on.
 */
final class Cutter {

  /** Titles from which on a paper counts as having headings. */
  private static final int STRUCTURED = 3;

  /** The most words of a title without a capital. */
  private static final int SMALL_TITLE = 4;

  /** The most words of a sentence that introduces a list of motions. */
  private static final int INTRODUCTION = 35;

  /** The style of titles that run into their text. */
  private static final String RUN_IN = "run-in";

  /** Of so many lines at least one has its title in its text, in a paper of such titles. */
  private static final int RUN_INS = 3;

  /** The most words of a title that runs into the text of a motion. */
  private static final int TITLE_WORDS = 6;

  /** The most words of a line that tells what became of "Motion 1" further up. */
  private static final int AGAIN = 14;

  /** Words into a line within which an amendment is moved. */
  private static final int NEAR = 7;

  /** The most words of a line that gives the day of the next meeting. */
  private static final int LAST_WORDS = 30;

  /** The most words of a line that says who sent a motion in. */
  private static final int ORIGIN = 16;

  private final List<Line> lines;
  private final DocumentKind kind;
  private final Tallies tallies;

  /** The numbered motions and amendments so far. */
  private final Set<String> worded = new HashSet<>();

  private final boolean structured;
  private final boolean bulleted;

  /** Whether its paragraphs have titles that run into their text: "Police - Harbans went ...". */
  private final boolean runsIn;

  /** The titles that several paragraphs have, so that they are no items' own. */
  private final RepeatedTitles repeated;

  /** Whether its writer begins sentences with small letters, so that they tell nothing. */
  private final boolean small;

  private final Numbering numbering = new Numbering();

  /** The most words of a title that ends in a full stop. */
  private static final int BARE_TITLE = 3;

  /** The most words of a heading that says nothing but what stands under it. */
  private static final int BARE_SECTION = 3;

  /** The lines at the end among which somebody signs. */
  private static final int SIGNED = 3;

  /** The most words of the name of a column. */
  private static final int COLUMN = 3;

  private final List<Entry> stack = new ArrayList<>();
  private final List<Draft> drafts = new ArrayList<>();
  private final List<Line> apart = new ArrayList<>();
  private @Nullable Draft open;
  private @Nullable Draft lastMotion;

  /** A heading that is open. */
  private record Entry(String style, String heading, Section section, Draft draft) {

    /** Whether it stands in the heading path of what follows: not when it has a text of its own. */
    boolean leads() {
      return !heading.isEmpty() && (draft.container || draft.isHeadingOnly());
    }
  }

  /**
   * The items of a paper, and the lines that belong to none.
   *
   * @param tallies the votes among those lines
   */
  record Cut(List<Draft> drafts, List<Line> apart, Tallies tallies) {

    /** The first items alone. */
    Cut first(int most) {
      return new Cut(drafts.subList(0, most), apart, tallies);
    }
  }

  private Cutter(List<Line> lines, DocumentKind kind) {
    this.lines = lines;
    this.tallies = Tallies.in(lines);
    this.kind = kind;
    this.structured = countTitles() >= STRUCTURED;
    this.small = lines.stream().filter(Line::startsLowerCase).count() * 2 > lines.size();
    this.bulleted =
        !structured && countBullets() * 2 >= lines.size() && countBullets() >= STRUCTURED;
    this.repeated = RepeatedTitles.in(lines);
    long runIns = lines.stream().filter(this::hasTitleInText).count();
    this.runsIn = !structured && runIns >= STRUCTURED && runIns * RUN_INS >= lines.size();
  }

  /** A title of a few words before a sentence; who moved, and what became of it, is none. */
  private boolean hasTitleInText(Line line) {
    return line.runIn() > 0
        && !repeated.has(line)
        && !line.isBullet()
        && !line.is(BlockKind.TABLE_ROW)
        && !isTold(line)
        && !isAmendment(line)
        && !line.begins("sections.continues");
  }

  /**
   * @param lines the lines of the paper below its heading, furniture and lists of people removed
   */
  static Cut cut(List<Line> lines, DocumentKind kind) {
    Cutter cutter = new Cutter(lines, kind);
    for (int i = 0; i < lines.size(); i++) {
      cutter.take(i);
    }
    cutter.close();
    cutter.joinOnlyChildren();
    return new Cut(cutter.drafts, cutter.apart, cutter.tallies);
  }

  /** Bullets without numbers: in minutes of nothing else, each is an item. */
  private int countBullets() {
    int bullets = 0;
    for (Line line : lines) {
      bullets += line.isBullet() && line.label() == null ? 1 : 0;
    }
    return bullets;
  }

  private int countTitles() {
    int titles = 0;
    for (Line line : lines) {
      boolean numbered =
          line.label() != null && (line.label().style().startsWith("n") || isWorded(line));
      titles += (line.isStrongTitle() || numbered) && !isTold(line) ? 1 : 0;
    }
    return titles;
  }

  /** A heading of several items with one text under it is that text's own heading. */
  private void joinOnlyChildren() {
    Set<Line> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    IdentityHashMap<Draft, Draft> replaced = new IdentityHashMap<>();
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      Line under = draft.under;
      boolean only =
          under != null
              && draft.headingEnd == 0
              && (i + 1 >= drafts.size() || !isUnder(drafts.get(i + 1), draft))
              && !draft.path.isEmpty();
      if (only && under != null) {
        Draft joined = draft.withHeading(under, titleEnd(under));
        drafts.set(i, joined);
        taken.add(under);
        replaced.put(draft, joined);
      }
    }
    apart.removeIf(taken::remove);
    for (Draft draft : drafts) {
      draft.amended = replaced.getOrDefault(draft.amended, draft.amended);
    }
  }

  private static boolean isUnder(Draft next, Draft draft) {
    List<String> path = draft.path;
    return next.path.size() >= path.size() && next.path.subList(0, path.size()).equals(path);
  }

  // --- one line ---

  private void take(int i) {
    Line line = lines.get(i);
    Draft earlier = open;
    if (earlier != null && earlier.isEarlier() && !isEarlier(line) && !line.isBlank()) {
      close();
    }
    if (line.isBlank()
        || tallies.hold(line)
        || (!isPost() && (Tables.isHeader(line) || isNamingRow(i)))
        || isSignature(i)) {
      apart.add(line);
    } else if (line.label() != null
        && line.words() == 0
        && !isWorded(line)
        && !line.is(BlockKind.TABLE_ROW)) {
      // A number on a line of its own belongs to what comes next.
      numbering.place(line.label(), true);
      apart.add(line);
    } else if (line.begins() && !isTitle(i)) {
      takeParagraph(i, line);
    } else if (introduces(line)) {
      apart.add(line);
    } else if (line.is(BlockKind.TABLE_ROW)) {
      takeRow(line);
    } else if (isEarlier(line)) {
      takeQuoted(line);
    } else if (isWorded(line)) {
      takeWorded(line);
    } else if (line.label() != null) {
      takeNumbered(i, line);
    } else if (isTitle(i)) {
      startUnder(line, style(line), line.text().length(), 0, "a heading begins it");
    } else {
      takeParagraph(i, line);
    }
  }

  /** Who signs, in the last lines: "A. Moffat, Secretary" is no item A. */
  private boolean isSignature(int i) {
    return i >= lines.size() - SIGNED && i > 0 && Attendance.isSignature(lines.get(i));
  }

  /** "No. Business Paper" above rows that begin with numbers. */
  private boolean isNamingRow(int i) {
    Line row = lines.get(i);
    boolean first = i == 0 || !lines.get(i - 1).is(BlockKind.TABLE_ROW);
    if (!first || !row.is(BlockKind.TABLE_ROW) || row.label() != null || i + 2 >= lines.size()) {
      return false;
    }
    Label one = lines.get(i + 1).label();
    Label two = lines.get(i + 2).label();
    boolean numbered = one != null && two != null && one.last() == 1 && two.last() == 2;
    return numbered
        && row.cells().size() > 1
        && row.cells().stream().allMatch(cell -> Tokens.of(cell).size() <= COLUMN);
  }

  /**
   * "The motions had been printed on the agenda, in this order": a sentence below their heading.
   */
  private boolean introduces(Line line) {
    Draft current = open;
    return current != null
        && current.container
        && current.isHeadingOnly()
        && line.words() <= INTRODUCTION
        && line.has("sections.introduces")
        && line.hits().of("outcomes.", 0, line.tokens().size()).isEmpty();
  }

  /** Each row of a table of posts is a paper of its own, whatever its words look like. */
  private boolean isPost() {
    return kind == DocumentKind.SOCIAL && lines.size() == 1;
  }

  private static boolean isWorded(Line line) {
    return line.label() != null && line.label().style().endsWith(" n");
  }

  /** "Motion 3: Buses", "Item 5a", "Amendment 2". */
  private void takeWorded(Line line) {
    Label label = line.label();
    boolean again = !worded.add(label == null ? "" : label.style() + label.path());
    boolean told =
        isOutcomeLine(line) || (again && Clauses.decides(line, false) && line.words() <= AGAIN);
    if (label == null || (told && open != null && open.isMotion())) {
      add(line);
      return;
    }
    boolean amendment = label.style().startsWith("amendment");
    int heading = titleEnd(line);
    if (amendment && lastMotion != null) {
      startAmendment(line, heading, "numbered as an amendment");
      return;
    }
    String style = label.style();
    boolean any =
        style.startsWith("item") || style.startsWith("decision") || style.startsWith("topic");
    Hint hint = any ? Hint.NONE : Hint.MOTION;
    startUnder(line, style, heading, hint, 1, "numbered as a motion or item");
  }

  private void takeNumbered(int i, Line line) {
    Label label = line.label();
    if (label == null) {
      return;
    }
    boolean title = isNumberedTitle(i, line);
    boolean inText = open != null && open.inText && !open.decided;
    if (inText && !title && !isSibling(line) && !Numbering.runsOn(label)) {
      continueText(line, label);
      return;
    }
    int depth = numbering.place(label, title);
    Draft current = open;
    if (current != null && (current.single || isPartOf(current, label)) && depth > current.depth) {
      takeOfMotion(line);
      return;
    }
    boolean child = current != null && depth > current.depth && current.depth > 0;
    boolean starts =
        depth > 0 && (current == null || !child || title || !current.isMotion() || isSibling(line));
    if (inText
        && depth > 1
        && !isSibling(line)
        && !Numbering.runsOn(label)
        && !line.isStrongTitle()
        && Section.announcedBy(line, line.tokens().size()) == Section.NONE) {
      starts = false;
    }
    starts &= !line.startsLowerCase() || current == null || !child;
    starts &= kind != DocumentKind.RULES || title || !child;
    if (!starts) {
      takeParagraph(i, line);
      return;
    }
    if (lastMotion != null && isOfMotion(label, lastMotion) && isAmendment(line)) {
      startAmendment(line, titleEnd(line), "an amendment, numbered under its motion");
      return;
    }
    startUnder(line, "#" + depth, titleEnd(line), Hint.NONE, depth, "its number begins it");
  }

  /** Whether the number of a line, "5.3.1", says that it is a part of the open motion, 5.3. */
  private static boolean isPartOf(Draft current, Label label) {
    return isOfMotion(label, current)
        && !current.isHeadingOnly()
        && (current.isMotion() || current.moved);
  }

  /** Whether a number begins with that of the motion and goes on. */
  private static boolean isOfMotion(Label label, Draft motion) {
    Label own = motion.lines.getFirst().label();
    return own != null
        && label.path().size() > own.path().size()
        && label.path().subList(0, own.path().size()).equals(own.path());
  }

  /** "2.3 After debate it was carried" under "2. Motion A" tells of that motion. */
  private void takeOfMotion(Line line) {
    if (isAmendment(line) && lastMotion != null && (!isAccepted(line) || moves(line))) {
      startAmendment(line, 0, "an amendment begins it");
    } else {
      add(line);
    }
  }

  /** Whether layout puts the line on the level of the heading of the open item, or above it. */
  private boolean isSibling(Line line) {
    Draft current = open;
    if (current == null) {
      return false;
    }
    Line heading = current.lines.getFirst();
    // An automatic number tells its level without a title too.
    if (current.headingEnd == 0 && !heading.is(BlockKind.LIST_ITEM)) {
      return false;
    }
    Label last = heading.label();
    Label next = line.label();
    if (last == null || next == null) {
      return false;
    }
    boolean follows = next.style().equals(last.style()) && next.last() == last.last() + 1;
    if (heading.is(BlockKind.LIST_ITEM) && line.is(BlockKind.LIST_ITEM)) {
      int level = heading.block().level();
      return line.block().level() < level || (line.block().level() == level && follows);
    }
    // Numbers in the text give no levels: a list of the motion's own in the same style hides them.
    return follows && !current.innerStyles.contains(next.style());
  }

  /** A numbered clause of a motion moves no sequence of items, but its own. */
  private void continueText(Line line, Label label) {
    if (label.style().startsWith("n")
        && label.last() > 1
        && numbering.isNextTop(label)
        && Section.announcedBy(line, titleTokens(line)) != Section.NONE) {
      int depth = numbering.place(label, true);
      startUnder(line, "#" + depth, titleEnd(line), Hint.NONE, depth, "its number begins it");
      return;
    }
    numbering.place(label, false);
    add(line);
  }

  private void takeParagraph(int i, Line line) {
    Draft current = open;
    if (Clauses.isHeading(line) || opensMotion(line)) {
      takeOpener(line);
    } else if (isLastWords(i, line)) {
      start(line, 0, Hint.NONE, "the next meeting, at the end of the paper");
    } else if (isAmendment(line)
        && (lastMotion != null || line.begins() || isMoved(current))
        && (!isAccepted(line) || moves(line))
        && !tellsOfOpenAmendment(line)) {
      startAmendment(line, 0, "an amendment begins it");
    } else if (line.begins("procedural.title") && current != null && !current.isHeadingOnly()) {
      start(line, 0, Hint.NONE, "a procedural motion begins it");
    } else if (line.begins() && WordChange.begins(line)) {
      startChange(line);
    } else if (announcesSection(line)) {
      startUnder(line, RUN_IN, titleEndOf(line, 0), 0, "a title runs into its text");
    } else if (startsMotion(i, line) && runsIn && hasTitleInText(line)) {
      int title = titleEndOf(line, 0);
      startUnder(line, RUN_IN, title, Hint.MOTION, 0, "a title runs into a motion");
    } else if (startsMotion(i, line)) {
      start(line, titleEndOf(line, 0), Hint.MOTION, "its words begin a motion");
    } else if (runsIn && hasTitleInText(line) && !isOnTheFloor(current)) {
      startUnder(line, RUN_IN, titleEndOf(line, 0), 0, "a title runs into its text");
    } else if (isIncident(line) && current != null && !current.inText && !current.isHeadingOnly()) {
      start(line, 0, Hint.INCIDENT, "an incident as minuted");
    } else if (line.begins() && !repeated.has(line)) {
      start(
          line,
          titleEndOf(line, 0),
          Hint.NONE,
          "other business begins, as labelled papers have it");
    } else if (current == null || startsTopic(i, line)) {
      start(line, titleEndOf(line, 0), Hint.NONE, "a paragraph of its own topic");
    } else {
      add(line);
    }
  }

  private static boolean isAmendment(Line line) {
    return line.begins("motions.amendment")
        || line.begins("motions.amendment-told")
        || line.hits().near("motions.amending", line.body(), NEAR);
  }

  /** Whether the line brings an amendment, which may be accepted in the same breath. */
  private static boolean moves(Line line) {
    return line.begins("motions.amendment-told")
        || line.hits().near("motions.amending", line.body(), NEAR);
  }

  /** The day of the next meeting, in a paragraph of its own, ends whatever came before. */
  private boolean isLastWords(int i, Line line) {
    return i >= lines.size() - 2
        && open != null
        && !open.isHeadingOnly()
        && line.words() <= LAST_WORDS
        && line.hits().near("admin.next", line.body(), 2);
  }

  /** "Treasurer's report – the balance is ..." in a paper without other headings. */
  private boolean announcesSection(Line line) {
    Draft current = open;
    boolean inside =
        current != null
            && ((current.inText && !current.decided)
                || current.section == Section.REPORT
                || current.section == Section.ADMIN
                || current.section == Section.DISCUSSION)
            && stack.stream().noneMatch(entry -> entry.style().equals(RUN_IN));
    int runIn = line.runIn();
    return runIn > 0 && !inside && Section.announcedBy(line, runIn) != Section.NONE;
  }

  private boolean opensMotion(Line line) {
    return Clauses.opens(line.hits(), line.body());
  }

  /** "This branch notes ...": goes on with the motion that is open, or begins the next. */
  private void takeOpener(Line line) {
    Draft current = open;
    int rank = Clauses.rankOf(line);
    boolean whole = opensMotion(line);
    boolean restarts =
        current != null
            && whole
            && (current.decided
                || (current.rank == 3 && rank == 1)
                || (current.rank == 3 && closesWithMover(current)));
    boolean fresh = current == null || line.begins() || restarts || (whole && !isAwaited(current));
    if (fresh) {
      start(line, 0, Hint.MOTION, "the clauses of a motion begin it");
    } else {
      add(line);
    }
  }

  private static boolean closesWithMover(Draft draft) {
    return Clauses.isMover(draft.lines.getLast()) && draft.rank > 0;
  }

  /** Whether the open item may be a motion whose text is still to come. */
  private boolean isAwaited(Draft draft) {
    if (draft.isMotion() || draft.isHeadingOnly()) {
      return !(draft.isHeadingOnly() && draft.container);
    }
    Line last = draft.lines.getLast();
    boolean introduces =
        last.endsWithColon()
            || isOrigin(last)
            || (last.words() <= ORIGIN && last.has("motions.titled"))
            || last.has("motions.moved")
            || last.has("motions.title")
            || Clauses.isMover(last);
    boolean only = draft.lines.size() <= 1 && !draft.decided;
    return introduces
        || (only && (draft.section == Section.DISCUSSION || draft.section == Section.MOTIONS));
  }

  /** "The amendment was lost 5-19" after the amendment's text. */
  private boolean tellsOfOpenAmendment(Line line) {
    return open != null
        && open.hint == Hint.AMENDMENT
        && !open.decided
        && !isAnother(line)
        && !line.hits().of("outcomes.", 0, line.tokens().size()).isEmpty();
  }

  /** "Amendment 2 from ...": who brought it is told of each amendment once. */
  private static boolean isAnother(Line line) {
    return line.begins("motions.amendment-brought");
  }

  private static boolean isAccepted(Line line) {
    return line.has("motions.amendment-accepted");
  }

  private boolean startsMotion(int i, Line line) {
    Draft current = open;
    boolean told =
        isOutcomeLine(line)
            && current != null
            && current.isMotion()
            && !current.decided
            && line.runIn() < 0;
    boolean begins = line.begins("motions.start") && !told;
    boolean mover = Clauses.isMover(line) && line.words() <= 16;
    boolean titled = isTitledMotion(line) || (isTitledTold(line) && !isOnTheFloor(current));
    if (!begins && !mover && !titled) {
      return false;
    }
    if (current == null || current.isHeadingOnly()) {
      return current == null || current.container;
    }
    if (titled) {
      return true;
    }
    if (mover && !begins) {
      return (current.decided || (current.moved && current.rank == 3)) && motionFollows(i);
    }
    if (current.isMotion()) {
      return current.decided || current.rank == 3 || !Clauses.isNarrative(line.hits(), line.body());
    }
    boolean titledAlike = runsIn && hasTitleInText(line);
    return current.section != Section.MATTERS_ARISING && (!isReport(current) || titledAlike);
  }

  /** "Night buses. Proposed Reid, seconded Orr. We ask ...": a title, and who moved. */
  private static boolean isTitledMotion(Line line) {
    CueBook.Hit named = line.hits().at("motions.title", line.body());
    if (named != null && named.to() < line.tokens().size()) {
      String between = line.tokens().between(named.to());
      // "Motion: "The branch condemns ..."", among the points of a report.
      return between.startsWith(":") && (between.contains("\"") || between.contains("\u201c"));
    }
    int title = line.tokens().endOfSentence(line.body());
    return isTitled(line)
        && line.hits().at("motions.titled", title) != null
        && line.hits().at("clauses.mover", line.body()) == null;
  }

  /** "Lecturers. Cherry, leaving the chair, moved 'that ...'": a title, and a motion told of. */
  private static boolean isTitledTold(Line line) {
    int title = line.tokens().endOfSentence(line.body());
    return isTitled(line)
        && line.hits().within("motions.moves-that", title, line.tokens().endOfSentence(title));
  }

  /** Whether the first sentence is a title of a few words: "Lecturers. Cherry moved ...". */
  private static boolean isTitled(Line line) {
    Tokens tokens = line.tokens();
    int body = line.body();
    if (body >= tokens.size() || !tokens.isCapitalised(body)) {
      return false;
    }
    int title = tokens.endOfSentence(body);
    return title < tokens.size()
        && title - body <= TITLE_WORDS
        && !Clauses.isNarrative(line.hits(), body);
  }

  private static boolean isOnTheFloor(@Nullable Draft current) {
    return current != null && current.isMotion() && !current.decided;
  }

  private static boolean isReport(Draft draft) {
    return draft.section == Section.REPORT;
  }

  private boolean isIncident(Line line) {
    return kind == DocumentKind.MINUTES
        && line.has("incident.event")
        && !line.has("clauses.unit-subject");
  }

  private boolean startsTopic(int i, Line line) {
    Draft current = open;
    if (current == null) {
      return true;
    }
    if (current.isHeadingOnly()) {
      return current.container;
    }
    if (line.isBullet() && (bulleted || isOneOfTitled(current, line))) {
      return true;
    }
    if ((line.startsLowerCase() && !small)
        || line.begins("sections.continues")
        || (isOutcomeLine(line) && !isNewDecision(current, line))
        || endsOpenList(current, line)) {
      return false;
    }
    if ((current.isMotion() && !current.decided) || awaitsQuotation(current, line)) {
      return false;
    }
    if (current.hint == Hint.INCIDENT) {
      return true;
    }
    return splitsParagraphs(i, line, current);
  }

  /** "* Exams. Moved on." below "* Stop the War. Not reached.": points with titles of their own. */
  private static boolean isOneOfTitled(Draft current, Line line) {
    return !current.inText
        && isTitled(line)
        && current.lines.stream().anyMatch(other -> other.isBullet() && isTitled(other));
  }

  /** "MIN 115 MOTION 2: BUSES (Unite)", and its text in quotation marks below. */
  private static boolean awaitsQuotation(Draft current, Line line) {
    Line first = current.lines.getFirst();
    return line.isQuoted()
        && current.lines.size() == 1
        && !first.endsSentence()
        && first.has("motions.title");
  }

  /**
   * In prose without headings "We agreed that ..." opens a topic, unless a motion is on the floor.
   */
  private boolean isNewDecision(Draft current, Line line) {
    boolean sameList = line.isBullet() && current.lines.getFirst().isBullet();
    return !structured
        && !(current.isMotion() && !current.decided)
        && !line.tokens().isNumber(line.body())
        && (sameList || line.words() > 7);
  }

  private static boolean endsOpenList(Draft current, Line line) {
    return line.isBullet() && current.lines.getLast().endsWithColon();
  }

  private boolean splitsParagraphs(int i, Line line, Draft current) {
    Section section = current.section;
    boolean runIn = line.runIn() > 0 && !repeated.has(line);
    if (runIn && !structured && !line.isBullet() && current.lines.getFirst().runIn() > 0) {
      // "Money - ..." and then "Leaflets - ...": titles of one hand.
      return true;
    }
    return switch (section) {
      case AOB, CORRESPONDENCE -> true;
      case REPORTS -> runIn || line.has("reports.start") || line.isBullet();
      case MATTERS_ARISING -> true;
      case MOTIONS ->
          current.decided
              && (motionFollows(i) || (isTitled(line) && isTitled(current.lines.getFirst())));
      case AMENDMENTS ->
          current.decided
              && (motionFollows(i) || (!structured && !isLetter() && !line.has("motions.returns")));
      case NONE ->
          !structured
              && kind != DocumentKind.STATEMENT
              && kind != DocumentKind.RULES
              && !isLetter();
      // "Apologies: none." in a paper without headings is a paragraph like the others.
      case ATTENDANCE, ADMIN -> !structured && !isLetter() && isWholeLine(current);
      case REPORT, DISCUSSION, STATEMENTS -> false;
    };
  }

  private static boolean isWholeLine(Draft draft) {
    return draft.headingEnd < draft.lines.getFirst().text().length();
  }

  private boolean isLetter() {
    return kind == DocumentKind.EMAIL || kind == DocumentKind.MOTION_PAPER;
  }

  // --- rows and quotations ---

  private void takeRow(Line row) {
    if (isPost()) {
      start(row, 0, Hint.POST, "a row of a table of posts");
      return;
    }
    List<String> cells = row.cells();
    boolean continues = cells.getFirst().isBlank() && open != null;
    if (continues) {
      add(row);
      return;
    }
    int end = cells.getFirst().length();
    if (cells.size() > 2 && cells.getFirst().strip().length() <= 5) {
      end += 1 + cells.get(1).length();
    }
    closeBeforeSequel(row);
    startUnder(row, "row", Math.min(end, row.text().length()), Hint.NONE, 1, "a row of a table");
  }

  /** "1 Apologies" above a table that begins with 2 is an entry as its rows are, no heading. */
  private void closeBeforeSequel(Line row) {
    Draft current = open;
    Label last = current == null ? null : current.lines.getFirst().label();
    Label next = row.label();
    boolean sequel =
        last != null
            && next != null
            && next.path().size() == last.path().size()
            && next.last() == last.last() + 1;
    if (current != null && sequel && current.isHeadingOnly() && !stack.isEmpty()) {
      close();
      stack.removeLast();
    }
  }

  private static boolean isEarlier(Line line) {
    return line.isEarlier() || line.text().startsWith(">");
  }

  private void takeQuoted(Line line) {
    boolean sentOn = line.is(BlockKind.FORWARDED);
    Hint hint = sentOn ? Hint.FORWARDED : Hint.QUOTED;
    Draft current = open;
    if (current == null || current.hint != hint) {
      start(line, 0, hint, sentOn ? "a message sent on" : "words of an earlier message");
    } else if (MessageMotions.opens(current, line)) {
      start(line, 0, hint, "a motion set out in a message");
    } else if (current.rank > 0 && MessageMotions.isTalk(line)) {
      start(line, 0, hint, "what a message says below a motion");
    } else {
      add(line);
    }
  }

  // --- titles ---

  private boolean isTitle(int i) {
    Line line = lines.get(i);
    if (isTold(line) || (line.isBullet() && !line.isStrongTitle())) {
      return false;
    }
    Draft current = open;
    boolean inText = current != null && current.inText && !current.decided;
    if (line.isStrongTitle()) {
      return !inText
          || line.is(BlockKind.HEADING)
          || (!line.endsWithColon()
              && (motionFollows(i)
                  || Section.announcedBy(line, line.tokens().size()) != Section.NONE
                  || line.has("motions.title")
                  || (current != null && current.rank == 3)));
    }
    if (isSmallTitle(i, line)) {
      return true;
    }
    if (!line.isShortTitle() || line.begins("sections.continues")) {
      return false;
    }
    boolean announced = Section.announcedBy(line, line.tokens().size()) != Section.NONE;
    if (announced || (line.begins("motions.title") && motionFollows(i))) {
      return true;
    }
    if (inText) {
      return current != null && current.rank == 3 && motionFollows(i);
    }
    return motionFollows(i) || (precedesText(i) && !line.endsWithColon());
  }

  /** "gala" over "marrowfield gala is on 24 june", from a hand that writes no capitals. */
  private boolean isSmallTitle(int i, Line line) {
    return small
        && line.words() <= SMALL_TITLE
        && !line.endsSentence()
        && line.label() == null
        && line.hits().of("outcomes.", 0, line.tokens().size()).isEmpty()
        && !line.has("admin.day")
        && i + 1 < lines.size()
        && lines.get(i + 1).words() > line.words() + 2
        && lines.get(i + 1).label() == null;
  }

  private boolean isNumberedTitle(int i, Line line) {
    if (isTold(line) || line.startsLowerCase()) {
      return false;
    }
    if (line.isStrongTitle() || Section.announcedBy(line, titleTokens(line)) != Section.NONE) {
      return true;
    }
    Draft current = open;
    boolean inText = current != null && current.inText && !current.decided;
    return line.words() <= 14 && !line.endsSentence() && (!inText || motionFollows(i));
  }

  /** Whether the line belongs to a motion or tells of one, so that it is no title. */
  private static boolean isTold(Line line) {
    return Clauses.isHeading(line)
        || Clauses.opens(line.hits(), line.body())
        || Clauses.isMover(line)
        || isOrigin(line)
        || isOutcomeLine(line);
  }

  /** "From Copse Ward and Weir Ward" below the title of a motion. */
  private static boolean isOrigin(Line line) {
    return line.label() == null && line.words() <= ORIGIN && line.begins("motions.origin");
  }

  /** "CARRIED UNANIMOUSLY", "Motion carried 23-4", "For: 23 Against: 4". */
  private static boolean isOutcomeLine(Line line) {
    if (line.words() > 25 || !Clauses.isNarrative(line.hits(), line.body())) {
      return false;
    }
    boolean outcome = !line.hits().of("outcomes.", 0, line.tokens().size()).isEmpty();
    boolean figures = line.has("votes.against") || line.has("votes.abstain");
    return (outcome || figures) && !(isWorded(line) && line.words() > 3 && line.runIn() > 0);
  }

  private boolean motionFollows(int i) {
    int seen = 0;
    for (int next = i + 1; next < lines.size() && seen < 3; next++) {
      Line line = lines.get(next);
      if (line.isBlank()) {
        continue;
      }
      if (opensMotion(line)
          || Clauses.isHeading(line)
          || (Clauses.isMover(line) && !isOutcomeLine(line))) {
        return true;
      }
      if (line.words() > 20) {
        return false;
      }
      seen++;
    }
    return false;
  }

  private boolean precedesText(int i) {
    for (int next = i + 1; next < lines.size(); next++) {
      Line line = lines.get(next);
      if (!line.isBlank()) {
        return line.words() > 12 || line.text().endsWith(".") || line.isBullet();
      }
    }
    return false;
  }

  private static String style(Line line) {
    if (line.is(BlockKind.HEADING)) {
      return "H" + line.block().level();
    }
    return line.isSetOffByCapitals() ? "capitals" : line.block().bold() ? "bold" : "short";
  }

  /** The tokens that a numbered line's title takes up. */
  private static int titleTokens(Line line) {
    int runIn = line.runIn();
    if (runIn > 0) {
      return runIn;
    }
    return line.words() <= 14 && !line.text().endsWith(".")
        ? line.tokens().size()
        : Math.min(line.tokens().size(), line.tokens().endOfSentence(line.body()));
  }

  /** Where the heading of a numbered line ends; 0 when the line is a sentence. */
  private static int titleEnd(Line line) {
    if (line.words() == 0) {
      return line.text().length();
    }
    int runIn = line.runIn();
    int sentence = line.tokens().endOfSentence(line.body());
    if (runIn < 0
        && sentence < line.tokens().size()
        && Section.announcedBy(line, sentence) != Section.NONE) {
      return line.tokens().end(sentence - 1);
    }
    if (runIn > 0 && line.words() <= 14 && isTitleThroughout(line, runIn)) {
      return line.text().length();
    }
    boolean open = line.words() <= 14 && !line.text().endsWith(".");
    return titleEndOf(
        line, open || line.isStrongTitle() || isBareTitle(line) ? line.text().length() : 0);
  }

  /** "3. Arising.", "4. Post.": a standing heading with a full stop, and nothing told. */
  private static boolean isBareTitle(Line line) {
    return line.words() <= BARE_TITLE
        && line.tokens().endOfSentence(line.body()) == line.tokens().size()
        && Section.announcedBy(line, line.tokens().size()) != Section.NONE;
  }

  /** "Motion from Eastfield Branch: the guidance" is all title; "Minutes: agreed." is not. */
  private static boolean isTitleThroughout(Line line, int runIn) {
    return !line.text().endsWith(".")
        && line.hits().of("outcomes.", runIn, line.tokens().size()).isEmpty()
        && Section.announcedBy(line, runIn) == Section.NONE;
  }

  private static int titleEndOf(Line line, int otherwise) {
    int runIn = line.runIn();
    if (runIn > 0) {
      return line.tokens().start(runIn - 1) + line.tokens().raw(runIn - 1).length();
    }
    return otherwise;
  }

  // --- starting and closing ---

  private void startUnder(Line line, String style, int headingEnd, int depth, String why) {
    startUnder(line, style, headingEnd, Hint.NONE, depth, why);
  }

  private void startUnder(
      Line line, String style, int headingEnd, Hint hint, int depth, String why) {
    Section section =
        hint == Hint.MOTION
            ? Section.NONE
            : Section.announcedBy(
                line, headingEnd == 0 ? line.tokens().size() : line.tokens().tokenAt(headingEnd));
    boolean wasHeadingOnly = open != null && open.isHeadingOnly();
    boolean origin = open != null && isBareOrigin(open);
    close(popTo(style, section, wasHeadingOnly) || origin);
    Section within = section == Section.NONE ? inherited() : section;
    List<String> above = stack.stream().filter(Entry::leads).map(Entry::heading).toList();
    Draft draft = new Draft(above, within, hint, Math.max(depth, 1), why);
    String heading = line.text().substring(0, Math.min(headingEnd, line.text().length())).strip();
    stack.add(new Entry(style, heading, section, draft));
    draft.container = section.isContainer() && !isPublication();
    draft.single =
        section == Section.NONE
            && headingEnd > 0
            && line.begins("motions.title")
            && !draft.container;
    begin(draft, line, headingEnd);
  }

  /** A newsletter's "Motions on the library" is an article, no list of motions; so are rules. */
  private boolean isPublication() {
    return switch (kind) {
      case NEWSLETTER, STATEMENT, SOCIAL, RULES -> true;
      case MINUTES, AGENDA, MOTION_PAPER, EMAIL, OTHER -> false;
    };
  }

  /**
   * A title under a container keeps the container's section, so that "Buses" under Motions is a
   * motion.
   */
  private Section inherited() {
    return enclosing() == Section.MOTIONS
            || enclosing() == Section.CORRESPONDENCE
            || enclosing() == Section.MATTERS_ARISING
            || enclosing() == Section.AOB
        ? enclosing()
        : enclosing() == Section.REPORTS ? Section.REPORT : Section.NONE;
  }

  private Section enclosing() {
    for (int i = stack.size() - 1; i >= 0; i--) {
      if (stack.get(i).section() != Section.NONE) {
        return stack.get(i).section();
      }
    }
    return Section.NONE;
  }

  /**
   * Closes the headings that the new one does not stand under; whether the open item is one it
   * stands under.
   */
  private boolean popTo(String style, Section section, boolean headingOnly) {
    int at = sibling(style, section, headingOnly);
    boolean under = at >= stack.size();
    while (stack.size() > at) {
      stack.removeLast();
    }
    return under && headingOnly;
  }

  /** The index in the stack that the new heading takes. */
  private int sibling(String style, Section section, boolean headingOnly) {
    for (int i = 0; i < stack.size(); i++) {
      if (stack.get(i).style().equals(style)) {
        return i;
      }
    }
    if (style.equals(RUN_IN) && runsIn) {
      // In a paper of such titles they stand under headings set off by layout, and no others.
      for (int i = 0; i < stack.size(); i++) {
        if (!stack.get(i).style().startsWith("H")) {
          return i;
        }
      }
    }
    if (style.startsWith("#") || style.startsWith("H")) {
      for (int i = 0; i < stack.size(); i++) {
        String other = stack.get(i).style();
        if (other.charAt(0) == style.charAt(0) && other.compareTo(style) > 0) {
          return i;
        }
      }
    }
    if (section != Section.NONE && section != Section.REPORT && !style.startsWith("#")) {
      for (int i = 0; i < stack.size(); i++) {
        if (stack.get(i).section() != Section.NONE && !stack.get(i).style().startsWith("H")) {
          return i;
        }
      }
    }
    boolean under =
        stack.isEmpty()
            || headingOnly
            || (stack.getLast().section().isContainer() && !isToldInOneLine(stack.getLast()))
            || stack.getLast().style().startsWith("#")
            || stack.getLast().style().startsWith("H");
    return under ? stack.size() : stack.size() - 1;
  }

  /** "Arising from them: the crossing is going in." has no headings of others below it. */
  private static boolean isToldInOneLine(Entry entry) {
    return entry.style().equals(RUN_IN) && entry.section() == Section.MATTERS_ARISING;
  }

  private void start(Line line, int headingEnd, Hint hint, String why) {
    Draft current = open;
    boolean under = current != null && current.isHeadingOnly();
    Section section = current == null ? Section.NONE : current.section;
    int depth = current == null ? 0 : current.depth;
    close(under);
    List<String> path = new ArrayList<>();
    for (Entry entry : stack) {
      if (entry.leads()) {
        path.add(entry.heading());
      }
    }
    Draft draft = new Draft(path, section, hint, depth, why);
    draft.under = under && current != null && current.container ? current.lines.getFirst() : null;
    begin(draft, line, headingEnd);
  }

  /** Whether somebody moved what is being gathered, though nothing called it a motion. */
  private static boolean isMoved(@Nullable Draft draft) {
    return draft != null
        && draft.section != Section.MATTERS_ARISING
        && draft.lines.stream()
            .anyMatch(line -> line.has("motions.moved") && line.has("clauses.mover"));
  }

  private void startAmendment(Line line, int headingEnd, String why) {
    startAmendment(line, headingEnd, Section.MOTIONS, why);
  }

  private Draft startAmendment(Line line, int headingEnd, Section section, String why) {
    // What is amended is a motion, though nothing else may have said so.
    Draft motion = lastMotion == null ? open : lastMotion;
    close(false);
    List<String> path = motion == null ? List.of() : motion.path;
    Draft draft = new Draft(path, section, Hint.AMENDMENT, motion == null ? 1 : motion.depth, why);
    draft.amended = motion;
    begin(draft, line, headingEnd);
    return draft;
  }

  /** A change of words that is told in the paragraph of its motion, and decided there. */
  private void startChange(Line line) {
    Section section = open == null ? Section.NONE : open.section;
    startAmendment(line, 0, section, "words of the motion were to be changed").decided = true;
  }

  private void begin(Draft draft, Line line, int headingEnd) {
    open = draft;
    draft.headingEnd = Math.min(headingEnd, line.text().length());
    add(line);
  }

  private void add(Line line) {
    Draft draft = open;
    if (draft == null) {
      start(line, 0, Hint.NONE, "the first text");
      return;
    }
    draft.add(line);
    note(draft, line);
  }

  /** Keeps track of how far a motion has come. */
  private void note(Draft draft, Line line) {
    int rank =
        Clauses.opens(line.hits(), line.body()) || Clauses.isHeading(line)
            ? Clauses.rankOf(line)
            : 0;
    boolean heading = draft.lines.size() == 1 && draft.headingEnd >= line.text().length();
    if (rank > 0) {
      draft.rank = Math.max(draft.rank, rank);
      draft.inText = true;
    } else if (line.label() == null
        && Clauses.tells(line, 0, line.tokens().endOfSentence(line.body()))) {
      draft.inText = false;
    }
    if (line.isQuoted() && Clauses.closesQuote(line.tokens(), line.tokens().size())) {
      draft.inText = false;
    }
    draft.moved |= Clauses.isMover(line);
    draft.decided |= (!heading || isWorded(line)) && Clauses.decides(line, draft.inText);
    if ((draft.isMotion() && draft.hint != Hint.AMENDMENT)
        || (draft.section == Section.MOTIONS && draft.hint == Hint.NONE && !draft.container)) {
      lastMotion = draft;
    }
  }

  private void close() {
    close(false);
  }

  /** "18/16 Matters arising" in minutes, whose matters have numbers of their own. */
  private boolean isBareSection(Draft draft) {
    return kind == DocumentKind.MINUTES
        && draft.container
        && draft.lines.size() == 1
        && draft.lines.getFirst().words() <= BARE_SECTION
        && !draft.lines.getFirst().endsSentence();
  }

  /** "Castle branch (meeting of 3rd October)" above the title of the motion that it moves. */
  private boolean isBareOrigin(Draft draft) {
    return kind == DocumentKind.MOTION_PAPER
        && draft.isHeadingOnly()
        && draft.lines.getFirst().label() == null
        && !draft.lines.getFirst().begins("motions.title");
  }

  /**
   * @param becomesPath whether the open item is a heading with items under it
   */
  private void close(boolean becomesPath) {
    Draft draft = open;
    open = null;
    if (draft == null) {
      return;
    }
    boolean empty = draft.isHeadingOnly() && draft.hint == Hint.NONE;
    if (empty && (becomesPath || isBareSection(draft))) {
      apart.addAll(draft.lines);
      return;
    }
    drafts.add(draft);
  }
}
