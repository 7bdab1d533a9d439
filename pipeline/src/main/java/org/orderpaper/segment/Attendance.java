package org.orderpaper.segment;

import java.util.List;
import org.orderpaper.model.BlockKind;
import org.orderpaper.segment.CueBook.Hit;

/**
 * Finds lists of people: who was present, who sent apologies, who took the chair. They are set
 * apart before anything else is read and end in no item.
 */
final class Attendance {

  private static final int LONGEST_ENTRY = 14;

  /** The fewest words of a sentence that tells of apologies and of nobody. */
  private static final int SENTENCE = 4;

  /** The first lines of a paper, where a sentence of many names is a roll. */
  private static final int OPENING = 8;

  /** The most words of a name before an office. */
  private static final int LONGEST_NAME = 6;

  /** The fewest full names of a roll. */
  private static final int ROLL = 3;

  private Attendance() {}

  /** Marks the lines of {@code lines} that list people. */
  static boolean[] mark(List<Line> lines, boolean agenda) {
    boolean[] marked = new boolean[lines.size()];
    boolean open = false;
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (namesNobody(line)) {
        open = false;
      } else if (opensList(line, agenda)) {
        marked[i] = true;
        open = true;
      } else if (givesNames(line)) {
        marked[i] = true;
        open = false;
      } else if (isRoll(line, open || i < OPENING)) {
        marked[i] = true;
      } else if (open && isEntry(line, lines, i)) {
        marked[i] = true;
      } else if (!line.isBlank()) {
        open = false;
      }
    }
    keepHeadings(lines, marked);
    return marked;
  }

  /** "Seven apologies had been received." */
  private static boolean namesNobody(Line line) {
    return line.endsSentence()
        && line.words() >= SENTENCE
        && line.has("admin.apologies")
        && !hasNames(line, line.body());
  }

  /** A heading over a text that names nobody, "1. Apologies", stays that text's heading. */
  private static void keepHeadings(List<Line> lines, boolean[] marked) {
    for (int i = 0; i + 1 < marked.length; i++) {
      Hit label = lines.get(i).hits().at("attendance.label", lines.get(i).body());
      boolean whole = label != null && label.to() >= lines.get(i).tokens().size();
      if (marked[i] && whole && !marked[i + 1]) {
        marked[i] = false;
      }
    }
  }

  /** "Present:", "Apologies: A, B", a heading "In attendance". */
  private static boolean opensList(Line line, boolean agenda) {
    Hit label = line.hits().at("attendance.label", line.body());
    if (label != null && label.to() >= line.tokens().size()) {
      return !agenda;
    }
    if (label != null && isLabelled(line, label)) {
      return line.label() == null || hasNames(line, label.to());
    }
    if (label == null) {
      label = line.hits().at("attendance.role-label", line.body());
    }
    if (label == null) {
      return Tables.isHeader(line) && line.has("sections.attendance");
    }
    int next = label.to();
    if (next >= line.tokens().size()) {
      return false;
    }
    String sign = line.tokens().between(next).strip();
    boolean marked =
        !sign.isEmpty() && ":-\u2013\u2014(".indexOf(sign.charAt(0)) >= 0 && !sign.equals("\"");
    boolean row =
        line.is(BlockKind.TABLE_ROW)
            && line.tokens().between(next).contains("\t")
            && line.tokens().size() - next >= 2;
    return (marked || row) && isPeople(line, next);
  }

  /**
   * "Present: 42 members as on the sheet": the label tells, whatever follows, if nothing is
   * decided.
   */
  private static boolean isLabelled(Line line, Hit label) {
    String sign = line.tokens().between(label.to()).strip();
    return sign.startsWith(":");
  }

  /** "Thirty-six members by Zoom: A. One (chair), B. Two (secretary), ..." */
  private static boolean isRoll(Line line, boolean expected) {
    if (!expected || line.label() != null || line.has("clauses.unit-subject")) {
      return false;
    }
    int names = 0;
    Tokens tokens = line.tokens();
    Hit label = line.hits().at("attendance.role-label", line.body());
    boolean labelled =
        label != null && label.to() < tokens.size() && tokens.between(label.to()).startsWith(":");
    boolean office = labelled;
    for (int i = 1; i < tokens.size(); i++) {
      boolean pair =
          isNameLike(tokens, i)
              && isNameLike(tokens, i - 1)
              && tokens.between(i).length() <= 2
              && line.hits().at("units.clp", i) == null
              && line.hits().at("units.party", i) == null
              && line.hits().at("units.not-a-name", i) == null;
      names += pair && !tokens.breaksBefore(i - 1) ? 1 : 0;
      office |= line.hits().at("attendance.role", i) != null && tokens.between(i).contains("(");
    }
    return office && names >= (labelled ? 1 : ROLL);
  }

  /** "Apologies were received from A and B." */
  private static boolean givesNames(Line line) {
    Hit sentence = line.hits().first("attendance.sentence");
    if (sentence == null || sentence.from() > line.body() + 8) {
      return false;
    }
    int end = line.tokens().endOfSentence(sentence.to() - 1);
    return hasNames(line, sentence.to(), end) && line.tokens().size() < 90;
  }

  private static boolean isEntry(Line line, List<Line> lines, int i) {
    if (line.isBlank()) {
      return true;
    }
    boolean numbered = line.label() != null && lines.get(i - 1).label() == null;
    if ((line.label() != null && line.label().style().endsWith(" n"))
        || line.begins("motions.title")) {
      return false;
    }
    boolean listed = line.text().contains(",") || line.text().contains("(");
    boolean section = Section.announcedBy(line, line.tokens().size()) != Section.NONE;
    if (line.is(BlockKind.HEADING) || (section && !listed) || line.is(BlockKind.TABLE_ROW)) {
      return line.begins("sections.attendance")
          || (line.is(BlockKind.TABLE_ROW) && isRowOfPeople(line));
    }
    if (!line.hits().of("outcomes.", 0, line.tokens().size()).isEmpty()) {
      return false;
    }
    if (line.has("kinds.meeting") || line.isSetOffByCapitals() || (numbered && line.words() > 5)) {
      return false;
    }
    boolean single = line.tokens().size() - line.body() <= 2 && !line.endsSentence();
    return isPeople(line, line.body()) && (single || hasNames(line, line.body()));
  }

  /**
   * Whether names follow: two capitalised words side by side, or capitalised words between commas.
   * "Apologies from four members" names nobody and stays.
   */
  private static boolean hasNames(Line line, int from) {
    return hasNames(line, from, line.tokens().size());
  }

  private static boolean hasNames(Line line, int from, int to) {
    Tokens tokens = line.tokens();
    int listed = 0;
    for (int i = Math.max(1, from); i < to; i++) {
      boolean name = isNameLike(tokens, i);
      if (name && isNameLike(tokens, i - 1) && i - 1 >= from && tokens.between(i).length() == 1) {
        return true;
      }
      boolean set =
          i == from
              || tokens.between(i).matches("(?s).*[,:;].*")
              || tokens.word(i - 1).equals("and");
      listed += name && set && !tokens.breaksBefore(i) ? 1 : 0;
    }
    return listed >= 2;
  }

  private static boolean isNameLike(Tokens tokens, int i) {
    return tokens.isCapitalised(i)
        && DateReader.month(tokens.word(i)) == null
        && !tokens.word(i).equals("clp")
        && !tokens.word(i).equals("branch")
        && !tokens.word(i).equals("zoom");
  }

  /** "W. Garside, Secretary", with the day perhaps, as at the foot of a paper. */
  static boolean isSignature(Line line) {
    Tokens tokens = line.tokens();
    int office = 1;
    while (office < Math.min(tokens.size(), LONGEST_NAME)
        && line.hits().at("attendance.role", office) == null) {
      office++;
    }
    Hit role = office < tokens.size() ? line.hits().at("attendance.role", office) : null;
    if (role == null || !isName(tokens, office)) {
      return false;
    }
    String sign = tokens.between(isHonorary(tokens.word(office - 1)) ? office - 1 : office).strip();
    boolean ends =
        role.to() >= tokens.size()
            || DateReader.find(tokens).stream()
                .anyMatch(day -> day.from() <= role.to() && day.to() >= tokens.size());
    return ends && (sign.startsWith(",") || sign.startsWith("("));
  }

  /** Whether all words before {@code end} are written as names are. */
  private static boolean isName(Tokens tokens, int end) {
    for (int i = 0; i < end; i++) {
      if (!isNameLike(tokens, i) && !isHonorary(tokens.word(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isHonorary(String word) {
    return switch (word) {
      case "hon", "acting", "joint" -> true;
      default -> false;
    };
  }

  private static boolean isRowOfPeople(Line line) {
    return line.label() == null && line.tokens().size() >= 2 && isPeople(line, 0);
  }

  /**
   * Whether the words from {@code from} on are names: nearly all are capitalised, numbers, or
   * offices.
   */
  static boolean isPeople(Line line, int from) {
    Tokens tokens = line.tokens();
    if (!line.hits().of("outcomes.", from, tokens.size()).isEmpty()) {
      return false;
    }
    int plain = 0;
    int sinceComma = 0;
    for (int i = from; i < tokens.size(); i++) {
      boolean parted = i > from && tokens.between(i).matches("(?s).*[,;:/()\\t].*");
      sinceComma = parted ? 0 : sinceComma + 1;
      if (sinceComma > LONGEST_ENTRY) {
        return false;
      }
      plain += isPlain(line, i) ? 1 : 0;
    }
    int words = tokens.size() - from;
    return plain * 4 <= words || (words <= 3 && plain <= 1);
  }

  private static boolean isPlain(Line line, int i) {
    Tokens tokens = line.tokens();
    boolean joiner =
        switch (tokens.word(i)) {
          case "and",
              "for",
              "of",
              "the",
              "by",
              "from",
              "via",
              "zoom",
              "plus",
              "members",
              "others",
              "until",
              "also",
              "officer",
              "ex" ->
              true;
          default -> false;
        };
    return !tokens.isCapitalised(i)
        && !tokens.isNumber(i)
        && !joiner
        && line.hits().at("attendance.role", i) == null;
  }
}
