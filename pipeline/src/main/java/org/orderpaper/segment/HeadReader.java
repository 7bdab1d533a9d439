package org.orderpaper.segment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.Confidence;
import org.orderpaper.model.DateSource;
import org.orderpaper.model.DocumentKind;
import org.orderpaper.model.MailHeader;
import org.orderpaper.model.Meeting;
import org.orderpaper.model.PaperStatus;
import org.orderpaper.model.SegmentSettings.SettledReading;
import org.orderpaper.model.Unit;
import org.orderpaper.model.UnitType;

/** Reads the head of a paper: unit, date, status. */
final class HeadReader {

  /** Lines below the head that may still give unit or date. */
  private static final int BODY = 40;

  /** The most words of a line that names a unit as a title does. */
  private static final int TITLE_WORDS = 22;

  private final UnitReader units;
  private final CueBook cues;

  HeadReader(UnitReader units, CueBook cues) {
    this.units = units;
    this.cues = cues;
  }

  /** What surrounds a paper. */
  record Around(
      List<Line> running,
      String source,
      @Nullable MailHeader mail,
      @Nullable SettledReading settled,
      String title) {}

  /**
   * @param inherited the unit of the paper before in the same document, or null
   */
  Meeting read(
      String id,
      List<Line> lines,
      int head,
      DocumentKind kind,
      Around around,
      @Nullable Unit inherited) {
    List<String> because = new ArrayList<>();
    because.add("kind from its words: " + kind.word());
    Unit unit = unit(lines, head, around, inherited, because);
    Dated dated = date(lines, head, kind, around, because);
    SettledReading settled = around.settled();
    if (settled != null) {
      String name = settled.unit();
      unit = name == null ? unit : units.settled(name, cues);
      LocalDate day = settled.date();
      dated =
          day == null
              ? dated
              : new Dated(day, DateSource.HEADER, Confidence.high("settled by a person"));
      because.add("a person settled this reading");
    }
    return new Meeting(
        id, kind, status(lines, head), unit, dated.date(), dated.source(), dated.sure(), because);
  }

  private record Dated(@Nullable LocalDate date, @Nullable DateSource source, Confidence sure) {}

  // --- unit ---

  private @Nullable Unit unit(
      List<Line> lines, int head, Around around, @Nullable Unit inherited, List<String> because) {
    Unit unit = unitIn(lines.subList(0, head));
    if (unit != null) {
      because.add("unit from the heading");
      return unit;
    }
    unit = unitIn(around.running());
    if (unit != null) {
      because.add("unit from the running head");
      return unit;
    }
    MailHeader mail = around.mail();
    if (mail != null && mail.subject() != null) {
      unit = unitIn(lineOf(mail.subject()));
      if (unit != null) {
        because.add("unit from the subject");
        return unit;
      }
    }
    if (inherited != null) {
      because.add("unit as in the paper before");
      return inherited;
    }
    unit = unitInBody(lines.subList(head, Math.min(lines.size(), head + BODY)));
    if (unit != null) {
      because.add("unit from the text");
      return unit;
    }
    return elsewhere(around, because);
  }

  private @Nullable Unit elsewhere(Around around, List<String> because) {
    MailHeader mail = around.mail();
    if (mail != null && mail.from() != null) {
      Unit unit = unitIn(lineOf(capitalised(mail.from().replaceAll("[._@-]", " "))));
      if (unit != null) {
        because.add("unit from the sender");
        return unit;
      }
    }
    Unit unit = unitIn(lineOf(around.title()));
    if (unit == null) {
      unit = inPath(around.source());
    }
    if (unit == null) {
      unit = units.ofFolder(around.source(), cues);
    }
    because.add(unit == null ? "no unit named" : "unit from the title or path");
    return unit;
  }

  /** The unit that the innermost part of the path names. */
  private @Nullable Unit inPath(String source) {
    String[] parts = source.split("/", -1);
    for (int i = parts.length - 1; i >= 0; i--) {
      Unit unit = unitIn(lineOf(capitalised(parts[i].replaceAll("[!_.-]", " "))));
      if (unit != null) {
        return unit;
      }
    }
    return null;
  }

  /** Addresses are written small: westgate-branch. */
  private static String capitalised(String words) {
    StringBuilder capitals = new StringBuilder(words);
    for (int i = 0; i < capitals.length(); i++) {
      if (i == 0 || capitals.charAt(i - 1) == ' ') {
        capitals.setCharAt(i, Character.toUpperCase(capitals.charAt(i)));
      }
    }
    return capitals.toString();
  }

  private Tokens lineOf(String text) {
    return Tokens.of(text);
  }

  private @Nullable Unit unitIn(Tokens tokens) {
    UnitReader.Mention best = null;
    for (UnitReader.Mention mention : units.find(tokens, cues.find(tokens))) {
      best = best == null || mention.rank() > best.rank() ? mention : best;
    }
    return best == null ? null : best.unit();
  }

