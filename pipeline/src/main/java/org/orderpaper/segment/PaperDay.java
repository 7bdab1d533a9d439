package org.orderpaper.segment;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.BlockKind;
import org.orderpaper.model.Confidence;
import org.orderpaper.model.DateSource;
import org.orderpaper.model.DocumentKind;
import org.orderpaper.model.MailHeader;
import org.orderpaper.segment.DateReader.Mention;

/**
 * Tells the day of a paper. Every date in its head, its first lines, its running heads and its foot
 * stands for election: where it stands and the words around it give it its weight.
 */
final class PaperDay {

  /**
   * A line that names more days is a diary, and its later days say nothing of the paper. Each costs
   * a look at all the cues of its line: without this, one long line costs the square of its length.
   */
  private static final int MOST_DAYS = 24;

  /** Lines that may still give the date. */
  private static final int BODY = 40;

  /** The first lines of a paper, in which even prose says when it met. */
  private static final int TOP = 5;

  /** The last lines, under which a statement is dated. */
  private static final int FOOT = 5;

  /** A message with so many lines that tell of decisions reports a meeting. */
  private static final int REPORTED = 2;

  /** The first lines of a message, which say of which meeting it tells. */
  private static final int OPENING = 3;

  /** Days within which a meeting is reported by mail. */
  private static final int LATELY = 15;

  /** The weight with which a date is that of the paper. */
  private static final int ENOUGH = 5;

  /** What a date weighs that the words before it give to something else. */
  private static final int ELSEWHERE = -12;

  /** The fewest figures of a day without signs between: "291020". */
  private static final int TOGETHER = 6;

  private final List<Line> lines;
  private final int head;
  private final DocumentKind kind;
  private final HeadReader.Around around;
  private final List<String> because;
  private final List<Candidate> candidates;
  private final List<LocalDate> fullDates;

  private PaperDay(
      List<Line> lines,
      int head,
      DocumentKind kind,
      HeadReader.Around around,
      List<String> because) {
    this.lines = lines;
    this.head = head;
    this.kind = kind;
    this.around = around;
    this.because = because;
    this.candidates = candidates();
    this.fullDates = fullDates();
  }

  /** A day with where it was read. */
  record Told(@Nullable LocalDate date, @Nullable DateSource source, Confidence sure) {

    static final Told NONE = new Told(null, null, Confidence.low("no date found"));
  }

  /** Where a date stands, with what that weighs. */
  private enum Place {
    HEAD(6, DateSource.HEADER),
    RUNNING(4, DateSource.HEADER),
    TITLE(4, DateSource.METADATA),
    FOOT(4, DateSource.BODY),
    SECOND(4, DateSource.BODY),
    TOP(3, DateSource.BODY),
    BODY(0, DateSource.BODY);

    private final int weight;
    private final DateSource source;

    Place(int weight, DateSource source) {
      this.weight = weight;
      this.source = source;
    }
  }

  private static final int CENTURY = 2000;

  /** A greeting stands so many lines below the day of a letter, or nearer. */
  private static final int GREETING = 4;

  private record Candidate(Mention mention, Place place, int weight, boolean held) {}

  /**
   * @param because takes a clause for each conflict
   */
  static Told read(
      List<Line> lines,
      int head,
      DocumentKind kind,
      HeadReader.Around around,
      List<String> because) {
    return new PaperDay(lines, head, kind, around, because).told();
  }

  private Told told() {
    MailHeader mail = around.mail();
    LocalDate sent = mail == null ? null : mail.sent();
    if (sent != null && isPublished()) {
      return sent(sent);
    }
    Candidate best = best();
    LocalDate day = best == null ? null : day(best.mention());
    if (best != null && day != null) {
      return new Told(day, best.place().source, sure(best, day));
    }
    if (sent != null) {
      return new Told(sent, DateSource.MAIL, Confidence.medium("only the message is dated"));
    }
    LocalDate spoken = ofNamedMonth();
    if (spoken != null) {
      return new Told(
          spoken,
          DateSource.BODY,
          Confidence.medium("the text gives weekday and day, the file name the month"));
    }
    LocalDate named = fileDate(around.source());
    if (named != null) {
      return new Told(named, DateSource.FILE_NAME, Confidence.low("only the file name is dated"));
    }
    return isMeeting() ? Told.NONE : onlyDate();
  }

