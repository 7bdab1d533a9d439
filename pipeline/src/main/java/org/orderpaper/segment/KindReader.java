package org.orderpaper.segment;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.BlockKind;
import org.orderpaper.model.DocumentKind;
import org.orderpaper.model.MailHeader;

/**
 * Tells what a paper is from its words: its title votes with weight, its body with many small
 * votes. The name of the file has no vote, since file names lie.
 */
final class KindReader {

  /** How sure what was learned must be, to be believed rather than the votes. */
  private static final double LIKELY = 0.5;

  /** The same of a paper that says outright what it is. */
  private static final double SURE = 0.7;

  /** The same of a message whose words say that it is a newsletter, or minutes. */
  private static final double CERTAIN = 0.95;

  /** The fewest lines with a platform and a day that make a run of posts. */
  private static final int POSTS = 3;

  private static final int HEAD = 7;
  private static final int TITLE = 6;

  /** "Minutes" or "Agenda" at the top of a paper says what it is. */
  private static final int NAMED = 3;

  /** The most words of a title or the words below it. */
  private static final int LONGEST_TITLE = 22;

  private static final int HEADER_LINES_OF_A_MESSAGE = 3;

  /** What the words of a paper count for when its title says outright what it is. */
  private static final double CALLED = 0.6;

  /** What they count for in a message. */
  private static final double MESSAGE = 0.3;

  /** Words in the subject of a mailing. */
  private static final List<String> NEWS =
      List.of(
          "news",
          "bulletin",
          "update",
          "round-up",
          "roundup",
          "digest",
          "gazette",
          "newyddion",
          "cylchlythyr");

  private KindReader() {}

  /**
   * @param running the heads and feet of its pages
   * @param title the title in its properties
   * @param export whether it is a table of posts, whatever the posts are about
   */
  static DocumentKind read(
      List<Line> lines, List<Line> running, Line title, @Nullable MailHeader mail, boolean export) {
    if (export && mail == null) {
      return DocumentKind.SOCIAL;
    }
    Manner manner = Manner.of(lines);
    Map<DocumentKind, Double> votes = votes(lines, manner, running, title, mail, export);
    DocumentKind byCues = elected(votes);
    Learned.Judged<DocumentKind> learned =
        Learned.kind(KindFeatures.of(lines, manner, votes, byCues, mail));
    boolean outright = votes.getOrDefault(byCues, 0.0) >= TITLE;
    // That a message is more than a message is seldom read into it.
    boolean more = mail != null && byCues != DocumentKind.EMAIL;
    double needed = more ? CERTAIN : outright && mail == null ? SURE : LIKELY;
    return learned.probability() >= needed ? learned.value() : byCues;
  }

  /** The features by which the kind is learned; see {@link #read} for the parameters. */
  static Set<String> features(
      List<Line> lines, List<Line> running, Line title, @Nullable MailHeader mail, boolean export) {
    Manner manner = Manner.of(lines);
    Map<DocumentKind, Double> votes = votes(lines, manner, running, title, mail, export);
    return KindFeatures.of(lines, manner, votes, elected(votes), mail);
  }

  private static DocumentKind elected(Map<DocumentKind, Double> votes) {
    DocumentKind best = DocumentKind.OTHER;
    for (Map.Entry<DocumentKind, Double> vote : votes.entrySet()) {
      if (vote.getValue() > votes.getOrDefault(best, 2.4)) {
        best = vote.getKey();
      }
    }
    return best;
  }

