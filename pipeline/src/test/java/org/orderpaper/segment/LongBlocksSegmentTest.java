package org.orderpaper.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderpaper.model.Block;
import org.orderpaper.model.BlockKind;
import org.orderpaper.model.ExtractedDocument;
import org.orderpaper.model.SegmentedDocument;
import org.orderpaper.model.Span;

/** Paragraphs without end. */
class LongBlocksSegmentTest {

  private static ExtractedDocument paragraph(String text) {
    Span whole = new Span(0, text.length());
    Block block = new Block(BlockKind.PARAGRAPH, whole, 0, "1.", null, false, List.of());
    return new ExtractedDocument(text, List.of(block), null, null, null);
  }

  private static List<String> pieces(String text) {
    return LongBlocks.cut(paragraph(text)).blocks().stream()
        .map(block -> text.substring(block.span().start(), block.span().end()))
        .toList();
  }

  @Test
  void anHonestParagraphIsNotCut() {
    ExtractedDocument document = paragraph("Buses were late. ".repeat(400));
    assertThat(LongBlocks.cut(document)).isSameAs(document);
  }

  @Test
  void aLongParagraphIsCutAfterASentenceAndNothingOfItIsLost() {
    String text = "Buses were late. ".repeat(5000);
    List<String> pieces = pieces(text);
    assertThat(String.join("", pieces)).isEqualTo(text);
    assertThat(pieces).allMatch(piece -> piece.length() <= 8000 && piece.endsWith(". "));
  }

  @Test
  void aTextWithoutSentencesIsCutAfterAWordAndOneWithoutWordsAnywhere() {
    assertThat(pieces("bus ".repeat(5000))).allMatch(piece -> piece.endsWith(" "));
    String faces = "\uD83D\uDE00".repeat(10_000) + "x" + "\uD83D\uDE00".repeat(10_000);
    assertThat(String.join("", pieces(faces))).isEqualTo(faces);
    assertThat(pieces(faces)).noneMatch(piece -> Character.isLowSurrogate(piece.charAt(0)));
  }

  @Test
  void onlyTheFirstPieceKeepsTheNumber() {
    assertThat(LongBlocks.cut(paragraph("bus ".repeat(5000))).blocks())
        .extracting(Block::number)
        .containsExactly("1.", null, null);
  }

  @Test
  void aDocumentGivesThirtyThousandItemsAndSaysHowManyFollow() {
    String motions = "Motion: buses\n".repeat(30_020);
    SegmentedDocument read = Docs.segment("Kestrel Hill Branch\nMinutes\n" + motions);
    assertThat(read.items()).hasSize(30_000);
    assertThat(read.left()).isEqualTo(20);
  }
}
