package org.orderpaper.extract;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.text.TextPosition;

/**
 * How the letters of a page are painted. Where no bold font is at hand, programs draw the outline
 * of a letter as well, or paint the letter twice, slightly shifted.
 */
final class PaintedLetters {

  /** A letter painted again this near, in its own heights, is the same one, thickened. */
  private static final float SHIFT = 0.1f;

  /** Points; a shift is never more. */
  private static final float CELL = 2;

  private final Set<TextPosition> unseen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<TextPosition> thick = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Place, TextPosition> places = new HashMap<>();

  private record Place(int across, int down, String letter) {}

  void add(TextPosition letter, RenderingMode mode) {
    if (mode == RenderingMode.NEITHER) {
      unseen.add(letter);
      return;
    }
    if (mode.isFill() && mode.isStroke()) {
      thick.add(letter);
    }
    findFirst(letter);
  }

  /** Whether a letter is there to be found and not to be seen. */
  boolean isUnseen(TextPosition letter) {
    return unseen.contains(letter);
  }

  boolean isThick(TextPosition letter) {
    return thick.contains(letter);
  }

  void clear() {
    unseen.clear();
    thick.clear();
    places.clear();
  }

  private void findFirst(TextPosition letter) {
    int across = (int) (letter.getXDirAdj() / CELL);
    int down = (int) (letter.getYDirAdj() / CELL);
    for (int x = across - 1; x <= across + 1; x++) {
      for (int y = down - 1; y <= down + 1; y++) {
        TextPosition first = places.get(new Place(x, y, letter.getUnicode()));
        if (first != null && isShifted(first, letter)) {
          thick.add(first);
          return;
        }
      }
    }
    places.putIfAbsent(new Place(across, down, letter.getUnicode()), letter);
  }

  private static boolean isShifted(TextPosition first, TextPosition second) {
    float across = Math.abs(first.getXDirAdj() - second.getXDirAdj());
    float down = Math.abs(first.getYDirAdj() - second.getYDirAdj());
    float most = Math.max(across, down);
    return most > 0.01f && most < SHIFT * Math.abs(first.getYScale());
  }
}
