package org.orderpaper.extract;

import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.model.LFO;
import org.apache.poi.hwpf.model.LFOData;
import org.apache.poi.hwpf.model.ListData;
import org.apache.poi.hwpf.model.ListFormatOverrideLevel;
import org.apache.poi.hwpf.model.ListLevel;
import org.apache.poi.hwpf.model.ListTables;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.jspecify.annotations.Nullable;

/**
 * The lists of a binary Word document. They count as those of its successor do; Tika's own counting
 * loses restarted lists. Not thread-safe.
 */
final class DocLists {

  private static final int LEVELS = 9;

  private final @Nullable ListTables tables;
  private final WordNumbering numbering = WordNumbering.none(DocxStyles.none());

  DocLists(HWPFDocument document) {
    this.tables = document.getListTables();
  }

  /** Counts one paragraph and gives its number as displayed; null for a bullet or nothing. */
  @Nullable String next(Paragraph paragraph) {
    String list = Integer.toString(paragraph.getIlfo());
    if (tables == null || !paragraph.isInList() || !read(paragraph.getIlfo(), list, tables)) {
      return null;
    }
    int level = Math.clamp(paragraph.getIlvl(), 0, LEVELS - 1);
    return numbering.next(new WordNumbering.Place(list, level));
  }

  private boolean read(int index, String list, ListTables from) {
    if (numbering.knows(list)) {
      return true;
    }
    try {
      LFO override = from.getLfo(index);
      ListData shared = from.getListData(override.getLsid());
      if (shared == null) {
        return false;
      }
      String id = Integer.toString(override.getLsid());
      numbering.add(list, list(id, from.getLfoData(index)), shared(shared));
      return true;
    } catch (NoSuchElementException _) {
      return false;
    }
  }

  private static WordNumbering.AbstractList shared(ListData data) {
    Map<Integer, WordNumbering.Level> levels = new HashMap<>();
    ListLevel[] all = data.getLevels();
    for (int i = 0; i < all.length; i++) {
      levels.put(i, level(all[i]));
    }
    return new WordNumbering.AbstractList(levels, null);
  }

  private static WordNumbering.NumberedList list(String id, @Nullable LFOData data) {
    Map<Integer, Integer> starts = new HashMap<>();
    Map<Integer, WordNumbering.Level> levels = new HashMap<>();
    for (ListFormatOverrideLevel own :
        data == null ? new ListFormatOverrideLevel[0] : data.getRgLfoLvl()) {
      if (own.isFormatting() && own.getLevel() != null) {
        levels.put(own.getLevelNum(), level(own.getLevel()));
        if (own.isStartAt()) {
          starts.put(own.getLevelNum(), own.getLevel().getStartAt());
        }
      } else if (own.isStartAt()) {
        starts.put(own.getLevelNum(), own.getIStartAt());
      }
    }
    return new WordNumbering.NumberedList(id, starts, levels);
  }

  private static WordNumbering.Level level(ListLevel level) {
    StringBuilder text = new StringBuilder();
    String raw = level.getNumberText() == null ? "" : level.getNumberText();
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      // A level of the number stands as its index.
      text.append(c < LEVELS ? "%" + (c + 1) : String.valueOf(c));
    }
    return new WordNumbering.Level(
        level.getStartAt(),
        format(level.getNumberFormat()),
        text.toString(),
        level.isLegalNumbering(),
        null,
        null);
  }

  private static String format(int code) {
    return switch (code) {
      case 1 -> "upperRoman";
      case 2 -> "lowerRoman";
      case 3 -> "upperLetter";
      case 4 -> "lowerLetter";
      case 5 -> "ordinal";
      case 6 -> "cardinalText";
      case 7 -> "ordinalText";
      case 22 -> "decimalZero";
      case 23 -> "bullet";
      case 255, -1 -> "none";
      default -> "decimal";
    };
  }
}
