package org.orderpaper.segment;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.orderpaper.model.Gazetteer;

/**
 * What the gazetteers say of a word: whether it is a first name, a surname, a title, or known to be
 * no name. Words are asked for as {@link Tokens} folds them. Immutable.
 */
final class NameWords {

  /** The lists of words; every other list names things that are no persons. */
  private enum Sort {
    FIRST("first-names"),
    SURNAME("surnames"),
    HONORIFIC("honorifics"),
    PARTICLE("name-particles"),
    COMMON("common-words"),
    ORDINARY("ordinary-words"),
    PLACE("places"),
    PLACE_END("place-ends"),
    BEFORE_PLACES("before-places"),
    PERSONS_DO("persons-do"),
    BEFORE_NAMES("before-names"),
    BELONGS("name-belongings");

    private final String list;

    Sort(String list) {
      this.list = list;
    }

    static @Nullable Sort of(String list) {
      for (Sort sort : values()) {
        if (sort.list.equals(list)) {
          return sort;
        }
      }
      return null;
    }
  }

  private static final Pattern ACCENT = Pattern.compile("\\p{M}");

  /** Endings of English nouns and adjectives that no name has but those that are listed. */
  private static final Pattern MADE =
      Pattern.compile(
          ".{3,}(?:tions?|ments?|ness|isms?|ists?|[ai]ble|ships?|ology|less|holders?|ways)");

  /**
   * How invented and unlisted places are made. Many surnames are too, so it decides nothing alone.
   */
  private static final Pattern LIKE_PLACE =
      Pattern.compile(
          "(?:llan|inver|strath|ynys).{3,}|.{3,}(?:side|shire|minster|mouth|chester|cester|bridge"
              + "|borough|burgh|thorpe|combe|crest|ville|gate|wick|moor|mere)s?");

  private static final Set<String> CONTRACTED = Set.of("'ll", "'ve", "'re", "'d", "'m", "'t");
  private static final List<String> ENDINGS = List.of("s", "es", "ed", "d", "ing", "ly");

  private final Map<String, Set<Sort>> sorts = new HashMap<>();
  private final Map<String, List<String[]>> things = new HashMap<>();
  private final Set<String> offices = new HashSet<>();

  NameWords(Gazetteer gazetteer) {
    gazetteer.lists().forEach(this::learn);
  }

  private void learn(String list, List<Gazetteer.Entry> entries) {
    Sort sort = Sort.of(list);
    for (Gazetteer.Entry entry : entries) {
      List<String> forms = new ArrayList<>(entry.aliases());
      forms.add(entry.name());
      for (String form : forms) {
        if (sort == null || (sort == Sort.PLACE && form.indexOf(' ') > 0)) {
          thing(list, Tokens.of(form).words().toArray(String[]::new));
        } else {
          sorts
              .computeIfAbsent(plain(Tokens.fold(form)), word -> EnumSet.noneOf(Sort.class))
              .add(sort);
        }
      }
    }
  }

  private void thing(String list, String[] words) {
    if (words.length == 0) {
      return;
    }
    things.computeIfAbsent(words[0], word -> new ArrayList<>()).add(words);
    if (list.equals("offices")) {
      offices.add(String.join(" ", words));
    }
  }

  /** Without accents, which the lists need not have. */
  private static String plain(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) > 127) {
        return ACCENT.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
      }
    }
    return word;
  }

  private boolean is(Sort sort, String word) {
    return sorts.getOrDefault(plain(word), Set.of()).contains(sort);
  }

  /** The names of organisations, offices and other things that begin with {@code first}. */
  List<String[]> thingsThatBegin(String first) {
    return things.getOrDefault(first, List.of());
  }

  boolean isOffice(String words) {
    return offices.contains(words);
  }

  boolean isFirst(String word) {
    return is(Sort.FIRST, word);
  }

  boolean isSurname(String word) {
    return is(Sort.SURNAME, word);
  }

  boolean isHonorific(String word) {
    return is(Sort.HONORIFIC, word);
  }

  boolean isParticle(String word) {
    return is(Sort.PARTICLE, word);
  }

  /** A town or a country of one word; many are surnames too. */
  boolean isPlace(String word) {
    return is(Sort.PLACE, word);
  }

  /** A word that ends as places do, and may be one that no list has. */
  boolean isLikePlace(String word) {
    return LIKE_PLACE.matcher(word).matches();
  }

  boolean isPlaceEnd(String word) {
    return is(Sort.PLACE_END, word);
  }

  boolean isBeforePlaces(String word) {
    return is(Sort.BEFORE_PLACES, word);
  }

  boolean isBeforeNames(String word) {
    return is(Sort.BEFORE_NAMES, word);
  }

  boolean isDoneByPersons(String word) {
    return is(Sort.PERSONS_DO, word);
  }

  boolean belongsToNames(String word) {
    return is(Sort.BELONGS, word);
  }

  /** A word of the language, in any of its usual forms. */
  boolean isOrdinary(String word) {
    if (isListed(word)) {
      return true;
    }
    int contracted = word.indexOf('\'');
    if (contracted > 0) {
      return CONTRACTED.contains(word.substring(contracted));
    }
    if (word.length() < 5 || isSurname(word) || isFirst(word)) {
      return false;
    }
    return isForm(word) || MADE.matcher(word).matches();
  }

  private boolean isListed(String word) {
    Set<Sort> found = sorts.getOrDefault(plain(word), Set.of());
    return found.contains(Sort.ORDINARY) || found.contains(Sort.COMMON);
  }

  private boolean isForm(String word) {
    for (String ending : ENDINGS) {
      if (word.endsWith(ending) && isStem(word.substring(0, word.length() - ending.length()))) {
        return true;
      }
    }
    return word.endsWith("ies") && isListed(word.substring(0, word.length() - 3) + "y");
  }

  /** "leafleting", "closing", "canvassing", "cutting". */
  private boolean isStem(String stem) {
    int last = stem.length() - 1;
    if (last < 2) {
      return false;
    }
    boolean doubled = last > 2 && stem.charAt(last) == stem.charAt(last - 1);
    return isListed(stem) || isListed(stem + "e") || (doubled && isListed(stem.substring(0, last)));
  }
}
