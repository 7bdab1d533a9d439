package org.orderpaper.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Marked text to tokens: each word in lower case with its KStem stem stacked on it, each name as
 * one marker, each boundary of a sentence or paragraph at a position of its own.
 *
 * <p>Thread-safe, as every Lucene analyser.
 */
final class ItemAnalyzer extends Analyzer {

  /** Changes whenever the tokens of some text change; an index keeps it in its commit data. */
  static final String FINGERPRINT = "words-kstem-1";

  private static final ItemAnalyzer FOR_STEMS = new ItemAnalyzer(true);

  private final boolean forQueries;

  ItemAnalyzer(boolean forQueries) {
    this.forQueries = forQueries;
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer words = new ItemTokenizer(forQueries);
    // A query needs no exact token beside the stem: every document has the stem as well.
    TokenStream stacked = forQueries ? words : new KeywordRepeatFilter(words);
    return new TokenStreamComponents(
        words, new RemoveDuplicatesTokenFilter(new KStemFilter(stacked)));
  }

  /** What an unfinished word, such as that before an asterisk, looks like in the index. */
  @Override
  protected TokenStream normalize(String field, TokenStream in) {
    return new org.apache.lucene.analysis.LowerCaseFilter(in);
  }

  /** The stem of one lower-case word. */
  static String stem(String word) {
    List<String> stems = new ArrayList<>();
    try (TokenStream tokens = FOR_STEMS.tokenStream(ItemFields.TEXT, word)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        stems.add(term.toString());
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException("reading a string", e);
    }
    return stems.isEmpty() ? word : stems.getFirst();
  }
}
