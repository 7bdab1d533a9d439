package org.orderpaper.segment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.BlockKind;
import org.orderpaper.model.Confidence;
import org.orderpaper.model.DateSource;
import org.orderpaper.model.DocumentKind;
import org.orderpaper.model.ExtractedDocument;
import org.orderpaper.model.MailHeader;
import org.orderpaper.model.Meeting;
import org.orderpaper.model.PaperStatus;
import org.orderpaper.model.SegmentSettings.SettledReading;
import org.orderpaper.model.Unit;
import org.orderpaper.model.UnitType;

/** Parts a document into the papers it holds, and reads the head of each. */
final class Papers {

  /** The most words with which minutes of the last meeting are agreed. */
  private static final int ACCEPTED = 25;

  /** The fewest lines of a date alone that make a page of posts. */
  private static final int POSTS = 2;

  /** The fewest lines between two papers of one document. */
  private static final int SHORTEST = 4;

  /** The most lines of a signature, its closing words included. */
  private static final int SIGNATURE = 4;

  /** Words into a line within which minutes are named that it accepts. */
  private static final int FORMALITY = 12;

  /** The most lines of a heading. */
  private static final int LONGEST_HEAD = 14;

  private final CueBook cues;
  private final UnitReader units;
  private final HeadReader heads;

  Papers(CueBook cues, UnitReader units) {
    this.cues = cues;
    this.units = units;
    this.heads = new HeadReader(units, cues);
  }

  /** The papers of a document; lines that belong to no item are left out of all of them. */
  List<Paper> of(
      List<Line> all, ExtractedDocument document, String source, @Nullable SettledReading settled) {
    List<Line> lines = all.stream().filter(Papers::isText).toList();
    Line title = Line.outside(document.title() == null ? "" : document.title(), cues);
    HeadReader.Around around =
        new HeadReader.Around(running(all), source, document.mail(), settled, title);
    List<PostTable> tables = PostTable.in(lines, cues);
    DocumentKind whole = kind(lines, around, document, settled, isExport(lines, tables));
    if (whole == DocumentKind.SOCIAL && !tables.isEmpty()) {
      return posts(tables, around);
    }
    if (whole == DocumentKind.SOCIAL
        && lines.stream().filter(Papers::isAbovePost).count() >= POSTS) {
      return datedPosts(lines, around);
    }
    boolean oneDay = settled != null && settled.date() != null;
    Register register = isRegister(whole) && !oneDay ? Register.in(lines) : null;
    if (register != null) {
      return decisions(register, whole, around);
    }
    boolean[] people = Attendance.mark(lines, whole == DocumentKind.AGENDA);
    List<Integer> starts = starts(lines, people, whole);
    List<Paper> papers = new ArrayList<>();
    Unit inherited = null;
    for (int i = 0; i < starts.size(); i++) {
      int from = starts.get(i);
      int to = i + 1 < starts.size() ? starts.get(i + 1) : lines.size();
      List<Line> part = lines.subList(from, to);
      DocumentKind kind = starts.size() == 1 ? whole : kindOf(part, document, settled, whole);
      boolean[] listed = Attendance.mark(part, kind == DocumentKind.AGENDA);
      int head = head(part, listed, kind);
      Meeting meeting = heads.read("m" + (i + 1), part, head, kind, around, inherited);
      inherited = meeting.unit();
      boolean decisions =
          part.subList(0, head).stream().anyMatch(line -> line.has("kinds.decisions"));
      papers.add(
          new Paper(
              body(part, listed, head, kind),
              decisions,
              isOurs(document),
              meeting,
              above(part, listed, head),
              document.mail() == null ? null : document.mail().sent()));
    }
    return papers;
  }

  /** The features by which the kind of a document is learned. */
  Set<String> kindFeatures(List<Line> all, ExtractedDocument document) {
    List<Line> lines = all.stream().filter(Papers::isText).toList();
    Line title = Line.outside(document.title() == null ? "" : document.title(), cues);
    boolean export = isExport(lines, PostTable.in(lines, cues));
    return KindReader.features(lines, running(all), title, document.mail(), export);
  }

  /** The first heads and feet of pages, which often name unit and date. */
  private static List<Line> running(List<Line> all) {
    return all.stream()
        .filter(line -> line.is(BlockKind.PAGE_HEADER) || line.is(BlockKind.PAGE_FOOTER))
        .limit(2)
        .toList();
  }