  /** "Thursday the 11th", at the top of a file named "april-2019", where the weekday agrees. */
  private @Nullable LocalDate ofNamedMonth() {
    YearMonth month = fileMonth(around.source());
    for (int i = 0; month != null && i < Math.min(TOP, lines.size()); i++) {
      LocalDate day = weekdayIn(month, lines.get(i).tokens());
      if (day != null) {
        return day;
      }
    }
    return null;
  }

  private static @Nullable LocalDate weekdayIn(YearMonth month, Tokens tokens) {
    for (int i = 0; i + 1 < tokens.size(); i++) {
      DayOfWeek weekday = DateReader.weekday(tokens.word(i));
      int at = tokens.word(i + 1).equals("the") ? i + 2 : i + 1;
      String number = tokens.word(at);
      boolean day = weekday != null && tokens.isNumber(at) && number.matches("[0-9]{1,2}");
      int value = day ? Integer.parseInt(number) : 0;
      if (value >= 1
          && value <= month.lengthOfMonth()
          && month.atDay(value).getDayOfWeek() == weekday) {
        return month.atDay(value);
      }
    }
    return null;
  }

  /** The month and year in the name of the file, or null: "april-2019", "2019/April minutes". */
  private static @Nullable YearMonth fileMonth(String source) {
    String name = source.substring(source.lastIndexOf('/') + 1);
    Tokens tokens = Tokens.of(name.replaceAll("[_-]", " "));
    Integer year = yearOf(source);
    for (int i = 0; year != null && i < tokens.size(); i++) {
      Integer month = DateReader.month(tokens.word(i));
      if (month != null) {
        return YearMonth.of(year, month);
      }
    }
    return null;
  }

  private boolean isMeeting() {
    return kind == DocumentKind.MINUTES || kind == DocumentKind.AGENDA;
  }

  /** Whether a message of this kind is dated by the day on which it was sent. */
  private boolean isPublished() {
    return switch (kind) {
      case EMAIL, SOCIAL, NEWSLETTER, STATEMENT -> true;
      case MINUTES, AGENDA, MOTION_PAPER, RULES, OTHER -> false;
    };
  }

  /** A message with the text of a motion and the day of the meeting that passed it reports both. */
  private Told sent(LocalDate sent) {
    LocalDate reported = reported(sent);
    if (reported != null) {
      return new Told(
          reported,
          DateSource.MAIL,
          Confidence.medium("the message reports a meeting of that day"));
    }
    Candidate held = null;
    for (Candidate candidate : candidates) {
      boolean full = candidate.held() && candidate.mention().year() != null;
      held = full && held == null ? candidate : held;
    }
    boolean motion = lines.stream().anyMatch(line -> line.has("clauses.unit-subject"));
    LocalDate day = held == null ? null : held.mention().date();
    return day != null && motion && kind == DocumentKind.EMAIL && !day.isAfter(sent)
        ? new Told(day, DateSource.BODY, Confidence.medium("the text dates the meeting"))
        : new Told(sent, DateSource.MAIL, Confidence.high("the day it was sent"));
  }

  /**
   * The day of the meeting whose decisions a message tells of, or null: "GC report 21 Jan", "here's
   * what we did on Tuesday", "last night".
   */
  private @Nullable LocalDate reported(LocalDate sent) {
    long decisions =
        lines.stream()
            .filter(line -> !line.isEarlier())
            .filter(line -> line.has("outcomes.carried") || line.has("outcomes.defeated"))
            .count();
    if (kind != DocumentKind.EMAIL || decisions < REPORTED) {
      return null;
    }
    List<Tokens> places = new ArrayList<>();
    MailHeader mail = around.mail();
    if (mail != null && mail.subject() != null) {
      places.add(Tokens.of(mail.subject()));
    }
    String source = around.source();
    places.add(Tokens.of(source.substring(source.lastIndexOf('/') + 1).replace('_', ' ')));
    lines.stream().limit(OPENING).map(Line::tokens).forEach(places::add);
    for (Tokens place : places) {
      for (Mention mention : DateReader.find(place)) {
        LocalDate written = mention.date();
        LocalDate day = written == null ? mention.in(nearest(mention, sent)) : written;
        if (day != null && isLately(day, sent)) {
          return day;
        }
      }
    }
    for (Tokens place : places) {
      LocalDate day = spokenOf(place, sent);
      if (day != null) {
        return day;
      }
    }
    return null;
  }