  private static Map<DocumentKind, Double> votes(
      List<Line> lines,
      Manner manner,
      List<Line> running,
      Line title,
      @Nullable MailHeader mail,
      boolean export) {
    Map<DocumentKind, Double> votes = new EnumMap<>(DocumentKind.class);
    List<Line> head = lines.subList(0, Math.min(HEAD, lines.size()));
    titles(head, votes);
    // "Notice of meeting" at the head of each page says it as well, but less than a title does.
    elsewhere(running, TITLE - 2, votes);
    elsewhere(List.of(title), TITLE - 2, votes);
    boolean message = mail != null || isMessage(head);
    boolean called = votes.values().stream().anyMatch(vote -> vote >= TITLE + 1);
    Map<DocumentKind, Double> words = new EnumMap<>(DocumentKind.class);
    body(lines, words);
    manner(manner, head, words);
    // What a paper calls itself outright counts for more than how it is written, and a message that
    // calls itself nothing else is a message, whatever it tells of.
    double share = message ? MESSAGE : called ? CALLED : 1;
    words.forEach((kind, vote) -> add(votes, kind, vote * share));
    if (mail != null && isMailing(lines, mail)) {
      add(votes, DocumentKind.NEWSLETTER, 2 * TITLE);
    }
    if (message) {
      add(votes, DocumentKind.EMAIL, TITLE + 2);
      add(votes, DocumentKind.STATEMENT, -4);
      add(votes, DocumentKind.MOTION_PAPER, -6);
      add(votes, DocumentKind.AGENDA, -4);
    } else {
      // A letter on paper is no e-mail, however it ends.
      votes.remove(DocumentKind.EMAIL);
    }
    boolean posts = lines.stream().filter(KindReader::isOfPlatform).count() >= POSTS;
    if (export || posts || handles(lines) >= Math.max(1, lines.size() / 6)) {
      add(votes, DocumentKind.SOCIAL, TITLE + 2);
    }
    return votes;
  }

  /** The votes of what stands outside of the text: the heads of pages, the title of the file. */
  private static void elsewhere(List<Line> lines, double weight, Map<DocumentKind, Double> votes) {
    for (DocumentKind kind : DocumentKind.values()) {
      boolean named =
          lines.stream()
              .anyMatch(line -> line.words() <= 16 && line.has("kinds." + kind.word() + "-title"));
      add(votes, kind, named ? weight : 0);
    }
  }

  /** Papers of meetings name the weekday; a statement only the day. */
  private static boolean isOfAWeekday(Line line) {
    return DateReader.find(line.tokens()).stream().anyMatch(date -> date.weekday() != null);
  }

  /** Whether the line says when and where people are to meet. */
  private static boolean isCalled(Line line) {
    return line.has("meetings.venue") && !DateReader.find(line.tokens()).isEmpty();
  }

  /** The votes of how a paper is written: looking back or ahead, in lists, under dates. */
  private static void manner(Manner manner, List<Line> head, Map<DocumentKind, Double> votes) {
    if (manner.looksBack()) {
      add(votes, DocumentKind.MINUTES, 2);
      add(votes, DocumentKind.AGENDA, -3);
      boolean meeting =
          head.stream()
              .limit(4)
              .anyMatch(line -> line.has("kinds.meeting") || line.has("meetings.preamble"));
      boolean dated =
          head.stream().limit(4).anyMatch(line -> !DateReader.find(line.tokens()).isEmpty());
      add(votes, DocumentKind.MINUTES, meeting && dated ? 3 : 0);
    } else if (manner.looksAhead()) {
      add(votes, DocumentKind.AGENDA, 4);
      add(votes, DocumentKind.MINUTES, -4);
    }
    if (manner.isList() && head.stream().limit(4).anyMatch(KindReader::isCalled)) {
      add(votes, DocumentKind.AGENDA, 5);
    }
    add(votes, DocumentKind.MINUTES, manner.convened() == 0 ? -5 : manner.convened() == 1 ? -2 : 0);
    boolean issue = head.stream().limit(3).anyMatch(Manner::isIssue);
    add(votes, DocumentKind.NEWSLETTER, issue ? 3 : 0);
    add(votes, DocumentKind.OTHER, manner.isPersonal() ? 4 : 0);
    boolean avowal =
        manner.isAvowal() && head.stream().limit(3).noneMatch(KindReader::isOfAWeekday);
    add(votes, DocumentKind.STATEMENT, avowal ? 4 : 0);
    add(votes, DocumentKind.NEWSLETTER, manner.speaksToReaders() ? 2 : 0);
    add(votes, DocumentKind.AGENDA, manner.clocks() >= 3 ? 4 : 0);
    add(votes, DocumentKind.SOCIAL, manner.isDiary() ? TITLE : 0);
    add(votes, DocumentKind.NEWSLETTER, manner.isHeadedNews() ? 3 : 0);
    add(votes, DocumentKind.RULES, manner.lays() ? 3 : 0);
    add(votes, DocumentKind.MOTION_PAPER, manner.isFormOfMotion() ? TITLE + 2 : 0);
    boolean outside = head.stream().anyMatch(line -> line.begins("kinds.outside-letter"));
    add(votes, DocumentKind.OTHER, outside ? TITLE : 0);
    boolean years = head.stream().limit(3).anyMatch(Manner::spansYears);
    boolean passed = head.stream().limit(3).anyMatch(line -> line.has("kinds.passed-list"));
    add(votes, DocumentKind.OTHER, years && passed ? 3 * TITLE : 0);
  }

