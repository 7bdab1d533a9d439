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
      Set.of(
          "and", "of", "upon", "on", "the", "in", "le", "with", "cum", "under", "by", "y", "yr",
          "ar");

  private final Map<String, Unit> known = new TreeMap<>();

  UnitReader(List<Unit> units) {
    for (Unit unit : units) {
      known.put(key(unit.name()), unit);
    }
  }

  /**
   * A unit named in a line.
   *
   * @param rank how specific: the highest wins within a heading; 0 for the mover of a motion and
   *     the unit that another is part of
   */
  record Mention(Unit unit, int rank, int from, int to) {

    /** Whether it only says whose the paper is in passing: "Longmoor Labour". */
    boolean isLoose() {
      return rank <= LOOSE;
    }

    /** Whether it calls the unit a party, and does not say which. */
    boolean isParty() {
      return rank == PARTY;
    }
  }

  /** The rank of a name that may be a branch's as well as a CLP's, and of bodies that are none. */
  private static final int LOOSE = 1;

  /** The rank of "Longmoor Labour Party": a branch may call itself so. */
  private static final int PARTY = 2;

  /** The rank of a name that says that it is a CLP's. */
  static final int CLP = 3;

  private static final int BRANCH = 4;

  /** The rank of a body within a unit. */
  private static final int BODY = 5;

  /** The longest sentence in which "Longmoor Labour" or "Pier Ward" names a unit. */
  private static final int SHORT = 8;

  /** The units named in a line, in order. */
  List<Mention> find(Tokens tokens, Hits hits) {
    List<Mention> mentions = new ArrayList<>();
    for (Hit hit : naming(tokens, hits)) {
      Mention mention =
          switch (hit.key()) {
            case "units.clp" -> named(tokens, hits, hit, "CLP", UnitType.CLP, CLP);
            case "units.party" -> named(tokens, hits, hit, "CLP", UnitType.CLP, PARTY);
            case "units.loose" ->
                isShort(tokens, hit) ? named(tokens, hits, hit, "CLP", UnitType.CLP, LOOSE) : null;
            case "units.branch" ->
                named(tokens, hits, hit, branchSuffix(tokens, hit), UnitType.BRANCH, BRANCH);
            case "units.ward" ->
                isShort(tokens, hit)
                    ? named(tokens, hits, hit, "Ward Branch", UnitType.BRANCH, BRANCH)
                    : null;
            case "units.other" ->
                named(tokens, hits, hit, titled(tokens, hit), UnitType.OTHER_UNIT, BODY);
            case "units.clp-before" -> followed(tokens, hits, hit, "CLP", UnitType.CLP, CLP);
            case "units.branch-before" ->
                followed(tokens, hits, hit, "Branch", UnitType.BRANCH, BRANCH);
            case "units.outside" -> outside(tokens, hits, hit);
            default -> null;
          };
      if (mention != null) {
        mentions.add(mention);
      }
    }
    return mentions;
  }

  /** The words that may end a name: "branch of" makes an aside of what follows it, and no more. */
  private static List<Hit> naming(Tokens tokens, Hits hits) {
    List<Hit> naming = hits.of("units.", 0, tokens.size());
    naming.removeIf(hit -> hit.key().equals("units.aside"));
    return new Hits(naming).longest("units.", 0, tokens.size());
  }

  /**
   * The body within a unit that a line names without the unit, "Meeting of the Women's Branch", or
   * null.
   */
  @Nullable String bareBody(Tokens tokens, Hits hits) {
    for (Hit hit : naming(tokens, hits)) {
      if (hit.key().equals("units.other")
          && tokens.isCapitalised(hit.from())
          && nameStart(tokens, hits, hit.from()) == hit.from()) {
        return titled(tokens, hit);
      }
    }
    return null;
  }

  /** The body of that name within the unit that is its parent. */
  Unit within(Unit parent, String body) {
    return unit(stem(parent) + " " + body, UnitType.OTHER_UNIT);
  }

  /** The branch of the name of {@code unit}. */
  Unit branch(Unit unit) {
    return unit(stem(unit) + " Branch", UnitType.BRANCH);
  }

  /** The name of a unit without what kind of unit it is: "Ashdown Vale". */
  static String stem(Unit unit) {
    String name = unit.name();
    for (String suffix : List.of(" CLP", " Branch", " Ward", " Region")) {
      name = name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
    }
    return name;
  }

  /** Whether the sentence is as short as a title. */
  private static boolean isShort(Tokens tokens, Hit hit) {
    int begin = hit.from();
    while (begin > 0 && !tokens.breaksBefore(begin)) {
      begin--;
    }
    return tokens.endOfSentence(hit.from()) - begin <= SHORT;
  }

  /** "Cangen y Bont": in Welsh the kind of unit comes first. */
  private @Nullable Mention followed(
      Tokens tokens, Hits hits, Hit hit, String suffix, UnitType type, int rank) {
    int to = hit.to();
    for (int i = to; i < Math.min(tokens.size(), hit.to() + 4) && joins(tokens, i); i++) {
      if (hits.at("units.clp", i) != null
          || hits.at("units.party", i) != null
          || hits.at("units.branch", i) != null) {
        break;
      }
      if (tokens.isCapitalised(i)) {
        to = i + 1;
      } else if (!isJoiner(tokens.word(i))) {
        break;
      }
    }
    return to == hit.to()
        ? null
        : new Mention(unit(name(tokens, hit.to(), to) + " " + suffix, type), rank, hit.from(), to);
  }

  private @Nullable Mention named(
      Tokens tokens, Hits hits, Hit hit, String suffix, UnitType type, int rank) {
    int from = nameStart(tokens, hits, hit.from());
    if (from == hit.from()) {
      return null;
    }
    String name = once(name(tokens, from, hit.from()));
    int weight = isAside(hits, from) ? 0 : rank;
    return new Mention(unit(name + " " + suffix, type), weight, from, hit.to());
  }

  /** "from Castle Branch", "a branch of Longmoor CLP". */
  private static boolean isAside(Hits hits, int from) {
    for (Hit hit : hits.of("units.aside", Math.max(0, from - 4), from)) {
      if (hit.to() == from) {
        return true;
      }
    }
    return false;
  }

  /** "Marsh Ward Branch" keeps its ward. */
  private static String branchSuffix(Tokens tokens, Hit hit) {
    return tokens.word(hit.from()).equals("ward") ? "Ward Branch" : "Branch";
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
    Unit settled = known.get(key(name));
    return settled != null ? settled : new Unit(id(name), name, type);
  }

  /** The unit of that name as a person wrote it down. */
  Unit settled(String name, CueBook cues) {
    Unit listed = known.get(key(name));
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
    int size = tokens.size();
    if (size < 1 || size > 5) {
      return null;
    }
    // "lower-esk-yl", "llanfedwen-womens": a body within the unit has the folder.
    String body =
        switch (tokens.word(size - 1)) {
          case "yl" -> "Young Labour";
          case "womens", "women" -> "Women's Forum";
          default -> "";
        };
    if (!body.isEmpty() && size > 1) {
      return unit(placeName(tokens, size - 1) + " " + body, UnitType.OTHER_UNIT);
    }
    return size <= 4 ? unit(placeName(tokens, size) + " CLP", UnitType.CLP) : null;
  }

  /** Folders part all words alike; names such as Llan-y-Gof have hyphens. */
  private static String placeName(Tokens tokens, int to) {
    return name(tokens, 0, to).replaceAll(" (yr?) (?=\\p{Lu})", "-$1-");
  }

  /** "Thorne & Marsh CLP" and "Thorne and Marsh CLP" are one unit. */
  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replace("&", "and");
  }

  private static String id(String name) {
    StringBuilder id = new StringBuilder();
    for (char c : key(name).toCharArray()) {
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
      boolean article = tokens.raw(i).equals("Y") || tokens.raw(i).equals("Yr");
      boolean joiner = isJoiner(tokens.word(i)) && !article;
      if (i == end - 1 && joiner) {
        break;
      }
      if (tokens.isCapitalised(i) && !joiner) {
        start = i;
      } else if (!joiner) {
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
    boolean apostrophe = between.length() == 1 && Tokens.isApostrophe(between.charAt(0));
    return between.isEmpty()
        || apostrophe
        || between.equals("-")
        || between.equals("&")
        || (between.equals(",")
            && (tokens.word(i + 1).equals("and") || tokens.word(i).equals("and")));
  }

  private static String titled(Tokens tokens, Hit hit) {
    String title = name(tokens, hit.from(), hit.to());
    return switch (title) {
      case "LCF" -> "Local Campaign Forum";
      case "LGC" -> "Local Government Committee";
      default -> title.replaceFirst("^Womens ", "Women's ");
    };
  }

  /** "Dyffryn Cerwyn / Dyffryn Cerwyn": a name in both languages is said once. */
  private static String once(String name) {
    int half = name.length() / 2;
    boolean twice =
        name.length() % 2 == 1
            && name.charAt(half) == ' '
            && name.substring(0, half).equals(name.substring(half + 1));
    return twice ? name.substring(0, half) : name;
  }

  private static String name(Tokens tokens, int from, int to) {
    StringBuilder name = new StringBuilder();
    for (int i = from; i < to; i++) {
      String between = i == from ? "" : tokens.between(i).replaceAll("\\s+", " ");
      boolean comma = between.contains(",");
      boolean hyphen = between.strip().equals("-") && between.length() == 1;
      boolean apostrophe = !between.isEmpty() && Tokens.isApostrophe(between.charAt(0));
      name.append(i == from ? "" : hyphen ? "-" : comma ? ", " : apostrophe ? "' " : " ")
          .append(cased(tokens, i, i == from));
    }
    return name.toString();
  }

  private static String cased(Tokens tokens, int i, boolean first) {
    String raw = lettered(tokens.raw(i));
    String lower = raw.toLowerCase(Locale.ROOT);
    if (INNER.contains(lower) && !first) {
      return lower;
    }
    if (raw.length() <= 5 && ACRONYMS.contains(lower)) {
      return raw.toUpperCase(Locale.ROOT);
    }
    boolean capitals =
        tokens.raw(i).equals(tokens.raw(i).toUpperCase(Locale.ROOT)) || raw.equals(lower);
    return capitals ? Character.toUpperCase(lower.charAt(0)) + lower.substring(1) : raw;
  }

  /** A scan reads "ROOKHAMPT0N". */
  private static String lettered(String raw) {
    return Character.isLetter(raw.charAt(0))
        ? raw.replace('0', 'o').replace('1', 'l').replace('5', 's')
        : raw;
  }

  private static final Set<String> ACRONYMS =
      Set.of(
          "lcf", "lgc", "bame", "bme", "lgbt", "gmb", "cwu", "rmt", "ucu", "neu", "pcs", "fbu",
          "tssa", "aslef");
}
