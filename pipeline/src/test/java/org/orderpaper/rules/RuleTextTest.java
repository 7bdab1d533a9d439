package org.orderpaper.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.junit.jupiter.api.Test;
import org.orderpaper.model.BusinessItem;
import org.orderpaper.model.MarkedText;

/** What becomes of an item's text in the index. */
class RuleTextTest {

  private static final Analyzer ANALYZER = new ItemAnalyzer(false);

  @Test
  void aWordIsItselfAndItsStemAtOnePosition() {
    assertThat(tokens("Members Reinstated"))
        .containsExactly("1:members 1:member", "2:reinstated 2:reinstate");
  }

  @Test
  void possessivesAndCurlyApostrophesVanish() {
    assertThat(tokens("the branch’s don’t")).containsExactly("1:the", "2:branch", "3:don't");
    assertThat(tokens("`quoted'")).containsExactly("1:quoted 1:quote");
  }

  @Test
  void aHyphenatedWordIsItsPartsAndTheirUnion() {
    assertThat(tokens("anti-semitism now"))
        .containsExactly(
            "1:anti 1:antisemitism 1:antisemit", "2:semitism 2:semit 2:\uE003", "3:now");
  }

  @Test
  void shortCapitalsAreKeptBesideTheWord() {
    assertThat(tokens("LAW law")).containsExactly("1:law 1:\uE004LAW", "2:law");
  }

  @Test
  void aNameIsOneMarkerAndNoLetterOfItIsIndexed() {
    BusinessItem item = Items.item("Reinstate Cllr Quennell's friend, Ada Tolworth MP.").build();
    assertThat(tokens(MarkedText.of(item)))
        .containsExactly("1:reinstate", "2:\uE012", "3:friend", "4:\uE010");
    assertThat(spans(MarkedText.of(item))).contains("10-23", "34-49");
  }

  @Test
  void boundariesHavePositionsOfTheirOwn() {
    BusinessItem item = Items.item("It fell. He left\nNext").build();
    assertThat(tokens(MarkedText.of(item)))
        .containsExactly("1:it", "2:fell", "3:\uE000", "4:he", "5:left", "6:\uE001", "7:next");
  }

  @Test
  void aDocumentCannotForgeAMarker() {
    BusinessItem item = Items.item("Reinstate \uE010 now\uE001 please").build();
    assertThat(String.join(" ", tokens(MarkedText.of(item)))).doesNotContain("\uE010", "\uE001");
  }

  @Test
  void aWordOfAMegabyteDoesNotCostTheDocument() throws IOException {
    String endless = "x".repeat(1 << 20);
    BusinessItem item = Items.item(endless + " reinstate").build();
    try (var directory = RuleBooks.index(RuleBooks.standard(), List.of(item), 1);
        var reader = DirectoryReader.open(directory)) {
      assertThat(terms(reader)).contains("reinstate", "x".repeat(255)).hasSize(2);
    }
  }

  @Test
  void softHyphensAndZeroWidthCharactersAreNotThere() {
    assertThat(tokens("rein\u00ADstate \u200Bnow")).containsExactly("1:reinstate", "2:now");
  }

  private static List<String> terms(DirectoryReader reader) throws IOException {
    Terms terms = MultiTerms.getTerms(reader, ItemFields.TEXT);
    List<String> all = new ArrayList<>();
    TermsEnum each = terms.iterator();
    while (each.next() != null) {
      all.add(each.term().utf8ToString());
    }
    return all;
  }

  /** The tokens, those of one position together. */
  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    try (TokenStream stream = ANALYZER.tokenStream(ItemFields.TEXT, text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
      stream.reset();
      int position = 0;
      while (stream.incrementToken()) {
        position += step.getPositionIncrement();
        String token = position + ":" + term;
        if (step.getPositionIncrement() == 0) {
          tokens.add(tokens.removeLast() + " " + token);
        } else {
          tokens.add(token);
        }
      }
      stream.end();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return tokens;
  }

  private static List<String> spans(String text) {
    List<String> spans = new ArrayList<>();
    try (TokenStream stream = ANALYZER.tokenStream(ItemFields.TEXT, text)) {
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        spans.add(offset.startOffset() + "-" + offset.endOffset());
      }
      stream.end();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return spans;
  }
}
