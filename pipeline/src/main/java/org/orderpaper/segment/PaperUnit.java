package org.orderpaper.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.DocumentKind;
import org.orderpaper.model.MailHeader;
import org.orderpaper.model.Unit;
import org.orderpaper.model.UnitType;

/**
 * Tells whose a paper is: from its heading, its running heads and its title before its text, and
 * from the folders only where the words name none; a message belongs to whose folder holds it.
 */
final class PaperUnit {

  /** Lines below the head that may still name the unit. */
  private static final int BODY = 40;

  /** The first lines below the head, which still speak of the paper itself. */
  private static final int TOP = 4;

  /** Lines in which a paper may call its unit a branch. */
  private static final int OWN_WORDS = 120;

  /** The most words of a line that names a unit as a title does. */
  private static final int TITLE_WORDS = 22;

  /** The most letters of a name in initials: "P&D CLP". */
  private static final int INITIALS = 4;

  private final UnitReader units;
  private final CueBook cues;
  private final HeadReader.Around around;
  private final DocumentKind kind;
  private final List<Line> folders;
  private final @Nullable Unit outermost;

  PaperUnit(UnitReader units, CueBook cues, HeadReader.Around around, DocumentKind kind) {
    this.units = units;
    this.cues = cues;
    this.around = around;
    this.kind = kind;
    this.folders = folders(around.source(), cues);
    this.outermost = units.ofFolder(around.source(), cues);
  }

  /**
   * @param inherited the unit of the paper before in the same document, or null
   * @param because takes a clause that says where the unit was read
   */
  @Nullable Unit read(List<Line> lines, int head, @Nullable Unit inherited, List<String> because) {
    List<Line> heading = lines.subList(0, head);
    List<Line> top = lines.subList(head, Math.min(lines.size(), head + TOP));
    Unit unit = named(lines, heading, top, inherited, because);
    if (unit == null) {
      because.add("no unit named");
      return null;
    }
    return ofBody(refined(unit, lines), heading);
  }

  private @Nullable Unit named(
      List<Line> lines,
      List<Line> heading,
      List<Line> top,
      @Nullable Unit inherited,
      List<String> because) {
    List<Source> sources = new ArrayList<>();
    if (kind == DocumentKind.EMAIL) {
      sources.add(new Source("the folder that holds the message", holder()));
    }
    sources.add(new Source("the heading", titled(heading)));
    sources.add(new Source("the heading in small letters", uncapitalised(lines)));
    sources.add(new Source("the running head", titled(around.running())));
    sources.add(new Source("the title", titled(List.of(around.title()))));
    sources.add(new Source("the subject", subject()));
    sources.add(new Source("the first lines", ofFirstLines(top)));
    if (inherited != null) {
      sources.add(
          new Source("the paper before", new UnitReader.Mention(inherited, UnitReader.CLP, 0, 0)));
    }
    List<Line> own = lines.subList(0, Math.min(lines.size(), OWN_WORDS));
    Unit loose = null;
    for (Source source : sources) {
      UnitReader.Mention mention = source.mention();
      if (mention != null && !mention.isLoose()) {
        because.add("unit from " + source.name());
        return mention.isParty() ? typed(mention.unit(), own) : mention.unit();
      }
      boolean ours = mention != null && mention.unit().type() != UnitType.OUTSIDE_BODY;
      loose =
          mention != null && ours && mention.rank() > 0 && loose == null ? mention.unit() : loose;
    }
    if (loose != null) {
      because.add("unit from a name in passing");
      return typed(loose, own);
    }
    int head = heading.size();
    return elsewhere(lines.subList(head, Math.min(lines.size(), head + BODY)), own, because);
  }

  /** On a paper of motions a branch named in the first lines is that which moves. */
  private UnitReader.@Nullable Mention ofFirstLines(List<Line> top) {
    UnitReader.Mention mention = titled(top);
    boolean mover =
        mention != null
            && kind == DocumentKind.MOTION_PAPER
            && mention.unit().type() == UnitType.BRANCH
            && outermost != null;
    return mover ? null : mention;
  }

  private record Source(String name, UnitReader.@Nullable Mention mention) {}

  private @Nullable Unit elsewhere(List<Line> body, List<Line> own, List<String> because) {
    boolean received = isReceived();
    UnitReader.Mention folder = received ? null : inFolders();
    Unit often = inBody(body, 2);
    Unit ofFolder = received || outermost == null ? null : typed(outermost, own);
    Unit unit = folder != null ? folder.unit() : often != null ? often : ofFolder;
    String from = folder == null && often != null ? "the text" : "the folder";
    if (unit == null && !received) {
      unit = inBody(body, 1);
      from = "the text";
    }
    MailHeader mail = around.mail();
    if (unit == null && mail != null && mail.from() != null) {
      UnitReader.Mention sender = best(outside(capitalised(mail.from())));
      unit = sender == null ? null : sender.unit();
      from = "the sender";
    }
    if (unit != null) {
      because.add("unit from " + from);
    }
    return unit;
  }