  private static boolean isLately(LocalDate day, LocalDate sent) {
    return !day.isAfter(sent) && day.isAfter(sent.minusDays(LATELY));
  }

  /** "Last night", "Tuesday's meeting"; not "next Tuesday". */
  private static @Nullable LocalDate spokenOf(Tokens tokens, LocalDate sent) {
    for (int i = 0; i < tokens.size(); i++) {
      String word = tokens.word(i);
      boolean night = word.startsWith("night") && tokens.word(i - 1).equals("last");
      if (night || word.startsWith("yesterday")) {
        return sent.minusDays(1);
      }
      DayOfWeek weekday =
          DateReader.weekday(word.endsWith("'s") ? word.substring(0, word.length() - 2) : word);
      boolean ahead =
          switch (tokens.word(i - 1)) {
            case "next", "coming", "by", "until", "till", "before", "this" -> true;
            // "Thurs + other stuff", "doors Thurs 6pm": a day alone is one to come.
            case "" -> !word.endsWith("'s") && !tellsOfMeeting(tokens, i + 1);
            default -> NumberWords.read(tokens, i + 1) != null;
          };
      if (weekday != null && !ahead) {
        return sent.with(TemporalAdjusters.previousOrSame(weekday));
      }
    }
    return null;
  }

  /** "Thursday night", "Monday's meeting". */
  private static boolean tellsOfMeeting(Tokens tokens, int at) {
    return switch (tokens.word(at)) {
      case "meeting", "night", "evening", "gc", "branch" -> true;
      default -> false;
    };
  }

  private @Nullable Candidate best() {
    Candidate best = null;
    for (Candidate candidate : candidates) {
      boolean enough = candidate.weight() >= (isMeeting() ? ENOUGH : ENOUGH - 1);
      boolean better = best == null || candidate.weight() > best.weight();
      best = enough && better && day(candidate.mention()) != null ? candidate : best;
    }
    return best;
  }

  /** The last resort of a paper that is of no meeting: a date in full that stands alone. */
  private Told onlyDate() {
    LocalDate only = null;
    for (Candidate candidate : candidates) {
      LocalDate date = candidate.mention().date();
      if (date != null && candidate.weight() >= 0) {
        only = only == null ? date : only;
      }
    }
    return only == null || kind == DocumentKind.NEWSLETTER
        ? Told.NONE
        : new Told(only, DateSource.BODY, Confidence.low("the only date in the text"));
  }

  private Confidence sure(Candidate best, LocalDate day) {
    Mention mention = best.mention();
    boolean other =
        candidates.stream()
            .filter(candidate -> candidate.place() == Place.HEAD && candidate.weight() >= 0)
            .anyMatch(candidate -> !day.equals(day(candidate.mention())));
    boolean weekday = mention.weekday() == null || day.getDayOfWeek() == mention.weekday();
    LocalDate file = fileDate(around.source());
    boolean named = file == null || file.equals(day);
    note(other, "the heading has more than one date");
    note(!named, "the file name gives another date");
    note(!weekday, "the weekday does not fall on the date");
    boolean heading = best.place().source == DateSource.HEADER;
    if (mention.year() == null) {
      return Confidence.low(heading ? "the heading gives no year" : "the text gives no year");
    }
    if (other || !weekday || !named) {
      return Confidence.medium(
          heading ? "dates conflict; the heading counts" : "dates conflict; the text counts");
    }
    return heading
        ? Confidence.high("the heading gives the date")
        : Confidence.medium("the text says when it was");
  }

