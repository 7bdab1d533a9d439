package org.orderpaper.segment;

import org.orderpaper.segment.CueBook.Hit;
import org.orderpaper.segment.CueBook.Hits;

/** Tells the text of a motion from what minutes tell about it. */
final class Clauses {

  private Clauses() {}

  /** Whether a sentence that begins at token {@code from} begins the text of a motion. */
  static boolean opens(Hits hits, int from) {
    return hits.at("clauses.unit-subject", from) != null && rank(hits, from) > 0;
  }

  /** "That the branch pay for the website" in quotation marks. */
  static boolean isQuotedMotion(Line line) {
    return line.isQuoted()
        && line.begins("clauses.quoted-motion")
        && !line.begins("clauses.quoted-talk");
  }

  /** 1 for notes, 2 for believes, 3 for resolves, 0 for none of them. */
  static int rank(Hits hits, int from) {
    if (hits.at("clauses.resolves", from) != null) {
      return 3;
    }
    if (hits.at("clauses.notes", from) != null) {
      return 1;
    }
    return hits.at("clauses.believes", from) != null ? 2 : 0;
  }

  /** "Notes:", "We believe", "It further resolves that:" as a line of its own. */
  static boolean isHeading(Line line) {
    Hit hit = line.hits().at("clauses.heading", line.body());
    if (hit == null) {
      return false;
    }
    int rest = line.tokens().size() - hit.to();
    return rest == 0 || (rest <= 3 && line.endsWithColon());
  }

  static int rankOf(Line line) {
    int rank = rank(line.hits(), line.body());
    if (rank > 0 || !isHeading(line)) {
      return rank;
    }
    String text = line.text().toLowerCase(java.util.Locale.ROOT);
    return text.contains("note") || text.contains("noting") ? 1 : text.contains("beli") ? 2 : 3;
  }

  /** Whether a sentence that begins at token {@code from} tells what happened. */
  static boolean isNarrative(Hits hits, int from) {
    return hits.at("motions.narrative", from) != null;
  }

  /** The most words of a paragraph that tells an outcome without a narrative opening. */
  private static final int SHORT_PARAGRAPH = 18;

  /** The same for a sentence within a paragraph. */
  private static final int SHORT_SENTENCE = 8;

  /**
   * Whether a sentence after the text of a motion tells what became of it: it opens like minutes
   * do, or is short and states an outcome.
   */
  static boolean tells(Line line, int from, int to) {
    int body = Math.max(from, line.body());
    boolean fresh = from <= line.body();
    Tokens tokens = line.tokens();
    if (body >= to || Character.isLowerCase(tokens.raw(body).charAt(0))) {
      return false;
    }
    if (isNarrative(line.hits(), body)) {
      return true;
    }
    boolean clause =
        (fresh && (line.label() != null || line.isBullet()))
            || line.hits().at("clauses.unit-subject", body) != null
            || rank(line.hits(), body) > 0;
    return !clause
        && to - body <= (fresh ? SHORT_PARAGRAPH : SHORT_SENTENCE)
        && hasDecision(line.hits(), body, to)
        && !line.hits().within("subjects.elsewhere", body, to);
  }

  /** Whether the line names mover or seconder. */
  static boolean isMover(Line line) {
    Hit hit = line.hits().at("clauses.mover", line.body());
    if (hit == null) {
      return false;
    }
    return line.words() <= 30;
  }

  /** Whether a quotation ends with the sentence before token {@code to}. */
  static boolean closesQuote(Tokens tokens, int to) {
    if (to == 0) {
      return false;
    }
    int next = to < tokens.size() ? tokens.start(to) : tokens.text().length();
    String after = tokens.text().substring(tokens.end(to - 1), next).strip();
    return after.indexOf('\u201d') >= 0 || after.startsWith(".\"") || after.startsWith("\"");
  }

  /** Whether the sentence tells an outcome, or the figures of a vote. */
  static boolean decides(Stretch stretch) {
    return hasDecision(stretch.hits(), stretch.from(), stretch.to())
        || hasCamp(stretch, "votes.against")
        || hasCamp(stretch, "votes.abstain");
  }

  /** Whether the sentence tells an outcome. */
  static boolean tellsOutcome(Stretch stretch) {
    return hasDecision(stretch.hits(), stretch.from(), stretch.to());
  }

  /** Whether a camp is named by more than a letter, which may be an article. */
  private static boolean hasCamp(Stretch stretch, String camp) {
    return stretch.hits().of(camp, stretch.from(), stretch.to()).stream()
        .anyMatch(hit -> stretch.tokens().word(hit.from()).length() > 1);
  }

  /** Whether the line tells the outcome of a motion, outside of the motion's text. */
  static boolean decides(Line line, boolean inText) {
    Tokens tokens = line.tokens();
    boolean text = (inText && !line.isQuoted()) || opens(line.hits(), line.body());
    for (int from = line.body(); from < tokens.size(); ) {
      int end = tokens.endOfSentence(from);
      boolean narrative = !text || tells(line, from, end);
      if (narrative && (hasDecision(line.hits(), from, end) || isCounted(line, from, end))) {
        return true;
      }
      text = text && !narrative && !closesQuote(tokens, end);
      from = end;
    }
    return text && hasTail(line);
  }

  /** "Fifty-one for, none against": both camps have their figures. */
  private static boolean isCounted(Line line, int from, int to) {
    return line.hits().within("votes.against", from, to)
        && VoteReader.isWhole(line.tokens(), line.hits(), from, to);
  }

  /** "... to write to the council. (Carried nem con)" or "– CARRIED" at the end of a clause. */
  private static boolean hasTail(Line line) {
    for (Hit hit : line.hits().longest("outcomes.", line.body(), line.tokens().size())) {
      if (isTail(line.tokens(), hit)) {
        return true;
      }
    }
    return false;
  }

  /** Whether an outcome word is set off from the clause before it. */
  static boolean isTail(Tokens tokens, Hit hit) {
    String before = hit.from() == 0 ? "" : tokens.between(hit.from()).strip();
    boolean setOff =
        !before.isEmpty() && "([-\u2013\u2014:.".indexOf(before.charAt(before.length() - 1)) >= 0;
    boolean capitals =
        tokens.raw(hit.from()).length() > 3
            && tokens
                .raw(hit.from())
                .equals(tokens.raw(hit.from()).toUpperCase(java.util.Locale.ROOT));
    return (setOff || capitals || isCell(tokens, hit))
        && hit.to() + 12 >= tokens.size()
        && !before.endsWith(":");
  }

  /** Whether a cell of a table begins with the words. */
  static boolean isCell(Tokens tokens, Hit hit) {
    return hit.from() > 0 && tokens.between(hit.from()).indexOf('\t') >= 0;
  }

  private static boolean hasDecision(Hits hits, int from, int to) {
    for (Hit hit : hits.longest("outcomes.", "rulings.", from, to)) {
      switch (hit.key()) {
        case "outcomes.discussed", "outcomes.unheard", "outcomes.discussed-anyway" -> {}
        default -> {
          return true;
        }
      }
    }
    return false;
  }
}
