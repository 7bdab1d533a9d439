package org.orderpaper.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.Unit;
import org.orderpaper.model.UnitType;
import org.orderpaper.segment.CueBook.Hit;
import org.orderpaper.segment.CueBook.Hits;

/**
 * Reads the name of a unit out of a line: a run of capitalised words before "CLP", "Constituency
 * Labour Party", "Branch" and the like. All ways of writing a unit give one display name.
 */
final class UnitReader {

  private static final Set<String> INNER =
      Set.of("and", "of", "upon", "on", "the", "in", "le", "with", "cum", "under", "by");

  private final Map<String, Unit> known = new TreeMap<>();

  UnitReader(List<Unit> units) {
    for (Unit unit : units) {
      known.put(unit.name().toLowerCase(Locale.ROOT), unit);
    }
  }

  /**
   * A unit named in a line.
   *
   * @param rank how specific: the highest wins within a heading
   */
  record Mention(Unit unit, int rank, int from, int to) {}

  /** The units named in a line, in order. */
  List<Mention> find(Tokens tokens, Hits hits) {
    List<Mention> mentions = new ArrayList<>();
    for (Hit hit : hits.longest("units.", 0, tokens.size())) {
      Mention mention =
          switch (hit.key()) {
            case "units.clp" -> named(tokens, hits, hit, "CLP", UnitType.CLP, 2);
            case "units.loose" ->
                tokens.size() <= 8 ? named(tokens, hits, hit, "CLP", UnitType.CLP, 1) : null;
            case "units.branch" ->
                named(tokens, hits, hit, branchSuffix(tokens, hit), UnitType.BRANCH, 3);
            case "units.other" ->
                named(tokens, hits, hit, titled(tokens, hit), UnitType.OTHER_UNIT, 4);
            case "units.outside" -> outside(tokens, hits, hit);
            default -> null;
          };
      if (mention != null) {
        mentions.add(mention);
      }
    }
    return mentions;
  }

  private @Nullable Mention named(
      Tokens tokens, Hits hits, Hit hit, String suffix, UnitType type, int rank) {
    int from = nameStart(tokens, hits, hit.from());
    if (from == hit.from()) {
      return null;
    }
    String name = name(tokens, from, hit.from());
    return new Mention(unit(name + " " + suffix, type), rank, from, hit.to());
  }

  /** "Marsh Ward Branch" keeps its ward. */
  private static String branchSuffix(Tokens tokens, Hit hit) {
    boolean ward =
        tokens.word(hit.from()).equals("ward") && tokens.word(hit.to() - 1).equals("branch");
    return ward ? "Ward Branch" : "Branch";
  }

  private @Nullable Mention outside(Tokens tokens, Hits hits, Hit hit) {
    int from = nameStart(tokens, hits, hit.from());
    int to = hit.to();
    while (to < tokens.size()
        && tokens.isCapitalised(to)
        && !tokens.breaksBefore(to)
        && to < hit.to() + 3) {
      to++;
    }
    if (to < tokens.size() && tokens.word(to).equals("branch")) {
      to++;
    }
    if (!tokens.isCapitalised(hit.from())) {
      return null;
    }
    return new Mention(unit(name(tokens, from, to), UnitType.OUTSIDE_BODY), 1, from, to);
  }

  private Unit unit(String name, UnitType type) {
    Unit settled = known.get(name.toLowerCase(Locale.ROOT));
    return settled != null ? settled : new Unit(id(name), name, type);
  }

  /** The unit of that name as a person wrote it down. */
  Unit settled(String name, CueBook cues) {
    Unit listed = known.get(name.toLowerCase(Locale.ROOT));
    if (listed != null) {
      return listed;
    }
    Tokens tokens = Tokens.of(name);
    List<Mention> mentions = find(tokens, cues.find(tokens));
    return mentions.isEmpty()
        ? new Unit(id(name), name, UnitType.UNKNOWN)
        : mentions.getFirst().unit();
  }