  private void note(boolean conflict, String clause) {
    if (conflict) {
      because.add(clause);
    }
  }

  // --- who stands for election ---

  private List<Candidate> candidates() {
    List<Candidate> found = new ArrayList<>();
    for (int i = 0; i < Math.min(lines.size(), Math.max(head, BODY)); i++) {
      Place place =
          i < head ? Place.HEAD : i <= 1 ? Place.SECOND : i < TOP ? Place.TOP : Place.BODY;
      addAll(found, lines.get(i), i == 0 ? null : lines.get(i - 1), place);
    }
    around.running().forEach(line -> addAll(found, line, null, Place.RUNNING));
    addAll(found, around.title(), null, Place.TITLE);
    for (int i = Math.max(TOP, lines.size() - FOOT); i < lines.size(); i++) {
      if (!isMeeting() && isDateAlone(lines.get(i))) {
        addAll(found, lines.get(i), lines.get(i - 1), Place.FOOT);
      }
    }
    return found;
  }

  private static boolean isDateAlone(Line line) {
    List<Mention> dates = DateReader.find(line.tokens());
    return dates.size() == 1
        && line.tokens().size() - (dates.getFirst().to() - dates.getFirst().from()) <= 3;
  }

  private void addAll(List<Candidate> found, Line line, @Nullable Line above, Place place) {
    if (line.isEarlier()) {
      return;
    }
    boolean under =
        (above != null && above.has("meetings.next") && above.isStrongTitle()) || isOfLetter(line);
    DateReader.find(line.tokens()).stream()
        .limit(MOST_DAYS)
        .forEach(mention -> found.add(weighed(line, mention, place, under)));
    boolean issue = kind == DocumentKind.NEWSLETTER && place != Place.BODY && place != Place.FOOT;
    if (issue && line.words() <= 20) {
      DateReader.months(line.tokens())
          .forEach(month -> found.add(new Candidate(month, place, place.weight, false)));
    }
  }

  /** "4 October 2021" above "Dear delegate": the day of the letter that calls the meeting. */
  private boolean isOfLetter(Line line) {
    boolean alone =
        isDateAlone(line) && DateReader.find(line.tokens()).getFirst().weekday() == null;
    if (kind != DocumentKind.AGENDA || !alone) {
      return false;
    }
    int at = lines.indexOf(line);
    return at >= 0
        && lines.subList(at + 1, Math.min(lines.size(), at + GREETING)).stream()
            .anyMatch(next -> next.hits().at("mail.greeting", 0) != null);
  }

  private Candidate weighed(Line line, Mention mention, Place place, boolean under) {
    CueBook.Hits hits = line.hits();
    int at = mention.from();
    boolean held = hits.within("meetings.held", Math.max(0, at - 12), at);
    boolean meeting = hits.within("kinds.meeting", Math.max(0, at - 14), line.tokens().size());
    boolean called =
        kind == DocumentKind.AGENDA && hits.within("meetings.called", Math.max(0, at - 20), at);
    boolean typed = hits.within("meetings.typed", Math.max(0, at - 6), at);
    boolean putOut = typed || hits.within("meetings.put-out", Math.max(0, at - 6), at);
    boolean other = (under || isOfAnother(line, mention)) && !called;
    int weight = place.weight + (held ? 2 : 0) + (meeting ? 2 : 0) + (called ? 4 : 0);
    weight += mention.weekday() != null ? 1 : 0;
    weight += mention.year() != null ? 1 : 0;
    weight += at <= line.body() + 1 ? 1 : 0;
    weight += line.words() <= 8 ? 1 : 0;
    weight += putOut && !isMeeting() ? 3 : typed ? -6 : 0;
    boolean item = isItem(line, place) && !(at < line.body() && mention.date() != null);
    // In notes of nothing but bullets the day of the meeting is one of them.
    boolean full = mention.weekday() != null && mention.year() != null && line.words() <= 8;
    weight -= item ? (place == Place.SECOND && full ? 2 : 5) : 0;
    boolean diary = place == Place.BODY || (place == Place.TOP && at > line.body() && !putOut);
    weight -= kind == DocumentKind.NEWSLETTER && diary ? 6 : 0;
    return new Candidate(
        mention,
        place,
        other ? ELSEWHERE : weight,
        held && meeting && !other && !isItem(line, place));
  }