  private static boolean isText(Line line) {
    return switch (line.block().kind()) {
      case PAGE_HEADER, PAGE_FOOTER, COMMENT, HIDDEN -> false;
      case TABLE_ROW -> !line.isBlank();
      case PARAGRAPH, HEADING, LIST_ITEM, FOOTNOTE, QUOTED_REPLY, FORWARDED ->
          !line.isBlank() && !isBreadcrumb(line);
    };
  }

  /** "Home > News > November 2020" on a web page. */
  private static boolean isBreadcrumb(Line line) {
    int arrows = 0;
    for (int i = 1; i < line.text().length(); i++) {
      char c = line.text().charAt(i);
      arrows += c == '>' || c == '\u203a' || c == '\u00bb' ? 1 : 0;
    }
    return arrows >= 2 && line.words() <= 12;
  }

  private static DocumentKind kind(
      List<Line> lines,
      HeadReader.Around around,
      ExtractedDocument document,
      @Nullable SettledReading settled,
      boolean export) {
    DocumentKind known = settled == null ? null : settled.kind();
    return known != null
        ? known
        : KindReader.read(lines, around.running(), around.title(), document.mail(), export);
  }

  private DocumentKind kindOf(
      List<Line> part,
      ExtractedDocument document,
      @Nullable SettledReading settled,
      DocumentKind whole) {
    // A compilation is one thing, whatever each of the texts in it looks like.
    if (whole == DocumentKind.OTHER) {
      return whole;
    }
    Line none = Line.outside("", cues);
    HeadReader.Around alone = new HeadReader.Around(List.of(), "", document.mail(), settled, none);
    DocumentKind kind = kind(part, alone, document, settled, false);
    return kind == DocumentKind.OTHER ? whole : kind;
  }

  /** Whether the sender's name or address is that of an office: "secretary@", "Chair of ...". */
  private boolean isOurs(ExtractedDocument document) {
    MailHeader mail = document.mail();
    String from = mail == null ? null : mail.from();
    if (from == null) {
      return false;
    }
    Tokens tokens = Tokens.of(from.replaceAll("[._@-]", " "));
    return cues.find(tokens).has("mail.office");
  }

  // --- where papers begin ---

