package org.orderpaper.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderpaper.model.ExtractedDocument;
import org.orderpaper.model.ExtractedPart;
import org.orderpaper.model.Extraction;
import org.orderpaper.model.NotCheckedReason;

class ExtractDocTest {

  @Test
  void anOldWordDocumentIsReadWithoutWhatWasDeletedAndHiddenTextApart() throws IOException {
    byte[] doc =
        new Doc()
            .run(Doc.BOLD, "Motion 3")
            .paragraph()
            .run(0, "The branch ")
            .run(Doc.DELETED, "condemns")
            .run(Doc.HIDDEN, "secretly ")
            .run(0, "notes the report.")
            .paragraph()
            .run(0, "See \u0013 HYPERLINK \"x\" \u0014the page\u0015.")
            .paragraph()
            .run(0, "Present: A. Carrow\u000BApologies: none")
            .paragraph()
            .run(0, "For")
            .cell()
            .run(0, "23")
            .cell()
            .row()
            .bytes();

    ExtractedDocument document = Papers.document("minutes.doc", doc);

    assertThat(Papers.blocks(document))
        .containsExactly(
            "PARAGRAPH: Motion 3",
            "PARAGRAPH: The branch notes the report.",
            "PARAGRAPH: See the page.",
            "PARAGRAPH: Present: A. Carrow",
            "PARAGRAPH: Apologies: none",
            "TABLE_ROW: For\t23",
            "HIDDEN: secretly");
    assertThat(Papers.block(document, "Motion 3").bold()).isTrue();
  }

  @Test
  void aParagraphWhoseEndWasDeletedRunsOn() throws IOException {
    byte[] doc =
        new Doc()
            .run(0, "The branch notes ")
            .deletedEnd()
            .run(0, "the report.")
            .paragraph()
            .run(0, "Close")
            .paragraph()
            .bytes();

    assertThat(Papers.lines("a.doc", doc)).containsExactly("The branch notes the report.", "Close");
  }

  @Test
  void anUnfinishedFieldOrTableLosesNothing() throws IOException {
    byte[] doc =
        new Doc()
            .run(0, "See \u0013the page")
            .paragraph()
            .run(0, "After it")
            .paragraph()
            .run(0, "A cell")
            .cell()
            .run(0, "whose row never ends")
            .paragraph()
            .bytes();

    assertThat(String.join(" ", Papers.lines("a.doc", doc)))
        .contains("the page")
        .contains("After it")
        .contains("A cell")
        .contains("whose row never ends");
  }

  @Test
  void aFilePutIntoAnOldWordDocumentIsAPartOfIt() throws IOException {
    byte[] doc =
        new Doc()
            .run(0, "See the motion attached.")
            .paragraph()
            .object("motion.txt", Papers.utf8("This branch notes the report."))
            .bytes();

    List<ExtractedPart> parts = Papers.extract("minutes.doc", doc);

    assertThat(parts).extracting(ExtractedPart::part).containsExactly("", "motion.txt");
    assertThat(Papers.lines(Papers.document(parts.getLast())))
        .containsExactly("This branch notes the report.");
  }

  @Test
  void anOldWordDocumentUnderANewNameIsReadAndTold() throws IOException {
    byte[] doc = new Doc().run(0, "The branch met.").paragraph().bytes();

    assertThat(Papers.text("minutes.docx", doc).detail())
        .isEqualTo("named .docx but is application/msword");
  }

  @Test
  void aTruncatedOldWordDocumentIsCorrupt() throws IOException {
    byte[] doc = new Doc().run(0, "The branch met.").paragraph().bytes();

    assertThat(Papers.extraction("minutes.doc", Arrays.copyOf(doc, 1500)))
        .isInstanceOfSatisfying(
            Extraction.Failed.class,
            failed -> assertThat(failed.reason()).isEqualTo(NotCheckedReason.CORRUPT));
  }
}
