package org.orderpaper.segment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;

/**
 * Tells a name from another word by the words around it. Slow, so it is asked only where the word
 * lists leave a doubt. Not thread-safe: one a document.
 */
final class WordTags {

  /** Words to either side that are tagged with a word; those farther off do not change its tag. */
  private static final int AROUND = 8;

  private final POSTaggerME tagger = new POSTaggerME(Model.TAGS);

  /** Loaded when first needed, once. */
  private static final class Model {
    static final POSModel TAGS = load();

    private static POSModel load() {
      try (InputStream in =
          WordTags.class.getResourceAsStream("/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin")) {
        if (in == null) {
          throw new IllegalStateException("the part-of-speech model is not on the class path");
        }
        return new POSModel(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * The tags of a word and of what follows it, such as {@code PROPN} and {@code VERB}.
   *
   * @param next empty at the end of a text
   */
  record Pair(String word, String next) {

    boolean isName() {
      return word.equals("PROPN");
    }

    /** What the model does not know is a noun to it, or anything. */
    boolean mayBeName() {
      return !word.equals("ADJ") && !word.equals("ADV") && !word.equals("VERB");
    }

    boolean isNoun() {
      return word.equals("NOUN") || word.equals("PROPN");
    }

    /** "Elmgate riders", "Kenyan tea". */
    boolean isBeforeNoun() {
      return next.equals("NOUN");
    }
  }

  /** The tags of the word at {@code at} and of the next. */
  Pair pair(Tokens tokens, int at) {
    int from = at;
    while (from > 0 && at - from < AROUND && !tokens.breaksBefore(from)) {
      from--;
    }
    int to = Math.min(tokens.endOfSentence(at), at + AROUND);
    List<String> words = new ArrayList<>();
    int asked = 0;
    for (int i = from; i < to; i++) {
      if (i > from) {
        signs(tokens.between(i), words);
      }
      if (i == at) {
        asked = words.size();
      }
      word(tokens.raw(i), words);
    }
    words.add(".");
    String[] tags = tagger.tag(words.toArray(String[]::new));
    return new Pair(tags[asked], tags[asked + 1]);
  }

  private static void signs(String between, List<String> words) {
    for (int i = 0; i < between.length(); i++) {
      if (!Character.isWhitespace(between.charAt(i))) {
        words.add(between.substring(i, i + 1));
      }
    }
  }

  /** The model was taught on text that has the ending 's as a word of its own. */
  private static void word(String raw, List<String> words) {
    int stem = raw.length() - 2;
    if (stem > 0 && raw.endsWith("s") && Tokens.isApostrophe(raw.charAt(stem))) {
      words.add(raw.substring(0, stem));
      words.add("'s");
    } else {
      words.add(raw);
    }
  }
}