  /** The most specific unit of a heading; the first of several. Titles come before sentences. */
  private @Nullable Unit unitIn(List<Line> lines) {
    Unit titled =
        mostSpecific(
            lines.stream()
                .filter(line -> line.words() <= TITLE_WORDS && !line.endsSentence())
                .toList());
    return titled != null ? titled : mostSpecific(lines);
  }

  private @Nullable Unit mostSpecific(List<Line> lines) {
    UnitReader.Mention best = null;
    for (Line line : lines) {
      for (UnitReader.Mention mention : units.find(line.tokens(), line.hits())) {
        boolean better = best == null || mention.rank() > best.rank();
        best = better && !isAside(line) ? mention : best;
      }
    }
    return best == null ? null : best.unit();
  }

  private static boolean isAside(Line line) {
    return line.words() > 30 || line.begins("clauses.mover");
  }

  /** The unit that the text names most; a body that is no unit only when there is no other. */
  private @Nullable Unit unitInBody(List<Line> lines) {
    Unit best = null;
    int most = 0;
    List<Unit> seen = new ArrayList<>();
    for (Line line : lines) {
      for (UnitReader.Mention mention : units.find(line.tokens(), line.hits())) {
        seen.add(mention.unit());
      }
    }
    for (Unit unit : seen) {
      int count = 0;
      for (Unit other : seen) {
        count += other.equals(unit) ? 2 : 0;
      }
      count -= unit.type() == UnitType.OUTSIDE_BODY ? 100 : 0;
      count += unit.type() == UnitType.CLP ? 1 : 0;
      if (best == null || count > most) {
        best = unit;
        most = count;
      }
    }
    return best == null || best.type() == UnitType.OUTSIDE_BODY ? null : best;
  }

  // --- date ---

  private Dated date(
      List<Line> lines, int head, DocumentKind kind, Around around, List<String> because) {
    MailHeader mail = around.mail();
    LocalDate sent = mail == null ? null : mail.sent();
    LocalDate file = fileDate(around.source());
    List<Candidate> header = candidates(lines.subList(0, head), true);
    List<Candidate> body =
        candidates(lines.subList(head, Math.min(lines.size(), head + BODY)), false);
    if (best(header) == null) {
      header = candidates(around.running(), true);
    }
    Integer year = yearNear(lines.subList(0, head), header, body, sent, file);
    Candidate best = best(header);
    boolean publication = kind == DocumentKind.EMAIL || kind == DocumentKind.SOCIAL;
    if (best != null && !(publication && sent != null && !best.held())) {
      LocalDate day = best.date(year);
      if (day != null) {
        return header(day, best, header, year, file, because);
      }
    }
    if (sent != null && publication) {
      Candidate held = best(heldOnly(body));
      LocalDate day = held == null || held.mention().year() == null ? null : held.date(year);
      boolean meeting = day != null && kind == DocumentKind.EMAIL && hasMotion(lines);
      return meeting
          ? new Dated(day, DateSource.BODY, Confidence.medium("the text dates the meeting"))
          : new Dated(sent, DateSource.MAIL, Confidence.high("the day it was sent"));
    }
    Candidate held = best(heldOnly(body));
    LocalDate day = held == null ? null : held.date(year);
    if (day != null) {
      return new Dated(day, DateSource.BODY, Confidence.medium("the text says when it met"));
    }
    if (sent != null) {
      return new Dated(sent, DateSource.MAIL, Confidence.medium("only the message is dated"));
    }
    return last(body, file, kind, year);
  }

  private static Dated last(
      List<Candidate> body, @Nullable LocalDate file, DocumentKind kind, @Nullable Integer year) {
    Candidate only = best(body);
    boolean loose = kind != DocumentKind.MINUTES && kind != DocumentKind.AGENDA;
    LocalDate day =
        only == null || !loose || only.mention().year() == null ? null : only.date(year);
    if (file != null) {
      return new Dated(file, DateSource.FILE_NAME, Confidence.low("only the file name is dated"));
    }
    if (day != null && only != null && only.score() >= 0) {
      return new Dated(day, DateSource.BODY, Confidence.low("the only date in the text"));
    }
    return new Dated(null, null, Confidence.low("no date found"));
  }

