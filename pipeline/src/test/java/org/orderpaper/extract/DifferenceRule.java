package org.orderpaper.extract;

import java.util.List;
import java.util.Locale;

/**
 * A reason for which our words and Tika's may differ. Each names the places of the document itself
 * in which the words must stand; words that stand nowhere there are not excused.
 */
enum DifferenceRule {
  /** Tracked deletions, and where a tracked move took text from: Tika passes them on as live. */
  DELETED_TEXT {
    @Override
    List<String> onlyTika(DifferenceEvidence of) {
      return of.deleted();
    }
  },
  /** Tracked insertions that Tika misses. */
  INSERTED_TEXT {
    @Override
    List<String> onlyOurs(DifferenceEvidence of) {
      return of.inserted();
    }
  },
  /** Text, rows, columns and sheets that are hidden, and what a browser shows nobody. */
  HIDDEN {
    @Override
    List<String> onlyTika(DifferenceEvidence of) {
      return of.hidden();
    }

    @Override
    List<String> onlyOurs(DifferenceEvidence of) {
      return of.hiddenInAttributes();
    }
  },
  /** The menu, the buttons and the foot of a web page. */
  PAGE_FURNITURE {
    @Override
    List<String> onlyTika(DifferenceEvidence of) {
      return of.furniture();
    }
  },
  /** Numbers that the program counts and the text does not hold; Tika counts some otherwise. */
  AUTOMATIC_NUMBER {
    @Override
    List<String> onlyTika(DifferenceEvidence of) {
      return of.otherNumbers();
    }

    @Override
    List<String> onlyOurs(DifferenceEvidence of) {
      return of.automaticNumbers();
    }
  },
  /** Headers and footers: we say each distinct one once, Tika on every page or elsewhere. */
  PAGE_MARGIN {
    @Override
    List<String> onlyTika(DifferenceEvidence of) {
      return of.margins();
    }

    @Override
    List<String> onlyOurs(DifferenceEvidence of) {
      return of.margins();
    }
  },
  /** Footnotes stand behind the body with us, and where their mark is with Tika. */
  NOTE {
    @Override
    List<String> onlyTika(DifferenceEvidence of) {
      return of.notes();
    }

    @Override
    List<String> onlyOurs(DifferenceEvidence of) {
      return of.notes();
    }
  },
  /** The marks in the text that point to a note or a comment. */
  NOTE_MARK {
    @Override
    List<String> onlyTika(DifferenceEvidence of) {
      return of.noteMarks();
    }
  },
  /** Comments likewise; Tika leaves some out. */
  COMMENT {
    @Override
    List<String> onlyTika(DifferenceEvidence of) {
      return of.comments();
    }

    @Override
    List<String> onlyOurs(DifferenceEvidence of) {
      return of.comments();
    }
  },
  /** Who commented, and when. */
  COMMENT_AUTHOR {
    @Override
    List<String> onlyTika(DifferenceEvidence of) {
      return of.commentAuthors();
    }
  },
  /** Text in shapes: Tika has it elsewhere, twice, or not at all. */
  TEXT_BOX {
    @Override
    List<String> onlyTika(DifferenceEvidence of) {
      return of.textBoxes();
    }

    @Override
    List<String> onlyOurs(DifferenceEvidence of) {
      return of.textBoxes();
    }
  },
  /** The title of a slide, which we read first wherever its shape lies. */
  SLIDE_TITLE {
    @Override
    List<String> onlyTika(DifferenceEvidence of) {
      return of.slideTitles();
    }

    @Override
    List<String> onlyOurs(DifferenceEvidence of) {
      return of.slideTitles();
    }
  },
  /** What a field is made from, beside what it shows. */
  FIELD_CODE {
    @Override
    List<String> onlyTika(DifferenceEvidence of) {
      return of.fieldCodes();
    }
  },
  /** What is shown and stands in an attribute: a watermark, a chosen entry, a conditional text. */
  ATTRIBUTE_TEXT {
    @Override
    List<String> onlyOurs(DifferenceEvidence of) {
      return of.attributeTexts();
    }
  },
  /** Formulas, which Tika leaves out. */
  FORMULA {
    @Override
    List<String> onlyOurs(DifferenceEvidence of) {
      return of.formulas();
    }
  },
  /** Small letters above a word that say how it is pronounced. */
  PRONUNCIATION {
    @Override
    List<String> onlyTika(DifferenceEvidence of) {
      return of.pronunciations();
    }
  },
  /** What a picture or a frame is called, for who cannot see it. */
  DESCRIPTION {
    @Override
    List<String> onlyTika(DifferenceEvidence of) {
      return of.descriptions();
    }
  },
  /** Names of sheets: Tika names empty ones too, and none of OpenDocument. */
  SHEET_NAME {
    @Override
    List<String> onlyTika(DifferenceEvidence of) {
      return of.sheetNames();
    }

    @Override
    List<String> onlyOurs(DifferenceEvidence of) {
      return of.sheetNames();
    }
  },
  /** A cell that the file says once and repeats. */
  REPEATED_CELL {
    @Override
    List<String> onlyTika(DifferenceEvidence of) {
      return of.repeatedCells();
    }

    @Override
    List<String> onlyOurs(DifferenceEvidence of) {
      return of.repeatedCells();
    }
  },
  /** A short date in the order of the month first, which is American. */
  BRITISH_DATE {
    @Override
    List<String> onlyTika(DifferenceEvidence of) {
      return of.americanDates();
    }

    @Override
    List<String> onlyOurs(DifferenceEvidence of) {
      return of.britishDates();
    }
  },
  /** Outlines of a PDF repeat its headings. */
  BOOKMARK {
    @Override
    List<String> onlyTika(DifferenceEvidence of) {
      return of.bookmarks();
    }
  },
  /** The same message once more, in plain text or in HTML. */
  ALTERNATIVE_PART {
    @Override
    List<String> onlyTika(DifferenceEvidence of) {
      return of.alternatives();
    }

    @Override
    List<String> onlyOurs(DifferenceEvidence of) {
      return of.alternatives();
    }
  },
  /**
   * Characters that Tika takes from another set, or that somebody saved wrongly before and we put
   * right: only words that have such a character.
   */
  CHARACTER_SET {
    @Override
    List<String> onlyTika(DifferenceEvidence of) {
      return of.garbled();
    }

    @Override
    List<String> onlyOurs(DifferenceEvidence of) {
      return of.mended();
    }
  },
  /** Marks that shape a text and are none of its words. */
  MARK {
    @Override
    List<String> onlyTika(DifferenceEvidence of) {
      return of.marks();
    }
  },
  /** Addresses behind the words of a link in Markdown. */
  LINK_TARGET {
    @Override
    List<String> onlyTika(DifferenceEvidence of) {
      return of.linkTargets();
    }
  },
  /** Pages without a text layer, read by tesseract; Tika was told not to. */
  OCR {
    @Override
    List<String> onlyOurs(DifferenceEvidence of) {
      return of.recognised();
    }
  };

  /** Where words must stand that only Tika has. */
  List<String> onlyTika(DifferenceEvidence of) {
    return List.of();
  }

  /** Where words must stand that only we have. */
  List<String> onlyOurs(DifferenceEvidence of) {
    return List.of();
  }

  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
