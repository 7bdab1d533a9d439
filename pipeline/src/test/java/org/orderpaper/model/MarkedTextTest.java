package org.orderpaper.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkedTextTest {

  @Test
  void theMarkedTextIsAsLongAsTheClearText() {
    BusinessItem item = TestItems.item("Ann Lark spoke. All agreed.\nNext.", "Ann Lark");
    assertThat(MarkedText.of(item)).hasSameSizeAs(item.text());
  }

  @Test
  void aNameBecomesOneMarkerAndPads() {
    BusinessItem item = TestItems.item("Ann spoke.", "Ann");
    assertThat(MarkedText.of(item)).isEqualTo("\uE012\uE002\uE002 spoke.");
  }

  @Test
  void sentencesAndParagraphsAreClosedByBoundaries() {
    BusinessItem item =
        TestItems.withSentences("One. Two.\nThree.", List.of(new Span(0, 4), new Span(5, 9)));
    assertThat(MarkedText.of(item)).isEqualTo("One.\uE000Two.\uE001Three.");
  }

  @Test
  void aDocumentCannotForgeAMarker() {
    BusinessItem item = TestItems.item("x\uE012y \uE000z");
    assertThat(MarkedText.of(item)).isEqualTo("x y  z");
  }
}
