package org.orderpaper.segment;

import java.util.List;
import org.orderpaper.model.DocumentKind;
import org.orderpaper.model.ItemType;
import org.orderpaper.model.Outcome;
import org.orderpaper.segment.Draft.Hint;
import org.orderpaper.segment.OutcomeReader.Event;
import org.orderpaper.segment.OutcomeReader.Subject;
import org.orderpaper.segment.OutcomeReader.What;
import org.orderpaper.segment.Stretch.Role;

/** Tells what an item is. */
final class TypeReader {

  /** From this many words on an agenda entry is a text, not a title. */
  private static final int TEXT = 45;

  /** The most words of a numbered title in a message. */
  private static final int ENTRY = 15;

  /** The most words of a sentence that tells nothing but a count. */
  private static final int COUNT = 14;

  /** Words into an item within which the paper is named that was adopted. */
  private static final int OPENING = 12;

  /** The fewest words of what a paper of motions lists. */
  private static final int SHORTEST_MOTION = 9;

  private TypeReader() {}

  /** A type with the clause that explains it. */
  record Typed(ItemType type, String because) {}

  /**
   * @param last whether the paper ends with the item
   */
  static Typed read(
      Draft draft, List<Stretch> stretches, List<Event> events, Paper paper, boolean last) {
    boolean minuted = paper.kind() == DocumentKind.MINUTES || paper.kind() == DocumentKind.OTHER;
    String formality = minuted ? Formalities.of(draft, stretches, events, last) : null;
    if (formality != null) {
      return new Typed(ItemType.ADMIN, formality);
    }
    Typed typed = read(draft, stretches, events, paper.kind());
    boolean told = typed.type() == ItemType.REPORT || typed.type() == ItemType.DISCUSSION;
    boolean listed =
        draft.section == Section.NONE && !draft.lines.getFirst().has("subjects.papers");
    return paper.decisions() && told && listed && paper.kind() == DocumentKind.MINUTES
        ? new Typed(ItemType.MOTION, "listed among the decisions")
        : typed;
  }

  private static Typed read(
      Draft draft, List<Stretch> stretches, List<Event> events, DocumentKind kind) {
    boolean text = stretches.stream().anyMatch(stretch -> stretch.role() == Role.TEXT);
    if (draft.hint == Hint.INCIDENT || isIncident(draft, stretches, text, kind)) {
      return new Typed(ItemType.INCIDENT, "words of harassment, abuse or intimidation as minuted");
    }
    if (draft.hint == Hint.AMENDMENT) {
      return new Typed(ItemType.AMENDMENT, "introduced as an amendment");
    }
    if (kind == DocumentKind.AGENDA && !text && words(draft) <= TEXT) {
      return new Typed(ItemType.AGENDA_ENTRY, "a title on an agenda");
    }
    return switch (kind) {
      case STATEMENT, SOCIAL, NEWSLETTER -> published(draft, text, events, kind);
      case EMAIL -> mailed(draft, text);
      case RULES -> new Typed(ItemType.ADMIN, "rules or guidance");
      case MINUTES, AGENDA, MOTION_PAPER, OTHER -> minuted(draft, stretches, events, text, kind);
    };
  }

  private static Typed published(Draft draft, boolean text, List<Event> events, DocumentKind kind) {
    boolean decided =
        events.stream()
            .anyMatch(event -> event.what() == What.OUTCOME && event.subject() == Subject.MOTION);
    // "We accept what it says" is what an account says, though it reads like a clause.
    boolean reproduced = draft.hint == Hint.MOTION && kind != DocumentKind.SOCIAL;
    if (text && (decided || reproduced)) {
      return new Typed(ItemType.MOTION, "a motion reproduced");
    }
    if (draft.section == Section.ADMIN) {
      return new Typed(ItemType.ADMIN, "dates and arrangements");
    }
    boolean opinion = draft.lines.stream().anyMatch(line -> line.has("voice.opinion"));
    return kind == DocumentKind.NEWSLETTER && !opinion
        ? new Typed(ItemType.REPORT, "news")
        : new Typed(ItemType.STATEMENT, "a text in the name of the unit");
  }

  private static Typed mailed(Draft draft, boolean text) {
    if (text || draft.hint == Hint.MOTION) {
      return new Typed(ItemType.MOTION, "the clauses of a motion");
    }
    boolean entry = draft.lines.getFirst().label() != null && words(draft) <= ENTRY;
    return entry
        ? new Typed(ItemType.AGENDA_ENTRY, "a numbered title in a message")
        : new Typed(ItemType.CORRESPONDENCE, "a message");
  }