  private static void titles(List<Line> head, Map<DocumentKind, Double> votes) {
    for (DocumentKind kind : DocumentKind.values()) {
      double strongest = 0;
      for (int i = 0; i < head.size(); i++) {
        Line line = head.get(i);
        boolean title =
            !line.is(BlockKind.TABLE_ROW)
                && (line.isStrongTitle()
                    || (line.words() <= (i <= 1 ? LONGEST_TITLE : 16) && !line.endsSentence()));
        boolean named = line.has("kinds." + kind.word() + "-title");
        // "Motions" below "Minutes of ..." is a section, not what the paper is.
        boolean section =
            kind == DocumentKind.MOTION_PAPER
                && head.subList(0, i).stream()
                    .anyMatch(above -> above.has("meetings.boundary") && above.words() <= 16);
        boolean alone =
            i > 0
                && line.words() <= 2
                && Section.announcedBy(line, line.tokens().size()) == Section.MOTIONS;
        if (title && named && !section && !alone && line.label() == null) {
          boolean early = line.hits().near("kinds." + kind.word() + "-title", 0, 3);
          boolean names = kind == DocumentKind.MINUTES || kind == DocumentKind.AGENDA;
          double from = !early ? (i == 0 ? 1 : 0) : names && i <= 2 ? NAMED : 1;
          // What a paper calls itself in rare words, "timetable", says more than "resolutions".
          double rare = kind == DocumentKind.OTHER ? 2 : 0;
          strongest = Math.max(strongest, TITLE - i * (names ? 0.5 : 1) + from + rare);
        }
      }
      add(votes, kind, strongest);
    }
  }

  private static void body(List<Line> lines, Map<DocumentKind, Double> votes) {
    int words = 1;
    Map<DocumentKind, Integer> hits = new EnumMap<>(DocumentKind.class);
    int attendance = 0;
    int outcomes = 0;
    int openers = 0;
    int debates = 0;
    for (Line line : lines) {
      words += line.tokens().size();
      for (DocumentKind kind : DocumentKind.values()) {
        hits.merge(kind, line.hits().count("kinds." + kind.word() + "-body"), Integer::sum);
      }
      attendance += line.begins("attendance.label") && line.text().contains(":") ? 1 : 0;
      outcomes += decides(line) ? 1 : 0;
      debates += line.has("outcomes.discussed") || line.has("outcomes.unheard") ? 1 : 0;
      openers += line.has("clauses.unit-subject") ? 1 : 0;
    }
    double scale = Math.min(1.0, 300.0 / words);
    hits.forEach((kind, count) -> add(votes, kind, Math.min(most(kind), count * scale)));
    add(votes, DocumentKind.MINUTES, Math.min(4, attendance * 2) + Math.min(4, outcomes));
    add(votes, DocumentKind.AGENDA, -Math.min(4, attendance * 1.5) - Math.min(6, outcomes * 1.5));
    add(votes, DocumentKind.MOTION_PAPER, Math.min(4, openers) - Math.min(4, attendance * 2));
    if (debates > 0 && outcomes > 1) {
      add(votes, DocumentKind.MINUTES, Math.min(3, debates));
      add(votes, DocumentKind.MOTION_PAPER, -3);
    }
    add(votes, DocumentKind.SOCIAL, -Math.min(4, words / 400.0));
    if (words < 60 && openers > 0) {
      add(votes, DocumentKind.MOTION_PAPER, 1);
    }
  }