  private List<Integer> starts(List<Line> lines, boolean[] people, DocumentKind whole) {
    List<Integer> starts = new ArrayList<>(List.of(0));
    boolean compiled = whole == DocumentKind.MOTION_PAPER || whole == DocumentKind.OTHER;
    Unit current = null;
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (people[i] || !isTitle(line)) {
        continue;
      }
      Unit named = compiled ? unitAtStart(line) : null;
      if (whole == DocumentKind.MOTION_PAPER && named != null && !isParted(named, lines, i)) {
        named = null;
      }
      boolean far = i - starts.getLast() >= (named == null ? SHORTEST : 2);
      boolean another = named != null && current != null && !named.equals(current);
      current = named != null ? named : current;
      if (far && (another || isBoundary(line, lines, i))) {
        int start = named == null ? backOverTitles(lines, i, starts.getLast()) : i;
        starts.add(start);
      }
    }
    return starts;
  }

  /**
   * Whether a unit named on a paper of motions has a paper of its own there: a CLP, or a branch
   * with a day of its own below it. "Castle branch (meeting of 3rd October)" only says who moves.
   */
  private static boolean isParted(Unit named, List<Line> lines, int i) {
    return named.type() == UnitType.CLP
        || (i + 1 < lines.size() && Manner.isDateAlone(lines.get(i + 1)));
  }

  private static boolean isTitle(Line line) {
    return line.label() == null
        && line.tokens().size() <= 22
        && !line.is(BlockKind.TABLE_ROW)
        && !line.isEarlier()
        && (line.isStrongTitle() || !line.endsSentence());
  }

  /** "MINUTES of the meeting held on ...", "Agenda", with a date near, in a line of its own. */
  private static boolean isBoundary(Line line, List<Line> lines, int i) {
    CueBook.Hit hit = line.hits().at("meetings.boundary", 0);
    if (hit == null && !(line.isStrongTitle() && line.hits().near("meetings.boundary", 0, 8))) {
      return false;
    }
    boolean lastMeeting =
        line.has("sections.admin")
            && line.hits().near("sections.admin", 0, 1)
            && DateReader.find(line.tokens()).isEmpty();
    if (lastMeeting || Section.announcedBy(line, line.tokens().size()) == Section.MATTERS_ARISING) {
      return false;
    }
    if (line.has("meetings.not-this") && !line.has("kinds.meeting")) {
      return false;
    }
    if (i + 1 < lines.size() && accepts(lines.get(i + 1))) {
      return false;
    }
    for (int near = Math.max(0, i - 2); near < Math.min(lines.size(), i + 4); near++) {
      if (!DateReader.find(lines.get(near).tokens()).isEmpty() && isTitle(lines.get(near))) {
        return true;
      }
    }
    return false;
  }

  /** "Agreed without a vote." below "Minutes of 13 June": the last meeting's, in the next one's. */
  private static boolean accepts(Line line) {
    boolean agreed = line.has("admin.accepted") || line.has("outcomes.carried");
    return agreed && line.words() <= ACCEPTED && !line.isStrongTitle();
  }

  /** The unit's name often stands on a line of its own above "MINUTES". */
  private int backOverTitles(List<Line> lines, int i, int last) {
    int start = i;
    while (start - 1 > last
        && start - 1 >= i - 2
        && isTitle(lines.get(start - 1))
        && (unitAtStart(lines.get(start - 1)) != null
            || (lines.get(start - 1).has("meetings.draft") && lines.get(start - 1).words() <= 3))) {
      start--;
    }
    return start;
  }

  private @Nullable Unit unitAtStart(Line line) {
    if (line.tokens().size() > 12
        || line.has("clauses.unit-subject")
        || line.begins("motions.origin")
        || line.begins("clauses.mover")) {
      return null;
    }
    for (UnitReader.Mention mention : units.find(line.tokens(), line.hits())) {
      if (mention.from() <= line.body() + 1) {
        return mention.unit();
      }
    }
    return null;
  }

  // --- the heading of a paper ---

  private int head(List<Line> part, boolean[] people, DocumentKind kind) {
    int head = 0;
    while (head < part.size() && head < LONGEST_HEAD) {
      boolean attends = people[head];
      if (!attends && !isHeadLine(part, head, kind)) {
        break;
      }
      head++;
    }
    return head;
  }

  private boolean isHeadLine(List<Line> part, int i, DocumentKind kind) {
    Line line = part.get(i);
    if (kind == DocumentKind.EMAIL) {
      return isMailHeader(line);
    }
    if (Clauses.opens(line.hits(), line.body())
        || Clauses.isHeading(line)
        || Clauses.isMover(line)
        || line.is(BlockKind.TABLE_ROW)) {
      return false;
    }
    if (line.label() != null) {
      return false;
    }
    if (i > 0 && (isFormality(line) || (kind == DocumentKind.MOTION_PAPER && isMover(part, i)))) {
      return false;
    }
    boolean names = isNaming(line, kind);
    if (line.is(BlockKind.HEADING) && i > 0 && !isTitleOfPaper(line, kind)) {
      return false;
    }
    boolean minuted = kind == DocumentKind.MINUTES || kind == DocumentKind.AGENDA;
    if (minuted && i <= 5 && line.words() <= 60 && isPreamble(line)) {
      return true;
    }
    boolean sentence = line.words() > 14 && line.endsSentence();
    if (sentence) {
      return names
          && line.words() <= 40
          && (line.has("meetings.held") || line.has("kinds.agenda-title"))
          && i <= 4;
    }
    if (names) {
      return true;
    }
    if (i <= 2 && line.hits().near("kinds." + kind.word() + "-title", 0, 3)) {
      return true;
    }
    Section section = Section.announcedBy(line, line.tokens().size());
    boolean motion =
        line.begins("motions.title") && kind != DocumentKind.AGENDA && kind != DocumentKind.MINUTES;
    return section == Section.NONE
        && !motion
        && line.words() <= 14
        && !line.isBullet()
        && isBeforeNaming(part, i, kind);
  }

  /** "Castle branch (meeting of 3rd October)" below the title of a CLP's paper of motions. */
  private boolean isMover(List<Line> part, int i) {
    Unit named = unitAtStart(part.get(i));
    return named != null
        && named.type() == UnitType.BRANCH
        && part.subList(0, i).stream()
            .flatMap(line -> units.find(line.tokens(), line.hits()).stream())
            .anyMatch(mention -> mention.unit().type() == UnitType.CLP);
  }

  /**
   * Whether a heading below the first is still the paper's: it names a unit, a meeting or a day.
   */
  private boolean isTitleOfPaper(Line line, DocumentKind kind) {
    // "First notice. Fenside Branch" is who moves, on a paper of motions.
    boolean unit =
        units.find(line.tokens(), line.hits()).stream()
            .anyMatch(mention ->
                kind != DocumentKind.MOTION_PAPER
                    || line.tokens().endOfSentence(0) > mention.from());
    boolean day =
        line.words() <= 10
            && DateReader.find(line.tokens()).stream().anyMatch(mention -> mention.date() != null);
    return unit
        || day
        || line.hits().near("kinds." + kind.word() + "-title", 0, 2)
        || (line.has("kinds.meeting")
            && Section.announcedBy(line, line.tokens().size()) == Section.NONE);
  }

  /** Whether the line gives unit, kind, date, time or place of the paper. */
  private boolean isNaming(Line line, DocumentKind of) {
    if (line.words() > 40) {
      return false;
    }
    if (!line.hits().of("outcomes.", 0, line.tokens().size()).isEmpty()
        && line.words() > 3
        && !line.has("meetings.draft")
        && (of == DocumentKind.MINUTES || line.endsSentence())
        && !line.has("kinds.decisions")) {
      return false;
    }
    boolean unit = !units.find(line.tokens(), line.hits()).isEmpty();
    boolean date = !DateReader.find(line.tokens()).isEmpty() || isMonth(line);
    boolean kind =
        line.hits().near("kinds." + of.word() + "-title", 0, 7)
            && line.hits().of("outcomes.", 0, line.tokens().size()).isEmpty();
    boolean meeting = line.has("kinds.meeting") && line.words() <= 12;
    boolean draft = line.has("meetings.draft") && line.words() <= 8;
    boolean section =
        Section.announcedBy(line, line.tokens().size()) != Section.NONE && !date && !unit;
    boolean sentence = line.words() > 10 && line.endsSentence() && !date;
    return (unit || date || kind || meeting || draft)
        && !section
        && !sentence
        && (line.words() <= 14 || (unit && date) || kind);
  }

  /** "The minutes of 7 January were approved": business, though it names a day. */
  private static boolean isFormality(Line line) {
    boolean minutes =
        line.hits().near("admin.minutes", line.body(), FORMALITY)
            && line.has("admin.accepted")
            && (line.endsSentence() || !line.has("kinds.meeting"));
    boolean apologies = line.has("admin.apologies") && line.words() >= 3;
    return !line.is(BlockKind.HEADING) && (minutes || apologies);
  }

  /** "Held on Thursday in the Scout Hut. Chair: ... 29 delegates." */
  private static boolean isPreamble(Line line) {
    return (line.hits().near("meetings.preamble", 0, 14) && !line.has("admin.apologies"))
        || (line.hits().count("meetings.venue") > 0
            && !DateReader.find(line.tokens()).isEmpty()
            && DateReader.find(line.tokens()).getFirst().from() <= 8);
  }

  /** "November 2020", an issue's date. */
  private static boolean isMonth(Line line) {
    return line.tokens().size() <= 3
        && DateReader.month(line.tokens().word(line.tokens().size() - 2)) != null;
  }

  /** A venue or slogan belongs to the heading when the heading goes on after it. */
  private boolean isBeforeNaming(List<Line> part, int i, DocumentKind kind) {
    for (int next = i + 1; next < Math.min(part.size(), i + 4); next++) {
      if (part.get(next).label() == null
          && isNaming(part.get(next), kind)
          && part.get(next).words() <= 16) {
        return true;
      }
    }
    return i <= 3 && i > 0 && part.get(i).tokens().size() <= 8 && part.get(i).has("meetings.venue");
  }

  // --- the rest of a paper ---

  private List<Line> body(List<Line> part, boolean[] people, int head, DocumentKind kind) {
    List<Line> body = new ArrayList<>();
    int signature = 0;
    for (int i = head; i < part.size(); i++) {
      Line line = part.get(i);
      if (people[i]) {
        continue;
      }
      if (isSentOut(kind)) {
        signature = isSignOff(line) ? SIGNATURE : isOfSignature(line) ? signature - 1 : 0;
        if (signature > 0
            || (kind == DocumentKind.EMAIL && isMailFurniture(line))
            || isGreeting(line)) {
          continue;
        }
      }
      body.add(line);
    }
    return body;
  }

  private static List<Line> above(List<Line> part, boolean[] listed, int head) {
    List<Line> above = new ArrayList<>();
    for (int i = 0; i < part.size(); i++) {
      if (i < head || listed[i]) {
        above.add(part.get(i));
      }
    }
    return above;
  }

  private static boolean isSentOut(DocumentKind kind) {
    return switch (kind) {
      case EMAIL, AGENDA, NEWSLETTER -> true;
      case MINUTES, MOTION_PAPER, STATEMENT, SOCIAL, RULES, OTHER -> false;
    };
  }

  /** A name, an office or a number under "Best wishes"; never the title of a motion. */
  private static boolean isOfSignature(Line line) {
    return line.words() <= 8
        && line.label() == null
        && !line.isEarlier()
        && !line.is(BlockKind.HEADING)
        && !line.has("motions.title")
        && !line.has("clauses.unit-subject")
        && Attendance.isPeople(line, 0);
  }

  private static boolean isGreeting(Line line) {
    return line.hits().at("mail.greeting", 0) != null && line.words() <= 8;
  }

  /** "From: ...", "Subject: ...". */
  static boolean isMailHeader(Line line) {
    CueBook.Hit hit = line.hits().at("mail.header", 0);
    return hit != null
        && hit.to() < line.tokens().size()
        && line.tokens().between(hit.to()).startsWith(":");
  }

  private static boolean isMailFurniture(Line line) {
    boolean quoted = line.hits().at("mail.quoted", 0) != null && line.words() <= 25;
    return quoted || isMailHeader(line) || line.hits().at("mail.signature", 0) != null;
  }

  private static boolean isSignOff(Line line) {
    CueBook.Hit hit = line.hits().at("mail.sign-off", 0);
    return hit != null && line.words() <= 7;
  }

  // --- posts ---

  /** Whether the document is a table of posts, with at most a few lines above and below it. */
  private static boolean isExport(List<Line> lines, List<PostTable> tables) {
    if (tables.isEmpty()) {
      return false;
    }
    int first = lines.indexOf(tables.getFirst().header());
    long rows = lines.stream().filter(line -> line.is(BlockKind.TABLE_ROW)).count();
    return first <= LONGEST_HEAD && rows * 4 >= lines.size() * 3L;
  }

  /** Each row of a table of posts is a publication with its own date. */
  private List<Paper> posts(List<PostTable> tables, HeadReader.Around around) {
    List<Paper> papers = new ArrayList<>();
    for (PostTable table : tables) {
      for (PostTable.Post post : table.posts()) {
        papers.add(post(post, "m" + (papers.size() + 1), around));
      }
    }
    return papers;
  }

  private static boolean isRegister(DocumentKind kind) {
    return switch (kind) {
      case OTHER, MINUTES, MOTION_PAPER -> true;
      case AGENDA, EMAIL, STATEMENT, NEWSLETTER, SOCIAL, RULES -> false;
    };
  }

  /** Each decision of a register is of the meeting whose day stands with it. */
  private List<Paper> decisions(Register register, DocumentKind kind, HeadReader.Around around) {
    List<Line> top = register.head();
    List<Line> first = top.isEmpty() ? register.entries().getFirst().lines() : top;
    Meeting head = heads.read("m0", first, top.size(), kind, around, null);
    boolean decisions = top.stream().anyMatch(line -> line.has("kinds.decisions"));
    List<Paper> papers = new ArrayList<>();
    for (Register.Entry entry : register.entries()) {
      Meeting meeting =
          new Meeting(
              "m" + (papers.size() + 1),
              kind,
              PaperStatus.UNSTATED,
              head.unit(),
              entry.date(),
              DateSource.ROW,
              Confidence.high("the day stands with the decision"),
              head.because());
      // Who came is left out here too.
      List<Line> lines = entry.lines();
      boolean[] listed = Attendance.mark(lines, false);
      List<Line> body = body(lines, listed, 0, kind);
      papers.add(new Paper(body, decisions, false, meeting, above(lines, listed, 0), null));
    }
    return papers;
  }

  /** Each text under a line of its date, or after its date, is a publication of its own. */
  private List<Paper> datedPosts(List<Line> lines, HeadReader.Around around) {
    List<Paper> papers = new ArrayList<>();
    Meeting head = heads.read("m0", lines, 1, DocumentKind.SOCIAL, around, null);
    Integer year = PaperDay.yearOf(around.source());
    Dated dated = undated();
    boolean begun = false;
    List<Line> text = new ArrayList<>();
    int first = isAbovePost(lines.getFirst()) ? 0 : 1;
    for (Line line : lines.subList(first, lines.size())) {
      if (isAbovePost(line)) {
        addPost(papers, text, head, dated);
        boolean alone = Manner.isDateAlone(line) || Manner.isPostHead(line);
        text = new ArrayList<>(alone ? List.of() : List.of(line));
        dated = ofPost(DateReader.find(line.tokens()).getFirst(), year);
        begun = true;
      } else if (begun) {
        text.add(line);
      }
    }
    addPost(papers, text, head, dated);
    return papers;
  }

  /**
   * @param year that of the name of the file, or null
   */
  private static Dated ofPost(DateReader.Mention day, @Nullable Integer year) {
    LocalDate written = day.date();
    if (written != null) {
      return new Dated(written, DateSource.ROW, Confidence.high("the post is dated"));
    }
    LocalDate named = year == null ? null : day.in(year);
    return named == null
        ? undated()
        : new Dated(
            named,
            DateSource.ROW,
            Confidence.medium("the post gives the day, the name of the file the year"));
  }

  private static Dated undated() {
    return new Dated(null, null, Confidence.low("the post gives a day without a year"));
  }

  private static boolean isAbovePost(Line line) {
    return Manner.isDated(line) || Manner.isPostHead(line);
  }

  private static void addPost(List<Paper> papers, List<Line> text, Meeting head, Dated dated) {
    if (text.isEmpty()) {
      return;
    }
    Meeting meeting =
        new Meeting(
            "m" + (papers.size() + 1),
            DocumentKind.SOCIAL,
            PaperStatus.UNSTATED,
            head.unit(),
            dated.date(),
            dated.source(),
            dated.sure(),
            head.because());
    papers.add(post(text, meeting));
  }

  private Paper post(PostTable.Post post, String id, HeadReader.Around around) {
    Unit account = account(post);
    Meeting whole = heads.read(id, List.of(post.row()), 0, DocumentKind.SOCIAL, around, account);
    Dated dated = dated(post, whole, around.settled());
    Meeting meeting =
        new Meeting(
            id,
            DocumentKind.SOCIAL,
            PaperStatus.UNSTATED,
            account == null ? whole.unit() : account,
            dated.date(),
            dated.source(),
            dated.sure(),
            whole.because());
    return post(List.of(post.row()), meeting);
  }

  private static Paper post(List<Line> text, Meeting meeting) {
    return new Paper(text, false, true, meeting, List.of(), null);
  }

  private record Dated(@Nullable LocalDate date, @Nullable DateSource source, Confidence sure) {}

  /**
   * A row that gives no day has none: the days that its text names are of other things, and the
   * name of the file gives the day of the export.
   */
  private static Dated dated(PostTable.Post post, Meeting whole, @Nullable SettledReading settled) {
    if (post.date() != null) {
      return new Dated(post.date(), DateSource.ROW, Confidence.high("the row gives the date"));
    }
    if (settled != null && settled.date() != null) {
      return new Dated(whole.date(), whole.dateSource(), whole.dateConfidence());
    }
    return new Dated(
        null, null, Confidence.low("the row gives no date that can be read in one way only"));
  }

  /** The unit whose account it is: of several names, one that is known for a unit's. */
  private @Nullable Unit account(PostTable.Post post) {
    Unit account = null;
    for (String name : post.accounts()) {
      Unit unit = units.settled(name, cues);
      if (unit.type() != UnitType.UNKNOWN) {
        return unit;
      }
      account = account == null ? unit : account;
    }
    return account;
  }
}