  private static Typed minuted(
      Draft draft, List<Stretch> stretches, List<Event> events, boolean text, DocumentKind kind) {
    Line first = draft.lines.getFirst();
    boolean titled = isTitledMotion(draft, first) && !isProceduralTitle(draft, first);
    if (!titled && isProcedural(draft, stretches, text)) {
      return new Typed(ItemType.PROCEDURAL, "about the conduct of the meeting");
    }
    if (draft.section == Section.MATTERS_ARISING) {
      boolean none =
          words(draft) <= 12 && draft.lines.stream().anyMatch(line -> line.has("admin.none"));
      return none
          ? new Typed(ItemType.ADMIN, "nothing arose")
          : new Typed(ItemType.REPORT, "under matters arising");
    }
    if (isOtherBodys(stretches) && draft.section != Section.MOTIONS && draft.hint != Hint.MOTION) {
      return new Typed(ItemType.REPORT, "what another body did");
    }
    if (text || draft.hint == Hint.MOTION || titled) {
      return new Typed(
          ItemType.MOTION, text ? "the clauses of a motion" : "introduced as a motion");
    }
    if (draft.section == Section.ADMIN) {
      return new Typed(ItemType.ADMIN, "under an administrative heading");
    }
    if (isAdoptedReport(draft, first, events)) {
      return new Typed(ItemType.REPORT, "a report or accounts, adopted");
    }
    if (draft.lines.stream().anyMatch(line -> line.has("reports.readmission"))) {
      return new Typed(ItemType.REPORT, "the unit's own part in a readmission");
    }
    if (events.stream().anyMatch(TypeReader::isCount)) {
      return new Typed(ItemType.MOTION, "a vote was counted");
    }
    boolean listed = draft.headingEnd > 0 || first.label() != null || !draft.path.isEmpty();
    if (kind == DocumentKind.MOTION_PAPER
        && listed
        && words(draft) >= SHORTEST_MOTION
        && !first.has("admin.procedure")) {
      return new Typed(ItemType.MOTION, "listed on a paper of motions");
    }
    boolean moved = stretches.stream().anyMatch(stretch -> stretch.has("motions.moved"));
    boolean formal =
        stretches.stream().anyMatch(stretch -> stretch.has("motions.formal")) && !events.isEmpty();
    boolean ruled = events.stream().anyMatch(TypeReader::isRuling);
    if (first.has("motions.told") && isDisposedOf(events)) {
      return new Typed(ItemType.MOTION, "what became of a motion");
    }
    if (ruled && draft.section != Section.MOTIONS) {
      return new Typed(ItemType.RULING, "a ruling that stands alone");
    }
    if (events.stream().anyMatch(event -> event.outcome() == Outcome.FELL_NO_SECONDER)) {
      return new Typed(ItemType.MOTION, "nobody seconded it");
    }
    boolean named =
        events.stream().anyMatch(event -> event.explicit() && event.subject() == Subject.MOTION);
    boolean decided =
        events.stream().anyMatch(event -> event.what() == What.OUTCOME && isDecision(event));
    return bySection(draft, first, (moved && !events.isEmpty()) || named, formal, decided, kind);
  }

  private static Typed bySection(
      Draft draft, Line first, boolean moved, boolean formal, boolean decided, DocumentKind kind) {
    return switch (draft.section) {
      case MOTIONS, AMENDMENTS -> new Typed(ItemType.MOTION, "under a heading of motions");
      case REPORT, REPORTS ->
          formal && !first.has("reports.start")
              ? new Typed(ItemType.MOTION, "moved under a report")
              : new Typed(ItemType.REPORT, "under a heading of reports");
      case CORRESPONDENCE -> new Typed(ItemType.CORRESPONDENCE, "under correspondence");
      case STATEMENTS ->
          draft.lines.stream().anyMatch(line -> line.has("kinds.statement-body"))
              ? new Typed(ItemType.STATEMENT, "under statements")
              : byWords(draft, first, moved, decided, kind);
      case ATTENDANCE, ADMIN, MATTERS_ARISING ->
          new Typed(ItemType.ADMIN, "under an administrative heading");
      case AOB, DISCUSSION, NONE -> byWords(draft, first, moved, decided, kind);
    };
  }

  private static Typed byWords(
      Draft draft, Line first, boolean moved, boolean decided, DocumentKind kind) {
    int body = first.body();
    if (moved) {
      return new Typed(ItemType.MOTION, "moved and decided");
    }
    if (first.hits().near("voice.incoming", body, 8)) {
      return new Typed(ItemType.CORRESPONDENCE, "a letter or message received");
    }
    if (first.hits().near("reports.start", body, 8)) {
      return new Typed(ItemType.REPORT, "introduced as a report");
    }
    if (first.hits().near("reports.talk", body, 5)
        || draft.path.stream().anyMatch(heading -> heading.contains("peaker"))) {
      return new Typed(ItemType.REPORT, "a talk to the meeting");
    }
    if (isAdmin(draft, first)) {
      return new Typed(ItemType.ADMIN, "administrative words");
    }
    if (kind == DocumentKind.OTHER && draft.lines.size() == 1 && first.words() < 5) {
      return new Typed(ItemType.ADMIN, "a short line");
    }
    if (decided) {
      return new Typed(ItemType.MOTION, "a decision without a formal motion");
    }
    return draft.section == Section.AOB
            || draft.lines.stream().anyMatch(line -> line.has("voice.discussion"))
        ? new Typed(ItemType.DISCUSSION, "talk without a motion")
        : new Typed(ItemType.REPORT, "told to the meeting");
  }