  /**
   * The unit that the outermost folder is named after, or null: "ashdown-vale/2021/minutes.pdf".
   */
  @Nullable Unit ofFolder(String source, CueBook cues) {
    int slash = source.indexOf('/');
    if (slash <= 0) {
      return null;
    }
    String folder = source.substring(0, slash).replace('-', ' ').replace('_', ' ').strip();
    Tokens tokens = Tokens.of(folder);
    for (int i = 0; i < tokens.size(); i++) {
      boolean letters = Character.isLetter(tokens.word(i).charAt(0));
      if (!letters || cues.find(tokens).at("units.not-a-folder", i) != null) {
        return null;
      }
    }
    boolean short4 = tokens.size() >= 1 && tokens.size() <= 4;
    return short4 ? unit(name(tokens, 0, tokens.size()) + " CLP", UnitType.CLP) : null;
  }

  private static String id(String name) {
    StringBuilder id = new StringBuilder();
    for (char c : name.toLowerCase(Locale.ROOT).replace("&", "and").toCharArray()) {
      if (Character.isLetterOrDigit(c)) {
        id.append(c);
      } else if (!id.isEmpty() && id.charAt(id.length() - 1) != '-' && !Tokens.isApostrophe(c)) {
        id.append('-');
      }
    }
    return id.toString().replaceAll("-+$", "");
  }

  /** Walks left over the capitalised words of a name. */
  private static int nameStart(Tokens tokens, Hits hits, int end) {
    int start = end;
    for (int i = end - 1; i >= 0; i--) {
      boolean joined = i + 1 == tokens.size() || joins(tokens, i + 1);
      if (!joined || (hits.at("units.not-a-name", i) != null && !INNER.contains(tokens.word(i)))) {
        break;
      }
      if (i == end - 1 && isJoiner(tokens.word(i))) {
        break;
      }
      if (tokens.isCapitalised(i) && !isJoiner(tokens.word(i))) {
        start = i;
      } else if (!isJoiner(tokens.word(i))) {
        break;
      }
    }
    return start;
  }

  private static boolean isJoiner(String word) {
    return INNER.contains(word);
  }

  private static boolean joins(Tokens tokens, int i) {
    if (tokens.breaksBefore(i)) {
      return false;
    }
    String between = tokens.between(i).strip();
    return between.isEmpty()
        || between.equals("-")
        || between.equals("&")
        || (between.equals(",")
            && (tokens.word(i + 1).equals("and") || tokens.word(i).equals("and")));
  }

  private static String titled(Tokens tokens, Hit hit) {
    return name(tokens, hit.from(), hit.to());
  }

  private static String name(Tokens tokens, int from, int to) {
    StringBuilder name = new StringBuilder();
    for (int i = from; i < to; i++) {
      String between = i == from ? "" : tokens.between(i).replaceAll("\\s+", " ");
      boolean comma = between.contains(",");
      boolean hyphen = between.strip().equals("-") && between.length() == 1;
      name.append(i == from ? "" : hyphen ? "-" : comma ? ", " : " ")
          .append(cased(tokens, i, i == from));
    }
    return name.toString();
  }

  private static String cased(Tokens tokens, int i, boolean first) {
    String raw = tokens.raw(i);
    String lower = raw.toLowerCase(Locale.ROOT);
    if (INNER.contains(lower) && !first) {
      return lower;
    }
    if (raw.length() <= 5 && ACRONYMS.contains(lower)) {
      return raw.toUpperCase(Locale.ROOT);
    }
    boolean capitals = raw.equals(raw.toUpperCase(Locale.ROOT)) || raw.equals(lower);
    return capitals ? Character.toUpperCase(lower.charAt(0)) + lower.substring(1) : raw;
  }

  private static final Set<String> ACRONYMS =
      Set.of(
          "lcf", "lgc", "bame", "bme", "lgbt", "gmb", "cwu", "rmt", "ucu", "neu", "pcs", "fbu",
          "tssa", "aslef");
}