  /** A motion's clauses stand in minutes too, so they count for little on their own. */
  private static double most(DocumentKind kind) {
    return kind == DocumentKind.MOTION_PAPER ? 3 : 6;
  }

  /** Whether the line tells what a meeting did, in the past tense. */
  private static boolean decides(Line line) {
    return (line.has("outcomes.carried")
            || line.has("outcomes.defeated")
            || line.has("outcomes.noted"))
        && !line.has("clauses.unit-subject");
  }

  /** A mailing to all members: a subject of news, or a greeting to members and headed sections. */
  private static boolean isMailing(List<Line> lines, MailHeader mail) {
    String written = mail.subject();
    String subject = written == null ? "" : written.toLowerCase(Locale.ROOT);
    boolean news = NEWS.stream().anyMatch(subject::contains);
    boolean toMembers = lines.stream().limit(3).anyMatch(line -> line.has("kinds.to-members"));
    long titles = lines.stream().filter(KindReader::isOwnTitle).count();
    long headed = IntStream.range(0, lines.size()).filter(i -> isHeaded(lines, i)).count();
    return (titles >= 2 && (news || toMembers)) || (headed >= 2 && news && toMembers);
  }

  /** A title with a text below it; plain text has no other titles than short lines. */
  private static boolean isHeaded(List<Line> lines, int i) {
    Line line = lines.get(i);
    boolean below = i + 1 < lines.size() && lines.get(i + 1).words() > 5;
    boolean brief = i > 0 && below && line.isShortTitle() && !isMailWord(line);
    return isOwnTitle(line) || (brief && !line.isEarlier());
  }

  private static boolean isOwnTitle(Line line) {
    return (line.isStrongTitle() || line.isLedByCapitals()) && !line.isEarlier();
  }

  private static boolean isMailWord(Line line) {
    return line.hits().at("mail.greeting", 0) != null || line.hits().at("mail.sign-off", 0) != null;
  }

  private static boolean isMessage(List<Line> head) {
    int lines = 0;
    for (Line line : head) {
      CueBook.Hit hit = line.hits().at("mail.header", 0);
      if (hit != null
          && hit.to() < line.tokens().size()
          && line.tokens().between(hit.to()).startsWith(":")) {
        lines++;
      }
    }
    return lines >= HEADER_LINES_OF_A_MESSAGE;
  }

  /** "X, 3 Nov", "Nextdoor, 9 Nov", "Facebook 4 March 2021". */
  private static boolean isOfPlatform(Line line) {
    return line.begins("kinds.platform") && (Manner.isPostHead(line) || Manner.isDateAlone(line));
  }

  private static int handles(List<Line> lines) {
    int handles = 0;
    long dates =
        lines.stream()
            .filter(line -> line.words() <= 4 && !DateReader.find(line.tokens()).isEmpty())
            .count();
    if (!lines.isEmpty() && lines.getFirst().text().contains("@") && dates >= 3) {
      return lines.size();
    }
    for (Line line : lines) {
      String text = line.text().toLowerCase(Locale.ROOT);
      handles +=
          text.startsWith("@") || text.contains(" @") || text.matches(".*(^|\\s)#[a-z]\\w+.*")
              ? 1
              : 0;
    }
    return handles;
  }

  private static void add(Map<DocumentKind, Double> votes, DocumentKind kind, double vote) {
    votes.merge(kind, vote, Double::sum);
  }
}