  private static boolean isDisposedOf(List<Event> events) {
    return events.stream()
        .anyMatch(event -> event.what() == What.OUTCOME || event.what() == What.OVERTURNED);
  }

  /** "The audited accounts were adopted, proposed by ...": no motion of its own. */
  private static boolean isAdoptedReport(Draft draft, Line first, List<Event> events) {
    boolean report =
        draft.section == Section.REPORT
            || draft.section == Section.REPORTS
            || first.hits().near("subjects.papers", first.body(), OPENING);
    return report
        && events.stream()
            .anyMatch(event ->
                event.what() == What.OUTCOME
                    && (event.outcome() == Outcome.CARRIED || event.outcome() == Outcome.NOTED)
                    && (event.subject() == Subject.PAPERS
                        || event.stretch().has("subjects.papers")
                        || event.stretch().tokens().word(event.stretch().from()).equals("they")));
  }

  /**
   * Whether votes on something other than papers and rulings were counted, or nobody was against.
   */
  private static boolean isCount(Event event) {
    boolean business =
        event.subject() != Subject.PAPERS
            && event.subject() != Subject.CHALLENGE
            && event.stretch().role() == Role.TOLD;
    boolean counted = event.votes().against() != null;
    boolean told = event.stretch().to() - event.stretch().from() <= COUNT;
    return business
        && counted
        && (isDecision(event)
            || (event.what() == What.FIGURES && (told || event.stretch().has("votes.against"))));
  }

  private static boolean isDecision(Event event) {
    return event.subject() != Subject.PAPERS
        && (event.outcome() == Outcome.CARRIED
            || (event.outcome() == Outcome.DEFEATED && event.explicit()))
        && event.stretch().role() != Role.HEADING;
  }

  private static boolean isOtherBodys(List<Stretch> stretches) {
    return stretches.stream()
        .limit(2)
        .anyMatch(stretch -> stretch.role() != Role.TEXT && stretch.has("voice.elsewhere-act"));
  }

  private static boolean isAdmin(Draft draft, Line first) {
    boolean named = first.hits().at("sections.admin", first.body()) != null && draft.headingEnd > 0;
    boolean told =
        draft.lines.stream()
            .limit(2)
            .anyMatch(line -> line.has("admin.sentence") || line.has("admin.elected"));
    int heading =
        draft.headingEnd == 0 ? 0 : first.tokens().tokenAt(draft.headingEnd) - first.body();
    boolean brief = draft.section == Section.AOB && words(draft) - heading <= 2;
    return (words(draft) <= 4 && draft.headingEnd == 0)
        || brief
        || (named && words(draft) < 60)
        || told
        || draft.lines.stream()
            .limit(2)
            .anyMatch(line ->
                line.hits().near("admin.minutes", line.body(), 8) && line.has("admin.accepted"));
  }

  private static boolean isTitledMotion(Draft draft, Line first) {
    if (draft.headingEnd == 0 || draft.section == Section.MATTERS_ARISING) {
      return false;
    }
    CueBook.Hit hit = first.hits().first("motions.title");
    boolean titled = hit != null && first.tokens().start(hit.from()) < draft.headingEnd;
    return (titled
            && Section.announcedBy(first, first.tokens().tokenAt(draft.headingEnd)) == Section.NONE)
        || draft.section == Section.MOTIONS;
  }

  private static boolean isProceduralTitle(Draft draft, Line first) {
    CueBook.Hit hit = first.hits().first("procedural.motion");
    return hit != null && first.tokens().start(hit.from()) < draft.headingEnd;
  }

  private static boolean isProcedural(Draft draft, List<Stretch> stretches, boolean text) {
    if (text || words(draft) > 90) {
      return false;
    }
    boolean named =
        stretches.stream().limit(3).anyMatch(stretch -> stretch.has("procedural.motion"));
    boolean told =
        stretches.stream()
            .anyMatch(
                stretch -> stretch.role() != Role.HEADING && stretch.has("procedural.motion"));
    return named && (draft.section != Section.ADMIN || told) && draft.section != Section.REPORT;
  }

  private static boolean isRuling(Event event) {
    return event.what() == What.OVERTURNED
        || event.what() == What.UPHELD
        || (event.what() == What.OUTCOME && event.outcome() == Outcome.RULED_OUT);
  }

  private static boolean isIncident(
      Draft draft, List<Stretch> stretches, boolean text, DocumentKind kind) {
    if (text
        || (kind != DocumentKind.MINUTES && kind != DocumentKind.OTHER)
        || draft.hint == Hint.MOTION) {
      return false;
    }
    for (Stretch stretch : stretches) {
      if (stretch.role() == Role.TOLD && stretch.has("incident.event")) {
        return true;
      }
    }
    return false;
  }

  static int words(Draft draft) {
    int words = 0;
    for (Line line : draft.lines) {
      words += line.words();
    }
    return words;
  }
}