  /** Whether a folder says that others sent what is in it. */
  private boolean isReceived() {
    return kind != DocumentKind.EMAIL
        && folders.subList(0, folders.size() - 1).stream().anyMatch(f -> f.isAll("whose.received"));
  }

  /**
   * The body that a name without its kind is of: a folder may say so, "oldacre/women/...", or the
   * words in which the paper speaks of its own unit, "the branch agreed".
   */
  private Unit typed(Unit unit, List<Line> own) {
    if (unit.type() != UnitType.CLP) {
      return unit;
    }
    for (Line folder : folders.subList(0, folders.size() - 1)) {
      String body = units.bareBody(folder.tokens(), folder.hits());
      if (body != null) {
        return units.within(unit, body);
      }
      if (folder.isAll("whose.youth-folder")) {
        return units.within(unit, "Young Labour");
      }
      if (folder.isAll("whose.women-folder")) {
        boolean branch = has(own, "whose.branch") && !has(own, "whose.forum");
        return units.within(unit, branch ? "Women's Branch" : "Women's Forum");
      }
      if (folder.isAll("whose.group-folder") && has(own, "whose.group")) {
        return units.within(unit, "Labour Group");
      }
    }
    boolean named =
        folders.stream()
            .anyMatch(
                folder -> !folder.hits().of("units.branch", 0, folder.tokens().size()).isEmpty());
    long branch = count(own, "whose.branch") + 2 * count(own, "whose.of-clp") + (named ? 1 : 0);
    long constituency = count(own, "whose.clp");
    Line name = outside(UnitReader.stem(unit));
    boolean small =
        name.hits().of("whose.small-place", 0, name.tokens().size()).stream()
            .anyMatch(hit -> hit.to() == name.tokens().size());
    return branch > constituency || (small && constituency == 0) ? units.branch(unit) : unit;
  }

  private static boolean has(List<Line> lines, String key) {
    return lines.stream().anyMatch(line -> line.has(key));
  }

  private static long count(List<Line> lines, String key) {
    return lines.stream()
        .filter(line -> !line.isEarlier())
        .mapToLong(line -> line.hits().of(key, 0, line.tokens().size()).size())
        .sum();
  }

  /** Whose mailbox it is: what is sent in belongs to the unit that it was sent to. */
  private UnitReader.@Nullable Mention holder() {
    UnitReader.Mention folder = null;
    for (Line line : folders.subList(0, folders.size() - 1)) {
      UnitReader.Mention mention = best(line);
      folder = mention == null ? folder : mention;
    }
    return folder != null || outermost == null
        ? folder
        // The words are those of whoever sent it.
        : new UnitReader.Mention(typed(outermost, List.of()), UnitReader.CLP, 0, 0);
  }

  /** The unit that the innermost part of the path names. */
  private UnitReader.@Nullable Mention inFolders() {
    UnitReader.Mention innermost = null;
    for (Line folder : folders) {
      UnitReader.Mention mention = best(folder);
      innermost = mention == null ? innermost : mention;
    }
    return innermost;
  }

  private UnitReader.@Nullable Mention subject() {
    MailHeader mail = around.mail();
    String subject = mail == null ? null : mail.subject();
    return subject == null ? null : best(outside(subject));
  }

  private UnitReader.@Nullable Mention best(Line line) {
    return mostSpecific(List.of(line));
  }

  /** The most specific unit of some lines; the first of several. Titles come before sentences. */
  private UnitReader.@Nullable Mention titled(List<Line> lines) {
    UnitReader.Mention titled =
        mostSpecific(
            lines.stream()
                .filter(line -> line.words() <= TITLE_WORDS && !line.endsSentence())
                .toList());
    return titled != null && !titled.isLoose() ? titled : or(mostSpecific(lines), titled);
  }

  /** "rowan branch labour": some hands use no capitals at all. */
  private UnitReader.@Nullable Mention uncapitalised(List<Line> lines) {
    List<Line> raised =
        lines.stream()
            .limit(2)
            .filter(line -> line.text().equals(line.text().toLowerCase(Locale.ROOT)))
            .map(line -> outside(capitalised(line.text())))
            .toList();
    return titled(raised);
  }

  private static UnitReader.@Nullable Mention or(
      UnitReader.@Nullable Mention one, UnitReader.@Nullable Mention other) {
    boolean better = one != null && (other == null || one.rank() > other.rank());
    return better ? one : other;
  }

  private UnitReader.@Nullable Mention mostSpecific(List<Line> lines) {
    UnitReader.Mention best = null;
    for (Line line : lines) {
      if (!isAside(line)) {
        for (UnitReader.Mention mention : units.find(line.tokens(), line.hits())) {
          best = best == null || mention.rank() > best.rank() ? mention : best;
        }
      }
    }
    return best;
  }