  /** An item's date is that of its business, and a diary's entry that of another day. */
  private static boolean isItem(Line line, Place place) {
    boolean below = place == Place.SECOND || place == Place.TOP || place == Place.BODY;
    boolean agreed = line.has("outcomes.carried") && line.has("sections.admin");
    boolean listed = line.label() != null || line.isBullet() || line.is(BlockKind.TABLE_ROW);
    return below && (listed || agreed);
  }

  private static boolean isOfAnother(Line line, Mention mention) {
    for (CueBook.Hit hit : line.hits().of("meetings.not-this", 0, mention.from())) {
      // A preposition tells only of the very next word: "by 5 March", not "by video on 5 March".
      int reach = hit.length() == 1 ? 0 : 5;
      boolean ended = ends(line.tokens(), hit.to(), mention.from());
      // "Notes from Tuesday 13 September" are of that Tuesday.
      boolean notes =
          hit.from() > 0
              && line.tokens().word(hit.from()).equals("from")
              && line.hits().within("meetings.notes", hit.from() - 1, hit.from());
      if (mention.from() - hit.to() <= reach && !ended && !notes) {
        return true;
      }
    }
    return false;
  }

  private static boolean ends(Tokens tokens, int from, int to) {
    for (int i = from; i <= to; i++) {
      if (tokens.breaksBefore(i)) {
        return true;
      }
    }
    return false;
  }

  // --- the year of a day without one ---

  private List<LocalDate> fullDates() {
    List<LocalDate> dates = new ArrayList<>();
    for (Candidate candidate : candidates) {
      LocalDate date = candidate.mention().date();
      if (date != null) {
        dates.add(date);
      }
    }
    return dates;
  }

  private @Nullable LocalDate day(Mention mention) {
    LocalDate written = mention.date();
    if (written != null) {
      return written;
    }
    List<LocalDate> possible = new ArrayList<>();
    for (int year : years(mention)) {
      LocalDate day = mention.in(year);
      if (day != null) {
        possible.add(day);
      }
    }
    // A weekday falls on the same day only every fifth year or so: it settles which year is meant.
    for (LocalDate day : possible) {
      if (mention.weekday() != null && day.getDayOfWeek() == mention.weekday()) {
        return day;
      }
    }
    return possible.isEmpty() ? null : possible.getFirst();
  }

  /** The years that may be meant, the likeliest first. */
  private List<Integer> years(Mention mention) {
    List<Integer> years = new ArrayList<>();
    addYears(lines.subList(0, head), mention, years);
    addYears(around.running(), mention, years);
    MailHeader mail = around.mail();
    LocalDate sent = mail == null ? null : mail.sent();
    if (sent != null) {
      years.add(nearest(mention, sent));
    }
    LocalDate file = fileDate(around.source());
    if (file != null) {
      years.add(nearest(mention, file));
    }
    Integer folder = yearOfPath(around.source());
    if (folder != null) {
      years.add(folder);
    }
    LocalDate latest = null;
    for (LocalDate date : fullDates) {
      latest = latest == null || date.isAfter(latest) ? date : latest;
    }
    if (latest != null) {
      years.add(nearest(mention, latest));
    }
    return years;
  }

  /** The years in some lines: those of their dates, and those that stand alone. */
  private static void addYears(List<Line> lines, Mention mention, List<Integer> years) {
    for (Line line : lines) {
      Tokens tokens = line.tokens();
      for (Mention date : DateReader.find(tokens)) {
        LocalDate day = date.date();
        if (day != null) {
          years.add(nearest(mention, day));
        }
      }
      for (int i = 0; i < tokens.size(); i++) {
        Integer year = year(tokens.word(i));
        if (year != null && !years.contains(year)) {
          years.add(year);
        }
      }
    }
  }

