package org.orderpaper.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orderpaper.segment.CueBook.Hit;
import org.orderpaper.segment.CueBook.Hits;
import org.orderpaper.segment.Stretch.Role;

/**
 * How papers name a motion by a number: where its item begins ("5. Motion 2: buses"), in a sentence
 * ("Motion (2): in favour 6, against 13"), in a row of a table ("2, as amended") and among results
 * that are announced ("Results. 1: nobody against"). A key is "motion 2" or "item 5".
 */
final class MotionNumbers {

  private static final String MOTION = "motion ";
  private static final String ITEM = "item ";

  /** The nouns before the number of a motion, and before that of an item. */
  private static final String MOTION_NOUN = "motions.numbered";

  private static final String ITEM_NOUN = "motions.numbered-item";

  /** Words that announce counts. */
  private static final String RESULTS = "counts.count";

  private static final Pattern NUMBER = Pattern.compile("\\d{1,2}(?:\\.\\d{1,2}){0,3}");

  /** A number that cannot be a quantity: "F2", "5a". */
  private static final Pattern CODE = Pattern.compile("[a-z]\\d{1,2}|\\d{1,2}[a-h]");

  /** "Composite IV". */
  private static final Pattern ROMAN = Pattern.compile("[IVX]{1,5}");

  /** A motion's own number stands within so many words of its beginning. */
  private static final int NEAR = 8;

  private MotionNumbers() {}

  /**
   * What names a motion where its item begins: the number behind "motion" and the number of the
   * item, "motion 2" and "item 5" for "5. Motion 2: buses".
   */
  static List<String> keys(Draft draft) {
    List<String> keys = new ArrayList<>();
    Line first = draft.lines.getFirst();
    Tokens tokens = first.tokens();
    for (Hit noun : nouns(first.hits())) {
      String value = value(tokens, noun.to());
      // "Motion A: amendment from Lower Town" is not the motion.
      if (value != null && first.hits().near("subjects.amendment", noun.to() + 1, 2)) {
        return keys;
      }
      if (value != null) {
        keys.add(MOTION + value);
        break;
      }
    }
    Label label = first.label();
    String value = label == null || first.body() == 0 ? null : number(label, first);
    if (value != null && first.hits().at(MOTION_NOUN, 0) == null) {
      keys.add(ITEM + value);
    }
    return keys;
  }

  private static List<Hit> nouns(Hits hits) {
    return hits.of(MOTION_NOUN, 0, NEAR).stream()
        .filter(hit -> hit.key().equals(MOTION_NOUN))
        .toList();
  }

  /** "5.2.1", or the "5" of "5." */
  private static @Nullable String number(Label label, Line line) {
    String word = line.tokens().word(line.body() - 1);
    if (CODE.matcher(word).matches()) {
      return word;
    }
    // "Minute 68/24" is number 68: the token before the text is not always the number.
    boolean letter = label.path().size() == 1 && !label.style().startsWith("n");
    return letter
        ? value(line.tokens(), line.body() - 1)
        : label.path().stream().map(String::valueOf).collect(Collectors.joining("."));
  }

  /** The motion that a key names among those that stand under theirs. */
  static <T> @Nullable T named(String key, Map<String, T> byKey) {
    T exact = byKey.get(key);
    boolean motion = exact == null && key.startsWith(MOTION);
    return motion ? byKey.get(ITEM + key.substring(MOTION.length())) : exact;
  }

  /**
   * What was debated under the number of a text in an appendix: "4. This CLP calls ..." is the text
   * of "6.5 Motion 4 was carried", or else of an item of the same number.
   */
  static <T> @Nullable T debated(String key, Map<String, T> byKey) {
    boolean item = key.startsWith(ITEM);
    T motion = item ? byKey.get(MOTION + key.substring(ITEM.length())) : null;
    return motion == null ? byKey.get(key) : motion;
  }

  /** The key in the first cell of a row, with a noun or without: "Motion 2", "2, as amended". */
  static @Nullable String inRow(Line row) {
    String key = behindNoun(row, 0);
    return key == null ? ofMotion(value(row.tokens(), 0)) : key;
  }