  /** Long sentences and the movers of motions speak of other units as well. */
  private static boolean isAside(Line line) {
    return line.words() > 30
        || line.begins("clauses.mover")
        || line.isEarlier()
        || line.label() != null
        || line.isBullet()
        || line.begins("clauses.unit-subject");
  }

  /** The unit that the text names most, and at least so often; never a body that is no unit. */
  private @Nullable Unit inBody(List<Line> lines, int least) {
    List<Unit> seen = new ArrayList<>();
    for (Line line : lines) {
      for (UnitReader.Mention mention : units.find(line.tokens(), line.hits())) {
        if (!line.isEarlier() && mention.rank() > 0) {
          seen.add(mention.unit());
        }
      }
    }
    Unit best = null;
    long most = 0;
    for (Unit unit : seen) {
      long count = seen.stream().filter(unit::equals).count() * 2;
      count += unit.type() == UnitType.CLP ? 1 : 0;
      boolean better = unit.type() != UnitType.OUTSIDE_BODY && count > most;
      best = better ? unit : best;
      most = better ? count : most;
    }
    return most / 2 >= least ? best : null;
  }

  // --- one name for each unit ---

  /**
   * Initials become the name that they stand for, and "Longmoor Labour" the branch of that name
   * where title, text or folder call it a branch.
   */
  private Unit refined(Unit unit, List<Line> lines) {
    String stem = UnitReader.stem(unit);
    for (Unit other : others(lines)) {
      String name = UnitReader.stem(other);
      boolean kin =
          other.type() == unit.type() && isInitials(stem) && initials(name).equals(letters(stem));
      boolean same = letters(name).equals(letters(stem));
      boolean branch =
          same && other.type() == UnitType.BRANCH && other.name().length() > unit.name().length();
      if (kin || (branch && unit.type() != UnitType.OTHER_UNIT)) {
        return other;
      }
    }
    return unit;
  }

  private List<Unit> others(List<Line> lines) {
    List<Line> places = new ArrayList<>(around.running());
    places.add(around.title());
    places.addAll(lines.subList(0, Math.min(lines.size(), BODY)));
    places.addAll(folders);
    List<Unit> others = new ArrayList<>();
    for (Line line : places) {
      units.find(line.tokens(), line.hits()).forEach(mention -> others.add(mention.unit()));
    }
    if (outermost != null) {
      others.add(outermost);
    }
    return others;
  }

  /** Whether a name is so short, and all in capitals, that it can only be initials. */
  private static boolean isInitials(String stem) {
    String letters = letters(stem);
    return letters.length() >= 2 && letters.length() <= INITIALS;
  }

  private static String letters(String name) {
    return name.toLowerCase(Locale.ROOT).replace("&", "").replaceAll("\\band\\b|[^\\p{L}]", "");
  }

  private static String initials(String name) {
    StringBuilder initials = new StringBuilder();
    for (String word : name.split("[^\\p{L}']+", -1)) {
      if (!word.isEmpty() && Character.isUpperCase(word.charAt(0))) {
        initials.append(Character.toLowerCase(word.charAt(0)));
      }
    }
    return initials.toString();
  }

  /**
   * "Meeting of the Women's Branch" in the papers of Longmoor CLP is the Longmoor Women's Branch.
   */
  private Unit ofBody(Unit unit, List<Line> heading) {
    boolean region = unit.name().endsWith(" Region");
    if ((unit.type() == UnitType.OTHER_UNIT && !region) || unit.type() == UnitType.OUTSIDE_BODY) {
      return unit;
    }
    List<Line> places = new ArrayList<>(heading);
    places.addAll(around.running());
    places.add(around.title());
    if (kind == DocumentKind.MINUTES || kind == DocumentKind.AGENDA) {
      places.addAll(folders);
    }
    for (Line line : places) {
      String body = line.words() <= TITLE_WORDS ? units.bareBody(line.tokens(), line.hits()) : null;
      if (body != null) {
        return units.within(unit, body);
      }
    }
    return unit;
  }

  // --- names of files and folders ---

  private static List<Line> folders(String source, CueBook cues) {
    List<Line> folders = new ArrayList<>();
    for (String part : source.split("/", -1)) {
      folders.add(Line.outside(capitalised(part), cues));
    }
    return folders;
  }

  private Line outside(String words) {
    return Line.outside(words, cues);
  }

  /** Addresses and folders are written small: westgate-branch. */
  private static String capitalised(String words) {
    StringBuilder capitals = new StringBuilder(words.replaceAll("[!_.@-]", " "));
    for (int i = 0; i < capitals.length(); i++) {
      if (i == 0 || capitals.charAt(i - 1) == ' ') {
        capitals.setCharAt(i, Character.toUpperCase(capitals.charAt(i)));
      }
    }
    return capitals.toString();
  }
}