  private static @Nullable Integer year(String word) {
    boolean full =
        word.length() == 4
            && (word.startsWith("20") || word.startsWith("199"))
            && word.chars().allMatch(Character::isDigit);
    return full ? Integer.valueOf(word) : null;
  }

  /** The year that brings the day nearest to another: meetings follow each other. */
  private static int nearest(Mention mention, LocalDate known) {
    int best = known.getYear();
    long least = Long.MAX_VALUE;
    for (int year = known.getYear() - 1; year <= known.getYear() + 1; year++) {
      LocalDate day = mention.in(year);
      long apart = day == null ? Long.MAX_VALUE : Math.abs(ChronoUnit.DAYS.between(day, known));
      if (apart < least) {
        least = apart;
        best = year;
      }
    }
    return best;
  }

  // --- the name of the file ---

  /**
   * The date in the name of the file, or null; of an attachment also in the name of its message;
   * the year may be that of a folder, "2021/Jan 28 notes".
   */
  static @Nullable LocalDate fileDate(String source) {
    String[] parts = source.split("/", -1);
    for (int i = parts.length - 1; i >= 0; i--) {
      LocalDate date = dateIn(parts[i], source);
      if (date != null) {
        return date;
      }
      if (i > 0 && !parts[i - 1].endsWith("!")) {
        return folderDate(parts, i - 1);
      }
    }
    return null;
  }

  /** "2016-08-11 Thursday/log.txt": a folder that is named after one day. */
  private static @Nullable LocalDate folderDate(String[] parts, int last) {
    for (int i = last; i >= 0; i--) {
      for (Mention mention : DateReader.find(Tokens.of(parts[i].replace('_', ' ')))) {
        if (mention.date() != null) {
          return mention.date();
        }
      }
    }
    return null;
  }

  private static @Nullable LocalDate dateIn(String part, String source) {
    String name = part.replace('_', ' ').replaceAll("-(?=[A-Za-z])|(?<=[A-Za-z])-", " ");
    Tokens tokens = Tokens.of(name);
    for (Mention mention : DateReader.find(tokens)) {
      Integer year = yearOfPath(source);
      LocalDate date = mention.date();
      if (date == null && year != null) {
        date = mention.in(year);
      }
      if (date != null) {
        return date;
      }
    }
    for (int i = 0; i < tokens.size(); i++) {
      LocalDate date = together(tokens.word(i));
      if (date != null) {
        return date;
      }
    }
    return null;
  }

  /** "291020", "29102020". */
  private static @Nullable LocalDate together(String word) {
    boolean century = word.length() == TOGETHER + 2 && word.startsWith("20", 4);
    if (!(century || word.length() == TOGETHER) || !word.chars().allMatch(Character::isDigit)) {
      return null;
    }
    try {
      return LocalDate.of(
          2000 + Integer.parseInt(word.substring(century ? 6 : 4)),
          Integer.parseInt(word.substring(2, 4)),
          Integer.parseInt(word.substring(0, 2)));
    } catch (DateTimeException _) {
      return null;
    }
  }

  /** The year that a path gives in full, or behind a month, "nov 23"; null if it gives none. */
  static @Nullable Integer yearOf(String source) {
    String name = source.substring(source.lastIndexOf('/') + 1);
    Tokens tokens = Tokens.of(name.replaceAll("[_-]", " "));
    for (int i = 1; i < tokens.size(); i++) {
      boolean two = tokens.isNumber(i) && tokens.word(i).matches("[0-9]{2}");
      if (two && DateReader.month(tokens.word(i - 1)) != null) {
        return CENTURY + Integer.parseInt(tokens.word(i));
      }
    }
    return yearOfPath(source);
  }

  /** The year that the name of the file or a folder gives, the innermost first. */
  private static @Nullable Integer yearOfPath(String source) {
    String[] parts = source.split("[/!]", -1);
    for (int i = parts.length - 1; i >= 0; i--) {
      Tokens tokens = Tokens.of(parts[i].replace('_', ' '));
      for (int t = 0; t < tokens.size(); t++) {
        Integer year = year(tokens.word(t));
        if (year != null) {
          return year;
        }
      }
    }
    return null;
  }
}
