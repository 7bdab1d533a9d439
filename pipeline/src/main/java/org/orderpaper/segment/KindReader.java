package org.orderpaper.segment;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.BlockKind;
import org.orderpaper.model.DocumentKind;
import org.orderpaper.model.MailHeader;

/**
 * Tells what a paper is from its words: its title votes with weight, its body with many small
 * votes. The name of the file has no vote, since file names lie.
 */
final class KindReader {

  private static final int HEAD = 7;
  private static final int TITLE = 6;

  /** "Minutes" or "Agenda" at the top of a paper says what it is. */
  private static final int NAMED = 3;

  private static final int HEADER_LINES_OF_A_MESSAGE = 3;

  private KindReader() {}

  /**
   * @param running the heads and feet of its pages
   * @param export whether it is a table of posts, whatever the posts are about
   */
  static DocumentKind read(
      List<Line> lines, List<Line> running, @Nullable MailHeader mail, boolean export) {
    if (export && mail == null) {
      return DocumentKind.SOCIAL;
    }
    Map<DocumentKind, Double> votes = new EnumMap<>(DocumentKind.class);
    List<Line> head = lines.subList(0, Math.min(HEAD, lines.size()));
    titles(head, votes);
    // "Notice of meeting" at the head of each page says it as well, but less than a title does.
    running.stream()
        .filter(line -> line.has("kinds.agenda-title") || line.has("kinds.minutes-title"))
        .findFirst()
        .ifPresent(line ->
            add(
                votes,
                line.has("kinds.agenda-title") ? DocumentKind.AGENDA : DocumentKind.MINUTES,
                TITLE - 2));
    body(lines, votes);
    boolean message = mail != null || isMessage(head);
    if (mail != null && isMailing(lines, mail)) {
      add(votes, DocumentKind.NEWSLETTER, 2 * TITLE);
    }
    if (message) {
      add(votes, DocumentKind.EMAIL, TITLE + 2);
      add(votes, DocumentKind.STATEMENT, -4);
      add(votes, DocumentKind.MOTION_PAPER, -6);
      add(votes, DocumentKind.AGENDA, -4);
    }
    if (export || handles(lines) >= Math.max(1, lines.size() / 6)) {
      add(votes, DocumentKind.SOCIAL, TITLE + 2);
    }
    DocumentKind best = DocumentKind.OTHER;
    for (Map.Entry<DocumentKind, Double> vote : votes.entrySet()) {
      if (vote.getValue() > votes.getOrDefault(best, 2.4)) {
        best = vote.getKey();
      }
    }
    return best;
  }

  private static void titles(List<Line> head, Map<DocumentKind, Double> votes) {
    for (DocumentKind kind : DocumentKind.values()) {
      double strongest = 0;
      for (int i = 0; i < head.size(); i++) {
        Line line = head.get(i);
        boolean title = line.words() <= 16 && (line.isStrongTitle() || !line.endsSentence());
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
          double from = !early ? 0 : names && i <= 2 ? NAMED : 1;
          // What a paper calls itself in rare words, "timetable", says more than "resolutions".
          double rare = kind == DocumentKind.OTHER ? 2 : 0;
          strongest = Math.max(strongest, TITLE - i * 0.5 + from + rare);
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
    boolean news =
        subject.contains("news") || subject.contains("bulletin") || subject.contains("update");
    boolean toMembers = lines.stream().limit(3).anyMatch(line -> line.has("kinds.to-members"));
    long headed =
        lines.stream().filter(line -> line.isCapitals() || line.is(BlockKind.HEADING)).count();
    return headed >= 2 && (news || toMembers);
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