  /**
   * The key of the motion that a sentence speaks of by its number, or null.
   *
   * @param announced whether the item of the sentence says that it gives results; there a bare
   *     number is enough
   */
  static @Nullable String inSentence(Stretch stretch, boolean announced) {
    if (stretch.role() != Role.TOLD) {
      return null;
    }
    String listed = inResults(stretch, announced);
    String named = listed == null ? byCode(stretch) : listed;
    if (named != null || !Clauses.decides(stretch)) {
      return named;
    }
    // "Motion 2: for 6, against 13" begins with what is read as its number.
    String first = stretch.from() == 0 ? behindNoun(stretch.line(), 0) : null;
    return first == null ? behindNoun(stretch.line(), stretch.body()) : first;
  }

  /** "F2: 23-0-2. Passed.", "5a as amended was then put: carried". */
  private static @Nullable String byCode(Stretch stretch) {
    Tokens tokens = stretch.tokens();
    int at = stretch.from() == 0 && stretch.line().label() != null ? 0 : stretch.body();
    boolean coded = at + 1 < stretch.to() && CODE.matcher(tokens.word(at)).matches();
    boolean told =
        coded
            && (tokens.between(at + 1).startsWith(":")
                || stretch.hits().at("motions.becomes", at + 1) != null
                || stretch.hits().at("motions.as-amended", at + 1) != null
                || !stretch.hits().of("outcomes.", at + 1, at + 3).isEmpty())
            && (Clauses.tellsOutcome(stretch)
                || VoteReader.isWhole(tokens, stretch.hits(), at + 1, stretch.to()));
    return told ? MOTION + tokens.word(at) : null;
  }

  private static @Nullable String behindNoun(Line line, int at) {
    Hit motion = line.hits().at(MOTION_NOUN, at);
    Hit noun = motion == null ? line.hits().at(ITEM_NOUN, at) : motion;
    String value = noun == null ? null : value(line.tokens(), noun.to());
    return value == null ? null : (motion == null ? ITEM : MOTION) + value;
  }

  /** Whether the heading of an item, or the one above it, says that it gives results. */
  static boolean announces(Draft draft) {
    Line above = draft.under;
    return draft.lines.getFirst().hits().near(RESULTS, 0, 3)
        || (above != null && above.hits().near(RESULTS, 0, 3));
  }

  /** "Results. 1: nobody against. 2 was lost". */
  private static @Nullable String inResults(Stretch stretch, boolean announced) {
    if (!announced && !stretch.line().hits().near(RESULTS, 0, 3)) {
      return null;
    }
    Tokens tokens = stretch.tokens();
    Hit title = stretch.hits().at(RESULTS, stretch.from());
    int at = title == null ? stretch.from() : title.to();
    if (at + 1 >= stretch.to()) {
      return null;
    }
    String sign = tokens.between(at + 1).strip();
    boolean parted = !sign.isEmpty() && ":)-\u2013\u2014".indexOf(sign.charAt(0)) >= 0;
    boolean told =
        stretch.hits().of("outcomes.", at + 1, stretch.to()).stream()
                .anyMatch(hit -> hit.from() == at + 1)
            || stretch.hits().at("motions.becomes", at + 1) != null;
    return tokens.isNumber(at) && (parted || told) ? ofMotion(value(tokens, at)) : null;
  }

  private static @Nullable String ofMotion(@Nullable String value) {
    return value == null ? null : MOTION + value;
  }

  /** Digits, several parted by full stops, with a letter, Roman ones, or one capital letter. */
  private static @Nullable String value(Tokens tokens, int at) {
    String word = tokens.word(at);
    boolean number = NUMBER.matcher(word).matches() || CODE.matcher(word).matches();
    boolean letter = word.length() == 1 && tokens.isCapitalised(at);
    boolean roman = at < tokens.size() && ROMAN.matcher(tokens.raw(at)).matches();
    return number || letter || roman ? word : null;
  }
}
