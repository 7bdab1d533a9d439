package org.orderpaper.segment;

import org.jspecify.annotations.Nullable;
import org.orderpaper.segment.CueBook.Hit;

/** What a heading of minutes or an agenda announces. */
enum Section {
  NONE("", false),
  ATTENDANCE("sections.attendance", false),
  ADMIN("sections.admin", false),
  MATTERS_ARISING("sections.matters-arising", true),
  MOTIONS("sections.motions", true),
  AMENDMENTS("sections.amendments", true),
  REPORTS("sections.reports", true),
  REPORT("sections.report", false),
  CORRESPONDENCE("sections.correspondence", true),
  AOB("sections.aob", true),
  DISCUSSION("sections.discussion", false),
  STATEMENTS("sections.statements", true);

  /** The words that a heading may have besides the cue. */
  private static final int OTHER_WORDS = 6;

  private final String key;
  private final boolean container;

  Section(String key, boolean container) {
    this.key = key;
    this.container = container;
  }

  /** Whether items of their own stand under it. */
  boolean isContainer() {
    return container;
  }

  /** The section that a title in the tokens up to {@code to} announces. */
  static Section announcedBy(Line line, int to) {
    Section best = NONE;
    int length = 0;
    for (Section section : values()) {
      Hit hit = section == NONE ? null : section.cue(line, to);
      if (hit != null && hit.length() > length) {
        best = section;
        length = hit.length();
      }
    }
    return best;
  }

  private @Nullable Hit cue(Line line, int to) {
    int from = line.body();
    for (int skipped = 0; skipped <= 2; skipped++) {
      Hit hit = line.hits().at(key, from + skipped);
      boolean whole = hit != null && (skipped == 0 || hit.to() == to || skipsArticle(line, from));
      if (hit != null && whole && hit.to() <= to) {
        int others = to - line.body() - hit.length();
        return others <= OTHER_WORDS ? hit : null;
      }
    }
    return null;
  }

  private static boolean skipsArticle(Line line, int from) {
    String word = line.tokens().word(from);
    return word.equals("the") || word.equals("our") || word.equals("any");
  }
}