  private Dated header(
      LocalDate day,
      Candidate best,
      List<Candidate> header,
      @Nullable Integer year,
      @Nullable LocalDate file,
      List<String> because) {
    boolean other = false;
    for (Candidate candidate : header) {
      other |= candidate.score() >= 0 && !day.equals(candidate.date(year));
    }
    if (other) {
      because.add("the heading has more than one date");
    }
    if (file != null && !file.equals(day)) {
      because.add("the file name gives another date");
    }
    boolean weekday =
        best.mention().weekday() == null || day.getDayOfWeek() == best.mention().weekday();
    if (!weekday) {
      because.add("the weekday does not fall on the date");
    }
    Confidence sure =
        best.mention().year() == null
            ? Confidence.low("the heading gives no year")
            : other || !weekday || (file != null && !file.equals(day))
                ? Confidence.medium("dates conflict; the heading counts")
                : Confidence.high("the heading gives the date");
    return new Dated(day, DateSource.HEADER, sure);
  }

  /** A date with how well its words suit the date of the paper. */
  private record Candidate(DateReader.Mention mention, int score, boolean held) {

    @Nullable LocalDate date(@Nullable Integer year) {
      LocalDate written = mention.date();
      return written != null || year == null ? written : mention.in(year);
    }
  }

  private static List<Candidate> candidates(List<Line> lines, boolean head) {
    List<Candidate> found = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      boolean under =
          i > 0 && lines.get(i - 1).has("meetings.next") && lines.get(i - 1).isStrongTitle();
      for (DateReader.Mention mention : DateReader.find(line.tokens())) {
        found.add(rated(line, mention, head, under));
      }
    }
    return found;
  }

  private static Candidate rated(
      Line line, DateReader.Mention mention, boolean head, boolean under) {
    boolean held =
        line.hits().within("meetings.held", Math.max(0, mention.from() - 12), mention.from());
    boolean meeting =
        line.hits().within("kinds.meeting", Math.max(0, mention.from() - 14), line.tokens().size());
    boolean other = under;
    for (CueBook.Hit hit : line.hits().of("meetings.not-this", 0, mention.from())) {
      // A preposition tells only of the very next word: "by 5 March", not "by video on 5 March".
      other |= mention.from() - hit.to() <= (hit.length() == 1 ? 1 : 5);
    }
    int score = (held ? 2 : 0) + (meeting ? 2 : 0) + (mention.weekday() != null ? 1 : 0);
    score += (mention.year() != null ? 2 : 0) + (head && line.words() <= 8 ? 1 : 0);
    return new Candidate(mention, other ? -5 : score, held && meeting && !other);
  }

  private static List<Candidate> heldOnly(List<Candidate> candidates) {
    return candidates.stream().filter(Candidate::held).toList();
  }

  private static @Nullable Candidate best(List<Candidate> candidates) {
    Candidate best = null;
    for (Candidate candidate : candidates) {
      if (candidate.score() >= 0 && (best == null || candidate.score() > best.score())) {
        best = candidate;
      }
    }
    return best;
  }

  /** The year to read into a day without one. */
  private static @Nullable Integer yearNear(
      List<Line> head,
      List<Candidate> header,
      List<Candidate> body,
      @Nullable LocalDate sent,
      @Nullable LocalDate file) {
    for (LocalDate known : new LocalDate[] {sent, file}) {
      if (known != null) {
        return known.getYear();
      }
    }
    Integer latest = yearOf(head);
    for (List<Candidate> list : List.of(header, body)) {
      for (Candidate candidate : list) {
        Integer year = candidate.mention().year();
        latest = year == null || (latest != null && latest >= year) ? latest : year;
      }
    }
    return latest;
  }

  /** A year that stands alone in the heading: "Decisions, September 2020". */
  private static @Nullable Integer yearOf(List<Line> head) {
    for (Line line : head) {
      for (int i = 0; i < line.tokens().size(); i++) {
        String word = line.tokens().word(i);
        if (word.length() == 4 && word.startsWith("20") && line.tokens().isNumber(i)) {
          return Integer.valueOf(word);
        }
      }
    }
    return null;
  }

  private static boolean hasMotion(List<Line> lines) {
    return lines.stream().anyMatch(line -> line.has("clauses.unit-subject"));
  }

  /** The date in the name of the file, or null. */
  static @Nullable LocalDate fileDate(String source) {
    String name =
        source
            .substring(source.lastIndexOf('/') + 1)
            .replace('_', ' ')
            .replaceAll("-(?=[A-Za-z])|(?<=[A-Za-z])-", " ");
    for (DateReader.Mention mention : DateReader.find(Tokens.of(name))) {
      LocalDate date = mention.date();
      if (date != null) {
        return date;
      }
    }
    return null;
  }

  // --- status ---

  private static PaperStatus status(List<Line> lines, int head) {
    PaperStatus status = PaperStatus.UNSTATED;
    for (Line line : lines.subList(0, Math.min(lines.size(), head + 1))) {
      if (line.has("meetings.draft")) {
        return PaperStatus.DRAFT;
      }
      if (line.has("meetings.approved") && line.words() <= 12) {
        status = PaperStatus.APPROVED;
      }
    }
    return status;
  }
}
