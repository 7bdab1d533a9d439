package org.orderpaper.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.Gazetteer;
import org.orderpaper.model.MarkedText;
import org.orderpaper.model.NameKind;
import org.orderpaper.model.RuleFault;

/**
 * The words that rules may name with a dollar sign: markers of names, word families, and gazetteers
 * where no family has the name. Families are expanded here, when a rule is compiled, so that no
 * index is asked for one.
 */
final class Lexicon {

  /** Any name of a person, and the words of the family {@code definite-role} if there is one. */
  static final String SUBJECT = "subject";

  static final String DEFINITE_ROLE = "definite-role";

  private static final String PHRASE = "phrase";

  private static final Map<String, NameKind> MARKERS =
      Map.of("mp", NameKind.MP, "officer", NameKind.OFFICER, "person", NameKind.PERSON);

  /**
   * One family as its file gives it.
   *
   * @param why what the words have in common
   */
  record Family(String file, String why, List<YamlNode> words) {}

  private final Map<String, Family> families;
  private final Gazetteer gazetteer;
  private final Map<String, WordList> lists = new HashMap<>();
  private final Set<RuleFault> faults = new LinkedHashSet<>();

  Lexicon(Map<String, Family> families, Gazetteer gazetteer) {
    this.families = new TreeMap<>(families);
    this.gazetteer = gazetteer;
    this.families.keySet().forEach(this::named);
  }

  /** What is wrong with words of families; such words are left out. */
  Set<RuleFault> faults() {
    return faults;
  }

  /** How many lists there are; their numbers are less. */
  int size() {
    return lists.size();
  }

  /** The list of {@code $name}, or null where nothing has the name. */
  @Nullable WordList named(String name) {
    if (!isKnown(name)) {
      return null;
    }
    String written = "$" + name;
    WordList known = lists.get(written);
    if (known == null) {
      known = new WordList(lists.size(), name, written, expand(name, new LinkedHashSet<>()));
      lists.put(written, known);
    }
    return known;
  }

  /**
   * The list of one phrase.
   *
   * @throws IllegalArgumentException with a sentence for the author
   */
  WordList phrase(String written) {
    WordList known = lists.get(written);
    if (known == null) {
      known = new WordList(lists.size(), PHRASE, written, Phrase.of(written, null));
      lists.put(written, known);
    }
    return known;
  }

  /** All names, for a message. */
  Set<String> names() {
    Set<String> names = new TreeSet<>(families.keySet());
    names.addAll(gazetteer.lists().keySet());
    names.addAll(MARKERS.keySet());
    names.add(SUBJECT);
    return names;
  }

  /** What the words of a list have in common, or null where no family says it. */
  @Nullable String why(String name) {
    Family family = families.get(name);
    return family == null || family.why().isEmpty() ? null : family.why();
  }

  private boolean isKnown(String name) {
    return names().contains(name);
  }

  private List<Phrase> expand(String name, Set<String> within) {
    NameKind marker = MARKERS.get(name);
    if (marker != null) {
      return List.of(marker(marker));
    }
    if (name.equals(SUBJECT)) {
      return subject(within);
    }
    Family family = families.get(name);
    return family == null ? ofGazetteer(name) : ofFamily(name, family, within);
  }

  private List<Phrase> subject(Set<String> within) {
    List<Phrase> phrases = new ArrayList<>();
    for (NameKind kind : List.of(NameKind.MP, NameKind.OFFICER, NameKind.PERSON)) {
      phrases.add(marker(kind));
    }
    Family roles = families.get(DEFINITE_ROLE);
    if (roles != null) {
      phrases.addAll(ofFamily(DEFINITE_ROLE, roles, within));
    }
    return phrases;
  }

  private static Phrase marker(NameKind kind) {
    return new Phrase(
        List.of(new WordPattern(String.valueOf(MarkedText.marker(kind)), false)), null);
  }

  private List<Phrase> ofFamily(String name, Family family, Set<String> within) {
    List<Phrase> phrases = new ArrayList<>();
    within.add(name);
    for (YamlNode word : family.words()) {
      try {
        phrases.addAll(ofWord(word, within));
      } catch (YamlFault fault) {
        faults.add(fault.in(family.file()));
      }
    }
    within.remove(name);
    return phrases.stream().distinct().toList();
  }

  private List<Phrase> ofWord(YamlNode word, Set<String> within) {
    String written = word.text();
    if (!written.startsWith("$")) {
      try {
        return Phrase.of(written, null);
      } catch (IllegalArgumentException e) {
        throw word.fault(String.valueOf(e.getMessage()));
      }
    }
    String name = written.substring(1);
    if (within.contains(name)) {
      throw word.fault("'" + written + "' contains itself");
    }
    if (!isKnown(name)) {
      throw word.fault("there is no family '" + written + "'" + Spelling.hint(name, names()));
    }
    return expand(name, within);
  }

  private List<Phrase> ofGazetteer(String name) {
    List<Phrase> phrases = new ArrayList<>();
    for (Gazetteer.Entry entry : gazetteer.list(name)) {
      boolean dated = entry.from() != null || entry.to() != null;
      Validity validity = dated ? new Validity(entry.from(), entry.to()) : null;
      phrases.addAll(ofName(entry.name(), validity));
      entry.aliases().forEach(alias -> phrases.addAll(ofName(alias, validity)));
    }
    return phrases;
  }

  /** Short capitals match as capitals only: {@code LAW} is a campaign, "law" a word. */
  private static List<Phrase> ofName(String name, @Nullable Validity validity) {
    return TextScanner.isShortCapitals(name)
        ? List.of(Phrase.ofCapitals(name, validity))
        : Phrase.of(name.replace('*', ' '), validity);
  }
}
